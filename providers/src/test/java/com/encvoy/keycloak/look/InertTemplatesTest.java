package com.encvoy.keycloak.look;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

import com.encvoy.keycloak.stage.Stub;

import freemarker.template.TemplateMethodModelEx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class InertTemplatesTest {

    private final FreeMarkerProvider keycloak = Stub.of(FreeMarkerProvider.class);
    private final TemplateMethodModelEx message = arguments -> "text";
    private Object processed;

    private String process(Theme.Type type, String template, Object data, String result) throws FreeMarkerException {
        KeycloakSession session = Stub.of(KeycloakSession.class);
        when(session.getProvider(FreeMarkerProvider.class, "default")).thenReturn(keycloak);
        Theme theme = Stub.of(Theme.class);
        when(theme.getType()).thenReturn(type);
        when(keycloak.processTemplate(any(), any(), any())).thenAnswer(call -> {
            processed = call.getArgument(0);
            return result;
        });
        return new InertTemplates.Factory().create(session).processTemplate(data, template, theme);
    }

    private Map<?, ?> shown(Object... attributes) throws FreeMarkerException {
        Map<String, Object> data = new HashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            data.put((String) attributes[i], attributes[i + 1]);
        }
        process(Theme.Type.LOGIN, "login.ftl", data, "");
        return (Map<?, ?>) processed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"msg", "advancedMsg"})
    void aMessageOfAPageHasNoLiveParameters(String method) throws FreeMarkerException {
        assertThat(shown(method, message).get(method)).isInstanceOf(InertParameters.class);
    }

    @Test
    void otherAttributesStayAsTheyAre() throws FreeMarkerException {
        assertThat(shown("other", message, "msg", "text").get("other")).isSameAs(message);
        assertThat(shown("other", message, "msg", "text").get("msg")).isEqualTo("text");
        assertThat(shown("other", message).containsKey("msg")).isFalse();
    }

    @Test
    void aValueIsTextAgainAtTheEnd() throws FreeMarkerException {
        String inert = Markup.inert("<b>");

        assertThat(process(Theme.Type.LOGIN, "login.ftl", Map.of(), inert)).isEqualTo("&lt;b&gt;");
        assertThat(process(Theme.Type.EMAIL, "html/code.ftl", Map.of(), inert)).isEqualTo("&lt;b&gt;");
        assertThat(process(Theme.Type.EMAIL, "text/code.ftl", Map.of(), inert)).isEqualTo("<b>");
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Type.class,
            names = {"LOGIN", "EMAIL"},
            mode = EnumSource.Mode.EXCLUDE)
    void otherPagesAreKeycloaksOwn(Theme.Type type) throws FreeMarkerException {
        Map<String, Object> data = Map.of("msg", message);
        String inert = Markup.inert("<b>");

        assertThat(process(type, "index.ftl", data, inert)).isEqualTo(inert);
        assertThat(processed).isSameAs(data);
    }

    @Test
    void dataThatHasNoAttributesIsKeycloaksOwn() throws FreeMarkerException {
        String inert = Markup.inert("<b>");

        assertThat(process(Theme.Type.LOGIN, "login.ftl", "data", inert)).isEqualTo(inert);
    }

    @Test
    void keycloaksProviderIsSharedAndStaysOpen() throws FreeMarkerException {
        KeycloakSession session = Stub.of(KeycloakSession.class);
        when(session.getProvider(FreeMarkerProvider.class, "default")).thenReturn(keycloak);

        new InertTemplates.Factory().create(session).close();

        verify(keycloak, never()).close();
        assertThat(new InertTemplates.Factory().order()).isPositive();
    }
}
