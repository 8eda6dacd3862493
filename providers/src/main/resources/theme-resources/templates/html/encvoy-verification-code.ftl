<#ftl output_format="HTML">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("encvoyMail.verification-code.text", application)}</p>
<p style="font-size: 28px; font-weight: 500; letter-spacing: 4px">${code}</p>
<p>${msg("encvoyMail.expiry", minutes?c)}</p>
<p>${msg("encvoyMail.notYou")}</p>
</@layout.emailLayout>
