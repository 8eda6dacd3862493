<#-- Follows Keycloak 26.7.3, base/email/html/identity-provider-link.ftl. Differs in the text, which is that of the plain mail, with a button
     for the link. -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.paragraphs text=msg("identityProviderLinkBody", identityProviderDisplayName, realmName, identityProviderContext.username, link, linkExpiration, linkExpirationFormatter(linkExpiration)) link=link label=msg("encvoyMailConfirm")/>
</@layout.emailLayout>
