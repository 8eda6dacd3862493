<#-- Follows Keycloak 26.7.3, base/email/html/email-verification.ftl. Differs in the text, which is that of the plain mail, with a button
     for the link. -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<@layout.paragraphs text=msg("emailVerificationBody", link, linkExpiration, realmName, linkExpirationFormatter(linkExpiration)) link=link label=msg("encvoyMailVerify")/>
</@layout.emailLayout>
