package com.encvoy.keycloak.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** How two canonical forms differ, as lines for people. Values of members that hold secrets are not shown. */
final class Difference {

    private static final int MAX_LINES = 12;
    private static final int MAX_VALUE = 100;

    private final List<String> lines = new ArrayList<>();
    private final String first;
    private final String second;

    private Difference(String first, String second) {
        this.first = first;
        this.second = second;
    }

    /**
     * @param present the form in the realm
     * @param expected the form that is wanted, or that was written
     * @param name of the expected form, such as <em>realm file</em>
     */
    static List<String> lines(JsonNode present, JsonNode expected, String name) {
        Difference difference = new Difference("realm", name);
        difference.compare("", present, expected);
        List<String> lines = difference.lines;
        if (lines.size() <= MAX_LINES) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, MAX_LINES));
        shown.add("and " + (lines.size() - MAX_LINES) + " more");
        return shown;
    }

    private void compare(String path, JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return;
        }
        if (one.isObject() && other.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path.isEmpty() ? name : path + "." + name, one.path(name), other.path(name)));
        } else if (one.isArray() && other.isArray() && !isText(one) && !isText(other)) {
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                compare(path + "[" + i + "]", one.path(i), other.path(i));
            }
        } else {
            lines.add((path.isEmpty() ? "" : path + ": ") + first + " " + shown(path, one) + ", " + second + " "
                    + shown(path, other));
        }
    }

    private static boolean isText(JsonNode list) {
        return list.path(0).isTextual();
    }

    static String shown(String path, JsonNode value) {
        if (value instanceof MissingNode) {
            return "nothing";
        }
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.contains("secret") || lower.contains("password")) {
            return "(not shown)";
        }
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.length() > MAX_VALUE ? text.substring(0, MAX_VALUE) + "..." : text;
    }
}
