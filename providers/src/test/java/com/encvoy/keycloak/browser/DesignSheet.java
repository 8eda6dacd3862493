package com.encvoy.keycloak.browser;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import com.microsoft.playwright.Route;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;

/** A host with one page: every part of the dashboard with sample data, drawn with the templates of the theme. */
final class DesignSheet {

    static final String HOST = "http://dashboard.test";

    private static final Path THEME = Path.of("../themes/src/main/resources/theme/encvoy/login");
    private static final Path SHEET = Path.of("../themes/src/test/resources/theme/encvoy/login");
    private static final List<String> LANGUAGES = List.of("de", "en", "es", "fr", "it", "ru");

    private DesignSheet() {}

    /** The address of the page in a language, such as {@code de}. */
    static String in(String language) {
        return HOST + "/" + language;
    }

    /** The frame of the preview never shows the sheet itself, whose scripts it would block. */
    static void answer(Route route) {
        String path = route.request().url().substring(HOST.length());
        if (path.startsWith("/resources/")) {
            route.fulfill(new Route.FulfillOptions().setPath(THEME.resolve(path.substring(1))));
        } else if (LANGUAGES.contains(path.substring(1))
                && route.request().frame().parentFrame() == null) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody(drawn(path.substring(1))));
        } else {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<!doctype html><html lang=en><title>Draft</title><p>A page with the draft</p></html>"));
        }
    }

    private static String drawn(String language) {
        try {
            Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
            configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
            configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
            configuration.setTemplateLoader(new MultiTemplateLoader(
                    new TemplateLoader[] {new FileTemplateLoader(THEME.toFile()), new FileTemplateLoader(SHEET.toFile())
                    }));
            StringWriter page = new StringWriter();
            configuration.getTemplate("dashboard/sheet.ftl", "UTF-8").process(model(language), page);
            return page.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> model(String language) throws IOException {
        Properties messages = new Properties();
        Path bundle = THEME.resolve("messages/dashboard_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        TemplateMethodModelEx message = parameters -> {
            String text = messages.getProperty(parameters.get(0).toString());
            return new MessageFormat(text, Locale.forLanguageTag(language))
                    .format(parameters.subList(1, parameters.size()).toArray());
        };
        Map<String, Object> model = new HashMap<>();
        model.put("msg", message);
        model.put("lang", language);
        model.put(
                "languages",
                LANGUAGES.stream()
                        .map(tag -> Map.of(
                                "tag",
                                tag,
                                "label",
                                Locale.forLanguageTag(tag).getDisplayLanguage(Locale.forLanguageTag(tag)),
                                "url",
                                in(tag),
                                "current",
                                tag.equals(language)))
                        .toList());
        model.put("realmName", "Example Ltd");
        model.put("account", Map.of("name", "Ada Lovelace", "initials", "AL"));
        model.put(
                "nav",
                List.of(
                        Map.of("key", "applications", "url", "#applications", "current", true),
                        Map.of("key", "realm", "url", "#realm", "current", false)));
        model.put("notice", Map.of("kind", "success", "text", "Grace Hopper is an owner now."));
        model.put("csrf", "of-the-tests");
        model.put("url", Map.of("resources", "/resources", "dashboard", "/", "here", in(language), "signOut", "/out"));
        model.put("errors", Map.of("domain", "The address must begin with https://"));
        model.put("values", Map.of("name", "Sentry", "domain", "http://sentry.example.com", "color", "#4c6ad4"));
        return model;
    }
}
