package com.encvoy.keycloak.access;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;

import com.encvoy.keycloak.memory.MemoryRealm;
import com.encvoy.keycloak.memory.MemoryUser;

import static org.assertj.core.api.Assertions.assertThat;

class AccessDecisionTest {

    private static final String ONLY_ADMINS = "encvoy.authorize_only_admins";
    private static final String ONLY_EMPLOYEES = "encvoy.authorize_only_employees";
    private static final String DOMAINS = "encvoy.allowed_email_domains";

    private final MemoryRealm realm = new MemoryRealm("encvoy");
    private final ClientModel client = realm.client("sentry");
    private final MemoryUser ada = realm.user("ada").withVerifiedEmail("ada@example.com");

    private AccessDecision decide() {
        return AccessDecision.decide(client, ada);
    }

    private void grant(String role) {
        ada.grantRole(client.addRole(role));
    }

    private void invite(int lifetimeSeconds) {
        Invitations.of(client).add(Invitation.create("ada@example.com", lifetimeSeconds, "grace"));
    }

    @Test
    void anApplicationWithoutRestrictionsIsOpen() {
        ada.setEmailVerified(false);

        assertThat(decide()).isEqualTo(AccessDecision.ALLOWED).matches(AccessDecision::isAllowed);
    }

    @Test
    void aReasonIsTheDecisionInLowerCase() {
        assertThat(AccessDecision.EMAIL_NOT_VERIFIED.reason()).isEqualTo("email_not_verified");
        assertThat(AccessDecision.EMAIL_NOT_VERIFIED.isAllowed()).isFalse();
    }

    @Nested
    @DisplayName("blocked people")
    class Blocked {

        @Test
        void theRoleBlocksWhateverElseAPersonIs() {
            grant("OWNER");
            grant(AccessDecision.BLOCKED_ROLE);

            assertThat(decide()).isEqualTo(AccessDecision.BLOCKED);
        }

        @Test
        void theRoleBlocksOnlyThePeopleWhoHaveIt() {
            client.addRole(AccessDecision.BLOCKED_ROLE);

            assertThat(decide()).isEqualTo(AccessDecision.ALLOWED);
        }

        @ParameterizedTest
        @CsvSource({"sentry, BLOCKED", "sentry-id, BLOCKED", "grafana, ALLOWED", "SENTRY, ALLOWED"})
        void theAttributeNamesTheClientIdOrTheIdOfTheClient(String value, AccessDecision expected) {
            ada.with(AccessDecision.BLOCKED_ATTRIBUTE, "other", value);

            assertThat(decide()).isEqualTo(expected);
        }

        @Test
        void areTurnedAwayForThatReasonFirst() {
            client.setAttribute(ONLY_ADMINS, "true");
            ada.with(AccessDecision.BLOCKED_ATTRIBUTE, "sentry");

            assertThat(decide()).isEqualTo(AccessDecision.BLOCKED);
        }
    }

    @Nested
    @DisplayName("only administrators")
    class OnlyAdmins {

        @ParameterizedTest
        @CsvSource({"OWNER, ALLOWED", "EDITOR, ALLOWED", "USER, ONLY_ADMINS", "other, ONLY_ADMINS"})
        void theRoleDecides(String role, AccessDecision expected) {
            client.setAttribute(ONLY_ADMINS, "true");
            grant(role);

            assertThat(decide()).isEqualTo(expected);
        }

        @Test
        void anUnreadableSettingRefusesForAReasonOfItsOwn() {
            client.setAttribute(ONLY_ADMINS, "yes");

            assertThat(decide()).isEqualTo(AccessDecision.UNREADABLE_SETTING);
            grant("EDITOR");
            assertThat(decide()).isEqualTo(AccessDecision.ALLOWED);
        }

        @Test
        void noInvitationHelps() {
            client.setAttribute(ONLY_ADMINS, "true");
            client.setAttribute(ONLY_EMPLOYEES, "true");
            invite(60);

            assertThat(decide()).isEqualTo(AccessDecision.ONLY_ADMINS);
        }
    }

    @Nested
    @DisplayName("only members and invited people")
    class OnlyEmployees {

        @BeforeEach
        void restrict() {
            client.setAttribute(ONLY_EMPLOYEES, "true");
        }

        @ParameterizedTest
        @ValueSource(strings = {"OWNER", "EDITOR", "USER"})
        void aMemberNeedsNoVerifiedAddress(String role) {
            grant(role);
            ada.setEmailVerified(false);

            assertThat(decide()).isEqualTo(AccessDecision.ALLOWED);
        }

        @Test
        void aStrangerIsRefused() {
            assertThat(decide()).isEqualTo(AccessDecision.ONLY_EMPLOYEES);
        }

        @Test
        void anInvitedPersonNeedsAVerifiedAddress() {
            invite(60);

            assertThat(decide()).isEqualTo(AccessDecision.ALLOWED);
            ada.setEmailVerified(false);
            assertThat(decide()).isEqualTo(AccessDecision.EMAIL_NOT_VERIFIED);
        }

        @Test
        void anInvitationThatHasExpiredOpensNothing() {
            invite(0);

            assertThat(decide()).isEqualTo(AccessDecision.ONLY_EMPLOYEES);
        }

        @Test
        void anUnreadableSettingRefusesStrangersAlone() {
            client.setAttribute(ONLY_EMPLOYEES, "1");

            assertThat(decide()).isEqualTo(AccessDecision.UNREADABLE_SETTING);
            invite(60);
            assertThat(decide()).isEqualTo(AccessDecision.ALLOWED);
        }
    }

    @Nested
    @DisplayName("domains of e-mail addresses")
    class Domains {

        @ParameterizedTest
        @CsvSource({
            "example.com, true, ALLOWED",
            "example.com, false, EMAIL_NOT_VERIFIED",
            "example.org, true, EMAIL_DOMAIN",
            "example.org, false, EMAIL_DOMAIN"
        })
        void theAddressIsOfOneOfThemAndVerified(String domains, boolean verified, AccessDecision expected) {
            client.setAttribute(DOMAINS, domains);
            ada.setEmailVerified(verified);

            assertThat(decide()).isEqualTo(expected);
        }

        @Test
        void aMemberNeedsAnAddressOfThemToo() {
            client.setAttribute(ONLY_EMPLOYEES, "true");
            client.setAttribute(DOMAINS, "example.org");
            grant("USER");

            assertThat(decide()).isEqualTo(AccessDecision.EMAIL_DOMAIN);
        }
    }
}
