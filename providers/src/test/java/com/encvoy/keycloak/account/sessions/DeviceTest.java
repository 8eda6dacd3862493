package com.encvoy.keycloak.account.sessions;

import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.account.DeviceRepresentation;
import org.keycloak.util.JsonSerialization;

import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class DeviceTest {

    @ParameterizedTest
    @CsvSource({
        "Chrome,142.0.0,Windows,Chrome,Windows",
        "Mobile Safari,18.1,iOS,Safari,iOS",
        "Safari,18.1,Mac OS X,Safari,macOS",
        "Other,Unknown,Other,'',''",
        "Mobile Safari UI/WKWebView,18,iOS,Safari,iOS",
    })
    void browsersAndSystemsHaveTheNamesThatPeopleKnow(
            String family, String version, String os, String browser, String system) throws Exception {
        DeviceRepresentation device = new DeviceRepresentation();
        device.setBrowser(family, version);
        device.setOs(os);
        UserSessionModel session = Stub.of(UserSessionModel.class);
        when(session.getNote("KC_DEVICE_NOTE"))
                .thenReturn(Base64.getEncoder().encodeToString(JsonSerialization.writeValueAsBytes(device)));

        assertThat(Device.of(session)).isEqualTo(new Device(browser, system, false));
    }

    @Test
    void aSessionWithoutABrowserIsKnownToNoOne() {
        assertThat(Device.of(Stub.of(UserSessionModel.class))).isEqualTo(new Device("", "", false));
    }
}
