<#ftl output_format="plainText">
${msg("encvoyMail.recovery-code.text", application)}

${code}

${msg("encvoyMail.expiry", minutes?c)}

${msg("encvoyMail.notYou")}
