<#-- What all pages share on which a login ends: where to go, who can help, and what to tell an administrator. -->

<#macro link id href primary=true>
    <#local kind=primary?then(properties.kcButtonPrimaryClass!, properties.kcButtonSecondaryClass!)>
    <a id="${id}" href="${href}" class="${kind} ${properties.kcButtonBlockClass!}"><#nested></a>
</#macro>

<#-- The message has one parameter, in whose place the contact is shown. -->
<#macro contact message end>
    <#local sentence=msg(message, "|contact|")?split("|contact|")>
    <p id="encvoy-contact" class="encvoy-text">
        ${sentence[0]}<#t>
        <#if end.contactLink??><a href="${end.contactLink}">${end.contact}</a><#else>${end.contact}</#if><#t>
        ${sentence[1]!}
    </p>
</#macro>

<#macro details end>
    <div class="encvoy-case">
        <p id="encvoy-reference" class="encvoy-text">${msg("encvoyEndReference", end.reference)}</p>
        <details id="encvoy-details">
            <summary>${msg("encvoyEndDetails")}</summary>
            <dl>
                <dt>${msg("encvoyEndCode")}</dt>
                <dd>${end.code}</dd>
                <#if end.clientId??>
                    <dt>${msg("encvoyEndClient")}</dt>
                    <dd>${end.clientId}</dd>
                </#if>
                <#if end.redirectUri??>
                    <dt>${msg("encvoyEndRedirect")}</dt>
                    <dd>${end.redirectUri}</dd>
                </#if>
                <dt>${msg("encvoyEndTime")}</dt>
                <dd><time datetime="${end.time}">${end.time}</time></dd>
                <#nested>
            </dl>
        </details>
    </div>
</#macro>

<#-- Where to go: the primary action leads back to the application if its address is known, otherwise to a sign-in. -->
<#macro onward end>
    <#local home="">
    <#if !skipLink??><#local home=pageRedirectUri!((client.baseUrl)!"")></#if>
    <#local again=((end.kind)!"") == "signed_out">
    <#local start=end.restart?then(url.loginRestartFlowUrl, end.signIn!"")>
    <#if home?has_content>
        <@link id="backToApplication" href=home>
            <#if end.application??>${msg("encvoyEndBackTo", end.application)}<#else>${msg("encvoyEndBack")}</#if>
        </@link>
    </#if>
    <#if start?has_content && (again || !home?has_content) && ((end.kind)!"") != "signed_in">
        <@link id="encvoy-start" href=start primary=!home?has_content>
            ${msg(again?then("encvoyEndSignInAgain", end.restart?then("encvoyEndStartAgain", "encvoyEndSignIn")))}
        </@link>
    </#if>
</#macro>
