package com.encvoy.keycloak.dashboard.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.http.FormPartValue;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.application.picture.Picture;
import com.encvoy.keycloak.dashboard.shell.Visit;

/** A form with a picture that a person chose. */
public final class UploadForm {

    /** Name of the field. */
    private static final String PICTURE = "picture";

    private final Picture.Upload upload;

    private UploadForm(Picture.Upload upload) {
        this.upload = upload;
    }

    /**
     * @param csrf throws unless it is given the token of this session, before the picture is read
     * @param side of the picture, in pixels
     */
    public static UploadForm of(KeycloakSession session, Consumer<String> csrf, int side, Picture.Part part) {
        MultivaluedMap<String, FormPartValue> parts =
                session.getContext().getHttpRequest().getMultiPartFormParameters();
        FormPartValue token = parts == null ? null : parts.getFirst(Visit.CSRF_FIELD);
        csrf.accept(token == null ? null : text(token));
        FormPartValue file = parts == null ? null : parts.getFirst(PICTURE);
        try (InputStream bytes = file == null ? InputStream.nullInputStream() : file.asInputStream()) {
            return new UploadForm(
                    Picture.read(bytes == null ? InputStream.nullInputStream() : bytes, PICTURE, side, part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null for a part with a file name, of which Keycloak has no text. */
    private static String text(FormPartValue part) {
        try {
            return part.asString();
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** Why the picture is not taken; empty if it is. */
    public List<Refusal> refusals() {
        return upload.refusal().map(List::of).orElse(List.of());
    }

    public Picture picture() {
        return upload.picture().orElseThrow();
    }
}
