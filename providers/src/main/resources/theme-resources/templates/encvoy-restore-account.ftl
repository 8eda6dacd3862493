<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false displayInfo=false; section>
    <#if section = "header">
        ${msg(encvoyRestore.left?then("encvoyRestoreLeftTitle", "encvoyRestoreTitle"))}
    <#elseif section = "form">
        <link href="${url.resourcesPath}/css/encvoy-steps.css" rel="stylesheet">
        <div class="encvoy-end">
            <#if encvoyRestore.left>
                <p class="encvoy-text">
                    <#if encvoyRestore.until??>${msg("encvoyRestoreLeft", encvoyRestore.until)}
                    <#else>${msg("encvoyRestoreLeftSoon")}</#if>
                </p>
            <#else>
                <p class="encvoy-text">${msg("encvoyRestoreAccount", encvoyRestore.account, encvoyRestore.service)}</p>
                <p class="encvoy-text">
                    <#if encvoyRestore.until??>${msg("encvoyRestoreUntil", encvoyRestore.until)}
                    <#else>${msg("encvoyRestoreSoon")}</#if>
                </p>
                <form id="encvoy-restore-form" class="${properties.kcFormClass!}" action="${url.loginAction}"
                      method="post">
                    <button id="encvoy-restore" name="choice" value="restore" type="submit"
                            class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">
                        ${msg("encvoyRestoreDo")}
                    </button>
                    <button id="encvoy-leave" name="choice" value="leave" type="submit"
                            class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">
                        ${msg("encvoyRestoreLeave")}
                    </button>
                </form>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
