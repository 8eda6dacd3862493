<#-- Follows Keycloak 26.7.3, base/email/html/org-invite.ftl. Differs in the text, which is that of the plain mail, with a button
     for the link. -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<#if firstName?? && lastName??>
    <@layout.paragraphs text=msg("orgInviteBodyPersonalized", link, linkExpiration, realmName, organization.name, linkExpirationFormatter(linkExpiration), firstName, lastName) link=link label=msg("encvoyMailJoin")/>
<#else>
    <@layout.paragraphs text=msg("orgInviteBody", link, linkExpiration, realmName, organization.name, linkExpirationFormatter(linkExpiration)) link=link label=msg("encvoyMailJoin")/>
</#if>
</@layout.emailLayout>
