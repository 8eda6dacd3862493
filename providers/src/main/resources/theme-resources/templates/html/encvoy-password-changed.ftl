<#ftl output_format="HTML">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("encvoyMail.password-changed.text", application)}</p>
<p>${msg("encvoyMail.password-changed.advice")}</p>
</@layout.emailLayout>
