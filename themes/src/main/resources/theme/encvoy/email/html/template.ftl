<#-- Follows Keycloak 26.7.3, base/email/html/template.ftl. Differs in the card around the text. It has the name and the
     colours of the application in mails of this pack, and the name of the realm in Keycloak's own. Styles are inline
     because programs that read mails drop others. -->
<#macro emailLayout>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${application!realmName!"Encvoy ID"}</title>
</head>
<body style="margin: 0; padding: 24px 8px; background-color: #f2f2f2; color: #000000; font: 14px/1.5 'Inter', 'Helvetica Neue', Arial, sans-serif">
<table role="presentation" align="center" cellpadding="0" cellspacing="0" style="width: 100%; max-width: 580px; margin: 0 auto; border-radius: 12px; background-color: #ffffff; box-shadow: 0 2px 8px rgba(0, 0, 0, 0.15)">
    <tr>
        <td style="padding: 14px 20px; border-radius: 12px 12px 0 0; background-color: ${encvoyButtonColor!"#4c6ad4"}; color: ${encvoyFontColor!"#ffffff"}; font-size: 18px; font-weight: 500">${application!realmName!"Encvoy ID"}</td>
    </tr>
    <tr>
        <td style="padding: 12px 20px 20px; overflow-wrap: anywhere">
            <#nested>
        </td>
    </tr>
</table>
</body>
</html>
</#macro>
