package com.encvoy.keycloak.api;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * {@code /admin/realms/{realm}/encvoy-blank-settings}: removes a setting that is blank. Keycloak's own Admin REST API
 * can only make a theme blank, which means the same, but an export then differs from that of a realm that never had
 * one. {@code encvoy uninstall} leaves none behind.
 */
public final class BlankSettingsResource {

    private record Setting(Function<RealmModel, String> value, BiConsumer<RealmModel, String> change) {}

    private static final Map<String, Setting> SETTINGS = Map.of(
            "loginTheme", new Setting(RealmModel::getLoginTheme, RealmModel::setLoginTheme),
            "emailTheme", new Setting(RealmModel::getEmailTheme, RealmModel::setEmailTheme),
            "accountTheme", new Setting(RealmModel::getAccountTheme, RealmModel::setAccountTheme),
            "adminTheme", new Setting(RealmModel::getAdminTheme, RealmModel::setAdminTheme),
            "defaultLocale", new Setting(RealmModel::getDefaultLocale, BlankSettingsResource::setDefaultLocale));

    private final RealmModel realm;
    private final AdminPermissionEvaluator permissions;
    private final AdminEventBuilder event;

    BlankSettingsResource(RealmModel realm, AdminPermissionEvaluator permissions, AdminEventBuilder event) {
        this.realm = realm;
        this.permissions = permissions;
        this.event = event;
    }

    /** Keycloak's cache changes the language of a realm only after something else was changed (26.6 and 26.7). */
    private static void setDefaultLocale(RealmModel realm, String locale) {
        realm.setInternationalizationEnabled(realm.isInternationalizationEnabled());
        realm.setDefaultLocale(locale);
    }

    /** Leaves a setting with a value alone. */
    @DELETE
    @Path("{name}")
    public void remove(@PathParam("name") String name) {
        permissions.realm().requireManageRealm();
        Setting setting = SETTINGS.get(name);
        if (setting == null) {
            throw new NotFoundException();
        }
        String value = setting.value().apply(realm);
        if (value != null && value.isBlank()) {
            setting.change().accept(realm, null);
            event.operation(OperationType.UPDATE)
                    .resource(ResourceType.REALM)
                    .resourcePath(name)
                    .success();
        }
    }
}
