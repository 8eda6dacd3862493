package com.encvoy.keycloak.dashboard.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.core.UriBuilder;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.LocaleBean;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.access.AccountPermissions;
import com.encvoy.keycloak.access.ApplicationPermissions;
import com.encvoy.keycloak.application.picture.PersonPicture;
import com.encvoy.keycloak.look.Branding;
import com.encvoy.keycloak.look.SpokenLocale;

/** The frame of every page of the dashboard: navigation, account, languages, addresses. */
final class Shell {

    private final Visit visit;
    private final Theme theme;
    private final Locale language;
    private final Properties messages;
    private final String here;

    Shell(Visit visit, Theme theme, Locale language, Properties messages) {
        this.visit = visit;
        this.theme = theme;
        this.language = language;
        this.messages = messages;
        this.here = Here.page(visit.session());
    }

    static Locale language(KeycloakSession session, Theme theme, UserModel user) {
        return SpokenLocale.of(
                session.getContext().getRealm(), theme, session.getContext().resolveLocale(user));
    }

    Map<String, Object> model() {
        RealmModel realm = visit.session().getContext().getRealm();
        Map<String, Object> model = new HashMap<>();
        model.put("lang", language.toLanguageTag());
        model.put("languages", languages(realm));
        model.put("realmName", StringUtil.isBlank(realm.getDisplayName()) ? realm.getName() : realm.getDisplayName());
        model.put("account", account());
        List<Section> sections = Section.of(new AccountPermissions(realm, visit.user()));
        model.put("nav", navigation(sections));
        model.put("sections", sections(sections));
        model.put("csrf", visit.csrf());
        model.put("url", urls());
        return model;
    }

    private List<Map<String, Object>> languages(RealmModel realm) {
        if (!realm.isInternationalizationEnabled()) {
            return List.of();
        }
        UriBuilder page = UriBuilder.fromUri(DashboardClient.base(visit.session()) + here);
        return new LocaleBean(realm, language, page, messages)
                .getSupported().stream()
                        .map(known -> Map.<String, Object>of(
                                "tag", known.getLanguageTag(),
                                "label", known.getLabel(),
                                "url", known.getUrl(),
                                "current", known.getLanguageTag().equals(language.toLanguageTag())))
                        .toList();
    }

    private Map<String, Object> account() {
        UserModel user = visit.user();
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(StringUtil::isNotBlank)
                .map(String::strip)
                .collect(Collectors.joining(" "));
        String shown = name.isEmpty() ? user.getUsername() : name;
        return Map.of(
                "name", shown,
                "initials", initials(shown),
                "picture", PersonPicture.address(visit.session(), user).orElse(""));
    }

    private static String initials(String name) {
        return Stream.of(name.split("[\\s.@_-]+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    private List<Map<String, Object>> navigation(List<Section> sections) {
        ApplicationPermissions permissions = visit.permissions();
        List<Map<String, Object>> links = new ArrayList<>();
        if (!sections.isEmpty()) {
            links.add(link("account", "", isAccount()));
        }
        if (isBelow("applications") || permissions.administersSome()) {
            links.add(link("applications", "applications", isBelow("applications")));
        }
        if (permissions.mayReadRealm()) {
            links.add(link("realm", "realm", isBelow("realm")));
        }
        return links;
    }

    /** The pages about one's own account, on one of them. */
    private List<Map<String, Object>> sections(List<Section> sections) {
        return isAccount()
                ? sections.stream()
                        .map(section -> link(section.page(), section.page(), isCurrent(section, sections)))
                        .toList()
                : List.of();
    }

    /** The start page shows the first section. */
    private boolean isCurrent(Section section, List<Section> sections) {
        return here.isEmpty() ? section == sections.get(0) : section.has(here);
    }

    private boolean isAccount() {
        return here.isEmpty() || Stream.of(Section.values()).anyMatch(section -> section.has(here));
    }

    private boolean isBelow(String page) {
        return here.equals(page) || here.startsWith(page + "/") || here.startsWith(page + "?");
    }

    private Map<String, Object> link(String key, String page, boolean current) {
        return Map.of("key", key, "url", DashboardClient.base(visit.session()) + page, "current", current);
    }

    private Map<String, Object> urls() {
        KeycloakSession session = visit.session();
        String base = DashboardClient.base(session).toString();
        Map<String, Object> urls = new HashMap<>();
        urls.put(
                "resources",
                Urls.themeRoot(session.getContext().getUri().getBaseUri()).getPath() + "/login/" + theme.getName());
        urls.put("dashboard", base.substring(0, base.length() - 1));
        urls.put("here", base + here);
        urls.put("signOut", base + "sign-out");
        urls.put("logo", new Branding(session.getContext().getRealm(), null).getLogo());
        return urls;
    }
}
