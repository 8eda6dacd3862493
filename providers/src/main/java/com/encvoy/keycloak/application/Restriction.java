package com.encvoy.keycloak.application;

/** Whether a setting restricts who may use an application. */
public enum Restriction {
    OFF,

    ON,

    /** The value that is set is neither; it restricts, and an administrator has to correct it. */
    UNREADABLE;

    /** Whether it restricts. */
    public boolean isOn() {
        return this != OFF;
    }
}
