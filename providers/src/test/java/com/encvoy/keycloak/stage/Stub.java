package com.encvoy.keycloak.stage;

import org.mockito.MockMakers;
import org.mockito.MockSettings;

import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

/**
 * Mocks that are made without rewriting Keycloak's classes: Mockito's usual ones take half a second for each type,
 * which a run of all tests would notice.
 */
public final class Stub {

    private Stub() {}

    /** Of an interface. */
    public static <T> T of(Class<T> type) {
        return mock(type, withSettings().mockMaker(MockMakers.PROXY));
    }

    /** Of a class that is neither final nor has anything to be told at first. */
    public static <T> T ofClass(Class<T> type) {
        return mock(type, subclass());
    }

    /** Of a builder: every method returns the builder itself. */
    public static <T> T builder(Class<T> type) {
        return mock(type, subclass().defaultAnswer(RETURNS_SELF));
    }

    /** Of a class of which a part is written in the test tree: that part is real. */
    static <T> T partly(Class<T> type) {
        return mock(type, subclass().useConstructor().defaultAnswer(CALLS_REAL_METHODS));
    }

    private static MockSettings subclass() {
        return withSettings().mockMaker(MockMakers.SUBCLASS);
    }
}
