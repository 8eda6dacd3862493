<#ftl output_format="HTML">
<#import "template.ftl" as layout>
<#import "encvoy-button.ftl" as button>
<@layout.emailLayout>
<p>${msg("encvoyMail.account-to-be-deleted.text", application)}</p>
<p>${msg("encvoyMail.account-to-be-deleted.until", until)}</p>
<#if link??><@button.to link=link label=msg("encvoyMail.account-to-be-deleted.open")/></#if>
<p>${msg("encvoyMail.account-to-be-deleted.advice")}</p>
</@layout.emailLayout>
