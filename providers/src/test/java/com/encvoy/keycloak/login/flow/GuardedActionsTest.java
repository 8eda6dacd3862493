package com.encvoy.keycloak.login.flow;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.keycloak.authentication.CredentialAction;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.RequiredActionFactory;

import com.encvoy.keycloak.login.code.UpdateEmailByCode;

import static org.assertj.core.api.Assertions.assertThat;

class GuardedActionsTest {

    /** Keycloak's actions that a superseded login may reach, since they write neither credentials nor addresses. */
    private static final Set<String> HARMLESS =
            Set.of("TermsAndConditions", "UpdateUserLocaleAction", "VerifiableCredentialOfferAction");

    /** Names, not types: some of Keycloak's need libraries that only a server has. */
    private static List<String> services() throws IOException {
        List<String> names = new ArrayList<>();
        for (URL file : Collections.list(GuardedActionsTest.class
                .getClassLoader()
                .getResources("META-INF/services/" + RequiredActionFactory.class.getName()))) {
            try (InputStream text = file.openStream()) {
                new String(text.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static List<RequiredActionFactory> guarded() throws ReflectiveOperationException {
        List<RequiredActionFactory> guarded = new ArrayList<>();
        for (Class<?> type : GuardedActions.class.getDeclaredClasses()) {
            guarded.add((RequiredActionFactory) type.getConstructor().newInstance());
        }
        guarded.add(new UpdateEmailByCode());
        return guarded;
    }

    @Test
    void everyActionOfKeycloakIsGuardedOrKnownToBeHarmless() throws IOException, ReflectiveOperationException {
        Set<String> keycloaks = services().stream()
                .filter(name -> name.startsWith("org.keycloak."))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        Set<String> guarded = guarded().stream()
                .map(factory -> factory.getClass().getSuperclass().getSimpleName())
                .collect(Collectors.toSet());

        assertThat(keycloaks)
                .hasSizeGreaterThan(12)
                .allMatch(action -> guarded.contains(action) != HARMLESS.contains(action), "guarded or harmless");
        assertThat(keycloaks).containsAll(guarded).containsAll(HARMLESS);
        assertThat(services())
                .containsAll(Stream.of(GuardedActions.class.getDeclaredClasses())
                        .map(Class::getName)
                        .toList());
    }

    @Test
    void aGuardedActionTakesThePlaceOfKeycloaks() throws ReflectiveOperationException {
        assertThat(guarded()).allSatisfy(factory -> {
            RequiredActionFactory keycloaks = (RequiredActionFactory)
                    factory.getClass().getSuperclass().getConstructor().newInstance();
            assertThat(factory.order()).isGreaterThan(keycloaks.order());
            assertThat(factory.getId()).isEqualTo(keycloaks.getId());
            assertThat(factory.getDisplayText()).isEqualTo(keycloaks.getDisplayText());
        });
    }

    @Test
    void aGuardedActionSaysOfCredentialsWhatKeycloaksSays() {
        assertThat(GuardedAction.of(new org.keycloak.authentication.requiredactions.UpdateTotp()))
                .isInstanceOf(CredentialRegistrator.class);
        assertThat(GuardedAction.of(new org.keycloak.authentication.requiredactions.DeleteCredentialAction()))
                .isInstanceOf(CredentialAction.class)
                .isNotInstanceOf(CredentialRegistrator.class);
        assertThat(GuardedAction.of(new org.keycloak.authentication.requiredactions.UpdatePassword()))
                .isNotInstanceOf(CredentialAction.class);
    }
}
