package com.encvoy.keycloak.movein.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A WebP picture. Encvoy ID stores pictures that were cropped in the browser in this format, which Java alone does not
 * read.
 */
final class WebPicture {

    /** The length of a side, in pixels; far more than is kept. */
    private static final int LARGE = 512;

    private static final long MOST_PIXELS = 25_000_000;

    private WebPicture() {}

    static boolean isOne(byte[] picture) {
        return text(picture, 0).equals("RIFF") && text(picture, 8).equals("WEBP");
    }

    private static String text(byte[] picture, int from) {
        return picture.length < from + 4
                ? ""
                : new String(Arrays.copyOfRange(picture, from, from + 4), StandardCharsets.ISO_8859_1);
    }

    /** @throws IOException if it cannot be read */
    static byte[] asPng(byte[] picture) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("webp");
        if (!readers.hasNext()) {
            throw new IOException("no reader for WebP");
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new IOException("more than 25 megapixels");
            }
            int step = Math.max(1, Math.min(reader.getWidth(0), reader.getHeight(0)) / LARGE);
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            return png(reader.read(0, parameters));
        } catch (RuntimeException e) {
            throw new IOException("a damaged picture", e);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
