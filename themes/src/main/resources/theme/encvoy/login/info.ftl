<#-- Follows Keycloak 26.7.3, base/login/info.ftl. Differs in the sentences where a login has ended, in a text that is
     not said twice, and in one action that leads on. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        <#if (encvoyEnd.kind)??>
            ${msg("encvoyEndTitle." + encvoyEnd.kind)}
        <#elseif messageHeader??>
            ${kcSanitize(msg("${messageHeader}"))?no_esc}
        <#else>
            ${message.summary}
        </#if>
    <#elseif section = "form">
    <#if encvoyEnd??>
        <#import "encvoy-end.ftl" as ending>
        <link href="${url.resourcesPath}/css/encvoy-steps.css" rel="stylesheet">
    </#if>
    <div id="kc-info-message" class="encvoy-end">
        <#if (encvoyEnd.kind)??>
            <p class="instruction">${msg("encvoyEnd." + encvoyEnd.kind, encvoyEnd.application!msg("encvoyEndApplication"))}</p>
        <#elseif messageHeader?? || requiredActions??>
            <p class="instruction">${message.summary}<#if requiredActions??><#list requiredActions>: <b><#items as reqActionItem>${kcSanitize(msg("requiredAction.${reqActionItem}"))?no_esc}<#sep>, </#items></b></#list><#else></#if></p>
        </#if>
        <#if !encvoyEnd??>
            <#if skipLink??>
            <#elseif pageRedirectUri?has_content>
                <p><a href="${pageRedirectUri}">${msg("backToApplication")}</a></p>
            <#elseif actionUri?has_content>
                <p><a href="${actionUri}">${msg("proceedWithAction")}</a></p>
            <#elseif (client.baseUrl)?has_content>
                <p><a href="${client.baseUrl}">${msg("backToApplication")}</a></p>
            </#if>
        <#elseif !skipLink?? && !pageRedirectUri?has_content && actionUri?has_content>
            <@ending.link id="encvoy-proceed" href=actionUri>${msg("doContinue")}</@ending.link>
        <#else>
            <@ending.onward end=encvoyEnd />
        </#if>
    </div>
    </#if>
</@layout.registrationLayout>
