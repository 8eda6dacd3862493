package com.encvoy.keycloak.look;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;
import org.keycloak.theme.freemarker.FreeMarkerProviderFactory;

import freemarker.template.TemplateMethodModelEx;

/**
 * Renders Keycloak's page and mail templates of all themes with inert message parameters. Otherwise markup in the name
 * of an application, a user or an identity provider would be active wherever a template prints a message unescaped.
 */
final class InertTemplates implements FreeMarkerProvider {

    private static final Set<Theme.Type> TYPES = EnumSet.of(Theme.Type.LOGIN, Theme.Type.EMAIL);

    private static final List<String> METHODS = List.of("msg", "advancedMsg");

    private static final String PLAIN = "text/";

    private final FreeMarkerProvider keycloak;

    private InertTemplates(FreeMarkerProvider keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public String processTemplate(Object data, String template, Theme theme) throws FreeMarkerException {
        if (!TYPES.contains(theme.getType()) || !(data instanceof Map<?, ?> attributes)) {
            return keycloak.processTemplate(data, template, theme);
        }
        Map<Object, Object> inert = new HashMap<>(attributes);
        METHODS.forEach(name -> inert.computeIfPresent(
                name,
                (key, method) ->
                        method instanceof TemplateMethodModelEx message ? new InertParameters(message) : method));
        String text = keycloak.processTemplate(inert, template, theme);
        return template.startsWith(PLAIN) ? Markup.plain(text) : Markup.html(text);
    }

    @Override
    public void close() {
        // Keycloak's provider is shared by all sessions.
    }

    /** Replaces Keycloak's provider. Select Keycloak's again with {@code --spi-freemarker--provider=default}. */
    public static final class Factory implements FreeMarkerProviderFactory {

        private static final String KEYCLOAKS = "default";

        @Override
        public FreeMarkerProvider create(KeycloakSession session) {
            return new InertTemplates(session.getProvider(FreeMarkerProvider.class, KEYCLOAKS));
        }

        @Override
        public String getId() {
            return "encvoy";
        }

        /** Higher than the order of Keycloak's factory, which is 0. */
        @Override
        public int order() {
            return 1;
        }

        @Override
        public void init(Config.Scope config) {
            // Nothing to configure.
        }

        @Override
        public void postInit(KeycloakSessionFactory factory) {
            // Nothing to prepare.
        }

        @Override
        public void close() {
            // Nothing to release.
        }
    }
}
