package com.encvoy.keycloak.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** A realm in Keycloak's Admin REST API. Paths begin with a slash, or are empty for the realm itself. */
public final class AdminRealm {

    private final AdminClient client;
    private final String name;

    AdminRealm(AdminClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /** Name of the realm. */
    public String name() {
        return name;
    }

    /** @return the answer; a missing node if there is nothing at this path */
    public JsonNode get(String path) {
        AdminAnswer answer = client.send("GET", at(path), null);
        return answer.status() == AdminAnswer.MISSING
                ? MissingNode.getInstance()
                : answer.isSuccess()
                        ? answer.body()
                        : client.require("GET", at(path), null).body();
    }

    /** A request whose refusal the caller handles, such as a name that exists. */
    public AdminAnswer send(String method, String path, JsonNode body) {
        return client.send(method, at(path), body);
    }

    /** @throws AdminException if the server refuses */
    public AdminAnswer require(String method, String path, JsonNode body) {
        return client.require(method, at(path), body);
    }

    /** @throws AdminException if the server refuses */
    public AdminAnswer post(String path, JsonNode body) {
        return client.require("POST", at(path), body);
    }

    /** @throws AdminException if the server refuses */
    public void put(String path, JsonNode body) {
        client.require("PUT", at(path), body);
    }

    /** @throws AdminException if the server refuses, also because it is gone already */
    public void delete(String path) {
        client.require("DELETE", at(path), null);
    }

    /** @throws AdminException if the server refuses */
    public void delete(String path, JsonNode body) {
        client.require("DELETE", at(path), body);
    }

    /**
     * The members of a list, read a page at a time.
     *
     * @param path of the list, without {@code first} and {@code max}
     * @param size of a page
     */
    public Iterable<JsonNode> pages(String path, int size) {
        return () -> new Pages(path, size);
    }

    /** A value for a path or a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String at(String path) {
        return "/admin/realms/" + encoded(name) + path;
    }

    /** Holds one page. */
    private final class Pages implements Iterator<JsonNode> {

        private final String path;
        private final int size;
        private final List<JsonNode> page = new ArrayList<>();

        private int first;
        private int next;
        private boolean atEnd;

        Pages(String path, int size) {
            this.path = path;
            this.size = size;
        }

        @Override
        public boolean hasNext() {
            if (next == page.size() && !atEnd) {
                page.clear();
                next = 0;
                get(path + (path.contains("?") ? "&" : "?") + "first=" + first + "&max=" + size)
                        .forEach(page::add);
                first += page.size();
                atEnd = page.size() < size;
            }
            return next < page.size();
        }

        @Override
        public JsonNode next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.get(next++);
        }
    }
}
