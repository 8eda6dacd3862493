<#-- Follows Keycloak 26.7.3, base/email/html/executeActions.ftl. Differs in the text, which is that of the plain mail, with a button
     for the link. -->
<#outputformat "plainText">
<#assign requiredActionsText><#if requiredActions??><#list requiredActions><#items as reqActionItem>${msg("requiredAction.${reqActionItem}")}<#sep>, </#sep></#items></#list></#if></#assign>
</#outputformat>

<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.paragraphs text=msg("executeActionsBody", link, linkExpiration, realmName, requiredActionsText, linkExpirationFormatter(linkExpiration)) link=link label=msg("encvoyMailContinue")/>
</@layout.emailLayout>
