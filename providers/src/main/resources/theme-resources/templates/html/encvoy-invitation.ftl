<#ftl output_format="HTML">
<#import "template.ftl" as layout>
<#import "encvoy-button.ftl" as button>
<@layout.emailLayout>
<#if inviter??>
<p>${msg("encvoyMail.invitation.by", inviter, application)}</p>
<#else>
<p>${msg("encvoyMail.invitation.text", application)}</p>
</#if>
<p>${msg("encvoyMail.invitation.how", address)}</p>
<#if link??><@button.to link=link label=msg("encvoyMail.invitation.open", application)/></#if>
<p>${msg("encvoyMail.invitation.expiry", days?c)}</p>
</@layout.emailLayout>
