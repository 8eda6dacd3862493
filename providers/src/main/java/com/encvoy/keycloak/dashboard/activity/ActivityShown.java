package com.encvoy.keycloak.dashboard.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.encvoy.keycloak.application.activity.Activity;
import com.encvoy.keycloak.application.activity.Activity.Remedy;
import com.encvoy.keycloak.application.activity.Activity.Side;
import com.encvoy.keycloak.application.editing.ApplicationProfile;
import com.encvoy.keycloak.dashboard.application.ApplicationVisit;
import com.encvoy.keycloak.dashboard.shell.Moment;

/** What happened, for a template. */
final class ActivityShown {

    /** Parts of requests may be anything; these turn or hide the text around them. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\u061C\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]");

    /** Characters of a part of a request. */
    private static final int MAX_LENGTH = 300;

    private final Locale language;
    private final People people;
    private final boolean mayChange;
    private final boolean mayInvite;
    private final List<String> registered;

    ActivityShown(ApplicationVisit visit) {
        this.language = visit.visit().language();
        this.people = new People(visit);
        this.mayChange = visit.permissions().mayChange(visit.client());
        this.mayInvite = visit.permissions().mayManageMembers(visit.client());
        this.registered = ApplicationProfile.of(visit.client()).redirectUris();
    }

    Map<String, Object> model(Activity activity) {
        Map<String, Object> model = new HashMap<>();
        model.put("refused", activity.kind() == Activity.Kind.REFUSAL);
        model.put("kind", kind(activity));
        model.put("code", activity.explanation().code());
        model.put(
                "parameters",
                activity.explanation().parameters().stream()
                        .map(ActivityShown::printable)
                        .toList());
        model.put("iso", activity.time().toString());
        model.put("when", Moment.text(activity.time().toEpochMilli(), language));
        activity.person().ifPresent(id -> model.put("person", people.shown(id)));
        activity.reference().ifPresent(reference -> model.put("reference", reference));
        activity.explanation().side().ifPresent(side -> model.put("side", side.key()));
        activity.explanation().remedy().ifPresent(remedy -> remedy(model, activity, remedy));
        return model;
    }

    private static String kind(Activity activity) {
        return switch (activity.kind()) {
            case SIGN_IN -> "success";
            case CHANGE -> "info";
            case REFUSAL ->
                activity.explanation().side().filter(Side.PERSON::equals).isPresent() ? "warning" : "error";
        };
    }

    private void remedy(Map<String, Object> model, Activity activity, Remedy remedy) {
        switch (remedy.action()) {
            case REGISTER_REDIRECT_URI -> {
                if (registered.contains(remedy.value())) {
                    model.put("solved", "registered");
                } else if (mayChange) {
                    model.put(
                            "register",
                            Map.of(
                                    "at", String.valueOf(activity.time().toEpochMilli()),
                                    "uri", remedy.value()));
                }
            }
            case INVITE -> {
                Map<String, Object> person = people.shown(remedy.value());
                if (person.containsKey("member")) {
                    model.put("solved", "member");
                } else if (mayInvite && !person.get("kind").equals("gone")) {
                    model.put("invite", person.getOrDefault("email", ""));
                }
            }
        }
    }

    /** The template method {@code msg} would replace {@code ${…}} by a message. */
    static String printable(String text) {
        String plain = UNPRINTABLE.matcher(text).replaceAll("\uFFFD").replace("${", "$ {");
        return plain.length() <= MAX_LENGTH
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, MAX_LENGTH) - 1)) + "\u2026";
    }
}
