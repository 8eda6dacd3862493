<#ftl output_format="HTML">
<#import "template.ftl" as layout>
<#import "encvoy-circumstances.ftl" as circumstances>
<@layout.emailLayout>
<p>${msg("encvoyMail.new-browser.text", application)}</p>
<@circumstances.of advice=msg("encvoyMail.new-browser.advice")/>
</@layout.emailLayout>
