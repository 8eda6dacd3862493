<#ftl output_format="HTML">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("encvoyMail.invitation.text", application)}</p>
<#if link??><p><a href="${link}">${msg("encvoyMail.invitation.open", application)}</a></p></#if>
<p>${msg("encvoyMail.invitation.expiry", days?c)}</p>
</@layout.emailLayout>
