<#ftl output_format="plainText">
${msg("encvoyMail.account-to-be-deleted.text", application)}

${msg("encvoyMail.account-to-be-deleted.until", until)}

<#if link??>${link}

</#if>${msg("encvoyMail.account-to-be-deleted.advice")}
