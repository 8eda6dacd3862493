package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.keycloak.representations.idm.RealmRepresentation;

import com.encvoy.keycloak.server.TestRealm;

/** A mail server that hangs: it takes connections and says nothing. */
final class SilentMailServer implements AutoCloseable {

    private final ServerSocket smtp = new ServerSocket(0);
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    /** Becomes the mail server of a realm. */
    SilentMailServer(TestRealm realm) throws IOException {
        Thread silent = new Thread(this::accept);
        silent.setDaemon(true);
        silent.start();
        RealmRepresentation changed = realm.admin().toRepresentation();
        Map<String, String> settings = new HashMap<>(changed.getSmtpServer());
        settings.put("port", String.valueOf(smtp.getLocalPort()));
        changed.setSmtpServer(settings);
        realm.admin().update(changed);
    }

    private void accept() {
        while (!smtp.isClosed()) {
            try {
                connections.add(smtp.accept());
            } catch (IOException e) {
                // It was closed.
            }
        }
    }

    /** How many mails, and probes, have tried it. */
    int connections() {
        return connections.size();
    }

    @Override
    public void close() throws IOException {
        smtp.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
