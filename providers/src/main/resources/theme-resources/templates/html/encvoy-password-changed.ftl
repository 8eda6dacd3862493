<#ftl output_format="HTML">
<#import "template.ftl" as layout>
<#import "encvoy-circumstances.ftl" as circumstances>
<@layout.emailLayout>
<#if how == "recovered">
<p>${msg("encvoyMail.password-changed.text", application)}</p>
<#elseif how == "administrator">
<p>${msg("encvoyMail.password-changed.administrator", application)}</p>
<#else>
<p>${msg("encvoyMail.password-changed.self", application)}</p>
</#if>
<#if how == "recovered">
<@circumstances.of advice=msg("encvoyMail.password-changed.advice")/>
<#elseif how == "administrator">
<@circumstances.of advice=msg("encvoyMail.password-changed.unexpected")/>
<#else>
<@circumstances.of advice=msg("encvoyMail.password-changed.notYou")/>
</#if>
</@layout.emailLayout>
