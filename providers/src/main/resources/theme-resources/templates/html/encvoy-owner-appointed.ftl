<#ftl output_format="HTML">
<#import "template.ftl" as layout>
<@layout.emailLayout>
<#if yours>
<p>${msg("encvoyMail.owner-appointed.you", application)}</p>
<#elseif owner??>
<p>${msg("encvoyMail.owner-appointed.other", owner, application)}</p>
<#else>
<p>${msg("encvoyMail.owner-appointed.unnamed", application)}</p>
</#if>
<p><#if by??>${msg("encvoyMail.owner-appointed.by", by)}<br></#if>${msg("encvoyMail.when", when)}</p>
<p>${msg("encvoyMail.owner-appointed.advice")}</p>
</@layout.emailLayout>
