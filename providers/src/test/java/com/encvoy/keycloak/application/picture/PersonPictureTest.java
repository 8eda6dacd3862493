package com.encvoy.keycloak.application.picture;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

class PersonPictureTest {

    private final MemoryRealm realm = new MemoryRealm("a b");
    private final MemorySession session = new MemorySession(realm);
    private final MemoryUser ada = new MemoryUser("ada");
    private final Picture picture = new Picture(png(6000), "image/png");

    private static byte[] png(int length) {
        byte[] bytes = new byte[length];
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
        System.arraycopy(signature, 0, bytes, 0, signature.length);
        return bytes;
    }

    @BeforeEach
    void findByAttribute() {
        when(session.model().users().searchForUserByUserAttributeStream(any(), eq(PersonPicture.ID), any()))
                .thenAnswer(call -> Stream.of(ada));
        when(realm.model().isEnabled()).thenReturn(true);
    }

    private String upload() {
        URI address = PersonPicture.freshAddress(session.model());
        ada.setSingleAttribute(PersonPicture.ATTRIBUTE, address.toString());
        new PersonPicture(ada).keep(picture, address);
        return address.toString();
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private Optional<Picture> at(String id) {
        return PersonPicture.at(session.model(), id);
    }

    @Test
    void isAtARandomAddressOfTheServer() {
        session.setServer("https://id.example.com/auth/");

        String address = upload();

        assertThat(address).matches("https://id\\.example\\.com/auth/realms/a%20b/api/pictures/[A-Za-z0-9]{32}");
        assertThat(PersonPicture.address(session.model(), ada))
                .contains("/auth/realms/a%20b/api/pictures/" + id(address));
        assertThat(upload()).isNotEqualTo(address);
    }

    @Test
    void isServedAsItWasKeptInWhateverOrderItsPartsCome() {
        String address = upload();
        List<String> parts =
                new ArrayList<>(ada.getAttributeStream(PersonPicture.IMAGE).toList());
        assertThat(parts).hasSize(4).allMatch(part -> part.length() <= 2048);
        Collections.reverse(parts);
        ada.setAttribute(PersonPicture.IMAGE, parts);

        assertThat(at(id(address)).orElseThrow().bytes()).isEqualTo(picture.bytes());
        assertThat(at(id(address)).orElseThrow().mediaType()).isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "0123456789012345678901234567890", "012345678901234567890123456789012", "ä"})
    void isNotLookedForAtAnAddressThatIsNone(String id) {
        upload();

        assertThat(at(id)).isEmpty();
    }

    @Test
    void isNotServedAtAnotherAddressOrInAnotherCase() {
        String id = id(upload());

        assertThat(at(id.equals(id.toUpperCase(Locale.ROOT)) ? "x" : id.toUpperCase(Locale.ROOT)))
                .isEmpty();
    }

    @Test
    void isNotServedWhileThePersonUsesAnotherOrIsDisabled() {
        String id = id(upload());
        String address = ada.getFirstAttribute(PersonPicture.ATTRIBUTE);
        ada.setSingleAttribute(PersonPicture.ATTRIBUTE, "https://example.com/ada.png");
        assertThat(at(id)).isEmpty();
        assertThat(PersonPicture.address(session.model(), ada)).isEmpty();

        ada.setSingleAttribute(PersonPicture.ATTRIBUTE, address);
        assertThat(at(id)).isPresent();
        ada.setEnabled(false);
        assertThat(at(id)).isEmpty();
        ada.setEnabled(true);
        when(realm.model().isEnabled()).thenReturn(false);
        assertThat(at(id)).isEmpty();
    }

    @Test
    void leavesNothing() {
        upload();

        new PersonPicture(ada).forget();

        assertThat(ada.getAttributes()).doesNotContainKeys(PersonPicture.ID, PersonPicture.IMAGE);
    }

    @Test
    void isNoneIfItsPartsWereMeddledWith() {
        String id = id(upload());
        ada.setAttribute(PersonPicture.IMAGE, List.of("x", "", "0:<html>"));

        assertThat(at(id)).isEmpty();
    }
}
