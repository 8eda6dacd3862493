<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("encvoyDeniedTitle", encvoyDenied.application)}
    <#elseif section = "form">
        <link href="${url.resourcesPath}/css/encvoy-steps.css" rel="stylesheet">
        <div id="encvoy-denied" role="alert">
            <p class="encvoy-text">${msg("encvoyDenied." + encvoyDenied.reason, encvoyDenied.application)}</p>
        </div>
        <p id="encvoy-contact" class="encvoy-text">
            <#if encvoyDenied.contact??>
                ${msg("encvoyDeniedContact", encvoyDenied.contact)}
            <#else>
                ${msg("encvoyDeniedContactNone", encvoyDenied.application)}
            </#if>
        </p>
        <p class="encvoy-text">${msg("encvoyDeniedAccount", encvoyDenied.account)}</p>
        <form id="encvoy-denied-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <button id="encvoy-other" name="choice" value="other" type="submit"
                    class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">
                ${msg("encvoyChooserOther")}
            </button>
        </form>
    </#if>
</@layout.registrationLayout>
