package com.encvoy.keycloak.application.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.jose.jws.crypto.HashUtils;

import com.encvoy.keycloak.application.editing.Refusal;

/** A small square picture, encoded again from an upload, so that nothing else of the upload remains. */
public final class Picture {

    /** The maximum size of an upload, in bytes. */
    public static final int MAX_UPLOAD = 5 * 1024 * 1024;

    /** The part that is shown of a picture that is not square. */
    public enum Part {
        /** All of it, on transparent ground. */
        WHOLE,
        /** The square in the middle. */
        MIDDLE
    }

    /**
     * An upload that was read, or why it was not.
     *
     * @param picture empty if it was refused
     */
    public record Upload(Optional<Picture> picture, Optional<Refusal> refusal) {

        private static Upload refused(String field, String code, String description, Object... parameters) {
            return new Upload(
                    Optional.empty(), Optional.of(new Refusal(field, code, List.of(parameters), description)));
        }
    }

    private final byte[] bytes;
    private final String mediaType;

    Picture(byte[] bytes, String mediaType) {
        this.bytes = bytes;
        this.mediaType = mediaType;
    }

    /**
     * Reads a PNG, JPEG, GIF or BMP of at most 5 MB and 25 megapixels, and makes it a square of at most 6 kB.
     *
     * @param field of the form, for a refusal
     * @param side in pixels; fewer if the picture would not fit into 6 kB otherwise
     */
    public static Upload read(InputStream upload, String field, int side, Part part) {
        try {
            byte[] picture = upload.readNBytes(MAX_UPLOAD + 1);
            if (picture.length > MAX_UPLOAD) {
                return Upload.refused(field, "picture_too_large", "The picture must not be larger than 5 MB.", 5);
            }
            Optional<PictureFormat> format = PictureFormat.of(picture);
            if (format.isEmpty()) {
                return Upload.refused(field, "picture_kind", "The picture must be a PNG, JPEG, GIF or BMP file.");
            }
            Pixels pixels = PictureReader.read(picture, format.get(), side, part == Part.WHOLE);
            // The middle of a photo that was turned may be one pixel wider than high.
            Pixels square = pixels.framed();
            return new Upload(Optional.of(PictureWriter.write(square.scaled(side))), Optional.empty());
        } catch (PictureReader.TooManyPixels e) {
            return Upload.refused(
                    field, "picture_too_many_pixels", "The picture must not have more than 25 million pixels.", 25);
        } catch (IOException | RuntimeException e) {
            // Java's decoders answer a broken file with all kinds of exceptions.
            return Upload.refused(
                    field, "picture_unreadable", "The picture cannot be read: it is damaged, or uses print colours.");
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@code image/png} or {@code image/jpeg}. */
    public String mediaType() {
        return mediaType;
    }

    /** The beginning of the hash of the bytes, without quotation marks. */
    public String etag() {
        return HexFormat.of().formatHex(Arrays.copyOf(HashUtils.hash(JavaAlgorithm.SHA256, bytes), 4));
    }

    String stored() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @return empty if there is none, or if it is not one of ours */
    static Optional<Picture> ofStored(String stored) {
        if (stored == null || stored.length() > 2 * PictureWriter.MAX_BYTES) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(stored.strip().getBytes(StandardCharsets.US_ASCII));
            return PictureFormat.of(bytes)
                    .filter(format -> format == PictureFormat.PNG || format == PictureFormat.JPEG)
                    .map(format -> new Picture(bytes, format == PictureFormat.PNG ? "image/png" : "image/jpeg"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
