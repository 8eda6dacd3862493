package com.encvoy.keycloak.server.cost;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What requests have cost since the account was opened, one item a line. */
final class Account {

    private static final Queue<String> ITEMS = new ConcurrentLinkedQueue<>();

    /** False until it is asked for, so that items do not fill the memory of the server. */
    private static volatile boolean open;

    private Account() {}

    static void open() {
        ITEMS.clear();
        open = true;
    }

    static void close() {
        open = false;
        ITEMS.clear();
    }

    static void add(String item) {
        if (open) {
            ITEMS.add(item);
        }
    }

    static List<String> items() {
        return List.copyOf(ITEMS);
    }
}
