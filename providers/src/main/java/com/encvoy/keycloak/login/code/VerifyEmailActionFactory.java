package com.encvoy.keycloak.login.code;

import com.encvoy.keycloak.login.flow.BaseRequiredActionFactory;

/**
 * Required action {@code encvoy-verify-email}; see {@link VerifyEmailAction}. Its options are those of
 * {@link EmailCodeConfig}.
 */
public final class VerifyEmailActionFactory extends BaseRequiredActionFactory {

    /** Stored in realms, never to be renamed. */
    public static final String PROVIDER_ID = "encvoy-verify-email";

    public VerifyEmailActionFactory() {
        super(
                PROVIDER_ID,
                "Encvoy: verify e-mail by code",
                VerifyEmailAction.INSTANCE,
                EmailCodeConfig.CODE_PROPERTIES);
    }
}
