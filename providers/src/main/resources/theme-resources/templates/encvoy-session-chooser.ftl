<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("encvoyChooserTitle", encvoyChooser.application)}
    <#elseif section = "form">
        <link href="${url.resourcesPath}/css/encvoy-steps.css" rel="stylesheet">
        <form id="encvoy-chooser-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <button id="encvoy-continue" name="choice" value="continue" type="submit" class="encvoy-session"
                    aria-label="${msg("encvoyChooserContinue", encvoyChooser.name)} (${encvoyChooser.detail})">
                <span class="encvoy-session-initials" aria-hidden="true">${encvoyChooser.initials!}</span>
                <span class="encvoy-session-person">
                    <span class="encvoy-session-name">${encvoyChooser.name}</span>
                    <span class="encvoy-session-detail">${encvoyChooser.detail}</span>
                </span>
                <span class="encvoy-session-go" aria-hidden="true"></span>
            </button>
            <button id="encvoy-other" name="choice" value="other" type="submit"
                    class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">
                ${msg("encvoyChooserOther")}
            </button>
            <button id="encvoy-sign-out" name="choice" value="sign-out" type="submit"
                    class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">
                ${msg("encvoyChooserSignOut")}
            </button>
            <p class="encvoy-text">${msg("encvoyChooserHint", encvoyChooser.name)}</p>
        </form>
    </#if>
</@layout.registrationLayout>
