package com.encvoy.keycloak.application.picture;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The kinds of pictures that are read, recognised by their first bytes, whatever type the upload declares. */
enum PictureFormat {
    PNG("89504e470d0a1a0a"),
    JPEG("ffd8ff"),
    GIF_87("474946383761"),
    GIF_89("474946383961"),
    BMP("424d");

    private final String beginning;

    PictureFormat(String beginning) {
        this.beginning = beginning;
    }

    static Optional<PictureFormat> of(byte[] picture) {
        String begins = HexFormat.of().formatHex(Arrays.copyOf(picture, 8));
        return Arrays.stream(values())
                .filter(format -> begins.startsWith(format.beginning))
                .findFirst();
    }

    /** The name of the format in Java. */
    String decoder() {
        return switch (this) {
            case PNG -> "png";
            case JPEG -> "jpeg";
            case GIF_87, GIF_89 -> "gif";
            case BMP -> "bmp";
        };
    }
}
