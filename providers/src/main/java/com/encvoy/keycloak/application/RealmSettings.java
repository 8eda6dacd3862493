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
            "applications of which a person may be an owner. Creating another one is refused then, except to "
                    + "administrators with `create-client` or `manage-clients`");

    public static final Setting<Integer> DELETE_ACCOUNT_AFTER_DAYS = new Setting<>(
            "encvoy.delete_account_after_days",
            Owner.REALM,
            SettingType.number(0, 365),
            30,
            "`30`",
            "whole days for which people who deleted their account in the dashboard can restore it by signing in, "
                    + "before it is deleted for good. `0`: it is deleted at once");

    public static final Setting<Boolean> MAIL_NEW_BROWSER = mail(
            "new_browser",
            "sign in with a browser in which they have not signed in before, except the first time ever");

    public static final Setting<Boolean> MAIL_EMAIL_CHANGED =
            mail("email_changed", "have another e-mail address; the mail goes to the old one");

    public static final Setting<Boolean> MAIL_FACTOR_CHANGED = mail(
            "factor_changed",
            "have added or removed a passkey, a security key, an authenticator app or recovery codes, or an "
                    + "administrator has removed one");

    public static final Setting<Boolean> MAIL_PASSWORD_CHANGED = mail(
            "password_changed",
            "have another password, also if an administrator has set it. Of a recovered one the step "
                    + "`encvoy-password-recovery` tells");

    private RealmSettings() {}

    private static Setting<Boolean> mail(String what, String when) {
        return new Setting<>(
                "encvoy.mail_" + what,
                Owner.REALM,
                SettingType.flag(),
                true,
                "`true`",
                "people get a mail when they " + when);
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
