<#-- Follows Keycloak 26.7.3, base/email/html/template.ftl. Differs in the card around the text. It has the name and the
     colours of the application in mails of this pack, and the name of the realm in Keycloak's own. Styles are inline
     because programs that read mails drop others; those for dark screens cannot be. -->
<#macro emailLayout>
<!doctype html>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <title>${application!realmName!"Encvoy ID"}</title>
    <style>
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        @media (prefers-color-scheme: dark) {
            .encvoy-page { background-color: #16181d !important; color: #f2f2f2 !important; }
            .encvoy-card { background-color: #22252b !important; color: #f2f2f2 !important; box-shadow: none !important; }
            .encvoy-text a { color: #a9bbff !important; }
            .encvoy-footer { color: #b4b8c0 !important; }
        }
    </style>
</head>
<body class="encvoy-page" style="margin: 0; padding: 24px 8px; background-color: #f2f2f2; color: #000000; font: 14px/1.5 'Inter', 'Helvetica Neue', Arial, sans-serif">
<table role="presentation" class="encvoy-card" align="center" cellpadding="0" cellspacing="0" style="width: 100%; max-width: 580px; margin: 0 auto; border-radius: 12px; background-color: #ffffff; box-shadow: 0 2px 8px rgba(0, 0, 0, 0.15)">
    <tr>
        <td style="padding: 14px 20px; border-radius: 12px 12px 0 0; background-color: ${encvoyButtonColor!"#4c6ad4"}; color: ${encvoyFontColor!"#ffffff"}; font-size: 18px; font-weight: 500">${application!realmName!"Encvoy ID"}</td>
    </tr>
    <tr>
        <td class="encvoy-text" style="padding: 12px 20px 20px; overflow-wrap: anywhere">
            <#nested>
        </td>
    </tr>
</table>
<p class="encvoy-footer" style="max-width: 580px; margin: 16px auto 0; color: #5b616b; font-size: 12px; text-align: center">${msg("encvoyMailFooter", realmName!"Encvoy ID")}</p>
</body>
</html>
</#macro>

<#-- The paragraphs of a plain mail; the one that is the link becomes a button. -->
<#macro paragraphs text link label>
<#import "encvoy-button.ftl" as button>
<#list text?split("\n\n") as paragraph>
<#if paragraph?trim == link>
<@button.to link=link label=label/>
<#else>
<p>${paragraph?trim}</p>
</#if>
</#list>
</#macro>
