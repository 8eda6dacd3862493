package com.encvoy.keycloak.server.pages;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.rar.AuthorizationDetails;
import org.keycloak.sessions.AuthenticationSessionModel;

public final class PagesResource {

    /** Pages before the user is known, and pages without a choice of methods. */
    private static final Set<String> BEFORE = Set.of(
            "login",
            "login-username",
            "login-reset-password",
            "register",
            "error",
            "error-refused",
            "error-foreign",
            "error-cookie",
            "error-wrong-address",
            "info-signed-out",
            "info",
            "info-linked",
            "login-page-expired",
            "logout-confirm",
            "login-oauth2-device-verify-user-code",
            "encvoy-access-denied",
            "encvoy-data-declined",
            "encvoy-session-chooser",
            "encvoy-restore-account",
            "encvoy-restore-left",
            "select-authenticator",
            "login-oauth-grant",
            "terms",
            "login-idp-link-confirm",
            "login-idp-link-confirm-override",
            "idp-review-user-profile",
            "login-x509-info",
            "code",
            "login-idp-link-email");

    private final KeycloakSession session;
    private final RealmModel realm;

    PagesResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    @GET
    @Path("{name}")
    public Response page(@PathParam("name") String name) {
        UserModel user = session.users().getUserByUsername(realm, "grace");
        AuthenticationSessionModel login = login();
        LoginFormsProvider forms = session.getProvider(LoginFormsProvider.class)
                .setAuthenticationSession(login)
                .setUser(user)
                .setClientSessionCode("code")
                .setExecution("execution")
                .setActionUri(URI.create("/realms/" + realm.getName() + "/test-pages/" + name))
                .setAttributeMapper(attributes -> {
                    attributes.put("auth", new SampleAuth(!BEFORE.contains(name)));
                    return attributes;
                });
        return name.startsWith("encvoy-")
                ? new EncvoyPages(this::sample).page(forms, name)
                : keycloaks(forms, name, user);
    }

    private AuthenticationSessionModel login() {
        ClientModel client = realm.getClientByClientId("error-tracker");
        AuthenticationSessionModel login = session.authenticationSessions()
                .createRootAuthenticationSession(realm)
                .createAuthenticationSession(client);
        login.setProtocol("openid-connect");
        login.setAction(AuthenticationSessionModel.Action.AUTHENTICATE.name());
        login.setRedirectUri(client.getRedirectUris().iterator().next());
        login.setClientNote("response_type", "code");
        session.getContext().setClient(client);
        session.getContext().setAuthenticationSession(login);
        return login;
    }

