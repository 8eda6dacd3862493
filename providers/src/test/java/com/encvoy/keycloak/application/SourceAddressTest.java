package com.encvoy.keycloak.application;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class SourceAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2:ffff::1, 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "fe80::1%eth0, fe80000000000000/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "proxy.example.com, proxy.example.com",
        "'', ''"
    })
    void anAddressOfAHouseholdIsItsNetwork(String address, String network) {
        assertThat(SourceAddress.network(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({"999.1.1.1", "1:2:3", "...."})
    void whatIsNoAddressIsLeftAsItIs(String address) {
        assertThat(SourceAddress.network(address)).isEqualTo(address);
    }

    @Test
    void aRequestComesFromItsConnection() {
        MemorySession session = new MemorySession(new MemoryRealm("encvoy"));
        when(session.model().getContext().getConnection().getRemoteAddr()).thenReturn("2001:db8:1:2::1");

        assertThat(SourceAddress.of(session.model())).isEqualTo("20010db800010002/64");
    }

    @Test
    void aConnectionMayHaveNone() {
        assertThat(SourceAddress.network(null)).isEqualTo("null");
    }
}
