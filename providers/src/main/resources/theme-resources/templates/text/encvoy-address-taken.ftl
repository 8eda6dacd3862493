<#ftl output_format="plainText">
${msg("encvoyMail.address-taken.text", application)}

${msg("encvoyMail.address-taken.advice")}
