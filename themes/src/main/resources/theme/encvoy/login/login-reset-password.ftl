<#-- Follows Keycloak 26.7.3, keycloak.v2/login/login-reset-password.ftl. Differs in the label, which names the
     identifiers that may be typed, in the text below, and in the buttons, which differ in Keycloak 26.6. -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayInfo=true displayMessage=!messagesPerField.existsError('username'); section>
    <#if section = "header">
        ${msg("emailForgotTitle")}
    <#elseif section = "form">
        <form id="kc-reset-password-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <#assign label>
                <#if encvoyIdentifierLabel??>${msg(encvoyIdentifierLabel)}<#elseif !realm.loginWithEmailAllowed>${msg("username")}<#elseif !realm.registrationEmailAsUsername>${msg("usernameOrEmail")}<#else>${msg("email")}</#if>
            </#assign>
            <@field.input name="username" label=label value=login.username!(auth.attemptedUsername!'') autofocus=true autocomplete="username" />

            <@buttons.actionGroup>
              <button id="kc-form-buttons" type="submit" class="${properties.kcButtonPrimaryClass} ${properties.kcButtonBlockClass}">${msg("doSubmit")}</button>
              <@buttons.buttonLink href=url.loginUrl label="backToLogin" class=["kcButtonSecondaryClass", "kcButtonBlockClass"]/>
            </@buttons.actionGroup>

        </form>
    <#elseif section = "info" >
        <span class="${properties.kcLoginMainFooterHelperText!}">
            <#if encvoyIdentifierLabel??>${msg("encvoyRecoverInstruction")}<#elseif realm.duplicateEmailsAllowed>${msg("emailInstructionUsername")}<#else>${msg("emailInstruction")}</#if>
        </span>
    </#if>
</@layout.registrationLayout>