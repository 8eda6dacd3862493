package com.encvoy.keycloak.application.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a picture as small as it has to be: it gives up colours first, then sharpness, then size. */
final class PictureWriter {

    /** The realm cache holds it, so that it must be small. In bytes. */
    static final int MAX_BYTES = 6 * 1024;

    private static final int SMALLEST = 16;

    private PictureWriter() {}

    static Picture write(Pixels square) throws IOException {
        byte[] best = png(square);
        for (int side = square.width(); best.length > MAX_BYTES; side = side * 3 / 4) {
            if (side < SMALLEST) {
                throw new IOException("The picture cannot be made small enough.");
            }
            Pixels smaller = side == square.width() ? square : square.scaled(side);
            if (smaller.isOpaque()) {
                for (float quality = 0.9f; quality > 0.3f; quality -= 0.15f) {
                    byte[] jpeg = jpeg(smaller, quality);
                    if (jpeg.length <= MAX_BYTES) {
                        return new Picture(jpeg, "image/jpeg");
                    }
                }
            } else {
                for (int bits = 6; bits >= 3 && best.length > MAX_BYTES; bits--) {
                    best = png(smaller.coarser(bits));
                }
            }
        }
        return new Picture(best, "image/png");
    }

    private static byte[] png(Pixels pixels) throws IOException {
        return write("png", pixels, 0);
    }

    private static byte[] jpeg(Pixels pixels, float quality) throws IOException {
        return write("jpeg", pixels, quality);
    }

    private static byte[] write(String format, Pixels pixels, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(pixels.image(), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
