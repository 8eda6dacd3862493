<#ftl output_format="plainText">
${msg("encvoyMail.account-restored.text", application)}

${msg("encvoyMail.account-restored.advice")}
