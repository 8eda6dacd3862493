<#ftl output_format="HTML">
<#import "template.ftl" as layout>
<#import "encvoy-circumstances.ftl" as circumstances>
<@layout.emailLayout>
<#if administrator>
<p>${msg("encvoyMail.email-changed.administrator", application)}</p>
<#else>
<p>${msg("encvoyMail.email-changed.text", application)}</p>
</#if>
<@circumstances.of advice=msg("encvoyMail.email-changed.advice")/>
</@layout.emailLayout>
