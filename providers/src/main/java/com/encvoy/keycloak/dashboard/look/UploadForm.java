package com.encvoy.keycloak.dashboard.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.http.FormPartValue;

import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.application.picture.Picture;
import com.encvoy.keycloak.dashboard.shell.Visit;

/** A form with a picture that a person chose. */
final class UploadForm {

    /** Name of the field. */
    private static final String PICTURE = "picture";

    /** In pixels. */
    private static final int SIDE = 128;

    private final Picture.Upload upload;

    private UploadForm(Picture.Upload upload) {
        this.upload = upload;
    }

    /** @throws jakarta.ws.rs.WebApplicationException 403 unless it comes from a page of this session */
    static UploadForm of(Visit visit) {
        MultivaluedMap<String, FormPartValue> parts =
                visit.session().getContext().getHttpRequest().getMultiPartFormParameters();
        FormPartValue token = parts == null ? null : parts.getFirst(Visit.CSRF_FIELD);
        visit.checkCsrf(token == null ? null : text(token));
        FormPartValue file = parts.getFirst(PICTURE);
        try (InputStream bytes = file == null ? InputStream.nullInputStream() : file.asInputStream()) {
            return new UploadForm(Picture.read(
                    bytes == null ? InputStream.nullInputStream() : bytes, PICTURE, SIDE, Picture.Part.WHOLE));
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
    List<Refusal> refusals() {
        return upload.refusal().map(List::of).orElse(List.of());
    }

    Picture picture() {
        return upload.picture().orElseThrow();
    }
}
