package com.encvoy.keycloak.dashboard.history;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.account.activity.HistoryEntry;
import com.encvoy.keycloak.application.Application;
import com.encvoy.keycloak.dashboard.shell.Moment;

/** What happened, for a template. */
final class ShownEntry {

    private final RealmModel realm;
    private final Locale language;
    private final Map<String, Optional<String>> applications = new HashMap<>();

    ShownEntry(RealmModel realm, Locale language) {
        this.realm = realm;
        this.language = language;
    }

    Map<String, Object> model(HistoryEntry entry) {
        Map<String, Object> model = new HashMap<>();
        model.put("code", entry.code());
        model.put("kind", entry.weight().name().toLowerCase(Locale.ROOT));
        model.put("time", Moment.time(entry.time().toEpochMilli(), language));
        entry.application()
                .flatMap(clientId -> applications.computeIfAbsent(clientId, this::publicName))
                .ifPresent(name -> model.put("application", name));
        entry.device().text().ifPresent(device -> model.put("device", device));
        entry.address().ifPresent(address -> model.put("address", address));
        return model;
    }

    /** Empty for applications that are gone, and for those without a name, such as Keycloak's own. */
    private Optional<String> publicName(String clientId) {
        ClientModel client = realm.getClientByClientId(clientId);
        return client == null
                        || StringUtil.isBlank(client.getName())
                        || client.getName().startsWith("${")
                ? Optional.empty()
                : Optional.of(Application.of(client).title());
    }
}
