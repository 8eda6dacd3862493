package com.encvoy.keycloak.account.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.events.Event;
import org.keycloak.events.EventQuery;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;

import com.encvoy.keycloak.account.activity.HistoryEntry.Kind;
import com.encvoy.keycloak.account.activity.HistoryEntry.Weight;
import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemorySession;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class HistoryTest {

    private static Event event(EventType type, String error, String details) {
        Event event = new Event();
        event.setType(type);
        event.setTime(1_000);
        event.setError(error);
        event.setClientId("wiki");
        event.setIpAddress("203.0.113.7");
        if (details != null) {
            Map<String, String> parsed = new HashMap<>();
            for (String detail : details.split(" ")) {
                parsed.put(detail.split("=")[0], detail.split("=")[1]);
            }
            event.setDetails(parsed);
        }
        return event;
    }

    @Nested
    @DisplayName("An event")
    class Meaning {

        @ParameterizedTest
        @CsvSource({
            "LOGIN,,, signed_in, SUCCESS",
            "LOGIN,, consent=no_consent_required, signed_in, SUCCESS",
            "LOGIN,, consent=consent_granted, signed_in_consented, SUCCESS",
            "LOGIN_ERROR, invalid_user_credentials, credential_type=email-code, wrong_password, WARNING",
            "LOGIN_ERROR, expired_code,, code_expired, WARNING",
            "LOGIN_ERROR, user_disabled,, account_disabled, WARNING",
            "LOGIN_ERROR, user_temporarily_disabled,, account_locked, WARNING",
            "LOGIN_ERROR, access_denied, reason=blocked, not_admitted, WARNING",
            "LOGIN_ERROR, rejected_by_user,, cancelled, WARNING",
            "LOGIN_ERROR, something_technical,, refused, WARNING",
            "LOGIN_ERROR,,, refused, WARNING",
            "LOGOUT,,, signed_out, INFO",
            "LOGOUT,, reason=removed, session_ended, INFO",
            "LOGOUT,, context=ACCOUNT, session_ended, INFO",
            "LOGOUT,, logout_triggered_by_required_action=UPDATE_PASSWORD, session_ended, INFO",
            "REGISTER,,, registered, SUCCESS",
            "USER_DISABLED_BY_TEMPORARY_LOCKOUT,,, locked, WARNING",
            "USER_DISABLED_BY_PERMANENT_LOCKOUT,,, locked_for_good, WARNING",
            "UPDATE_CREDENTIAL,, credential_type=password, password_set, INFO",
            "UPDATE_CREDENTIAL,, credential_type=otp, otp_set, INFO",
            "UPDATE_CREDENTIAL,, credential_type=otp context=ACCOUNT, factor_renamed, INFO",
            "UPDATE_CREDENTIAL,, credential_type=recovery-authn-codes, codes_set, INFO",
            "UPDATE_CREDENTIAL,,, factor_set, INFO",
            "REMOVE_CREDENTIAL,, credential_type=webauthn, key_removed, INFO",
            "REMOVE_CREDENTIAL,, credential_type=webauthn-passwordless, passkey_removed, INFO",
            "UPDATE_EMAIL,,, email_changed, INFO",
            "UPDATE_PROFILE,, updated_email=new@example.com, email_changed, INFO",
            "UPDATE_PROFILE,, updated_public_profile_claims_oauth=id, privacy_changed, INFO",
            "UPDATE_PROFILE,, updated_public_external_accounts=x, privacy_changed, INFO",
            "UPDATE_PROFILE,, context=deletion_requested delete_after=2026-12-01, deletion_asked, INFO",
            "UPDATE_PROFILE,, context=encvoy-restore-account delete_after=2026-12-01, restored, INFO",
            "UPDATE_PROFILE,, updated_last_name=L, profile_changed, INFO",
            "VERIFY_EMAIL,,, email_verified, INFO",
            "GRANT_CONSENT,,, consent_given, INFO",
            "UPDATE_CONSENT,,, consent_given, INFO",
            "REVOKE_GRANT,,, consent_withdrawn, INFO",
            "FEDERATED_IDENTITY_LINK,,, account_linked, INFO",
            "FEDERATED_IDENTITY_OVERRIDE_LINK,,, account_linked, INFO",
            "REMOVE_FEDERATED_IDENTITY,,, account_unlinked, INFO",
            "CLIENT_UPDATE,,, other, INFO",
        })
        void meansSomethingToAPerson(EventType type, String error, String details, String code, Weight weight) {
            HistoryEntry entry = EventMeaning.entry(event(type, error, details));

            assertThat(entry.code()).isEqualTo(code);
            assertThat(entry.weight()).isEqualTo(weight);
            assertThat(entry.address()).contains("203.0.113.7");
        }

        @Test
        void ofAnAdministratorWhoActsAsThePersonHidesTheirAddress() {
            HistoryEntry entry = EventMeaning.entry(
                    event(EventType.IMPERSONATE, null, "impersonator=admin browser=Firefox system=Linux"));

            assertThat(entry.code()).isEqualTo("impersonated");
            assertThat(entry.weight()).isEqualTo(Weight.WARNING);
            assertThat(entry.address()).isEmpty();
            assertThat(entry.application()).isEmpty();
            assertThat(entry.device().text()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"granted_client=shop, shop", "revoked_client=shop, shop", "browser=Firefox, wiki"})
        void namesTheApplicationThatItConcerns(String details, String application) {
            assertThat(EventMeaning.entry(event(EventType.REVOKE_GRANT, null, details))
                            .application())
                    .contains(application);
        }
    }

    @Nested
    @DisplayName("A page")
    class OfEvents {

        private final MemoryRealm realm = new MemoryRealm("encvoy");
        private final MemorySession session = new MemorySession(realm);
        private final EventQuery query = Stub.of(EventQuery.class);

        private History history(int stored) {
            EventStoreProvider store = Stub.of(EventStoreProvider.class);
            when(session.model().getProvider(EventStoreProvider.class)).thenReturn(store);
            when(store.createQuery()).thenReturn(query);
            when(query.realm(any())).thenReturn(query);
            when(query.user(any())).thenReturn(query);
            when(query.type(any(EventType[].class))).thenReturn(query);
            when(query.firstResult(anyInt())).thenReturn(query);
            when(query.maxResults(anyInt())).thenReturn(query);
            when(query.orderByDescTime()).thenReturn(query);
            when(query.getResultStream())
                    .thenAnswer(
                            call -> IntStream.range(0, stored).mapToObj(number -> event(EventType.LOGIN, null, null)));
            return new History(session.model(), realm.model(), realm.user("ada"));
        }

        @Test
        void looksOneEntryAhead() {
            History.Page page = history(31).page(Optional.empty(), 60, 30);

            assertThat(page.entries()).hasSize(30);
            assertThat(page.more()).isTrue();
            verify(query).realm("encvoy-id");
            verify(query).user("ada-id");
            verify(query).firstResult(60);
            verify(query).maxResults(31);
            verify(query).orderByDescTime();
        }

        @Test
        void isTheLastWhereNothingFollows() {
            assertThat(history(30).page(Optional.of(Kind.SIGN_IN), 0, 30).more())
                    .isFalse();
        }

        @Test
        void isBounded() {
            history(0).page(Optional.of(Kind.CHANGE), -5, 1_000_000);
            verify(query).firstResult(0);
            verify(query).maxResults(101);

            history(0).page(Optional.of(Kind.CHANGE), Integer.MAX_VALUE, 0);
            verify(query).firstResult(10_000);
        }

        @Test
        void isEmptyWithoutAStore() {
            when(session.model().getProvider(any())).thenReturn(null);
            assertThat(new History(session.model(), realm.model(), realm.user("ada"))
                            .page(Optional.empty(), 0, 30)
                            .entries())
                    .isEmpty();
        }

        @Test
        void tellsNothingTwice() {
            List<EventType> types = Stream.of(History.types(Optional.empty())).toList();

            assertThat(types)
                    .doesNotHaveDuplicates()
                    .doesNotContain(EventType.valueOf("UPDATE_PASSWORD"), EventType.valueOf("UPDATE_TOTP"))
                    .containsAll(List.of(History.types(Optional.of(Kind.SIGN_IN))))
                    .containsAll(List.of(History.types(Optional.of(Kind.CHANGE))));
        }
    }
}
