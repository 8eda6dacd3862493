package com.encvoy.keycloak.application;

/** Whether a setting restricts access to an application. */
public enum Restriction {
    OFF,

    ON,

    /**
     * The configured value is neither {@code true} nor {@code false}. Restricts access until an administrator corrects
     * it.
     */
    UNREADABLE;

    /** Whether access is restricted. */
    public boolean isOn() {
        return this != OFF;
    }
}
