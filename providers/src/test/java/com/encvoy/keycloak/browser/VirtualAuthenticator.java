package com.encvoy.keycloak.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** An authenticator in the browser of a page that keeps passkeys and always says yes. */
public final class VirtualAuthenticator {

    private final CDPSession devTools;
    private final String id;

    public VirtualAuthenticator(CDPSession devTools) {
        this.devTools = devTools;
        devTools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        id = devTools.send("WebAuthn.addVirtualAuthenticator", arguments)
                .get("authenticatorId")
                .getAsString();
    }

    /** Puts a passkey into it, as the DevTools protocol describes it. */
    public void add(JsonObject credential) {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("authenticatorId", id);
        arguments.add("credential", credential);
        devTools.send("WebAuthn.addCredential", arguments);
    }
}
