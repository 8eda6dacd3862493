package com.encvoy.keycloak.login.flow;

import java.util.Map;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;

import com.encvoy.keycloak.application.FlagOption;

/** What an administrator has set for one step; a step without settings behaves by the documented defaults. */
public final class StepOptions {

    private final String where;
    private final Map<String, String> values;

    public StepOptions(String where, Map<String, String> values) {
        this.where = where;
        this.values = values == null ? Map.of() : values;
    }

    public static StepOptions of(AuthenticationFlowContext context) {
        return of(context.getRealm(), context.getExecution(), context.getAuthenticatorConfig());
    }

    public static StepOptions of(RealmModel realm, AuthenticationExecutionModel step) {
        String config = step.getAuthenticatorConfig();
        return of(realm, step, config == null ? null : realm.getAuthenticatorConfigById(config));
    }

    private static StepOptions of(
            RealmModel realm, AuthenticationExecutionModel step, AuthenticatorConfigModel config) {
        return new StepOptions(
                "Step '" + step.getAuthenticator() + "' of realm '" + realm.getName() + "'",
                config == null ? null : config.getConfig());
    }

    public static StepOptions of(RequiredActionContext context) {
        RequiredActionConfigModel config = context.getConfig();
        return new StepOptions(
                "Required action '" + context.getAction() + "' of realm '"
                        + context.getRealm().getName() + "'",
                config == null ? null : config.getConfig());
    }

    public int number(NumberOption option) {
        return option.read(values.get(option.key()), where);
    }

    public boolean flag(FlagOption option) {
        return option.read(values.get(option.key()), where);
    }

    public String text(String key, String defaultValue) {
        String value = values.get(key);
        return value == null || value.isBlank() ? defaultValue : value.strip();
    }

    public String where() {
        return where;
    }
}
