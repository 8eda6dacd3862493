package com.encvoy.keycloak.crypto;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A native library that is loaded, or the reason why it is not.
 *
 * @param code empty if it is not loaded
 * @param about name and version of a library that is loaded, otherwise the reason
 * @param isBroken whether it is there and cannot be used, which an administrator has to know
 */
record NativeLibrary<T>(Optional<T> code, String about, boolean isBroken) {

    static <T> NativeLibrary<T> loaded(T code, String about) {
        return new NativeLibrary<>(Optional.of(code), about, false);
    }

    /** For a library that is not installed, or is not to be used. */
    static <T> NativeLibrary<T> absent(String reason) {
        return new NativeLibrary<>(Optional.empty(), reason, false);
    }

    static <T> NativeLibrary<T> broken(String reason) {
        return new NativeLibrary<>(Optional.empty(), reason, true);
    }

    /** The reason in one line. JNA's messages have many, of which the second names the file that is missing. */
    static String reason(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.lines().limit(2).map(String::strip).collect(Collectors.joining(" "));
    }
}
