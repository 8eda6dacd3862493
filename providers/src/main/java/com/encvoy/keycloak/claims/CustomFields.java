package com.encvoy.keycloak.claims;

import java.util.Map;
import java.util.TreeMap;

import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.Settings;

/** The custom fields that a realm's user profile declares. */
public final class CustomFields {

    private CustomFields() {}

    /** By name, without the prefix of the attribute: the text that the realm has for it, else the name. */
    public static Map<String, String> of(UPConfig profile) {
        Map<String, String> fields = new TreeMap<>();
        profile.getAttributes().stream()
                .filter(attribute -> attribute.getName().startsWith(Settings.CUSTOM_FIELD))
                .forEach(attribute -> {
                    String name = attribute.getName().substring(Settings.CUSTOM_FIELD.length());
                    String label = attribute.getDisplayName();
                    fields.put(name, StringUtil.isBlank(label) || label.contains("${") ? name : label);
                });
        return fields;
    }
}
