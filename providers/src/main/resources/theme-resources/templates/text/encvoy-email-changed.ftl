<#ftl output_format="plainText">
<#import "encvoy-circumstances.ftl" as circumstances>
<#if administrator>
${msg("encvoyMail.email-changed.administrator", application)}
<#else>
${msg("encvoyMail.email-changed.text", application)}
</#if>

<@circumstances.of advice=msg("encvoyMail.email-changed.advice")/>
