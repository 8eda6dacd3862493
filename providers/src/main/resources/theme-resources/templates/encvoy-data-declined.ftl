<#import "template.ftl" as layout>
<#import "encvoy-end.ftl" as ending>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("encvoyDeclinedTitle", encvoyDeclined.application)}
    <#elseif section = "form">
        <link href="${url.resourcesPath}/css/encvoy-steps.css" rel="stylesheet">
        <div class="encvoy-end">
            <p class="encvoy-text">${msg("encvoyDeclined")}</p>
            <form id="encvoy-declined-form" class="${properties.kcFormClass!}" action="${url.loginAction}"
                  method="post">
                <button id="encvoy-enter" name="choice" value="enter" type="submit"
                        class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">
                    ${msg("encvoyDeclinedEnter")}
                </button>
            </form>
            <#if (client.baseUrl)?has_content>
                <@ending.link id="backToApplication" href=client.baseUrl primary=false>
                    ${msg("encvoyEndBackTo", encvoyDeclined.application)}
                </@ending.link>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
