package com.encvoy.keycloak.application.picture;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a picture in about the size that is needed, once its header has said that it is not too large. Of an animation
 * it reads the first frame.
 */
final class PictureReader {

    private static final long MAX_PIXELS = 25_000_000;

    /** Rows are kept in memory, so that a picture of one row may not have all pixels. */
    private static final int MAX_SIDE = 30_000;

    /**
     * Of a JPEG: each scan passes over the whole picture, but may be forty bytes long. Camera files and web pictures
     * have about ten, and one in a preview.
     */
    private static final int MAX_SCANS = 50;

    /** Seconds to wait for others: threads that wait serve no one. */
    private static final int PATIENCE = 5;

    /** A decoder may need memory for all pixels of a picture, so that there are only two at a time. */
    private static final Semaphore DECODERS = new Semaphore(2, true);

    /** The picture has more pixels than are read. */
    static final class TooManyPixels extends Exception {

        private static final long serialVersionUID = 1;
    }

    private PictureReader() {}

    /**
     * @param side that one side will have at least, if the picture has as many pixels
     * @param whole whether that is the longer side; otherwise only the square in the middle is read
     */
    static Pixels read(byte[] picture, PictureFormat format, int side, boolean whole)
            throws IOException, TooManyPixels {
        if (format == PictureFormat.JPEG && scans(picture) > MAX_SCANS) {
            throw new IIOException("The picture has too many scans.");
        }
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(format.decoder()).next();
        takeTurn();
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            // Without metadata: text in a PNG may be compressed, and no larger than the rest is known to be.
            reader.setInput(input, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MAX_PIXELS || Math.max(width, height) > MAX_SIDE) {
                throw new TooManyPixels();
            }
            long reference = whole ? Math.max(width, height) : Math.min(width, height);
            int step = (int) Math.max(1, reference / (2L * side));
            ImageReadParam parameters = reader.getDefaultReadParam();
            if (!whole) {
                int square = (int) Math.min(width, height);
                parameters.setSourceRegion(
                        new Rectangle((int) (width - square) / 2, (int) (height - square) / 2, square, square));
            }
            parameters.setSourceSubsampling(step, step, 0, 0);
            parameters.setDestinationType(destination(reader));
            BufferedImage image = reader.read(0, parameters);
            Pixels pixels = Pixels.of(image);
            return format == PictureFormat.JPEG ? pixels.upright(Orientation.of(picture)) : pixels;
        } finally {
            reader.dispose();
            DECODERS.release();
        }
    }

    /** The byte {@code FF} is escaped within a scan, so that this can only count too many. */
    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int i = 1; i < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xDA && jpeg[i - 1] == (byte) 0xFF) {
                scans++;
            }
        }
        return scans;
    }

    private static void takeTurn() throws IOException {
        try {
            if (!DECODERS.tryAcquire(PATIENCE, TimeUnit.SECONDS)) {
                throw new IIOException("Other pictures are being read.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IIOException("Interrupted.", e);
        }
    }

    /** Ordinary colours if the decoder offers them, since those of a profile have to be converted one by one. */
    private static ImageTypeSpecifier destination(ImageReader reader) throws IOException {
        ImageTypeSpecifier first = null;
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        while (types.hasNext()) {
            ImageTypeSpecifier type = types.next();
            first = first == null ? type : first;
            if (type.getColorModel().getColorSpace().isCS_sRGB()) {
                return type;
            }
        }
        if (first == null || first.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
            throw new IIOException("The picture uses print colours.");
        }
        return first;
    }
}
