package com.encvoy.keycloak.application.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.application.picture.Picture.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PictureTest {

    private static final int RED = 0xFFE02020;
    private static final int BLUE = 0xFF2020E0;
    private static final int GREEN = 0xFF20A020;
    private static final int GREY = 0xFF808080;

    private static Picture.Upload upload(byte[] bytes, Part part) {
        return Picture.read(new ByteArrayInputStream(bytes), "picture", 128, part);
    }

    private static BufferedImage shown(byte[] bytes, Part part) throws IOException {
        Picture picture = upload(bytes, part).picture().orElseThrow();
        assertThat(picture.bytes()).hasSizeLessThanOrEqualTo(6 * 1024);
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }

    private static String refused(byte[] bytes) {
        Picture.Upload upload = upload(bytes, Part.WHOLE);
        assertThat(upload.picture()).isEmpty();
        assertThat(upload.refusal().orElseThrow().field()).isEqualTo("picture");
        return upload.refusal().orElseThrow().code();
    }

    /** A quarter of each colour: red and blue above, green and grey below. */
    private static BufferedImage quarters(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean left = x < width / 2;
                image.setRGB(x, y, y < height / 2 ? (left ? RED : BLUE) : (left ? GREEN : GREY));
            }
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static void assertColour(int actual, int expected) {
        for (int shift = 0; shift < 32; shift += 8) {
            assertThat((actual >>> shift) & 0xFF)
                    .as(Integer.toHexString(actual) + " like " + Integer.toHexString(expected))
                    .isCloseTo((expected >>> shift) & 0xFF, within(24));
        }
    }

    private static void assertQuarters(BufferedImage image, int first, int second, int third, int fourth) {
        int near = image.getWidth() / 4;
        int far = image.getWidth() - near;
        assertColour(image.getRGB(near, near), first);
        assertColour(image.getRGB(far, near), second);
        assertColour(image.getRGB(near, far), third);
        assertColour(image.getRGB(far, far), fourth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void everyKindBecomesASmallSquare(String format) throws IOException {
        for (int side : new int[] {1, 20, 128, 1000}) {
            BufferedImage image = shown(encoded(quarters(side, side, BufferedImage.TYPE_INT_RGB), format), Part.WHOLE);

            assertThat(image.getWidth()).isEqualTo(128);
            assertThat(image.getHeight()).isEqualTo(128);
            if (side > 1) {
                assertQuarters(image, RED, BLUE, GREEN, GREY);
            }
        }
    }

    @Test
    void aWidePictureIsShownWholeOrItsMiddle() throws IOException {
        byte[] wide = encoded(quarters(900, 300, BufferedImage.TYPE_INT_RGB), "png");

        BufferedImage whole = shown(wide, Part.WHOLE);
        assertThat(whole.getRGB(64, 10) >>> 24).isZero();
        assertThat(whole.getRGB(64, 118) >>> 24).isZero();
        assertColour(whole.getRGB(5, 50), RED);
        assertColour(whole.getRGB(122, 78), GREY);
        assertQuarters(shown(wide, Part.MIDDLE), RED, BLUE, GREEN, GREY);
        assertQuarters(
                shown(encoded(quarters(301, 900, BufferedImage.TYPE_INT_RGB), "jpeg"), Part.MIDDLE),
                RED,
                BLUE,
                GREEN,
                GREY);
    }

    @ParameterizedTest
    @CsvSource({
        "1, RED, BLUE, GREEN, GREY",
        "2, BLUE, RED, GREY, GREEN",
        "3, GREY, GREEN, BLUE, RED",
        "4, GREEN, GREY, RED, BLUE",
        "5, RED, GREEN, BLUE, GREY",
        "6, GREEN, RED, GREY, BLUE",
        "7, GREY, BLUE, GREEN, RED",
        "8, BLUE, GREY, RED, GREEN",
        "9, RED, BLUE, GREEN, GREY"
    })
    void aPhotoIsUpright(int orientation, String first, String second, String third, String fourth) throws IOException {
        byte[] photo = encoded(quarters(400, 300, BufferedImage.TYPE_INT_RGB), "jpeg");

        for (boolean littleEndian : new boolean[] {true, false}) {
            byte[] taken = withExif(photo, orientation, littleEndian);
            assertQuarters(shown(taken, Part.MIDDLE), colour(first), colour(second), colour(third), colour(fourth));
            assertThat(new String(
                            upload(taken, Part.MIDDLE).picture().orElseThrow().bytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Exif");
        }
    }

    private static int colour(String name) {
        return switch (name) {
            case "RED" -> RED;
            case "BLUE" -> BLUE;
            case "GREEN" -> GREEN;
            default -> GREY;
        };
    }

    private static byte[] withExif(byte[] jpeg, int orientation, boolean littleEndian) {
        byte[] tiff = littleEndian
                ? new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0, 0}
                : new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0
                };
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (2 + 6 + tiff.length)});
        bytes.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        bytes.writeBytes(tiff);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"3, 128", "4, 16"})
    void evenNoiseFits(int channels, int smallest) throws IOException {
        Random random = new Random(7);
        int type = channels == 4 ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage noise = new BufferedImage(300, 300, type);
        noise.setRGB(0, 0, 300, 300, random.ints(90_000).toArray(), 0, 300);

        assertThat(shown(encoded(noise, "png"), Part.WHOLE).getWidth()).isBetween(smallest, 128);
    }

    @Test
    void transparencyStays() throws IOException {
        BufferedImage ring = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 600; x++) {
                double distance = Math.hypot(x - 300, y - 300);
                ring.setRGB(x, y, distance > 200 && distance < 290 ? 0xFF000000 | (x << 8) | y : 0);
            }
        }
        BufferedImage shown = shown(encoded(ring, "png"), Part.WHOLE);

        assertThat(shown.getRGB(0, 0) >>> 24).isZero();
        assertThat(shown.getRGB(shown.getWidth() / 2, shown.getWidth() / 10) >>> 24)
                .isEqualTo(255);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThat(refused(new byte[0])).isEqualTo("picture_kind");
        assertThat(refused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("picture_kind");
        assertThat(refused("RIFF....WEBPVP8 ".getBytes(StandardCharsets.UTF_8))).isEqualTo("picture_kind");
        assertThat(refused("BM".getBytes(StandardCharsets.UTF_8))).isEqualTo("picture_unreadable");
        assertThat(refused(new byte[Picture.MAX_UPLOAD + 1])).isEqualTo("picture_too_large");
    }

    /** The header alone decides: there are no pixels behind it. */
    @ParameterizedTest
    @CsvSource({
        "5001, 5000, picture_too_many_pixels",
        "65535, 65535, picture_too_many_pixels",
        "2147483647, 2147483647, picture_too_many_pixels",
        "30001, 1, picture_too_many_pixels",
        "5000, 5000, picture_unreadable",
        "0, 5, picture_unreadable",
        "-1, 5, picture_unreadable"
    })
    void aLargePictureIsRefusedByItsHeader(int width, int height, String code) throws IOException {
        assertThat(refused(pngHeader(width, height))).isEqualTo(code);
    }

    private static byte[] pngHeader(int width, int height) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(chunk);
        header.writeBytes("IHDR");
        header.writeInt(width);
        header.writeInt(height);
        header.write(new byte[] {8, 6, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(chunk.toByteArray());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(bytes);
        png.writeLong(0x89504E470D0A1A0AL);
        png.writeInt(13);
        png.write(chunk.toByteArray());
        png.writeInt((int) sum.getValue());
        png.writeInt(0);
        png.writeBytes("IDAT");
        png.writeInt(0x35AF061E);
        return bytes.toByteArray();
    }

    /** Cut off or changed anywhere, a file is read or refused, and nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void damageIsRefusedOrRead(String format) throws IOException {
        byte[] picture = encoded(quarters(40, 30, BufferedImage.TYPE_INT_RGB), format);
        Random random = new Random(21);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = Arrays.copyOf(picture, round % 3 == 0 ? random.nextInt(picture.length) : picture.length);
            for (int change = 0; change < 3 && damaged.length > 8; change++) {
                damaged[random.nextInt(Math.min(damaged.length, 200))] = (byte) random.nextInt();
            }
            Picture.Upload upload = upload(damaged, Part.WHOLE);
            assertThat(upload.picture().isPresent())
                    .isNotEqualTo(upload.refusal().isPresent());
        }
    }

    @Test
    void isKeptAsTextAndKnownByItsContent() throws IOException {
        byte[] png = encoded(quarters(40, 30, BufferedImage.TYPE_INT_RGB), "png");
        Picture picture = upload(png, Part.WHOLE).picture().orElseThrow();
        Picture kept = Picture.ofStored(picture.stored()).orElseThrow();

        assertThat(kept.bytes()).isEqualTo(picture.bytes());
        assertThat(kept.mediaType()).isEqualTo("image/png");
        assertThat(kept.etag()).isEqualTo(picture.etag()).matches("[0-9a-f]{8}");
        assertThat(Picture.ofStored(null)).isEmpty();
        assertThat(Picture.ofStored("<svg>")).isEmpty();
        assertThat(Picture.ofStored("PHN2Zy8+")).isEmpty();
    }
}
