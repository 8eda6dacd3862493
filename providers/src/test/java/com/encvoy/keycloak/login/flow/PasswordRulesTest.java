package com.encvoy.keycloak.login.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

import com.encvoy.keycloak.stage.Stage;
import com.encvoy.keycloak.stage.Stub;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class PasswordRulesTest {

    private final Stage stage = new Stage();
    private final UserModel ada = stage.person("ada");
    private final SubjectCredentialManager credentials = Stub.of(SubjectCredentialManager.class);
    private final PasswordPolicy policy = Stub.ofClass(PasswordPolicy.class);
    private final LoginFormsProvider page = Stub.of(LoginFormsProvider.class);

    @BeforeEach
    void haveAPolicy() {
        when(stage.realm.getPasswordPolicy()).thenReturn(policy);
        when(ada.credentialManager()).thenReturn(credentials);
        when(policy.getPolicies())
                .thenReturn(Set.of("notEmail", "length", "hashIterations", "regexPattern", "passwordHistory"));
        when(policy.<Object>getPolicyConfig("length")).thenReturn(12);
        when(policy.<Object>getPolicyConfig("passwordHistory")).thenReturn(3);
    }

    @Test
    void areThoseThatAPersonCanFollowInAFixedOrder() {
        PasswordRules.forPassword(page, stage.realm, ada);

        verify(page).setAttribute("encvoyFirstPassword", true);
        verify(page)
                .setAttribute(
                        "encvoyPasswordRules",
                        List.of(
                                Map.of("key", "encvoyPasswordRule.length", "value", "12"),
                                Map.of("key", "encvoyPasswordRule.notEmail", "value", "")));
    }

    @Test
    void ofANewPasswordConcernTheOldOnesToo() {
        when(credentials.isConfiguredFor(PasswordCredentialModel.TYPE)).thenReturn(true);

        PasswordRules.forPassword(page, stage.realm, ada);

        verify(page, never()).setAttribute(eq("encvoyFirstPassword"), any());
        verify(page)
                .setAttribute(
                        "encvoyPasswordRules",
                        List.of(
                                Map.of("key", "encvoyPasswordRule.length", "value", "12"),
                                Map.of("key", "encvoyPasswordRule.notEmail", "value", ""),
                                Map.of("key", "encvoyPasswordRule.passwordHistory", "value", "3")));
    }
}
