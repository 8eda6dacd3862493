<#-- Follows Keycloak 26.7.3, keycloak.v2/login/select-authenticator.ftl. Differs in the methods: buttons, which need
     neither a mouse nor a script, with icons that tell them apart. -->
<#import "template.ftl" as layout>
<#assign icons = {"encvoy-password-display-name": "fa-lock", "encvoy-email-code-display-name": "fa-envelope"}>
<@layout.registrationLayout displayInfo=false; section>
<!-- template: select-authenticator.ftl -->

    <#if section = "header" || section = "show-username">
        <#if section = "header">
            ${msg("loginChooseAuthenticator")}
        </#if>
    <#elseif section = "form">

    <ul id="encvoy-methods" role="list">
        <#list auth.authenticationSelections as authenticationSelection>
            <li>
                <form action="${url.loginAction}" method="post">
                    <button type="submit" name="authenticationExecution" value="${authenticationSelection.authExecId}" class="encvoy-method">
                        <i class="<#if icons[authenticationSelection.displayName]??>fas ${icons[authenticationSelection.displayName]}<#else>${properties['${authenticationSelection.iconCssClass}']!authenticationSelection.iconCssClass}</#if> ${properties.kcSelectAuthListItemIconPropertyClass!}" aria-hidden="true"></i>
                        <span class="encvoy-method-name">${msg('${authenticationSelection.displayName}')}</span>
                        <span class="encvoy-method-text">${msg('${authenticationSelection.helpText}')}</span>
                    </button>
                </form>
            </li>
        </#list>
    </ul>

    </#if>
</@layout.registrationLayout>

