<#ftl output_format="plainText">
${msg("encvoyMail.invitation.text", application)}

<#if link??>${link}

</#if>${msg("encvoyMail.invitation.expiry", days?c)}
