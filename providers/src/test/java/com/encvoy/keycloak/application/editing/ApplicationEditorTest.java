package com.encvoy.keycloak.application.editing;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.mockito.MockMakers;
import org.mockito.Mockito;
import org.mockito.invocation.InvocationOnMock;

import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class ApplicationEditorTest {

    private final Map<String, String> attributes = new HashMap<>(Map.of("encvoy.contact", "ada@example.com"));
    private final ClientModel client = Mockito.mock(
            ClientModel.class,
            Mockito.withSettings().mockMaker(MockMakers.PROXY).defaultAnswer(this::answer));
    private final RealmModel realm = Stub.of(RealmModel.class);
    private final KeycloakSession session = Stub.of(KeycloakSession.class);
    private final ApplicationEditor editor = new ApplicationEditor(session, client);

    @BeforeEach
    void openSession() {
        when(session.getKeycloakSessionFactory()).thenReturn(Stub.of(KeycloakSessionFactory.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            encvoy.authorize_only_admins | True
            encvoy.allowed_email_domains | example.com, *.example.org
            encvoy.required_fields | nickname custom_fields.team
            encvoy.access_token_ttl | 1800
            encvoy.widget_colors.button_color | #ABC
            encvoy.color_scheme | DARK
            encvoy.avatar | /logo.png
            encvoy.widget_info | <b>Help</b>
            """)
    void aValueThatWillBeUsedIsSaved(String key, String value) {
        assertThat(editor.save(Map.of(key, " " + value + " "))).isEmpty();
        assertThat(editor.settings()).containsEntry(key, value).containsEntry("encvoy.contact", "ada@example.com");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            encvoy.authorize_only_admins | yes | flag |
            encvoy.access_token_ttl | 1 | seconds | 60 86400
            encvoy.widget_colors.button_color | blue | color |
            encvoy.color_scheme | grey | choice | auto, light, dark
            encvoy.avatar | javascript:alert(1) | image |
            encvoy.cover | https://elsewhere.example.com/a.png | image_host |
            encvoy.allowed_email_domains | @x | domains |
            encvoy.required_fields | password | names |
            encvoy.template | jira | choice | gitlab, grafana, moodle, nextcloud, rocket-chat, sentry
            encvoy.unheard_of | 1 | unknown_setting | encvoy.unheard_of
            encvoy.max_applications_per_person | 99 | unknown_setting | encvoy.max_applications_per_person
            """)
    void aRefusalHasACodeForPrograms(String key, String value, String code, String parameters) {
        assertThat(editor.save(Map.of(key, value))).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.parameters().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                    .isEqualTo(parameters == null ? "" : parameters);
        });
    }

    @Test
    void textThatNoDatabaseKeepsIsRefused() {
        assertThat(editor.save(Map.of("encvoy.widget_info", "a\0b"))).hasSize(1);
        assertThat(editor.save(Map.of("encvoy.widget_info", "a\uD800b"))).hasSize(1);
        assertThat(editor.save(Map.of("encvoy.contact", "a\nb"))).hasSize(1);
        assertThat(editor.save(Map.of("encvoy.widget_info", "a\r\n\tb \uD83D\uDE00")))
                .isEmpty();
    }

    @Test
    void aPictureMayBeOnAHostThatTheRealmLists() {
        when(realm.getAttribute("encvoy.image_hosts")).thenReturn("other.example.com, Static.example.com");

        assertThat(editor.save(Map.of("encvoy.cover", "https://static.example.com/a.png")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            encvoy.authorize_only_admins | yes
            encvoy.show_authorization_errors | 1
            encvoy.allowed_email_domains | example.com, @example.org
            encvoy.allowed_email_domains | ,
            encvoy.required_fields | nickname password
            encvoy.access_token_ttl | 59
            encvoy.widget_colors.button_color | blue
            encvoy.color_scheme | grey
            encvoy.avatar | http://elsewhere.example.com/logo.png
            encvoy.image_hosts | static.example.com
            encvoy.unheard_of | true
            access.token.lifespan | 99999
            """)
    void aValueThatWouldBeIgnoredIsRefusedAndNothingIsSaved(String key, String value) {
        assertThat(editor.save(Map.of(key, value, "encvoy.contact", "eve@example.com")))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(key))
                .satisfies(refusal ->
                        assertThat(refusal.description()).startsWith(key).endsWith("."));
        assertThat(editor.settings()).containsOnly(Map.entry("encvoy.contact", "ada@example.com"));
    }

    @Test
    void aBlankValueUnsetsASetting() {
        Map<String, String> unset = new HashMap<>();
        unset.put("encvoy.contact", null);

        assertThat(editor.save(unset)).isEmpty();
        assertThat(editor.settings()).isEmpty();
    }

    private Object answer(InvocationOnMock call) {
        String method = call.getMethod().getName();
        if (method.equals("setAttribute")) {
            attributes.put(call.getArgument(0), call.getArgument(1));
        } else if (method.equals("removeAttribute")) {
            attributes.remove(call.<String>getArgument(0));
        }
        return switch (method) {
            case "getAttribute" -> attributes.get(call.<String>getArgument(0));
            case "getRealm" -> realm;
            default -> null;
        };
    }
}
