package com.encvoy.keycloak.application.picture;

import java.util.Map;
import java.util.Optional;

import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.application.WidgetSettings;

/** The uploaded logo of an application. The permission is checked by the caller. */
public final class ApplicationLogo {

    /** Attribute of a client or realm: the picture, in Base64. Stored in realms, never to be renamed. */
    public static final String ATTRIBUTE = "encvoy.avatar_image";

    /** Width and height, in pixels. */
    public static final int SIDE = 128;

    private static final String SETTING = WidgetSettings.AVATAR.key();

    private final KeycloakSession session;
    private final ClientModel client;

    public ApplicationLogo(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
    }

    public Optional<Picture> picture() {
        return Picture.ofStored(client.getAttribute(ATTRIBUTE));
    }

    /** Keeps a picture and makes it the logo. */
    public void save(Caller caller, Picture picture) {
        String address =
                LogoAddress.of(session, client.getRealm(), picture, "applications", client.getClientId(), "avatar");
        client.setAttribute(ATTRIBUTE, picture.stored());
        client.setAttribute(SETTING, address);
        announce(caller, address);
    }

    /** Removes the picture; the application has the realm's logo then, if there is one. */
    public void remove(Caller caller) {
        client.removeAttribute(ATTRIBUTE);
        client.removeAttribute(SETTING);
        announce(caller, "");
    }

    private void announce(Caller caller, String address) {
        caller.event()
                .operation(OperationType.UPDATE)
                .resource(ResourceType.CLIENT)
                .resourcePath("clients", client.getId())
                .representation(Map.of(SETTING, address))
                .success();
    }
}
