<#-- Follows Keycloak 26.7.3, base/login/login-page-expired.ftl. Differs in the sentences, which are a person's words,
     in buttons instead of the words "Click here", and in details for administrators. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        <#if encvoyEnd??>${msg("encvoyEndTitle." + encvoyEnd.kind)}<#else>${msg("pageExpiredTitle")}</#if>
    <#elseif section = "form">
        <#if encvoyEnd??>
            <#import "encvoy-end.ftl" as ending>
            <link href="${url.resourcesPath}/css/encvoy-steps.css" rel="stylesheet">
            <div class="encvoy-end">
                <p id="instruction1" class="instruction">${msg("encvoyEnd." + encvoyEnd.kind)}</p>
                <@ending.link id="loginContinueLink" href=url.loginAction>${msg("doContinue")}</@ending.link>
                <@ending.link id="loginRestartLink" href=url.loginRestartFlowUrl primary=false>
                    ${msg("encvoyEndStartAgain")}
                </@ending.link>
                <#if encvoyEnd.contact??>
                    <@ending.contact message="encvoyEndContact" end=encvoyEnd />
                </#if>
                <@ending.details end=encvoyEnd />
            </div>
        <#else>
            <p id="instruction1" class="instruction">
                ${msg("pageExpiredMsg1")} <a id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("doClickHere")}</a> .<br/>
                ${msg("pageExpiredMsg2")} <a id="loginContinueLink" href="${url.loginAction}">${msg("doClickHere")}</a> .
            </p>
        </#if>
    </#if>
</@layout.registrationLayout>
