<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('code'); section>
    <#if section = "header">
        ${msg("encvoyCodeTitle")}
    <#elseif section = "form">
        <link href="${url.resourcesPath}/css/encvoy-steps.css" rel="stylesheet">
        <#if encvoyCode.sent>
            <p id="encvoy-code-sent" class="encvoy-text">
                <#if encvoyCode.address??>
                    ${msg("encvoyCodeSentTo", encvoyCode.address, encvoyCode.minutes?c)}
                <#elseif encvoyRegistrationAddress??>
                    ${msg("encvoyCodeSentTo", encvoyRegistrationAddress, encvoyCode.minutes?c)}
                <#elseif encvoyCode.purpose = "verification">
                    ${msg("encvoyCodeSentToNew", encvoyCode.minutes?c)}
                <#else>
                    ${msg("encvoyCodeSentMaybe", encvoyCode.identifier!"", encvoyCode.minutes?c)}
                </#if>
            </p>
            <form id="encvoy-code-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
                <div class="${properties.kcFormGroupClass!}">
                    <div class="${properties.kcFormGroupLabelClass!}">
                        <label for="code" class="${properties.kcFormLabelClass!}">
                            <span class="${properties.kcFormLabelTextClass!}">${msg("encvoyCodeLabel")}</span>
                        </label>
                    </div>
                    <#assign hasError=messagesPerField.existsError('code')>
                    <span class="${properties.kcInputClass!} <#if hasError>${properties.kcError!}</#if>">
                        <input id="code" name="code" type="text" autocomplete="one-time-code" inputmode="numeric"
                               maxlength="32" autocapitalize="off" spellcheck="false" autofocus
                               <#if hasError>
                                   aria-invalid="true" aria-describedby="input-error-code"
                               <#else>
                                   aria-describedby="encvoy-code-sent"
                               </#if>>
                    </span>
                    <#if hasError>
                        <div class="${properties.kcFormHelperTextClass!}" aria-live="polite">
                            <span id="input-error-code"
                                  class="${properties.kcInputErrorMessageClass!} encvoy-error"
                            >${messagesPerField.get('code')}</span>
                        </div>
                    </#if>
                </div>
                <div class="${properties.kcFormGroupClass!}">
                    <button id="kc-login" type="submit"
                            class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">
                        ${msg("encvoyCodeConfirm")}
                    </button>
                </div>
            </form>
        </#if>
        <#if encvoyCode.further>
            <form id="encvoy-resend-form" class="${properties.kcFormClass!} encvoy-resend" action="${url.loginAction}"
                  method="post" style="--encvoy-wait: ${encvoyCode.wait?c}">
                <#if (encvoyCode.wait > 0)>
                    <p class="encvoy-text encvoy-wait" role="timer">
                        ${msg("encvoyCodeNextIn")}
                        <span class="encvoy-countdown" data-seconds="${encvoyCode.wait?c}"></span>
                    </p>
                </#if>
                <button id="encvoy-resend" name="resend" value="on" type="submit"
                        class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">
                    ${msg(encvoyCode.sent?then("encvoyCodeResend", "encvoyCodeTryAgain"))}
                </button>
            </form>
        </#if>
        <#if isAppInitiatedAction??>
            <form id="encvoy-cancel-form" class="${properties.kcFormClass!} encvoy-address" action="${url.loginAction}"
                  method="post">
                <button id="kc-cancel" name="cancel-aia" value="true" type="submit"
                        class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">
                    ${msg("doCancel")}
                </button>
            </form>
        </#if>
        <#if encvoyRegistrationAddress??>
            <form id="encvoy-address-form" class="${properties.kcFormClass!} encvoy-address" action="${url.loginAction}"
                  method="post">
                <#if !encvoyCode.sent><p class="encvoy-text">${encvoyRegistrationAddress}</p></#if>
                <button id="encvoy-other-address" name="otherAddress" value="on" type="submit"
                        class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">
                    ${msg("encvoyCodeOtherAddress")}
                </button>
            </form>
        </#if>
    </#if>
</@layout.registrationLayout>
