package com.encvoy.keycloak.movein.mapping;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The user profile of the realm with all attributes of moved people: Keycloak removes an undeclared attribute at the
 * next change of a person's profile. Only adds declarations; existing ones stay as they are.
 */
public final class ProfileDeclaration {

    private static final String CUSTOM = "custom_fields.";
    private static final String MIDDLE_NAME = "middle_name";
    private static final String SCOPE = "encvoy-account";

    private final ObjectNode profile;
    private final ProfileCheck before;

    private ProfileDeclaration(JsonNode profile) {
        this.profile = profile.deepCopy();
        this.before = new ProfileCheck(profile);
    }

    /**
     * @param profile the answer of {@code GET /users/profile}
     * @param stateAttribute name of the attribute that keeps what was brought
     * @return what to put there; the same if it has everything
     */
    public static JsonNode complete(
            JsonNode profile, CustomFields fields, FieldRules rules, RealmFacts realm, String stateAttribute) {
        ProfileDeclaration declaration = new ProfileDeclaration(profile);
        fields.names().forEach((field, name) -> declaration.custom(field, name, fields, rules, realm));
        declaration.addOptions(fields);
        declaration.ownNames();
        declaration.middleName(realm);
        declaration.own(stateAttribute, "Moved in from Encvoy ID", true);
        declaration.own(PersonMapping.DELETE_AFTER, "Last day on which the account can be restored", true);
        if (!declaration.before.declares(PersonMapping.SUBJECT)) {
            declaration
                    .own(PersonMapping.SUBJECT, "Subject from Encvoy ID", true)
                    .putObject("validations")
                    .putObject("encvoy-subject");
        }
        return declaration.profile;
    }

    private ArrayNode attributes() {
        return profile.withArray("/attributes");
    }

    /** An attribute that administrators alone see, if it is not declared. */
    private ObjectNode own(String name, String title, boolean editable) {
        if (before.declares(name)) {
            return profile.objectNode();
        }
        ObjectNode attribute = attributes().addObject().put("name", name).put("displayName", title);
        permissions(attribute, List.of("admin"), editable ? List.of("admin") : List.of());
        return attribute.put("multivalued", false);
    }

    private static void permissions(ObjectNode attribute, List<String> view, List<String> edit) {
        ObjectNode permissions = attribute.putObject("permissions");
        view.forEach(permissions.putArray("view")::add);
        edit.forEach(permissions.putArray("edit")::add);
    }

    private void custom(String field, String name, CustomFields fields, FieldRules rules, RealmFacts realm) {
        if (before.declares(CUSTOM + name)) {
            return;
        }
        JsonNode rule = rules.of(field);
        boolean active = rule.path("active").asBoolean(true);
        boolean editable = rule.path("editable").asBoolean(true);
        boolean required = active && rule.path("required").asBoolean(false);
        String title = fields.title(field).isBlank() ? name : fields.title(field);
        ObjectNode attribute =
                attributes().addObject().put("name", CUSTOM + name).put("displayName", title);
        permissions(attribute, List.of("admin", "user"), editable ? List.of("admin", "user") : List.of("admin"));
        attribute.put("multivalued", false);
        String pattern = rules.pattern(field);
        if (!pattern.isEmpty()) {
            ObjectNode validator = attribute.putObject("validations").putObject("pattern");
            validator.put("pattern", pattern);
            if (!rules.message(field).isEmpty()) {
                validator.put("error-message", rules.message(field));
            }
        }
        if (required && editable) {
            attribute.putObject("required").putArray("roles").add("user");
        } else {
            select(attribute, realm);
        }
    }

    private void middleName(RealmFacts realm) {
        if (before.declares(MIDDLE_NAME)) {
            return;
        }
        ObjectNode attribute = attributes().addObject().put("name", MIDDLE_NAME).put("displayName", "Middle name");
        ObjectNode validations = attribute.putObject("validations");
        validations.putObject("length").put("max", 255);
        validations.putObject("person-name-prohibited-characters");
        permissions(attribute, List.of("admin", "user"), List.of("admin", "user"));
        attribute.put("multivalued", false);
        select(attribute, realm);
    }

    /** Edited on the pages about oneself, not in the forms of a login. */
    private static void select(ObjectNode attribute, RealmFacts realm) {
        if (realm.scopes().contains(SCOPE)) {
            attribute.putObject("selector").putArray("scopes").add(SCOPE);
        }
    }

    /** Logins that look like the address or number of another person are refused from now on, as before. */
    private void ownNames() {
        for (JsonNode attribute : attributes()) {
            if (attribute.path("name").asText().equals("username")) {
                ((ObjectNode) attribute).withObject("/validations/encvoy-username");
            }
        }
    }

    private void addOptions(CustomFields fields) {
        for (JsonNode attribute : attributes()) {
            JsonNode options = attribute.path("validations").path("options").path("options");
            if (attribute.path("name").asText().equals("public_profile_claims_oauth") && options.isArray()) {
                List<String> known = before.options("public_profile_claims_oauth");
                fields.names().values().stream()
                        .filter(name -> !known.contains(name))
                        .forEach(((ArrayNode) options)::add);
            }
        }
    }
}
