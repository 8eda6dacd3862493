<#-- Follows Keycloak 26.7.3, keycloak.v2/login/login-password.ftl. Differs in the title, which asks for what the page
     asks for, and in a user name for password managers. -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "passkeys.ftl" as passkeys>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('password'); section>
<!-- template: login-password.ftl -->
    <#if section = "header">
        ${msg("encvoyPasswordTitle")}
    <#elseif section = "form">
        <div id="kc-form">
            <div id="kc-form-wrapper">
                <form id="kc-form-login" class="${properties.kcFormClass!}" onsubmit="login.disabled = true; return true;" action="${url.loginAction}" method="post">
                    <#if auth.attemptedUsername??>
                        <input class="encvoy-visually-hidden" name="username-of-password" value="${auth.attemptedUsername}" autocomplete="username" type="text" tabindex="-1" aria-hidden="true" readonly>
                    </#if>
                    <@field.password name="password" label=msg("password") forgotPassword=realm.resetPasswordAllowed autofocus=true autocomplete="current-password" />
                    <@buttons.loginButton />
                </form>
            </div>
        </div>
        <@passkeys.conditionalUIData />
    </#if>

</@layout.registrationLayout>
