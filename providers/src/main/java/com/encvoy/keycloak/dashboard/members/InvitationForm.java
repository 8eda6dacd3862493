package com.encvoy.keycloak.dashboard.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.keycloak.models.RealmModel;

import com.encvoy.keycloak.application.editing.Refusal;
import com.encvoy.keycloak.dashboard.application.Form;
import com.encvoy.keycloak.membership.InvitationRequest;
import com.encvoy.keycloak.membership.PastedAddresses;

/**
 * The form that invites people.
 *
 * @param emails as they were pasted
 * @param language of mails to people without an account, a tag; empty for the realm's
 * @param days for which the invitations are valid, as typed
 */
record InvitationForm(String emails, String language, String days) {

    static final String EMAILS = "emails";

    private static final int DAY = 24 * 60 * 60;

    /** Longer text contains more addresses than may be invited at once. */
    private static final int MAX_TEXT = InvitationRequest.MAX_EMAILS * 500;

    private static final int MAX_DIGITS = 4;

    /** @param address to be invited, or empty */
    static InvitationForm filledIn(String address, String language) {
        return new InvitationForm(address, language, String.valueOf(InvitationRequest.DEFAULT_LIFETIME / DAY));
    }

    static InvitationForm of(Form form) {
        return new InvitationForm(form.text(EMAILS), form.text("language"), form.text("days"));
    }

    /** @param addresses those that are left to be invited */
    InvitationForm with(List<String> addresses) {
        return new InvitationForm(String.join("\n", addresses), language, days);
    }

    Map<String, String> values() {
        return Map.of(EMAILS, emails, "language", language, "days", days);
    }

    /** The problems of the form. */
    List<Refusal> refusals(RealmModel realm) {
        List<Refusal> refusals = new ArrayList<>();
        if (emails.length() > MAX_TEXT) {
            refusals.add(Refusal.of(
                    EMAILS, "too_many_addresses", "Please enter fewer email addresses.", InvitationRequest.MAX_EMAILS));
        } else {
            PastedAddresses.parse(emails)
                    .refusal()
                    .map(refusal -> new Refusal(EMAILS, refusal.code(), refusal.parameters(), refusal.description()))
                    .ifPresent(refusals::add);
        }
        if (!language.isEmpty() && realm.getSupportedLocalesStream().noneMatch(language::equals)) {
            refusals.add(Refusal.of("language", "invitation_language", "Please choose a language."));
        }
        if (lifetime() == 0) {
            refusals.add(Refusal.of("days", "invitation_days", "Please enter a number of days.", longest()));
        }
        return refusals;
    }

    /** The largest number of days. */
    static int longest() {
        return InvitationRequest.MAX_LIFETIME / DAY;
    }

    /** @return seconds; 0 if the number of days is not allowed */
    private int lifetime() {
        boolean isNumber = days.length() < MAX_DIGITS && days.matches("[0-9]+");
        int number = isNumber ? Integer.parseInt(days) : 0;
        return number > longest() ? 0 : number * DAY;
    }

    /** To be called only if there are no problems. */
    InvitationRequest request() {
        return new InvitationRequest(
                PastedAddresses.parse(emails).addresses(),
                language.isEmpty() ? null : Locale.forLanguageTag(language),
                lifetime());
    }
}
