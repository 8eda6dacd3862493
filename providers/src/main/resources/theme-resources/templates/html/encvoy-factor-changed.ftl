<#ftl output_format="HTML">
<#import "template.ftl" as layout>
<#import "encvoy-circumstances.ftl" as circumstances>
<#assign done=administrator?then("withdrawn", change) name=msg("encvoyMail.factor." + factor)>
<@layout.emailLayout>
<p>${msg("encvoyMail.factor-changed." + done, name)}</p>
<@circumstances.of advice=msg("encvoyMail.factor-changed.advice")/>
</@layout.emailLayout>
