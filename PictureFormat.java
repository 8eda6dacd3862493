package com.encvoy.keycloak.application.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The kinds of pictures that are read, recognised by how they begin, whatever the upload says. */
enum PictureFormat {
    PNG("89504e470d0a1a0a"),
    JPEG("ffd8ff"),
    GIF(hex("GIF8")),
    BMP(hex("BM"));

    private final byte[] beginning;

    PictureFormat(String beginning) {
        this.beginning = HexFormat.of().parseHex(beginning);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Optional<PictureFormat> of(byte[] picture) {
        return Arrays.stream(values()).filter(format -> format.begins(picture)).findFirst();
    }

    private boolean begins(byte[] picture) {
        return picture.length > beginning.length
                && Arrays.equals(picture, 0, beginning.length, beginning, 0, beginning.length);
    }
}
