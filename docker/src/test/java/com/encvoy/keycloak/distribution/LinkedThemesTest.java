package com.encvoy.keycloak.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class LinkedThemesTest {

    @TempDir
    private Path temp;

    private Path sources;
    private Path resources;
    private Path linked;
    private LinkedThemes themes;

    @BeforeEach
    void writeSources() throws IOException {
        Checkout checkout = new Checkout(temp.resolve("checkout"), "1.2.3");
        sources = checkout.theme().resolve("login");
        resources = checkout.themeResources();
        linked = temp.resolve("themes");
        TestCheckout.write(sources.resolve("theme.properties"), "parent=keycloak.v2\nstyles=css/a.css");
        TestCheckout.write(sources.resolve("template.ftl"), "first");
        TestCheckout.write(sources.resolve("messages/messages_en.properties"), "a=first");
        TestCheckout.write(resources.resolve("templates/html/mail.ftl"), "mail");
        TestCheckout.write(resources.resolve("messages/messages_en.properties"), "b=first");
        TestCheckout.write(resources.resolve("resources/css/b.css"), "css");
        themes = new LinkedThemes(checkout, linked);
        themes.link();
    }

    @Test
    void anEditOfASourceIsAnEditOfTheTheme() throws IOException {
        Files.writeString(sources.resolve("template.ftl"), "second");
        Files.writeString(sources.resolve("messages/messages_en.properties"), "a=second");
        Files.writeString(resources.resolve("messages/messages_en.properties"), "b=second");

        assertThat(linked.resolve("encvoy/login/template.ftl")).hasContent("second");
        assertThat(linked.resolve("encvoy/login/messages/messages_en.properties"))
                .hasContent("a=second");
        assertThat(linked.resolve("encvoy-theme-resources/login/messages/messages_en.properties"))
                .hasContent("b=second");
    }

    @Test
    void theThemeResourcesAreBetweenTheThemeAndItsParent() {
        assertThat(linked.resolve("encvoy/login/theme.properties"))
                .content()
                .startsWith("parent=keycloak.v2\nstyles=css/a.css")
                .endsWith("\nparent=encvoy-theme-resources\n");
        assertThat(linked.resolve("encvoy-theme-resources/login/theme.properties"))
                .hasContent("parent=keycloak.v2\n");
        assertThat(linked.resolve("encvoy-theme-resources/login/html/mail.ftl")).hasContent("mail");
        assertThat(linked.resolve("encvoy-theme-resources/login/resources/css/b.css"))
                .hasContent("css");
    }

    @Test
    void linkingAgainFindsNewFilesAndLeavesTheSourcesAlone() throws IOException {
        Files.writeString(sources.resolve("new.ftl"), "new");

        themes.link();

        assertThat(linked.resolve("encvoy/login/new.ftl")).hasContent("new");
        assertThat(sources.resolve("messages/messages_en.properties")).hasContent("a=first");
    }
}
