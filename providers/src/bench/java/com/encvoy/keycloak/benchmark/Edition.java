package com.encvoy.keycloak.benchmark;

import com.encvoy.keycloak.server.node.OptimizedDistribution;

/** What a server is built from. */
enum Edition {
    STOCK("plain") {
        @Override
        OptimizedDistribution distribution() {
            return OptimizedDistribution.stock();
        }
    },

    /** With the pack as the image has it. */
    PACK("shipped") {
        @Override
        OptimizedDistribution distribution() {
            return OptimizedDistribution.shipped();
        }
    },

    /** With the pack, where Java computes passwords and signatures. */
    PACK_WITHOUT_NATIVE("java") {
        @Override
        OptimizedDistribution distribution() {
            return OptimizedDistribution.shippedWithoutNative();
        }
    };

    private final String database;

    Edition(String database) {
        this.database = database;
    }

    /** The name of its database and of its log. */
    String database() {
        return database;
    }

    boolean hasPack() {
        return this != STOCK;
    }

    abstract OptimizedDistribution distribution();

    /**
     * With the pack or without it. The system property {@code encvoy.benchmark.native}, {@code true} unless set,
     * decides whether the pack has its native JAR.
     */
    static Edition of(boolean withPack) {
        return withPack ? isNative() ? PACK : PACK_WITHOUT_NATIVE : STOCK;
    }

    static boolean isNative() {
        return Boolean.parseBoolean(System.getProperty("encvoy.benchmark.native", "true"));
    }
}
