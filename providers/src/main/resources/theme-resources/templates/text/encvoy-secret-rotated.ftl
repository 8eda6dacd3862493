<#ftl output_format="plainText">
${msg("encvoyMail.secret-rotated.text", application)}

<#if by??>${msg("encvoyMail.secret-rotated.by", by)}
</#if>${msg("encvoyMail.when", when)}

${msg("encvoyMail.secret-rotated.advice")}
