package com.encvoy.keycloak.movein.realm;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.movein.mapping.MovedApplication;
import com.encvoy.keycloak.movein.mapping.RealmMapping;
import com.encvoy.keycloak.movein.state.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Brings the settings of the realm. A setting that was changed here since stays; so does a mail server that is set. */
final class RealmWriter {

    /** Realm attribute: every attempt with a password computes a hash of each kind. */
    static final String BCRYPT = "encvoy.bcrypt_passwords";

    /** Realm attribute: the last day whose accounts were deleted. */
    private static final String PURGED = "encvoy.accounts_purged_until";

    private static final Set<String> NUMBERS = Set.of("otpPolicyDigits", "otpPolicyPeriod");

    private final AdminRealm realm;
    private final Outcome outcome;

    RealmWriter(AdminRealm realm, Outcome outcome) {
        this.realm = realm;
        this.outcome = outcome;
    }

    /**
     * @param bcrypt whether this run brings bcrypt hashes
     * @param firstDeletion the day before the first on which an account is deleted; null if none is
     */
    void bring(Map<String, String> fields, boolean bcrypt, String firstDeletion) {
        ObjectNode settings = realm.get("").deepCopy();
        ObjectNode attributes = settings.withObject("/attributes");
        State known = State.parse(attributes.path(State.ATTRIBUTE).asText(""));
        State before = known == null ? new State("0") : known;
        State now = new State("0").withAll(fields);
        boolean mailIsSet = known == null
                && !settings.path("smtpServer").path("host").asText("").isEmpty();
        if (mailIsSet && fields.containsKey(RealmMapping.MAIL + "host")) {
            outcome.kept("The realm already has a mail server, which stays as it is.");
        }
        fields.forEach((name, value) -> {
            boolean stays = name.startsWith(RealmMapping.MAIL) && mailIsSet;
            if (!stays && before.isNews(name, value)) {
                bring(settings, before, name, value);
            }
        });
        if (bcrypt) {
            attributes.put(BCRYPT, "true");
        }
        if (firstDeletion != null && attributes.path(PURGED).asText("").isEmpty()) {
            attributes.put(PURGED, firstDeletion);
        }
        attributes.put(State.ATTRIBUTE, now.toString());
        realm.put("", settings);
    }

    private void bring(ObjectNode settings, State before, String name, String value) {
        if (name.equals(RealmMapping.PASSWORDS)) {
            password(settings, before, value);
            return;
        }
        String here = get(settings, name);
        // Keycloak shows no password of a mail server.
        boolean asBrought = before.isAsBrought(name, here) || name.equals(RealmMapping.MAIL + "password");
        if (!before.knows(name) || asBrought) {
            set(settings, name, value);
        } else if (!Objects.equals(here, value)) {
            outcome.kept("The setting " + name.replaceFirst("^(attribute|mail) ", "")
                    + " of the realm was changed here and stays as it is.");
        }
    }

    /** The requirement is added to those of the realm. */
    private void password(ObjectNode settings, State before, String pattern) {
        String policy = settings.path("passwordPolicy").asText("");
        if (before.knows(RealmMapping.PASSWORDS) || policy.contains("regexPattern(") || pattern.contains(" and ")) {
            outcome.kept("The password policy of the realm stays as it is; Encvoy ID requires passwords that match "
                    + pattern);
            return;
        }
        settings.put("passwordPolicy", (policy.isEmpty() ? "" : policy + " and ") + "regexPattern(" + pattern + ")");
    }

    private static void set(ObjectNode settings, String name, String value) {
        if (name.startsWith(MovedApplication.ATTRIBUTE)) {
            settings.withObject("/attributes").put(name.substring(MovedApplication.ATTRIBUTE.length()), value);
        } else if (name.startsWith(RealmMapping.MAIL)) {
            settings.withObject("/smtpServer").put(name.substring(RealmMapping.MAIL.length()), value);
        } else if (NUMBERS.contains(name)) {
            settings.put(name, Integer.parseInt(value));
        } else if (name.equals("registrationAllowed")) {
            settings.put(name, Boolean.parseBoolean(value));
        } else {
            settings.put(name, value);
        }
    }

    private static String get(JsonNode settings, String name) {
        JsonNode value = name.startsWith(MovedApplication.ATTRIBUTE)
                ? settings.path("attributes").path(name.substring(MovedApplication.ATTRIBUTE.length()))
                : name.startsWith(RealmMapping.MAIL)
                        ? settings.path("smtpServer").path(name.substring(RealmMapping.MAIL.length()))
                        : settings.path(name);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
