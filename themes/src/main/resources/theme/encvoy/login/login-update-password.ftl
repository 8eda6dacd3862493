<#-- Follows Keycloak 26.7.3, keycloak.v2/login/login-update-password.ftl. Differs in the rules for passwords, which are
     on the page, in a heading of its own for the first password, which replaces none and ends no session, in a form
     that needs no script, and in the buttons, which differ in Keycloak 26.6. -->
<#import "template.ftl" as layout>
<#import "password-commons.ftl" as passwordCommons>
<#import "field.ftl" as field>
<#import "password-validation.ftl" as validator>
<#import "encvoy-password-rules.ftl" as rules>
<#assign first=encvoyFirstPassword!false>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('password','password-confirm') && !(first && ((message.type)!"") == "warning"); section>
<!-- template: login-update-password.ftl -->
    <#if section = "header">
        <#if first>${msg("encvoyChoosePassword")}<#else>${msg("updatePasswordTitle")}</#if>
    <#elseif section = "form">
        <form id="kc-passwd-update-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate="novalidate">
            <input type="text" name="username" value="${username!""}" autocomplete="username" readonly hidden>
            <@rules.ofPasswords>
            <@field.password name="password-new" label=msg(first?then("password", "passwordNew")) fieldName="password" autocomplete="new-password" autofocus=true />
            <@field.password name="password-confirm" label=msg("passwordConfirm") autocomplete="new-password" />
            </@rules.ofPasswords>

            <#if !first>
                <div class="${properties.kcFormGroupClass!}">
                    <@passwordCommons.logoutOtherSessions/>
                </div>
            </#if>

            <div class="${properties.kcFormGroupClass!}">
                <div class="${properties.kcFormActionGroupClass!}">
                    <button id="kc-submit" name="login" type="submit" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">${msg(first?then("doContinue", "doSubmit"))}</button>
                    <#if isAppInitiatedAction??>
                        <button id="kc-cancel" name="cancel-aia" value="true" type="submit" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("doCancel")}</button>
                    </#if>
                </div>
            </div>
        </form>

        <@validator.templates/>
        <@validator.script field="password-new"/>
    </#if>
</@layout.registrationLayout>
