package com.encvoy.keycloak.device;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.events.Event;
import org.keycloak.representations.account.DeviceRepresentation;

import com.encvoy.keycloak.stage.RequestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class DeviceTest {

    private static DeviceRepresentation recognised(String browser, String system) {
        DeviceRepresentation device = new DeviceRepresentation();
        device.setBrowser(browser);
        device.setOs(system);
        return device;
    }

    @ParameterizedTest
    @CsvSource({
        "Firefox/128.0, Windows, 'Firefox 128, Windows'",
        "Mobile Safari/17.4.1, iOS, 'Safari 17, iOS'",
        "Chrome/126.0.0, Mac OS X, 'Chrome 126, macOS'",
        "Samsung Internet/25, Android, 'Samsung Internet 25, Android'",
        "Firefox/Unknown, Other, Firefox",
        "Firefox/null.1, Linux, 'Firefox, Linux'",
        "Other/Unknown, Ubuntu, Ubuntu",
        "evil.example.com/1, Windows, Windows",
        "<b>/1, x@example.com,",
        "Other, Other,",
        ", ,",
    })
    void isSaidInWordsThatPeopleKnow(String browser, String system, String text) {
        assertThat(Device.of(recognised(browser, system)).text()).isEqualTo(Optional.ofNullable(text));
    }

    @Test
    void isNotTooLong() {
        assertThat(Device.of(recognised("a".repeat(41) + "/1", "b".repeat(41))).text())
                .isEmpty();
    }

    @Test
    void isThatOfTheRequest() {
        RequestSession session = RequestSession.open();
        assertThat(Device.current(session)).isEqualTo(Device.NONE);

        when(session.getProvider(DeviceRepresentationProvider.class))
                .thenReturn(() -> recognised("Firefox/128.0", "Windows"));
        assertThat(Device.current(session).text()).contains("Firefox 128, Windows");

        when(session.getProvider(DeviceRepresentationProvider.class)).thenReturn(() -> null);
        assertThat(Device.current(session)).isEqualTo(Device.NONE);
    }

    @Test
    void isReadFromAStoredEvent() {
        Event event = new Event();
        assertThat(Device.of(event)).isEqualTo(Device.NONE);

        event.setDetails(Map.of("browser", "Firefox 128", "system", "Windows"));
        assertThat(Device.of(event).text()).contains("Firefox 128, Windows");

        event.setDetails(Map.of("browser", "http://evil.example.com"));
        assertThat(Device.of(event)).isEqualTo(Device.NONE);
    }
}
