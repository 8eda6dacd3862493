package com.encvoy.keycloak.login.code;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;

import com.encvoy.keycloak.application.RateLimit;
import com.encvoy.keycloak.stage.Person;
import com.encvoy.keycloak.stage.RequestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

class CodeRateLimitTest {

    private static final int PER_HOUR = 2;
    private static final int PER_SOURCE = 3;
    private static final int WRONG = 10;

    private final RequestSession session = RequestSession.open();
    private final CookieJar jar = new CookieJar(session);
    private final UserModel ada = Person.named("ada");

    @AfterEach
    void putTheClockBack() {
        Time.setOffset(0);
    }

    private CodeRateLimit limit(CodePurpose purpose, UserModel user, String typed) {
        EmailCodeConfig config = new EmailCodeConfig(6, 900, 1, 30, 5, PER_HOUR, PER_SOURCE, WRONG, true);
        return new CodeRateLimit(session, config, purpose, new CodeRecipient(user, true), typed);
    }

    private CodeRateLimit limit() {
        return limit(CodePurpose.SIGN_IN, ada, "ada");
    }

    private static int admitted(BooleanSupplier request) {
        int admitted = 0;
        for (int i = 0; i < 50 && request.getAsBoolean(); i++) {
            admitted++;
        }
        return admitted;
    }

    private void signInHere() {
        KnownBrowser.note(session, ada);
    }

    @Nested
    @DisplayName("Mails")
    class Mails {

        @Test
        void areAskedForByOneSourceAsOftenAsItMay() {
            assertThat(admitted(limit()::admitSource)).isEqualTo(PER_SOURCE);

            assertThat(limit(CodePurpose.RECOVERY, Person.named("eve"), "eve").admitSource())
                    .as("for another person")
                    .isFalse();
            session.isFrom("192.0.2.2");
            assertThat(limit().admitSource()).as("from another source").isTrue();
        }

        @Test
        void mayAlwaysBeAskedForWhereThePersonHasSignedInBefore() {
            admitted(limit()::admitSource);
            signInHere();

            assertThat(limit().admitSource()).isTrue();
            assertThat(limit(CodePurpose.SIGN_IN, Person.named("eve"), "eve").admitSource())
                    .isFalse();
        }

        @Test
        void areSentToOneAddressAtTheRequestOfOneSourceAndOfAll() {
            assertThat(admitted(limit()::admitMail)).isEqualTo(PER_HOUR);
            for (int source = 2; source <= 5; source++) {
                session.isFrom("192.0.2." + source);
                assertThat(admitted(limit()::admitMail)).isEqualTo(PER_HOUR);
            }
            session.isFrom("192.0.2.6");
            assertThat(limit().admitMail()).as("five sources have used it up").isFalse();
        }

        @Test
        void areCountedByPurposeAndAddress() {
            admitted(limit()::admitMail);

            assertThat(limit(CodePurpose.RECOVERY, ada, "ada").admitMail()).isTrue();
            UserModel other = Person.named("other");
            assertThat(limit(CodePurpose.SIGN_IN, other, "other").admitMail()).isTrue();
            when(other.getEmail()).thenReturn("ADA@example.com");
            assertThat(limit(CodePurpose.SIGN_IN, other, "other").admitMail()).isFalse();
        }

        @Test
        void toNewAddressesAreCountedByThePersonWhoNamesThem() {
            EmailCodeConfig config = new EmailCodeConfig(6, 900, 1, 30, 5, PER_HOUR, 300, WRONG, true);
            int[] address = {0};

            assertThat(admitted(() -> new CodeRateLimit(
                                    session,
                                    config,
                                    CodePurpose.EMAIL_CHANGE,
                                    new CodeRecipient(ada, true, "new-" + address[0]++ + "@example.com"),
                                    null)
                            .admitSource()))
                    .isEqualTo(PER_HOUR);
        }

        @Test
        void ofUnknownPeopleAreCountedByWhatWasTyped() {
            assertThat(admitted(limit(CodePurpose.SIGN_IN, null, "x")::admitMail))
                    .isEqualTo(PER_HOUR);

            assertThat(limit(CodePurpose.SIGN_IN, null, "x").admitMail()).isFalse();
            assertThat(limit(CodePurpose.SIGN_IN, null, "y").admitMail()).isTrue();
        }

        @Test
        void haveAReserveWhereThePersonHasSignedInBefore() {
            admitted(limit()::admitMail);
            signInHere();

            assertThat(admitted(limit()::admitMail)).isEqualTo(5);
            jar.clear();
            assertThat(limit().admitMail()).isFalse();
        }

        @Test
        void thatWereNotSentDoNotCountForTheSource() {
            for (int source = 2; source <= 6; source++) {
                session.isFrom("192.0.2." + source);
                admitted(limit()::admitMail);
            }
            session.isFrom("192.0.2.1");
            Time.setOffset(3000);
            assertThat(limit().admitMail()).isFalse();
            Time.setOffset(3020);
            assertThat(limit().admitMail()).isFalse();

            Time.setOffset(3660);
            assertThat(admitted(limit()::admitMail)).isEqualTo(PER_HOUR);
        }
    }

    @Nested
    @DisplayName("Wrong codes")
    class WrongCodes {

        private boolean isLookedAt() {
            return !limit().attempt().isEmpty();
        }

        @Test
        void areLookedAtForOneSourceAndForAll() {
            assertThat(admitted(this::isLookedAt)).isEqualTo(WRONG / 5);
            for (int source = 2; source <= 5; source++) {
                session.isFrom("192.0.2." + source);
                assertThat(admitted(this::isLookedAt)).isEqualTo(WRONG / 5);
            }
            session.isFrom("192.0.2.6");
            assertThat(isLookedAt()).isFalse();
        }

        @Test
        void areLookedAtForADay() {
            admitted(this::isLookedAt);

            Time.setOffset(24 * 60 * 60 - 60);
            assertThat(isLookedAt()).isFalse();
            Time.setOffset(24 * 60 * 60 + 60);
            assertThat(isLookedAt()).isTrue();
        }

        @Test
        void haveAReserveWhereThePersonHasSignedInBefore() {
            admitted(this::isLookedAt);
            signInHere();

            assertThat(admitted(this::isLookedAt)).isEqualTo(10);
        }

        @Test
        void doNotCountOnceGivenBack() {
            assertThat(admitted(this::isLookedAtAndGivenBack)).isEqualTo(50);
        }

        private boolean isLookedAtAndGivenBack() {
            List<RateLimit> attempt = limit().attempt();
            attempt.forEach(RateLimit::giveBack);
            return !attempt.isEmpty();
        }

        @Test
        void areLookedAtAsOftenAsOneCodeMayBeTried() {
            EmailCodeConfig many = new EmailCodeConfig(6, 900, 6, 30, 5, PER_HOUR, PER_SOURCE, WRONG, true);
            CodeRecipient recipient = new CodeRecipient(ada, true);

            assertThat(admitted(() -> !new CodeRateLimit(session, many, CodePurpose.SIGN_IN, recipient, "ada")
                            .attempt()
                            .isEmpty()))
                    .isEqualTo(6);
        }
    }
}