    private Response keycloaks(LoginFormsProvider forms, String name, UserModel user) {
        return switch (name) {
            case "login" -> forms.createLoginUsernamePassword();
            case "login-username" ->
                forms.setAttribute("encvoyIdentifierLabel", "encvoyIdentifier.login.email.phone_number")
                        .createLoginUsername();
            case "login-password" -> forms.setError("invalidUserMessage").createLoginPassword();
            case "login-reset-password" ->
                forms.setAttribute("encvoyIdentifierLabel", "encvoyIdentifier.login.email.phone_number")
                        .createPasswordReset();
            case "register" -> forms.createRegistration();
            case "register-wrong" ->
                forms.addError(new FormMessage("email", "invalidEmailMessage"))
                        .addError(new FormMessage("lastName", "missingLastNameMessage"))
                        .createRegistration();
            case "select-authenticator" -> forms.createSelectAuthenticator();
            case "login-otp" -> withOneTimePassword(forms, user).createLoginTotp();
            case "login-reset-otp" -> withOneTimePassword(forms, user).createOtpReset();
            case "login-recovery-authn-code-input" ->
                withRecoveryCodes(forms, user).createLoginRecoveryAuthnCode();
            case "login-config-totp" -> forms.createResponse(RequiredAction.CONFIGURE_TOTP);
            case "login-recovery-authn-code-config" ->
                forms.createResponse(RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES);
            case "login-update-profile" -> forms.createResponse(RequiredAction.UPDATE_PROFILE);
            case "login-update-password" -> forms.createResponse(RequiredAction.UPDATE_PASSWORD);
            case "login-choose-password" ->
                forms.setAttribute("encvoyFirstPassword", true)
                        .setAttribute(
                                "encvoyPasswordRules",
                                List.of(
                                        Map.of("key", "encvoyPasswordRule.length", "value", "8"),
                                        Map.of("key", "encvoyPasswordRule.notEmail", "value", "")))
                        .createResponse(RequiredAction.UPDATE_PASSWORD);
            case "update-email" -> forms.createResponse(RequiredAction.UPDATE_EMAIL);
            case "login-verify-email" -> forms.createResponse(RequiredAction.VERIFY_EMAIL);
            case "info" -> forms.setInfo("accountUpdatedMessage").createInfoPage();
            case "error" -> forms.setError("expiredCodeMessage").createErrorPage(Response.Status.OK);
            case "error-refused" ->
                forms.setError("encvoyAuthorizationRefused", sample("Sentry"), sample("access_denied"))
                        .createErrorPage(Response.Status.OK);
            case "error-cookie" -> forms.setError("cookieNotFoundMessage").createErrorPage(Response.Status.OK);
            case "error-wrong-address" ->
                forms.setError("invalidParameterMessage", "redirect_uri").createErrorPage(Response.Status.OK);
            case "info-signed-out" ->
                forms.setSuccess("successLogout").setDetachedAuthSession().createInfoPage();
            case "error-foreign" ->
                forms.setError(sample("What an identity provider says.")).createErrorPage(Response.Status.OK);
            case "info-linked" ->
                forms.setInfo("identityProviderLinkSuccess", sample("GitHub"), sample("grace"), "x")
                        .createInfoPage();
            case "login-page-expired" -> forms.createLoginExpiredPage();
            case "logout-confirm" -> forms.createLogoutConfirmPage();
            case "terms" -> forms.createForm("terms.ftl");
            case "login-oauth2-device-verify-user-code" -> forms.createOAuth2DeviceVerifyUserCodePage();
            case "login-oauth-grant" ->
                forms.setAccessRequest(List.of("email", "profile", "phone", "accounts").stream()
                                .map(scope -> realm.getClientScopesStream()
                                        .filter(model -> model.getName().equals(scope))
                                        .findFirst()
                                        .orElseThrow())
                                .map(AuthorizationDetails::new)
                                .toList())
                        .createOAuthGrant();
            case "login-idp-link-confirm" -> withProvider(forms).createIdpLinkConfirmLinkPage();
            case "login-idp-link-confirm-override" -> withProvider(forms).createIdpLinkConfirmOverrideLinkPage();
            case "idp-review-user-profile" -> withReview(forms).createUpdateProfilePage();
            case "login-idp-link-email" -> withProvider(forms).createIdpLinkEmailPage();
            case "link-idp-action" ->
                forms.setAttribute("idpDisplayName", sample("GitHub")).createForm("link-idp-action.ftl");
            case "code" -> forms.setClientSessionCode("eyJhbGciOi.sample.code").createCode();
            case "login-x509-info" -> withCertificate(forms).createX509ConfirmPage();
            case "delete-account-confirm" ->
                forms.setAttribute("triggered_from_aia", true).createForm("delete-account-confirm.ftl");
            case "delete-credential" ->
                forms.setAttribute("credentialLabel", sample("My phone")).createForm("delete-credential.ftl");
            case "select-organization" ->
                forms.setAttribute(
                                "user",
                                Map.of(
                                        "organizations",
                                        List.of(
                                                Map.of("alias", "acme", "name", sample("Acme")),
                                                Map.of("alias", "umbrella", "name", sample("Umbrella")))))
                        .createForm("select-organization.ftl");
            case "webauthn-register" ->
                forms.setAttribute("challenge", "c")
                        .setAttribute("userid", "u")
                        .setAttribute("username", "grace")
                        .setAttribute("rpEntityName", "Encvoy ID")
                        .setAttribute("signatureAlgorithms", List.of(-7))
                        .setAttribute("rpId", "localhost")
                        .setAttribute("attestationConveyancePreference", "none")
                        .setAttribute("authenticatorAttachment", "platform")
                        .setAttribute("requireResidentKey", "Yes")
                        .setAttribute("residentKey", "required")
                        .setAttribute("userVerificationRequirement", "preferred")
                        .setAttribute("createTimeout", 0)
                        .setAttribute("excludeCredentialIds", "")
                        .createForm("webauthn-register.ftl");
            case "webauthn-authenticate" ->
                forms.setAttribute("challenge", "c")
                        .setAttribute("rpId", "localhost")
                        .setAttribute("createTimeout", 0)
                        .setAttribute("isUserIdentified", "true")
                        .setAttribute("userVerification", "preferred")
                        .setAttribute("shouldDisplayAuthenticators", false)
                        .setAttribute("mediation", "conditional")
                        .setAttribute("authenticatorAttachment", "platform")
                        .createLoginWebAuthn();
            case "webauthn-error" ->
                forms.setError("webauthn-error-api-get", "").createWebAuthnErrorPage();
            default -> throw new NotFoundException();
        };
    }

