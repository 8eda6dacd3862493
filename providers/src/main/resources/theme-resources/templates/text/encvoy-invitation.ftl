<#ftl output_format="plainText">
<#if inviter??>
${msg("encvoyMail.invitation.by", inviter, application)}
<#else>
${msg("encvoyMail.invitation.text", application)}
</#if>

${msg("encvoyMail.invitation.how", address)}

<#if link??>${link}

</#if>${msg("encvoyMail.invitation.expiry", days?c)}
