package com.encvoy.keycloak.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.encvoy.keycloak.server.Pack;
import com.encvoy.keycloak.server.Postgres;

/** What a benchmark ran on, for the head of its table. */
final class Machine {

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private Machine() {}

    /**
     * @param rounds how they were made
     * @return a paragraph
     */
    static String description(Postgres postgres, String rounds) throws IOException {
        return description(postgres, rounds, VirtualUsers.USERS);
    }

    /** @param users how many virtual ones at once */
    static String description(Postgres postgres, String rounds, int users) throws IOException {
        String machine = "%s, %s; %d cores, which the load and PostgreSQL share with the servers; Keycloak %s; Java %s"
                .formatted(
                        processor(),
                        hasAvx512() ? "with AVX-512" : "without AVX-512",
                        Runtime.getRuntime().availableProcessors(),
                        Pack.keycloakVersion(),
                        Runtime.version().feature());
        return "%s; PostgreSQL %s; %s; %d virtual users.%n%n".formatted(machine, postgres.version(), rounds, users);
    }

    private static String processor() throws IOException {
        return Files.readAllLines(PROCESSOR).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("unknown processor");
    }

    /** OpenSSL signs with it several times as fast. */
    private static boolean hasAvx512() throws IOException {
        return Files.readString(PROCESSOR).contains("avx512ifma");
    }
}
