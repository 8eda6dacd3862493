package com.encvoy.keycloak.dashboard.look;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Map;

import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider.FetchMode;
import org.keycloak.models.KeycloakSession;

import com.encvoy.keycloak.application.Contrast;
import com.encvoy.keycloak.application.Setting;
import com.encvoy.keycloak.application.WidgetSettings;
import com.encvoy.keycloak.dashboard.shell.Page;
import com.encvoy.keycloak.dashboard.shell.Visit;

/** The data for the templates of both pages about the look, besides the values. */
final class LookModel {

    private static final int MOST_PROVIDERS = 100;

    private final Visit visit;
    private final Map<String, String> inherited;
    private final Map<String, String> shown;

    /**
     * @param inherited what an empty field means, by key
     * @param shown what the fields show, by key
     */
    LookModel(Visit visit, Map<String, String> inherited, Map<String, String> shown) {
        this.visit = visit;
        this.inherited = inherited;
        this.shown = shown;
    }

    /**
     * @param logo address of the logo; empty if there is none
     * @param uploaded whether it was uploaded here
     */
    Page on(Page page, String logo, boolean uploaded) {
        KeycloakSession session = visit.session();
        return page.textsOf("settings")
                .textsOf("look")
                .with("inherited", inherited)
                .with("contrast", contrast())
                .with(
                        "providers",
                        session.identityProviders()
                                .getForLogin(FetchMode.REALM_ONLY, null)
                                .map(IdentityProviderModel::getAlias)
                                .limit(MOST_PROVIDERS)
                                .toList())
                // Pages of the dashboard load pictures of this server only.
                .with("logo", logo.startsWith("/") ? logo : "")
                .with("uploaded", uploaded);
    }

    /** Of the text of buttons with their background, rounded down: what falls short never looks as if it did not. */
    private Map<String, Object> contrast() {
        String button = color(WidgetSettings.BUTTON_COLOR);
        String font = color(WidgetSettings.FONT_COLOR);
        double ratio = Contrast.ratio(font, button);
        NumberFormat format = NumberFormat.getNumberInstance(visit.language());
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.DOWN);
        Map<String, Object> contrast = new HashMap<>();
        contrast.put("ratio", format.format(ratio));
        contrast.put("enough", ratio >= Contrast.AA);
        contrast.put("used", ratio >= Contrast.AA ? font : Contrast.readableOn(button));
        return contrast;
    }

    private String color(Setting<String> setting) {
        String typed = shown.getOrDefault(setting.key(), "");
        return typed.isEmpty() || !setting.accepts(typed)
                ? inherited.get(setting.key())
                : setting.valueFor(Draft.of(visit.caller().realm(), Map.of(setting.key(), typed)), null);
    }
}
