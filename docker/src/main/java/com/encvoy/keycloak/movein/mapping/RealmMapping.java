package com.encvoy.keycloak.movein.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Maps settings of the whole system to settings of the realm. The result has members of the realm's JSON, its
 * attributes behind {@link MovedApplication#ATTRIBUTE}, and its mail server behind {@link #MAIL}.
 */
public final class RealmMapping {

    /** Before the name of a setting of the mail server. */
    public static final String MAIL = "mail ";

    /** The requirements on passwords, to be joined with those of the realm. */
    public static final String PASSWORDS = "regexPattern";

    private static final int SMTPS = 465;

    /** The lifetime of a mailed code if the system does not set one. */
    private static final int CODE_SECONDS = 900;

    private final RealmFacts realm;
    private final LookMapping look;
    private final Tally tally;

    public RealmMapping(RealmFacts realm, LookMapping look, Tally tally) {
        this.realm = realm;
        this.look = look;
        this.tally = tally;
    }

    /**
     * @param root row of the client that stands for the system
     * @param settings values of the table {@code "Settings"} by name
     * @param providers rows of the table {@code "Provider"}
     * @param passwordPattern what passwords must match, empty for anything
     */
    public Map<String, String> of(
            JsonNode root, Map<String, JsonNode> settings, List<JsonNode> providers, String passwordPattern) {
        Map<String, String> fields = new LinkedHashMap<>();
        look.settings(root).forEach((name, value) -> ApplicationMapping.attribute(fields, name, value));
        switch (root.path("cover_mode").asText("")) {
            case "REPLACE" -> ApplicationMapping.attribute(fields, "encvoy.cover_mode", "REPLACE");
            case "INHERIT" -> ApplicationMapping.attribute(fields, "encvoy.cover_mode", "INHERIT");
            default -> {
                // The system has no picture for applications; nor has the realm then.
            }
        }
        String language = settings.getOrDefault("i18n", root.path("none"))
                .path("default_language")
                .asText("");
        if (language.length() >= 2 && realm.locales().contains(language.substring(0, 2))) {
            fields.put("defaultLocale", language.substring(0, 2));
        }
        String registration = text(settings, "registration_policy");
        if (!registration.isEmpty()) {
            fields.put("registrationAllowed", String.valueOf(registration.equals("allowed")));
        }
        if (settings.containsKey("default_public_profile_claims_oauth")) {
            String names = text(settings, "default_public_profile_claims_oauth").replaceAll("\\bid\\b", "");
            ApplicationMapping.attribute(
                    fields,
                    "encvoy.default_public_profile_claims_oauth",
                    ("id " + names).strip().replaceAll("\\s+", " "));
        }
        if (text(settings, "catalog").equals("true")) {
            ApplicationMapping.attribute(fields, "encvoy.catalog", "true");
        }
        byHand(settings);
        left(settings);
        for (JsonNode provider : providers) {
            JsonNode params = provider.path("params");
            switch (provider.path("type").asText("")) {
                case "EMAIL", "EMAIL_CUSTOM" -> {
                    mail(fields, params);
                    lifetime(params.path("mail_code_ttl_sec").asInt(CODE_SECONDS));
                }
                case "TOTP" -> oneTime(fields, params);
                case "PHONE", "KLOUD" ->
                    tally.byHand("codes by phone (" + provider.path("name").asText("")
                            + "), which need an extension of Keycloak");
                case "ETHEREUM", "MTLS" ->
                    tally.left("ways to sign in of type "
                            + provider.path("type").asText() + ": the flows of the realm have no step for them");
                default -> {
                    // Identity providers have a mapping of their own, and passkeys need none.
                }
            }
        }
        if (!passwordPattern.isEmpty()) {
            fields.put(PASSWORDS, passwordPattern);
        }
        return fields;
    }

    private static String text(Map<String, JsonNode> settings, String name) {
        JsonNode value = settings.get(name);
        return value == null || value.isContainerNode() ? "" : value.asText("").strip();
    }

    private void byHand(Map<String, JsonNode> settings) {
        if (!text(settings, "allowed_login_fields").isEmpty()
                && !text(settings, "allowed_login_fields").equals("login phone_number")) {
            tally.byHand("the option allowed_login_fields of the step Encvoy: identifier ("
                    + text(settings, "allowed_login_fields") + ")");
        }
        JsonNode second = settings.get("two_factor_authentication");
        if (second != null && second.path("controlled_methods").size() > 0) {
            tally.byHand("two-factor authentication, which is part of a flow in Keycloak");
        }
        if (text(settings, "authorize_only_admins").equals("true")) {
            tally.byHand("the rule that only administrators may sign in (authorize_only_admins): set it for each"
                    + " application");
        }
        if (!text(settings, "data_processing_agreement").isEmpty()) {
            tally.byHand("the text of the required action Terms and Conditions, which links to "
                    + text(settings, "data_processing_agreement"));
        }
        if (text(settings, "registration_policy").equals("allowed_autoregistration_only")) {
            tally.byHand("registration only for people who come from an identity provider (registration_policy), in"
                    + " the flow of new links");
        }
        if (text(settings, "prohibit_identifier_binding").equals("true")) {
            tally.byHand("the rule that people may not link accounts (prohibit_identifier_binding), in the flow of new"
                    + " links");
        }
    }

    private void lifetime(int seconds) {
        if (seconds != CODE_SECONDS) {
            tally.byHand("the option mail_code_ttl_sec of each step Encvoy: e-mail code ("
                    + Math.max(60, Math.min(3600, seconds)) + ")");
        }
    }

    private void left(Map<String, JsonNode> settings) {
        if (!text(settings, "default_public_profile_claims_gravatar").isEmpty()) {
            tally.left("fields that new people show to everyone: the realm shows them to applications only");
        }
        JsonNode sentry = settings.get("sentry");
        if (sentry != null && sentry.path("enabled").asBoolean(false)) {
            tally.left("error reports to Sentry: Keycloak writes errors to its log");
        }
    }

    private static void mail(Map<String, String> fields, JsonNode params) {
        String host = params.path("mail_hostname").asText("").strip();
        String from = params.path("root_mail").asText("").strip();
        if (host.isEmpty() || from.isEmpty() || fields.containsKey(MAIL + "host")) {
            return;
        }
        int port = params.path("mail_port").asInt(25);
        String password = params.path("mail_password").asText("");
        fields.put(MAIL + "host", host);
        fields.put(MAIL + "port", String.valueOf(port));
        fields.put(MAIL + "from", from);
        fields.put(MAIL + "ssl", String.valueOf(port == SMTPS));
        fields.put(MAIL + "starttls", String.valueOf(port != SMTPS && port != 25));
        fields.put(MAIL + "auth", String.valueOf(!password.isEmpty()));
        if (!password.isEmpty()) {
            fields.put(MAIL + "user", from);
            fields.put(MAIL + "password", password);
        }
    }

    /** The dashboard of Encvoy ID writes other names than its backend reads. */
    private static void oneTime(Map<String, String> fields, JsonNode params) {
        int digits = params.path("digits").asInt(params.path("code_length").asInt(6));
        int period = params.path("period").asInt(params.path("time_step").asInt(30));
        String algorithm = params.path("algorithm").asText("sha1").toUpperCase(Locale.ROOT);
        if ((digits == 6 || digits == 8) && period > 0 && algorithm.matches("SHA(1|256|512)")) {
            fields.put("otpPolicyDigits", String.valueOf(digits));
            fields.put("otpPolicyPeriod", String.valueOf(period));
            fields.put("otpPolicyAlgorithm", "Hmac" + algorithm);
        }
    }
}
