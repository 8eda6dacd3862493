package com.encvoy.keycloak.application;

import java.util.List;

import com.encvoy.keycloak.application.Setting.Owner;

/** The settings that a realm has for all its people and applications. */
public final class RealmSettings {

    public static final Setting<Integer> MAX_APPLICATIONS_PER_PERSON = new Setting<>(
            "encvoy.max_applications_per_person",
            Owner.REALM,
            SettingType.number(0, 1000),
            20,
            "`20`",
            "number of applications that a person may own. Only administrators with `create-client` or"
                    + " `manage-clients` may create more");

    public static final Setting<Integer> DELETE_ACCOUNT_AFTER_DAYS = new Setting<>(
            "encvoy.delete_account_after_days",
            Owner.REALM,
            SettingType.number(0, 365),
            30,
            "`30`",
            "number of days in which people can restore an account that they deleted in the dashboard, by signing in."
                    + " After that, it is deleted for good. `0`: it is deleted at once");

    public static final Setting<Boolean> MAIL_NEW_BROWSER = mail(
            "new_browser",
            "they sign in with a browser in which they have not signed in before, except at their first sign-in");

    public static final Setting<Boolean> MAIL_EMAIL_CHANGED =
            mail("email_changed", "their e-mail address has been changed; the mail goes to the old address");

    public static final Setting<Boolean> MAIL_FACTOR_CHANGED = mail(
            "factor_changed",
            "they have added or removed a passkey, a security key, an authenticator app or recovery codes, or an"
                    + " administrator has removed one");

    public static final Setting<Boolean> MAIL_PASSWORD_CHANGED = mail(
            "password_changed",
            "their password has been changed, also by an administrator. The step `encvoy-password-recovery` reports a"
                    + " recovered password");

    private RealmSettings() {}

    private static Setting<Boolean> mail(String what, String when) {
        return new Setting<>(
                "encvoy.mail_" + what,
                Owner.REALM,
                SettingType.flag(),
                true,
                "`true`",
                "people get a mail when " + when);
    }

    /** In the order of the documentation. */
    static List<Setting<?>> all() {
        return List.of(
                MAX_APPLICATIONS_PER_PERSON,
                DELETE_ACCOUNT_AFTER_DAYS,
                MAIL_NEW_BROWSER,
                MAIL_EMAIL_CHANGED,
                MAIL_FACTOR_CHANGED,
                MAIL_PASSWORD_CHANGED);
    }
}
