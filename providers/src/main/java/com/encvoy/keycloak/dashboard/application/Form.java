package com.encvoy.keycloak.dashboard.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MultivaluedMap;

import com.encvoy.keycloak.dashboard.shell.Visit;

/** A form that a person sent. */
public final class Form {

    private final MultivaluedMap<String, String> fields;

    private Form(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    /** @throws jakarta.ws.rs.WebApplicationException 403 unless it comes from a page of this session */
    public static Form of(Visit visit) {
        return new Form(visit.form());
    }

    /** @param fields that were read elsewhere, with the check that they come from a page of this session */
    public static Form of(MultivaluedMap<String, String> fields) {
        return new Form(fields);
    }

    /** The first value of a field, without white space around it and with plain line breaks; empty if there is none. */
    public String text(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value.strip().replace("\r\n", "\n");
    }

    /** The lines of a field, also blank ones. */
    public List<String> lines(String field) {
        return text(field).lines().toList();
    }

    /** All values of a field of check boxes. */
    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** The text that was typed, to be shown again. */
    public Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        fields.forEach((field, all) -> {
            if (!Visit.CSRF_FIELD.equals(field) && !all.isEmpty()) {
                values.put(field, all.get(0));
            }
        });
        return values;
    }
}
