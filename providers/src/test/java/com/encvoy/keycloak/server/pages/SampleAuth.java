package com.encvoy.keycloak.server.pages;

import java.util.List;

/** The part of a login in progress that templates read: the user is known, and may choose another method. */
public final class SampleAuth {

    private final boolean known;

    SampleAuth(boolean known) {
        this.known = known;
    }

    public boolean showUsername() {
        return known;
    }

    public boolean showResetCredentials() {
        return false;
    }

    public boolean showTryAnotherWayLink() {
        return known;
    }

    public String getAttemptedUsername() {
        return "grace@example.com";
    }

    public List<Selection> getAuthenticationSelections() {
        return List.of(
                new Selection("1", "encvoy-password", "kcAuthenticatorPasswordClass"),
                new Selection("2", "encvoy-email-code", "kcAuthenticatorDefaultClass"),
                new Selection("3", "webauthn", "kcAuthenticatorWebAuthnClass"));
    }

    /** A method that may be chosen. */
    public static final class Selection {

        private final String id;
        private final String name;
        private final String icon;

        Selection(String id, String name, String icon) {
            this.id = id;
            this.name = name;
            this.icon = icon;
        }

        public String getAuthExecId() {
            return id;
        }

        public String getDisplayName() {
            return name + "-display-name";
        }

        public String getHelpText() {
            return name + "-help-text";
        }

        public String getIconCssClass() {
            return icon;
        }
    }
}
