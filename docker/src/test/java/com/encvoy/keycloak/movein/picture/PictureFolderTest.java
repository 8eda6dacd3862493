package com.encvoy.keycloak.movein.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PictureFolderTest {

    private static final String NAME = "0123456789abcdef0123456789abcdef";

    /** 60 by 40 pixels, the left half red, the right half blue. */
    private static final String LOSSY =
            "UklGRnYAAABXRUJQVlA4IGoAAAAwBQCdASo8ACgAPrVSpU2nJCOiKrQIAOAWiWMAzHSAKoAyQD9AACUHBLjh6bteT/"
                    + "UUAAD+694vg2SKc5f/5Z//st/2W8QUgSMiXUpM6LomUnb+YDSjv85gNKPAnkeNlkcQGHoaH0JAAAAA";

    /** The same; the right half is translucent. */
    private static final String LOSSLESS = "UklGRi4AAABXRUJQVlA4TCIAAAAvO8AJEA9QjzMhH4X2gf9RgTDbaAbztzmzKdwzov8BrPI3";

    @TempDir
    private Path folder;

    private Path images;

    @BeforeEach
    void makeFolder() throws IOException {
        images = Files.createDirectories(folder.resolve("public/images"));
        Files.createDirectory(images.resolve("profile"));
        Files.writeString(images.resolve("profile").resolve(NAME), "a picture");
        Files.writeString(folder.resolve("secret"), "no picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "public", "public/images"})
    void theFolderIsFoundFromAbove(String given) {
        assertThat(PictureFolder.of(folder.resolve(given)).orElseThrow().find("public/images/profile/" + NAME))
                .contains(images.resolve("profile").resolve(NAME));
    }

    @Test
    void aFolderWithoutPicturesIsNone() {
        assertThat(PictureFolder.of(folder.resolve("public/images/profile"))).isEmpty();
        assertThat(PictureFolder.of(folder.resolve("nowhere"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public/images/profile/gone",
                "public/images/profile/../../../secret",
                "../../secret",
                "public/images/profile",
                "",
                "a\0b"
            })
    void nothingElseIsRead(String stored) {
        assertThat(PictureFolder.of(images).orElseThrow().find(stored)).isEmpty();
    }

    @Test
    void theIdIsTheNameOrComputedOfIt() {
        assertThat(PictureFolder.id(Path.of("profile", NAME))).isEqualTo(NAME);
        assertThat(PictureFolder.id(Path.of("profile", "default.png")))
                .matches("[A-Za-z0-9]{32}")
                .isEqualTo(PictureFolder.id(Path.of("profile", "default.png")))
                .isNotEqualTo(PictureFolder.id(Path.of("client", "default.png")));
    }

    @Test
    void picturesAreHandedOnAsTheyAreButNotEveryProgramReadsWebP() throws IOException {
        Path file = images.resolve("profile").resolve(NAME);
        assertThat(PictureFolder.read(file)).isEqualTo("a picture".getBytes(StandardCharsets.UTF_8));

        Files.write(file, Base64.getDecoder().decode(LOSSY));
        BufferedImage lossy = ImageIO.read(new ByteArrayInputStream(PictureFolder.read(file)));
        assertThat(lossy.getWidth()).isEqualTo(60);
        assertThat(lossy.getRGB(5, 20) >> 16 & 0xff).isGreaterThan(150);
        assertThat(lossy.getRGB(55, 20) & 0xff).isGreaterThan(150);
        Files.write(file, Base64.getDecoder().decode(LOSSLESS));
        BufferedImage lossless = ImageIO.read(new ByteArrayInputStream(PictureFolder.read(file)));
        assertThat(Integer.toHexString(lossless.getRGB(5, 20))).isEqualTo("ffc81e28");
        assertThat(lossless.getRGB(55, 20) >>> 24).isEqualTo(128);
    }

    @Test
    void whatCannotBeReadIsAnError() throws IOException {
        Path file = images.resolve("profile").resolve(NAME);
        Files.writeString(file, "RIFF....WEBPVP8 and nothing else", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> PictureFolder.read(file)).isInstanceOf(IOException.class);
        Files.write(file, new byte[(5 << 20) + 1]);
        assertThatThrownBy(() -> PictureFolder.read(file)).isInstanceOf(IOException.class);
    }
}
