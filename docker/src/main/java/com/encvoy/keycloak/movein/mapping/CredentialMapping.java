package com.encvoy.keycloak.movein.mapping;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.encvoy.keycloak.movein.decision.Conflict;
import com.encvoy.keycloak.movein.decision.Decisions;
import com.encvoy.keycloak.movein.source.Moments;
import com.encvoy.keycloak.movein.source.Person;
import com.encvoy.keycloak.movein.state.Hashes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Maps passwords, one-time passwords and passkeys unchanged: people do not have to set up anything again. */
final class CredentialMapping {

    /** The pack's hash provider computes no higher cost. */
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-4])\\$[./A-Za-z0-9]{53}");

    private static final Pattern BASE32 = Pattern.compile("[A-Z2-7]{16,256}=*");
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]{1,1400}");
    private static final Map<String, String> ALGORITHMS =
            Map.of("SHA1", "HmacSHA1", "SHA256", "HmacSHA256", "SHA512", "HmacSHA512");

    private static final String TOTP_LABEL = "TOTP Authenticator";
    private static final String NO_AAGUID = "00000000-0000-0000-0000-000000000000";
    private static final int LABEL = 100;
    private static final int TOKEN = 8;
    private static final int QUARTER = 900_000;

    private final Decisions decisions;
    private final Tally tally;
    private final String host;

    /** @param host name of the host that passkeys of the realm belong to */
    CredentialMapping(Decisions decisions, Tally tally, String host) {
        this.decisions = decisions;
        this.tally = tally;
        this.host = host;
    }

    /** @param created of the account, for credentials that have no date of their own */
    List<Credential> of(Person person, long created) {
        List<Credential> credentials = new ArrayList<>();
        password(person, created).ifPresent(credentials::add);
        for (JsonNode account : person.accounts()) {
            switch (account.path("type").asText()) {
                case "TOTP" -> oneTime(person, account, created).ifPresent(credentials::add);
                case "WEBAUTHN" -> passkey(person, account, created).ifPresent(credentials::add);
                default -> {
                    // A linked account.
                }
            }
        }
        return labelled(credentials);
    }

    private Optional<Credential> password(Person person, long created) {
        String hash = person.text("hashed_password");
        if (hash.isEmpty()) {
            return Optional.empty();
        }
        Matcher form = BCRYPT.matcher(hash);
        if (!form.matches()) {
            return unreadable(person, "password", "the password hash is not a bcrypt hash with a cost of up to 14");
        }
        Long changed = Moments.millis(person.user().path("password_updated_at"));
        ObjectNode secret = object().put("value", hash).put("salt", "");
        ObjectNode data =
                object().put("hashIterations", Integer.parseInt(form.group(1))).put("algorithm", "bcrypt");
        return Optional.of(new Credential(
                Credential.PASSWORD,
                Hashes.text(hash, TOKEN),
                null,
                changed == null ? created : changed,
                secret.toString(),
                data.toString()));
    }

    private Optional<Credential> oneTime(Person person, JsonNode account, long created) {
        JsonNode info = account.path("rest_info");
        String secret = info.path("secret").asText("").replace(" ", "").toUpperCase(Locale.ROOT);
        String algorithm = ALGORITHMS.get(
                info.path("algorithm").asText("sha1").replace("-", "").toUpperCase(Locale.ROOT));
        int digits = info.path("digits").asInt(6);
        int period = info.path("period").asInt(30);
        if (info.path("enabled").isBoolean() && !info.path("enabled").asBoolean()) {
            return Optional.empty();
        }
        if (!BASE32.matcher(secret).matches() || algorithm == null || period < 1 || (digits != 6 && digits != 8)) {
            return unreadable(person, "totp", "the one-time password has settings that Keycloak does not support");
        }
        ObjectNode data = object().put("subType", "totp")
                .put("digits", digits)
                .put("counter", 0)
                .put("period", period)
                .put("algorithm", algorithm)
                .put("secretEncoding", "BASE32");
        return Optional.of(new Credential(
                Credential.ONE_TIME,
                Hashes.text(secret, TOKEN),
                TOTP_LABEL,
                distinct(created, secret),
                object().put("value", secret).toString(),
                data.toString()));
    }

    private Optional<Credential> passkey(Person person, JsonNode account, long created) {
        JsonNode info = account.path("rest_info");
        String id = account.path("sub").asText("").replace("=", "");
        JsonNode key = info.path("publicKey");
        byte[] cose = new byte[key.size()];
        for (int i = 0; i < cose.length; i++) {
            cose[i] = (byte) key.path(i).asInt();
        }
        if (!BASE64URL.matcher(id).matches() || cose.length == 0) {
            String hash = Hashes.text(id, TOKEN);
            return unreadable(person, "passkey/" + hash, "a passkey has no readable ID or public key");
        }
        String registered = account.path("issuer").asText("").replaceFirst("^https?://([^/:]+).*", "$1");
        if (!registered.isEmpty() && !registered.equals(host)) {
            tally.note(
                    "passkeys belong to the host " + registered + ": they only work if people reach the realm at that"
                            + " host, or if the Relying party ID in its passwordless WebAuthn policy is that host");
        }
        byte[] raw = Base64.getUrlDecoder().decode(id);
        ObjectNode data = object().put("aaguid", info.path("aaguid").asText(NO_AAGUID))
                .put("credentialId", Base64.getEncoder().encodeToString(raw))
                .put("counter", info.path("counter").asLong(0))
                .put(
                        "credentialPublicKey",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(cose))
                .put("attestationStatementFormat", "none");
        data.putArray("transports");
        Long since = Moments.millis(info.path("createdAt"));
        String label = account.path("label").asText("");
        return Optional.of(new Credential(
                Credential.PASSKEY,
                Hashes.text(id, TOKEN),
                label.isBlank() ? "Passkey" : label.strip(),
                since == null ? distinct(created, id) : since,
                "{}",
                data.toString()));
    }

    /** A date by which a later run tells a credential from the one that replaces it; within a quarter of an hour. */
    private static long distinct(long created, String value) {
        return created + Math.floorMod(Hashes.number(value), QUARTER);
    }

    private Optional<Credential> unreadable(Person person, String what, String why) {
        decisions.about(Conflict.of(
                "person/" + person.number() + "/" + what,
                "Person " + person.number() + ": " + why + ". It is left out.",
                Conflict.NONE,
                Conflict.NONE));
        return Optional.empty();
    }

    /** Keycloak refuses two credentials of a person with the same label. */
    private static List<Credential> labelled(List<Credential> credentials) {
        Set<String> labels = new HashSet<>();
        List<Credential> labelled = new ArrayList<>();
        for (Credential credential : credentials) {
            if (credential.label() == null) {
                labelled.add(credential);
                continue;
            }
            String first = credential
                    .label()
                    .substring(0, Math.min(LABEL, credential.label().length()));
            String label = first;
            for (int n = 2; !labels.add(label); n++) {
                label = first + " (" + n + ")";
            }
            labelled.add(credential.labelled(label));
        }
        return labelled;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
