<#ftl output_format="HTML">
<#import "encvoy-button.ftl" as button>
<#-- When, with which browser and from where something happened, what to do, and a link to the account. -->
<#macro of advice>
<p>
${msg("encvoyMail.when", when)}
<#if browser??><br>${msg("encvoyMail.browser", browser)}</#if>
<#if address??><br>${msg("encvoyMail.address", address)}</#if>
</p>
<p>${advice}</p>
<#if link??><@button.to link=link label=msg("encvoyMail.account")/></#if>
</#macro>
