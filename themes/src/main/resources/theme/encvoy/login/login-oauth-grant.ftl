<#-- Follows Keycloak 26.7.3, keycloak.v2/login/login-oauth-grant.ftl. Differs in the values that the application will
     receive, in the account, in the creator, in the logo, which is not loaded from any host, and in the buttons. Without encvoyConsent
     it lists the scopes, as Keycloak's does. -->
<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout bodyClass="oauth"; section>
    <#if section = "header">
        <#if encvoyConsent??>
            ${msg("encvoyConsentTitle", encvoyConsent.application)}
        <#elseif client.name?has_content>
            ${msg("oauthGrantTitle",advancedMsg(client.name))}
        <#else>
            ${msg("oauthGrantTitle",client.clientId)}
        </#if>
    <#elseif section = "form">
        <div id="kc-oauth" class="content-area">
            <#if encvoyConsent??>
                <link href="${url.resourcesPath}/css/encvoy-steps.css" rel="stylesheet">
                <p id="encvoy-account" class="encvoy-text">${msg("encvoyConsentAccount", encvoyConsent.account)}</p>
                <#if encvoyConsent.madeByPerson??>
                    <p id="encvoy-creator" class="encvoy-text"><#if encvoyConsent.creator??>${msg("encvoyConsentCreator", encvoyConsent.application, encvoyConsent.creator)}<#else>${msg("encvoyConsentCreatorUnknown", encvoyConsent.application)}</#if></p>
                </#if>
                <h2>${msg("encvoyConsentShares", encvoyConsent.application)}</h2>
                <ul id="encvoy-disclosed" role="list">
                    <#list encvoyConsent.lines as line>
                        <li>
                            <i class="fas ${line.icon}" aria-hidden="true"></i>
                            <#if line.scope??>
                                <span><#if line.parameter??>${advancedMsg(line.scope, line.parameter)}<#else>${advancedMsg(line.scope)}</#if></span>
                            <#else>
                                <span>
                                    <span class="encvoy-disclosed-name"><#if line.claim??>${msg("encvoyConsent." + line.claim)}<#else>${line.label}</#if></span>
                                    <span aria-hidden="true"> — </span>
                                    <span class="encvoy-disclosed-value"><#if line.value??>${line.value}<#elseif line.flag??>${msg(line.flag?then("encvoyConsentTrue", "encvoyConsentFalse"))}<#else>${msg("encvoyConsentNothing")}</#if></span>
                                </span>
                            </#if>
                        </li>
                    </#list>
                </ul>
            <#else>
            <h2>${msg("oauthGrantRequest")}</h2>
            <ul class="${properties.kcListClass!}">
                <#if oauth.clientScopesRequested??>
                    <#list oauth.clientScopesRequested as clientScope>
                        <li>
                            <span><#if !clientScope.parameterizedScopeParameter??>
                                        ${advancedMsg(clientScope.consentScreenText)}
                                    <#else>
                                        ${advancedMsg(clientScope.consentScreenText, clientScope.parameterizedScopeParameter)}
                                </#if>
                            </span>
                        </li>
                    </#list>
                </#if>
            </ul>
            </#if>
            <#if client.attributes.policyUri?? || client.attributes.tosUri??>
                <p>
                    <#if client.name?has_content>
                        ${msg("oauthGrantInformation",advancedMsg(client.name))}
                    <#else>
                        ${msg("oauthGrantInformation",client.clientId)}
                    </#if>
                    <#if client.attributes.tosUri??>
                        ${msg("oauthGrantReview")}
                        <a href="${client.attributes.tosUri}" target="_blank" rel="noopener noreferrer">${msg("oauthGrantTos")}</a>
                    </#if>
                    <#if client.attributes.policyUri??>
                        ${msg("oauthGrantReview")}
                        <a href="${client.attributes.policyUri}" target="_blank" rel="noopener noreferrer">${msg("oauthGrantPolicy")}</a>
                    </#if>
                </p>
            </#if>

            <form class="${properties.kcFormClass} ${properties.kcMarginTopClass!}" action="${url.oauthAction}" method="POST">
                <input type="hidden" name="code" value="${oauth.code}">
                <@buttons.actionGroup horizontal=true>
                    <button id="kc-login" name="accept" type="submit" class="${properties.kcButtonPrimaryClass} ${properties.kcButtonBlockClass}">${msg("doContinue")}</button>
                    <button id="kc-cancel" name="cancel" type="submit" class="${properties.kcButtonSecondaryClass} ${properties.kcButtonBlockClass}">${msg("doCancel")}</button>
                </@buttons.actionGroup>
            </form>
        </div>
    </#if>
</@layout.registrationLayout>
