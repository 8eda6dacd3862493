package com.encvoy.keycloak.application.picture;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.urls.UrlType;

/**
 * The uploaded picture of a person, kept with the account and served at an address that reveals nothing about the
 * person. The attribute {@value #ATTRIBUTE} of the person names that address; if it names another, the picture is not
 * served.
 */
public final class PersonPicture {

    /** User attribute: the address of the picture, uploaded here or not. */
    public static final String ATTRIBUTE = "picture";

    /** User attribute: the last part of the address. Stored in realms, never to be renamed. */
    public static final String ID = "encvoy.picture_id";

    /** User attribute: the picture in Base64, in numbered parts. Stored in realms, never to be renamed. */
    public static final String IMAGE = "encvoy.picture_image";

    /** Width and height, in pixels. */
    public static final int SIDE = 96;

    private static final int ID_LENGTH = 32;

    private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9]{" + ID_LENGTH + "}");

    private static final String FOLDER = "/api/pictures/";

    /** Less than the 2048 characters that Keycloak's user profile allows by default. */
    private static final int PART = 2000;

    /** A number of one digit and a colon. */
    private static final int PREFIX = 2;

    private final UserModel user;

    public PersonPicture(UserModel user) {
        this.user = user;
    }

    /** The picture at an address; empty if there is none, for whatever reason. */
    public static Optional<Picture> at(KeycloakSession session, String id) {
        RealmModel realm = session.getContext().getRealm();
        if (!realm.isEnabled() || !isId(id)) {
            return Optional.empty();
        }
        return session.users()
                .searchForUserByUserAttributeStream(realm, ID, id)
                .filter(UserModel::isEnabled)
                .map(PersonPicture::new)
                // Databases may compare without regard to case.
                .filter(picture -> id.equals(picture.id()) && picture.isShown())
                .findFirst()
                .flatMap(PersonPicture::image);
    }

    /**
     * The address of a person's picture on this server, for pages that show no others: a path.
     *
     * @return empty if the person has none, or one that is elsewhere
     */
    public static Optional<String> address(KeycloakSession session, UserModel user) {
        PersonPicture picture = new PersonPicture(user);
        return picture.isShown() ? Optional.of(address(session, picture.id()).getRawPath()) : Optional.empty();
    }

    /** The address of the picture with an id. */
    public static URI address(KeycloakSession session, String id) {
        return UriBuilder.fromUri(session.getContext().getUri(UrlType.FRONTEND).getBaseUri())
                .path("realms/{realm}" + FOLDER + "{id}")
                .build(session.getContext().getRealm().getName(), id);
    }

    /** A new address, which nothing is kept at yet. */
    public static URI freshAddress(KeycloakSession session) {
        return address(session, SecretGenerator.getInstance().randomString(ID_LENGTH));
    }

    /** Whether a text can be the last part of an address. */
    public static boolean isId(String text) {
        return RANDOM.matcher(text).matches();
    }

    /** The values of {@value #IMAGE} for a picture. */
    public static List<String> parts(Picture picture) {
        String text = picture.stored();
        return IntStream.rangeClosed(0, (text.length() - 1) / PART)
                .mapToObj(part -> part + ":" + text.substring(part * PART, Math.min(text.length(), (part + 1) * PART)))
                .toList();
    }

    /** Whether the person has a picture that was uploaded here. */
    public boolean isShown() {
        String address = user.getFirstAttribute(ATTRIBUTE);
        return id() != null && address != null && address.endsWith(FOLDER + id());
    }

    /** Keeps a picture in place of an earlier one. */
    public void keep(Picture picture, URI address) {
        String path = address.getRawPath();
        user.setSingleAttribute(ID, path.substring(path.lastIndexOf('/') + 1));
        user.setAttribute(IMAGE, parts(picture));
    }

    /** Removes the picture; the attribute that names its address is the caller's. */
    public void forget() {
        user.removeAttribute(ID);
        user.removeAttribute(IMAGE);
    }

    private String id() {
        return user.getFirstAttribute(ID);
    }

    private Optional<Picture> image() {
        try (Stream<String> parts = user.getAttributeStream(IMAGE)) {
            return Picture.ofStored(parts.filter(part -> part.length() > PREFIX)
                    .sorted()
                    .map(part -> part.substring(PREFIX))
                    .collect(Collectors.joining()));
        }
    }
}
