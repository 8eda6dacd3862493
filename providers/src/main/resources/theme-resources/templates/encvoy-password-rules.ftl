<#-- The rules for passwords in words, before the fields, which screen readers announce them with. -->
<#macro ofPasswords>
    <#if encvoyPasswordRules?has_content>
        <link href="${url.resourcesPath}/css/encvoy-steps.css" rel="stylesheet">
        <div class="encvoy-passwords" role="group" aria-label="${msg("password")}"
             aria-describedby="encvoy-password-rules">
            <div id="encvoy-password-rules">
                <p class="encvoy-text">${msg("encvoyPasswordRules")}</p>
                <ul class="encvoy-fields">
                    <#list encvoyPasswordRules as rule><li>${msg(rule.key, rule.value)}</li></#list>
                </ul>
            </div>
            <#nested>
        </div>
    <#else>
        <#nested>
    </#if>
</#macro>
