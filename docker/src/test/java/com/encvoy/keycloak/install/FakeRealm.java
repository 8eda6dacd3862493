package com.encvoy.keycloak.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

import com.encvoy.keycloak.admin.AdminClient;
import com.encvoy.keycloak.admin.AdminLogin;
import com.encvoy.keycloak.admin.AdminRealm;
import com.encvoy.keycloak.admin.FakeServer;
import com.encvoy.keycloak.install.thing.RealmFile;
import com.encvoy.keycloak.install.thing.RealmState;

/** A realm {@code staff} that answers what a test prepares. */
final class FakeRealm implements AutoCloseable {

    static final String PATH = "/admin/realms/staff";

    private final FakeServer server;

    FakeRealm() throws IOException {
        server = new FakeServer()
                .answering(
                        "POST /realms/master/protocol/openid-connect/token",
                        200,
                        "{\"access_token\":\"token\",\"expires_in\":600}");
    }

    /** @param json with single quotes */
    FakeRealm with(String path, String json) {
        server.answering("GET " + PATH + path, 200, json.replace('\'', '"'));
        return this;
    }

    FakeRealm accepting(String method, String path) {
        server.answering(method + " " + PATH + path, 204, "");
        return this;
    }

    /** The writing requests, without their credentials. */
    List<String> written() {
        return server.requests().stream()
                .filter(request -> request.matches("(?s)(PUT|POST|DELETE) /admin.*"))
                .map(request -> request.replace(" Bearer token", "").replace(PATH, ""))
                .toList();
    }

    RealmState state() {
        return new RealmState(admin());
    }

    AdminRealm admin() {
        try {
            AdminLogin login = AdminLogin.person("master", "admin", "password");
            return new AdminClient(server.url(), login, SSLContext.getDefault()).realm("staff");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param json with single quotes */
    static RealmFile file(String json) {
        return RealmFile.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Map.of());
    }

    @Override
    public void close() {
        server.close();
    }
}
