package com.encvoy.keycloak.movein.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.encvoy.keycloak.movein.state.Hashes;

/**
 * The folder {@code public/images} of the backend, with a folder for each kind of picture. Names of files are random
 * and have no extension; another picture has another name.
 */
public final class PictureFolder {

    private static final List<String> KINDS = List.of("profile", "client");

    private static final String STORED = "^/?(?:public/)?(?:images/)?";

    /** The largest file that the server reads. */
    private static final long MOST_BYTES = 5L << 20;

    private static final int ID_LENGTH = 32;

    private final Path folder;

    private PictureFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * @param given the folder itself, or one above it
     * @return empty if it has no pictures
     */
    public static Optional<PictureFolder> of(Path given) {
        return List.of("", "images", "public/images").stream()
                .map(given::resolve)
                .filter(folder -> KINDS.stream().anyMatch(kind -> Files.isDirectory(folder.resolve(kind))))
                .findFirst()
                .map(folder -> new PictureFolder(folder.toAbsolutePath().normalize()));
    }

    /**
     * The file of a picture.
     *
     * @param stored as the database names it, such as {@code public/images/profile/0123456789abcdef0123456789abcdef}
     * @return empty if there is none in the folder
     */
    public Optional<Path> find(String stored) {
        try {
            Path file = folder.resolve(stored.replaceFirst(STORED, "")).normalize();
            return file.startsWith(folder) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** 32 letters and digits that name a picture and are as hard to guess as its file. */
    public static String id(Path file) {
        String name = file.getFileName().toString();
        return name.matches("[A-Za-z0-9]{" + ID_LENGTH + "}")
                ? name
                : Hashes.text(file.getParent().getFileName() + "/" + name, ID_LENGTH)
                        .replace('-', 'x')
                        .replace('_', 'y');
    }

    /**
     * The picture in a form that the server reads: PNG, JPEG, GIF or BMP. A file that it cannot read is passed on
     * unchanged.
     *
     * @throws IOException if the file cannot be read, or is too large
     */
    public static byte[] read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] picture = stream.readNBytes((int) MOST_BYTES + 1);
            if (picture.length > MOST_BYTES) {
                throw new IOException("more than 5 MB");
            }
            return WebPicture.isOne(picture) ? WebPicture.asPng(picture) : picture;
        }
    }
}
