package com.encvoy.keycloak.account.activity;

import java.time.Instant;
import java.util.Optional;

import com.encvoy.keycloak.device.Device;

/**
 * Something that happened to a person's account, for that person to read. Details of a login that another could use,
 * such as codes and ids of sessions, are never part of it.
 *
 * @param time when
 * @param weight how it is to be shown
 * @param code what happened: the message {@code history.event.<code>}; of a refused sign-in, why
 * @param application client ID of the application that it concerns; empty if there is none
 * @param device with which browser, as far as it is known
 * @param address IP address of the device; empty if it is not the person's own business
 */
public record HistoryEntry(
        Instant time,
        Weight weight,
        String code,
        Optional<String> application,
        Device device,
        Optional<String> address) {

    /** The kinds of entries that can be requested. */
    public enum Kind {

        /** Sign-ins, also refused ones, and ends of sessions. */
        SIGN_IN,

        /** Changes of the account. */
        CHANGE
    }

    /** How an entry is to be shown. */
    public enum Weight {

        /** The person has signed in. */
        SUCCESS,

        /** Something changed or ended. */
        INFO,

        /** It may have been another person. */
        WARNING
    }
}
