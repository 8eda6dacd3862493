<#ftl output_format="plainText">
${msg("encvoyMail.password-changed.text", application)}

${msg("encvoyMail.password-changed.advice")}
