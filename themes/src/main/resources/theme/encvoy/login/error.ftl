<#-- Follows Keycloak 26.7.3, base/login/error.ftl. Differs in the sentences, which are a person's words, in one action
     that leads on, the contact of the application, and details for administrators. Without encvoyEnd, as on pages of
     Keycloak's error handler, it shows what Keycloak's shows. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        <#if (encvoyEnd.kind)??>${msg("encvoyEndTitle." + encvoyEnd.kind)}<#else>${kcSanitize(msg("errorTitle"))?no_esc}</#if>
    <#elseif section = "form">
        <#if encvoyEnd??>
            <#import "encvoy-end.ftl" as ending>
            <link href="${url.resourcesPath}/css/encvoy-steps.css" rel="stylesheet">
        </#if>
        <div id="kc-error-message" class="encvoy-end">
            <div role="alert">
                <#if (encvoyEnd.kind)??>
                    <p class="instruction">${msg("encvoyEnd." + encvoyEnd.kind, encvoyEnd.application!msg("encvoyEndApplication"))}</p>
                <#else>
                    <p class="instruction">${kcSanitize(message.summary)?no_esc}</p>
                </#if>
            </div>
            <#if (encvoyEnd.contact)??>
                <@ending.contact message="encvoyEndContact" end=encvoyEnd />
            </#if>
            <#if encvoyEnd??>
                <@ending.onward end=encvoyEnd />
            <#elseif !skipLink?? && (client.baseUrl)?has_content>
                <p><a id="backToApplication" href="${client.baseUrl}">${msg("backToApplication")}</a></p>
            </#if>
            <#if encvoyEnd??>
                <@ending.details end=encvoyEnd>
                    <#if traceId??>
                        <dt>${msg("traceIdSupportMessage", "")}</dt>
                        <dd id="traceId">${traceId}</dd>
                    </#if>
                </@ending.details>
            <#elseif traceId??>
                <p class="instruction" id="traceId">${msg("traceIdSupportMessage", traceId)}</p>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
