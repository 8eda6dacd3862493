<#ftl output_format="HTML">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("encvoyMail.account-restored.text", application)}</p>
<p>${msg("encvoyMail.account-restored.advice")}</p>
</@layout.emailLayout>
