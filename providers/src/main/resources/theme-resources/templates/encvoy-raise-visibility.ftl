<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=messagesPerField.exists('global'); section>
    <#if section = "header">
        ${msg("encvoyVisibilityTitle", encvoyVisibility.application)}
    <#elseif section = "form">
        <link href="${url.resourcesPath}/css/encvoy-steps.css" rel="stylesheet">
        <form id="encvoy-visibility-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post"
              novalidate>
            <#if encvoyVisibility.hidden?has_content>
                <p class="encvoy-text">${msg("encvoyVisibilityHidden", encvoyVisibility.application)}</p>
                <ul class="encvoy-fields">
                    <#list encvoyVisibility.hidden as label><li>${msg(label)}</li></#list>
                </ul>
            </#if>
            <#if encvoyVisibility.missing?has_content>
                <p class="encvoy-text">${msg("encvoyVisibilityMissing", encvoyVisibility.application)}</p>
                <#assign wrong="">
                <#list encvoyVisibility.missing as field>
                    <#if !wrong?has_content && messagesPerField.existsError(field.name)><#assign wrong=field.name></#if>
                </#list>
                <#list encvoyVisibility.missing as field>
                    <div class="${properties.kcFormGroupClass!}">
                        <div class="${properties.kcFormGroupLabelClass!}">
                            <label for="${field.name}" class="${properties.kcFormLabelClass!}">
                                <span class="${properties.kcFormLabelTextClass!}">${msg(field.label)}</span>
                            </label>
                        </div>
                        <#assign hasError=messagesPerField.existsError(field.name)>
                        <span class="${properties.kcInputClass!} <#if hasError>${properties.kcError!}</#if>">
                            <#assign notes=[]>
                            <#if field.hint??><#assign notes+=["hint-" + field.name]></#if>
                            <#if hasError><#assign notes+=["input-error-" + field.name]></#if>
                            <input id="${field.name}" name="${field.name}" type="${field.type!"text"}"
                                   value="${field.value}" autocomplete="${field.autocomplete!"off"}"
                                   aria-required="true"
                                   <#if (field.type!"") = "date">placeholder="1990-12-31"</#if>
                                   <#if notes?has_content>aria-describedby="${notes?join(" ")}"</#if>
                                   <#if hasError>aria-invalid="true"</#if>
                                   <#if wrong = field.name>autofocus</#if>>
                        </span>
                        <#if field.hint??>
                            <p id="hint-${field.name}" class="encvoy-text encvoy-hint">${msg(field.hint)}</p>
                        </#if>
                        <#if hasError>
                            <div class="${properties.kcFormHelperTextClass!}" aria-live="polite">
                                <span id="input-error-${field.name}"
                                      class="${properties.kcInputErrorMessageClass!} encvoy-error"
                                >${messagesPerField.get(field.name)}</span>
                            </div>
                        </#if>
                    </div>
                </#list>
            </#if>
            <button id="encvoy-raise" name="choice" value="continue" type="submit"
                    class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">
                ${msg("doContinue")}
            </button>
            <button id="encvoy-cancel" name="choice" value="cancel" type="submit"
                    class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">
                ${msg("doCancel")}
            </button>
        </form>
    </#if>
</@layout.registrationLayout>
