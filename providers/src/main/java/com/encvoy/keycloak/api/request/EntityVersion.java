package com.encvoy.keycloak.api.request;

import java.util.regex.Pattern;

import org.keycloak.models.ClientModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.editing.ApplicationVersion;

/** The headers {@code ETag} and {@code If-Match} (RFC 9110, section 13.1.1) of an application. */
public final class EntityVersion {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");

    private EntityVersion() {}

    /** The value of {@code ETag}. */
    public static String tag(ClientModel client) {
        return '"' + ApplicationVersion.of(client) + '"';
    }

    /**
     * The version that the caller has seen.
     *
     * @param ifMatch the header; {@code *} for any version
     * @return null for any
     * @throws jakarta.ws.rs.WebApplicationException 428 without the header, 412 if the application was changed since
     */
    public static String required(String ifMatch, ClientModel client) {
        if (StringUtil.isBlank(ifMatch)) {
            throw ApiError.preconditionRequired();
        }
        return optional(ifMatch, client);
    }

    /**
     * As {@link #required}, but the header may be missing.
     *
     * @return null for any
     * @throws jakarta.ws.rs.WebApplicationException 412 if the application was changed since
     */
    public static String optional(String ifMatch, ClientModel client) {
        if (StringUtil.isBlank(ifMatch) || ifMatch.strip().equals("*")) {
            return null;
        }
        String current = ApplicationVersion.of(client);
        // A weak tag never matches here.
        boolean matches = TAG.matcher(ifMatch)
                .results()
                .anyMatch(tag -> tag.group(1) == null && tag.group(2).equals(current));
        if (!matches) {
            throw ApiError.preconditionFailed("The application has been changed since it was read.");
        }
        return current;
    }
}
