package com.encvoy.keycloak.login.code;

import java.util.Map;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailSenderProviderFactory;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.mockito.ArgumentCaptor;

import com.encvoy.keycloak.login.code.IssuedCodes.Verdict;
import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class CodeChallengeTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final EmailSenderProviderFactory sender = Stub.of(EmailSenderProviderFactory.class);
    private EmailCodeConfig config = new EmailCodeConfig(6, 900, 3, 30, 1, 20, 10, 10, true);

    @BeforeEach
    void haveAMailServer() {
        new CookieJar(stage.session);
        when(sender.getId()).thenReturn("another");
        when(stage.session.getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class))
                .thenReturn(sender);
    }

    @AfterEach
    void putTheClockBack() {
        Time.setOffset(0);
    }

    private CodeChallenge challenge(CodeRecipient recipient, boolean showsAddress) {
        return new CodeChallenge(
                stage.session, stage.login, "step-id", config, CodePurpose.SIGN_IN, recipient, showsAddress);
    }

    private CodeChallenge challenge() {
        return challenge(new CodeRecipient(ada, true), true);
    }

    @Test
    void sendsOneCodeHoweverOftenThePageIsShown() {
        assertThat(challenge().sendFirst(stage.event)).isEmpty();
        stage.session.forget();

        assertThat(challenge().sendFirst(stage.event)).isEmpty();
        assertThat(stage.session.isAnythingLeft()).isFalse();
    }

    @Test
    void sendsAnotherAfterAWhileAndNoMoreThanTheStepAllows() {
        challenge().send(stage.event);
        assertThat(challenge().send(stage.event)).contains("encvoyCodeWait");

        Time.setOffset(30);
        assertThat(challenge().send(stage.event)).isEmpty();
        Time.setOffset(60);
        assertThat(challenge().send(stage.event)).contains("encvoyCodeNoMore");
    }

    @Test
    void sendsNothingWithoutAMailServer() {
        when(sender.getId()).thenReturn("default");

        assertThat(challenge().send(stage.event)).contains("encvoyCodeNotSent");
        verify(stage.event).user(ada);
        verify(stage.event).error("email_send_failed");
    }

    @Test
    void namesNobodyInThatEventWherePeopleAreUnknown() {
        when(sender.getId()).thenReturn("default");

        assertThat(challenge(new CodeRecipient(null, true), false).send(stage.event))
                .contains("encvoyCodeNotSent");
        verify(stage.event, never()).user(any(UserModel.class));
    }

    @Test
    void sendsNothingWhereASourceAsksForTooMuch() {
        config = new EmailCodeConfig(6, 900, 3, 30, 5, 20, 1, 10, true);
        challenge().send(stage.event);
        Time.setOffset(30);

        assertThat(challenge().send(stage.event)).contains("encvoyCodeTooMany");
    }

    @Test
    void takesNoCodeForRightThatWasNotMailed() {
        CodeChallenge unknown = challenge(new CodeRecipient(null, true), false);
        unknown.send(stage.event);

        assertThat(unknown.check("123456")).isEqualTo(Verdict.WRONG);
    }

    @Test
    void looksAtNoMoreWrongCodesOfAPersonThanTheLimitOverAllLogins() {
        config = new EmailCodeConfig(6, 900, 2, 30, 1, 20, 10, 10, true);
        CodeRateLimit limit =
                new CodeRateLimit(stage.session, config, CodePurpose.SIGN_IN, new CodeRecipient(ada, true), null);
        challenge().send(stage.event);

        challenge().check("wrong");
        challenge().check("wrong");
        assertThat(limit.attempt()).isEmpty();
    }

    @Test
    void countsNoCodeThatIsNotCompared() {
        for (int i = 0; i < 5; i++) {
            assertThat(challenge().check("123456")).isEqualTo(Verdict.EXPIRED);
        }
        challenge().send(stage.event);

        assertThat(challenge().check("wrong")).isEqualTo(Verdict.WRONG);
        assertThat(challenge().check("wrong")).isEqualTo(Verdict.WRONG);
        assertThat(challenge().check("wrong")).isEqualTo(Verdict.EXHAUSTED);
    }

    @ParameterizedTest
    @CsvSource({"true, true, a***a@example.com", "false, true,", "true, false,"})
    void showsTheAddressToPeopleWhoHaveSignedIn(boolean showsAddress, boolean mayBeSent, String shown) {
        LoginFormsProvider form = Stub.of(LoginFormsProvider.class);
        when(form.setAttribute(any(), any())).thenReturn(form);

        challenge(new CodeRecipient(ada, mayBeSent), showsAddress).page(form, (String) null);

        ArgumentCaptor<Object> attributes = ArgumentCaptor.captor();
        verify(form).setAttribute(eq("encvoyCode"), attributes.capture());
        assertThat(attributes.getValue())
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("minutes", 15)
                .containsEntry("sent", false)
                .containsEntry("further", true)
                .extracting(map -> ((Map<?, ?>) map).get("address"))
                .isEqualTo(shown);
    }
}
