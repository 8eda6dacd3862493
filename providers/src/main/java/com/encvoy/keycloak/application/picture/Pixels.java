package com.encvoy.keycloak.application.picture;

import java.awt.image.BufferedImage;

/**
 * The pixels of a picture, scaled and turned by plain arithmetic: without Java 2D, whose fonts a server need not have.
 */
final class Pixels {

    private final int width;
    private final int height;
    private final int[] argb;

    /** @param argb one number for each pixel, row by row */
    Pixels(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int at(int x, int y) {
        return argb[y * width + x];
    }

    static Pixels of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new Pixels(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    /** Turned as Exif says, see {@link Orientation}. */
    Pixels upright(int orientation) {
        boolean swapped = orientation > 4;
        int newWidth = swapped ? height : width;
        int newHeight = swapped ? width : height;
        int[] turned = new int[argb.length];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                int fromX = swapped ? y : x;
                int fromY = swapped ? x : y;
                if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) {
                    fromX = width - 1 - fromX;
                }
                if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) {
                    fromY = height - 1 - fromY;
                }
                turned[y * newWidth + x] = argb[fromY * width + fromX];
            }
        }
        return new Pixels(newWidth, newHeight, turned);
    }

    /** In the middle of a square, on transparent ground. */
    Pixels framed() {
        int side = Math.max(width, height);
        int[] square = new int[side * side];
        for (int y = 0; y < height; y++) {
            System.arraycopy(argb, y * width, square, ((side - height) / 2 + y) * side + (side - width) / 2, width);
        }
        return new Pixels(side, side, square);
    }

    /** A square picture in another size: each pixel is the mean of those it stands for. */
    Pixels scaled(int side) {
        int[] scaled = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                scaled[y * side + x] = mean(
                        x * width / side,
                        y * height / side,
                        Math.max(x * width / side + 1, (x + 1) * width / side),
                        Math.max(y * height / side + 1, (y + 1) * height / side));
            }
        }
        return new Pixels(side, side, scaled);
    }

    private int mean(int left, int top, int right, int bottom) {
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = argb[y * width + x];
                int opacity = pixel >>> 24;
                alpha += opacity;
                red += (long) opacity * ((pixel >> 16) & 0xFF);
                green += (long) opacity * ((pixel >> 8) & 0xFF);
                blue += (long) opacity * (pixel & 0xFF);
            }
        }
        if (alpha == 0) {
            return 0;
        }
        long count = (long) (right - left) * (bottom - top);
        return (int) (((alpha / count) << 24) | ((red / alpha) << 16) | ((green / alpha) << 8) | (blue / alpha));
    }

    /** With fewer colours: each channel keeps its highest bits. */
    Pixels coarser(int bits) {
        int levels = (1 << bits) - 1;
        int[] coarse = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int pixel = 0;
            for (int shift = 0; shift < 32; shift += 8) {
                int level = Math.round(((argb[i] >>> shift) & 0xFF) * levels / 255f);
                pixel |= (level * 255 / levels) << shift;
            }
            coarse[i] = (pixel >>> 24) == 0 ? 0 : pixel;
        }
        return new Pixels(width, height, coarse);
    }

    boolean isOpaque() {
        for (int pixel : argb) {
            if ((pixel >>> 24) != 0xFF) {
                return false;
            }
        }
        return true;
    }

    BufferedImage image() {
        BufferedImage image =
                new BufferedImage(width, height, isOpaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }
}
