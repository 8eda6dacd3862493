<#ftl output_format="plainText">
<#-- When, with which browser and from where something happened, what to do, and a link to the account. -->
<#macro of advice>
${msg("encvoyMail.when", when)}
<#if browser??>
${msg("encvoyMail.browser", browser)}
</#if>
<#if address??>
${msg("encvoyMail.address", address)}
</#if>

${advice}
<#if link??>

${msg("encvoyMail.account")}:
${link}
</#if>
</#macro>
