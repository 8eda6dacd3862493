package com.encvoy.keycloak.login.flow;

import java.util.Map;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.utils.StringUtil;

import com.encvoy.keycloak.application.option.BooleanOption;
import com.encvoy.keycloak.application.option.IntegerOption;

/** The configuration of an authenticator or required action. Unset options have their documented defaults. */
public final class ProviderConfig {

    private final String where;
    private final Map<String, String> values;

    public ProviderConfig(String where, Map<String, String> values) {
        this.where = where;
        this.values = values == null ? Map.of() : values;
    }

    public static ProviderConfig of(AuthenticationFlowContext context) {
        return of(context.getRealm(), context.getExecution(), context.getAuthenticatorConfig());
    }

    public static ProviderConfig of(RealmModel realm, AuthenticationExecutionModel step) {
        String config = step.getAuthenticatorConfig();
        return of(realm, step, config == null ? null : realm.getAuthenticatorConfigById(config));
    }

    private static ProviderConfig of(
            RealmModel realm, AuthenticationExecutionModel step, AuthenticatorConfigModel config) {
        return new ProviderConfig(
                "Step '" + step.getAuthenticator() + "' of realm '" + realm.getName() + "'",
                config == null ? null : config.getConfig());
    }

    public static ProviderConfig of(RequiredActionContext context) {
        RequiredActionConfigModel config = context.getConfig();
        return new ProviderConfig(
                "Required action '" + context.getAction() + "' of realm '"
                        + context.getRealm().getName() + "'",
                config == null ? null : config.getConfig());
    }

    public int number(IntegerOption option) {
        return option.read(values.get(option.key()), where);
    }

    public boolean flag(BooleanOption option) {
        return option.read(values.get(option.key()), where);
    }

    public String text(String key, String defaultValue) {
        String value = values.get(key);
        return StringUtil.isBlank(value) ? defaultValue : value.strip();
    }

    public String where() {
        return where;
    }
}
