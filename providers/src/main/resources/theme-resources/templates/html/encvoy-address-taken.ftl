<#ftl output_format="HTML">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("encvoyMail.address-taken.text", application)}</p>
<p>${msg("encvoyMail.address-taken.advice")}</p>
</@layout.emailLayout>
