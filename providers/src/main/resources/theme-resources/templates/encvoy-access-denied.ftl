<#import "template.ftl" as layout>
<#import "encvoy-end.ftl" as ending>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("encvoyDeniedTitle", encvoyDenied.application)}
    <#elseif section = "form">
        <link href="${url.resourcesPath}/css/encvoy-steps.css" rel="stylesheet">
        <div class="encvoy-end">
            <div id="encvoy-denied" role="alert">
                <p class="encvoy-text">${msg("encvoyDenied." + encvoyDenied.reason, encvoyDenied.application)}</p>
            </div>
            <#if encvoyDenied.contact??>
                <@ending.contact message="encvoyDeniedContact" end=encvoyDenied />
            <#else>
                <p id="encvoy-contact" class="encvoy-text">
                    ${msg("encvoyDeniedContactNone", encvoyDenied.application)}
                </p>
            </#if>
            <p id="encvoy-account" class="encvoy-text">
                ${msg(encvoyDenied.signedIn?then("encvoyDeniedAccount", "encvoyDeniedTried"), encvoyDenied.account)}
            </p>
            <form id="encvoy-denied-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
                <button id="encvoy-other" name="choice" value="other" type="submit"
                        class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">
                    ${msg("encvoyChooserOther")}
                </button>
            </form>
            <#if (client.baseUrl)?has_content>
                <@ending.link id="backToApplication" href=client.baseUrl primary=false>
                    ${msg("encvoyEndBack")}
                </@ending.link>
            </#if>
            <@ending.details end=encvoyDenied />
        </div>
    </#if>
</@layout.registrationLayout>
