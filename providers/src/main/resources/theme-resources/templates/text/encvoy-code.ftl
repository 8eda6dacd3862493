<#ftl output_format="plainText">
${msg("encvoyMail.code.text", application)}

${code}

${msg("encvoyMail.expiry", minutes?c)}

${msg("encvoyMail.notYou")}
