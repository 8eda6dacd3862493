<#ftl output_format="HTML">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("encvoyMail.secret-rotated.text", application)}</p>
<p><#if by??>${msg("encvoyMail.secret-rotated.by", by)}<br></#if>${msg("encvoyMail.when", when)}</p>
<p>${msg("encvoyMail.secret-rotated.advice")}</p>
</@layout.emailLayout>
