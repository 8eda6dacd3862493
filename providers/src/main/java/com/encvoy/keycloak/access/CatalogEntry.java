package com.encvoy.keycloak.access;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;

import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.application.Settings;

/**
 * The marker by which an application in the catalogue is found. Keycloak cannot search clients by their attributes, but
 * it can search the roles of all clients by their name: each application in the catalogue has a client role of this
 * name, whose description says below which heading and by which name the application is listed. No one is granted the
 * role.
 *
 * @param type the heading; empty for other applications
 * @param title name of the application
 */
public record CatalogEntry(String type, String title) {

    /** Name of the client role. Stored in realms, never to be renamed. */
    public static final String ROLE = "encvoy.catalog";

    /** Cannot be in a heading, which is printable text on one line. */
    private static final String SEPARATOR = "\t";

    /** As Keycloak stores it; a name that is too long is cut, which only its place in the list shows. */
    private static final int DESCRIPTION = 255;

    /** Whether an application is in the catalogue: it says so, and it is trusted. */
    public static boolean isListed(ClientModel client) {
        return ApplicationPermissions.isApplication(client)
                && Settings.CATALOG.valueFor(client)
                && Application.of(client).untrustedCreator().isEmpty();
    }

    public static CatalogEntry of(ClientModel client) {
        return new CatalogEntry(
                Settings.CATALOG_TYPE.valueFor(client).orElse(""),
                Application.of(client).title());
    }

    /** Of a role with the name {@link #ROLE}. */
    public static CatalogEntry of(RoleModel role) {
        String text = role.getDescription() == null ? "" : role.getDescription();
        int end = text.indexOf(SEPARATOR);
        return end < 0 ? new CatalogEntry("", text) : new CatalogEntry(text.substring(0, end), text.substring(end + 1));
    }

    String description() {
        String text = type + SEPARATOR + title;
        if (text.length() <= DESCRIPTION) {
            return text;
        }
        // Do not cut a surrogate pair in half.
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(DESCRIPTION - 1)) ? DESCRIPTION - 1 : DESCRIPTION);
    }
}
