package com.encvoy.keycloak.application.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a photo has to be turned to be upright (Exif 2.3, tag {@code Orientation}): what a JPEG says about the camera
 * that took it. Anything that cannot be read is upright.
 */
final class Orientation {

    static final int UPRIGHT = 1;

    private static final int EXIF_SEGMENT = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;
    private static final int ENTRY_LENGTH = 12;

    private Orientation() {}

    /** @return 1 to 8, as Exif numbers them */
    static int of(byte[] jpeg) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(jpeg);
            bytes.position(2);
            while ((bytes.get() & 0xFF) == 0xFF) {
                int marker = bytes.get() & 0xFF;
                int length = bytes.getShort() & 0xFFFF;
                if (marker == START_OF_SCAN) {
                    return UPRIGHT;
                }
                int next = bytes.position() + length - 2;
                if (marker == EXIF_SEGMENT && length > 8 && bytes.getInt(bytes.position()) == EXIF) {
                    return ofTiff(bytes.slice(bytes.position() + 6, length - 8));
                }
                bytes.position(next);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // Answered below.
        }
        return UPRIGHT;
    }

    private static int ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * ENTRY_LENGTH;
            if ((tiff.getShort(at) & 0xFFFF) == TAG) {
                int value = tiff.getShort(at + 8) & 0xFFFF;
                return value >= UPRIGHT && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
