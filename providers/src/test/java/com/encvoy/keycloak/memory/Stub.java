package com.encvoy.keycloak.memory;

import org.mockito.MockMakers;
import org.mockito.Mockito;

/**
 * Mockito's stubs of interfaces as proxies of the JDK: a class made for each of Keycloak's models takes much longer.
 */
public final class Stub {

    private Stub() {}

    public static <T> T of(Class<T> type) {
        return Mockito.mock(type, Mockito.withSettings().mockMaker(MockMakers.PROXY));
    }
}
