<#ftl output_format="HTML">
<#-- A link that looks like a button. The colour and the padding are those of a table cell, as Outlook ignores both on
     links. -->
<#macro to link label>
<#local paper=encvoyButtonColor!"#4c6ad4">
<#local ink="color: " + encvoyFontColor!"#ffffff">
<table role="presentation" cellpadding="0" cellspacing="0" style="margin: 20px 0">
    <tr>
        <td align="center" bgcolor="${paper}"
            style="padding: 12px 24px; border-radius: 8px; background-color: ${paper}">
            <a href="${link}" style="${ink} !important; font-weight: 500; text-decoration: none"
            ><span style="${ink}">${label}</span></a>
        </td>
    </tr>
</table>
</#macro>
