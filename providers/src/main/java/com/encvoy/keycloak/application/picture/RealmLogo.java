package com.encvoy.keycloak.application.picture;

import java.util.Map;
import java.util.Optional;

import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.access.Caller;
import com.encvoy.keycloak.application.WidgetSettings;

/** The uploaded logo of applications without one of their own. The permission is checked by the caller. */
public final class RealmLogo {

    private static final String SETTING = WidgetSettings.AVATAR.key();

    private final KeycloakSession session;
    private final RealmModel realm;

    public RealmLogo(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public Optional<Picture> picture() {
        return Picture.ofStored(realm.getAttribute(ApplicationLogo.ATTRIBUTE));
    }

    public void save(Caller caller, Picture picture) {
        String address = LogoAddress.of(session, realm, picture, "avatar");
        realm.setAttribute(ApplicationLogo.ATTRIBUTE, picture.stored());
        realm.setAttribute(SETTING, address);
        announce(caller, address);
    }

    public void remove(Caller caller) {
        realm.removeAttribute(ApplicationLogo.ATTRIBUTE);
        realm.removeAttribute(SETTING);
        announce(caller, "");
    }

    private static void announce(Caller caller, String address) {
        caller.event()
                .operation(OperationType.UPDATE)
                .resource(ResourceType.REALM)
                .representation(Map.of(SETTING, address))
                .success();
    }
}
