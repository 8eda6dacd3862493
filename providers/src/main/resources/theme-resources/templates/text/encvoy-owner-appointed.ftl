<#ftl output_format="plainText">
<#if yours>
${msg("encvoyMail.owner-appointed.you", application)}
<#elseif owner??>
${msg("encvoyMail.owner-appointed.other", owner, application)}
<#else>
${msg("encvoyMail.owner-appointed.unnamed", application)}
</#if>

<#if by??>${msg("encvoyMail.owner-appointed.by", by)}
</#if>${msg("encvoyMail.when", when)}

${msg("encvoyMail.owner-appointed.advice")}
