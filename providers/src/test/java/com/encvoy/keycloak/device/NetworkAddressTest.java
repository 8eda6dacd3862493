package com.encvoy.keycloak.device;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "2001:DB8::1, 2001:db8::1",
        "fe80::1%eth0, fe80::1",
        "0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:1",
        "evil.example.com,",
        "203.0.113.7 <b>,",
        "'',",
        ",",
    })
    void isReadableOrLeftOut(String text, String readable) {
        assertThat(NetworkAddress.readable(text)).isEqualTo(Optional.ofNullable(readable));
    }
}
