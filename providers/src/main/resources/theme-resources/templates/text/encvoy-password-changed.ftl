<#ftl output_format="plainText">
<#import "encvoy-circumstances.ftl" as circumstances>
<#if how == "recovered">
${msg("encvoyMail.password-changed.text", application)}
<#elseif how == "administrator">
${msg("encvoyMail.password-changed.administrator", application)}
<#else>
${msg("encvoyMail.password-changed.self", application)}
</#if>

<#if how == "recovered">
<@circumstances.of advice=msg("encvoyMail.password-changed.advice")/>
<#elseif how == "administrator">
<@circumstances.of advice=msg("encvoyMail.password-changed.unexpected")/>
<#else>
<@circumstances.of advice=msg("encvoyMail.password-changed.notYou")/>
</#if>
