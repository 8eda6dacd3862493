package com.encvoy.keycloak.movein.mapping;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.encvoy.keycloak.movein.picture.PictureFolder;

/**
 * Maps pictures, which Encvoy ID keeps as paths below {@code public/images}: to an address at which they are served, or
 * to a copy that the realm keeps.
 */
public final class Pictures implements UnaryOperator<String> {

    /** Prefix of the path of a logo's file, which stands in place of an address until the file is uploaded. */
    public static final String FILE = "file:";

    private final String base;
    private final PictureFolder folder;
    private final String realm;
    private final Tally tally;

    private Pictures(String base, PictureFolder folder, String realm, Tally tally) {
        this.base = base;
        this.folder = folder;
        this.realm = realm;
        this.tally = tally;
    }

    /** @param base address below which the folder {@code public/images} is served; null if it is not */
    public static Pictures servedAt(String base, Tally tally) {
        return new Pictures(base == null || base.endsWith("/") ? base : base + "/", null, "", tally);
    }

    /** @param realm address of the realm as people will reach it, without a slash at its end */
    public static Pictures copiedFrom(PictureFolder folder, String realm, Tally tally) {
        return new Pictures(null, folder, realm, tally);
    }

    /** The absolute address of a picture that is not copied; empty if there is none that the realm would accept. */
    @Override
    public String apply(String stored) {
        if (stored.isEmpty() || stored.startsWith("https://")) {
            return stored;
        }
        if (folder != null) {
            tally.left("pictures whose files are not in the folder, and covers, which the realm does not"
                    + " keep: give these an https address in the look of the application");
            return "";
        }
        if (base == null || stored.contains(":")) {
            tally.left("pictures, because --pictures names neither their folder nor an address");
            return "";
        }
        return base + stored.replaceFirst("^/?(?:public/images/)?", "");
    }

    /** The file of a picture that is copied. */
    Optional<Path> file(String stored) {
        return folder == null || stored.isEmpty() || stored.contains(":") ? Optional.empty() : folder.find(stored);
    }

    /** The address of the copy of a person's picture. */
    String address(Path file) {
        return realm + "/api/pictures/" + PictureFolder.id(file);
    }

    /** A logo: its address, or {@link #FILE} and its file. */
    String logo(String stored) {
        return file(stored).map(file -> FILE + file).orElseGet(() -> apply(stored));
    }
}
