package com.encvoy.keycloak.install;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.encvoy.keycloak.install.thing.Canonical;
import com.encvoy.keycloak.install.thing.RealmFile;
import com.encvoy.keycloak.install.thing.Wanted;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything in the realm file has its hash in the list, so that a later release recognises it. After a change of the
 * realm file, {@code -Dencvoy.forms.write=true} adds the new hashes. Hashes are never removed.
 */
class KnownFormsTest {

    private static final Path LIST = Path.of("src/main/resources/com/encvoy/keycloak/install", KnownForms.RESOURCE);

    @Test
    void everythingInTheRealmFileIsListed() throws Exception {
        Map<String, Set<String>> listed = new TreeMap<>(KnownForms.shipped().hashes());
        Map<String, Set<String>> complete = new TreeMap<>();
        listed.forEach((id, hashes) -> complete.put(id, new TreeSet<>(hashes)));
        for (Wanted wanted : RealmFile.shipped(Map.of()).wanted()) {
            complete.computeIfAbsent(wanted.id(), id -> new TreeSet<>()).add(Canonical.hash(wanted.form()));
        }
        if (Boolean.getBoolean("encvoy.forms.write")) {
            Files.writeString(LIST, text(complete));
        }

        assertThat(Files.readString(LIST))
                .as("write it anew: ./mvnw -pl docker test -Dtest=KnownFormsTest -Dencvoy.forms.write=true")
                .isEqualTo(text(complete));
    }

    private static String text(Map<String, Set<String>> forms) {
        return forms.entrySet().stream()
                .flatMap(thing -> thing.getValue().stream().map(hash -> thing.getKey() + "\t" + hash + "\n"))
                .collect(Collectors.joining());
    }
}