    /** A value of a user, with the text of the realm appended to it. */
    private String sample(String value) {
        String more = realm.getAttribute("test.value");
        return more == null ? value : value + more;
    }

    private LoginFormsProvider withProvider(LoginFormsProvider forms) {
        IdentityProviderModel provider = new IdentityProviderModel();
        provider.setAlias("github");
        provider.setDisplayName(sample("GitHub"));
        provider.setEnabled(true);
        BrokeredIdentityContext context = new BrokeredIdentityContext("7", provider);
        context.setUsername(sample("grace"));
        context.setEmail(sample("grace@example.com"));
        return forms.setAttribute(LoginFormsProvider.IDENTITY_PROVIDER_BROKER_CONTEXT, context);
    }

    private LoginFormsProvider withReview(LoginFormsProvider forms) {
        SerializedBrokeredIdentityContext context = new SerializedBrokeredIdentityContext();
        context.setId("7");
        context.setIdentityProviderId("github");
        context.setModelUsername(sample("grace"));
        context.setEmail(sample("grace@example.com"));
        return forms.setAttribute(LoginFormsProvider.UPDATE_PROFILE_CONTEXT_ATTR, context);
    }

    private LoginFormsProvider withCertificate(LoginFormsProvider forms) {
        MultivaluedMap<String, String> certificate = new MultivaluedHashMap<>();
        certificate.add("username", sample("grace"));
        certificate.add("subjectDN", sample("CN=Grace Hopper,O=Acme"));
        certificate.add("isUserEnabled", "true");
        return forms.setFormData(certificate);
    }

    private LoginFormsProvider withOneTimePassword(LoginFormsProvider forms, UserModel user) {
        if (user.credentialManager()
                        .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                        .count()
                < 2) {
            user.credentialManager()
                    .createStoredCredential(OTPCredentialModel.createFromPolicy(realm, "secret-of-the-tests", "Phone"));
            user.credentialManager()
                    .createStoredCredential(
                            OTPCredentialModel.createFromPolicy(realm, "secret-of-the-tests", "Tablet"));
        }
        return forms;
    }

    private LoginFormsProvider withRecoveryCodes(LoginFormsProvider forms, UserModel user) {
        if (user.credentialManager()
                .getStoredCredentialsByTypeStream(RecoveryAuthnCodesCredentialModel.TYPE)
                .findAny()
                .isEmpty()) {
            user.credentialManager()
                    .createStoredCredential(RecoveryAuthnCodesCredentialModel.createFromValues(
                            Arrays.asList("ABCD-EFGH-IJKL", "MNOP-QRST-UVWX"), System.currentTimeMillis(), "Codes"));
        }
        return forms;
    }
}
