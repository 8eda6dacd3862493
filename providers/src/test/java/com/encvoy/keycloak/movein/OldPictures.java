package com.encvoy.keycloak.movein;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;

/** The pictures of an Encvoy ID: files without extension, mostly of the kind WebP. */
final class OldPictures {

    /** 300 by 200 pixels, red and blue. */
    private static final String WEBP =
            "UklGRjQBAABXRUJQVlA4ICgBAACQFACdASosAcgAPtFosFKoJiSiodEoAQAaCWlu4XVQ+X3YyWSAfoBlgH6AAAQVwx"
                    + "0bSDBn592YoC4ZCZIoCeNqpZoMVqQmJNBPcgvxWfldwCh1NLdcMfuQX4nQU7jQe7MUBcL+cwaqC1IZifFVWBTuNB7s"
                    + "xQFwv5zBqoLUgvxVYhbcDQe7Mbu6ALZnMGqgtSC/FViFtwNB7sxQFwxp0IXSC/FZ+VaR/W3A0HuwwAD+/mRv/LEIt9"
                    + "yb//xvH4FfkuynD5PODIkzmflEMS3yiUB/n/Kf6UA/z/lPn1/+c8ZIKsPw9b311G4P5CUkdCJmWA18tynPXCJCHXRU"
                    + "coEElyy7lSo52lFVkZH2lUmKWoHm3NjyRNlBAiTNAN9ubHkibKCBEmaAb7AAAA==";

    private OldPictures() {}

    /** @param folder in place of {@code public/images} */
    static Path write(Path folder) {
        try {
            Path people = Files.createDirectories(folder.resolve("profile"));
            byte[] web = Base64.getDecoder().decode(WEBP);
            for (String last : new String[] {"f", "0", "1"}) {
                Files.write(people.resolve("0123456789abcdef0123456789abcde" + last), web);
            }
            png(people.resolve("0123456789abcdef0123456789abcde2"), Color.GREEN);
            Path clients = Files.createDirectories(folder.resolve("client"));
            png(clients.resolve("c0ffee00c0ffee00c0ffee00c0ffee00"), Color.ORANGE);
            png(clients.resolve("5ea15ea15ea15ea15ea15ea15ea15ea1"), Color.MAGENTA);
            Files.writeString(clients.resolve("damaged0damaged0damaged0damaged0"), "no picture");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void png(Path file, Color color) throws IOException {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, 200, 100);
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }
}
