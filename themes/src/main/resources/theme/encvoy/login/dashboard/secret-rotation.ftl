<#import "application.ftl" as app>
<#import "parts.ftl" as parts>
<@app.page tab="overview" title=msg("rotation.title")>
  <@parts.card title=msg("rotation.title") help=msg("rotation.help")>
    <@parts.notice kind=keepsOld?then("info", "warning")
      text=keepsOld?then(msg("rotation.keepsOld"), msg("rotation.stopsOld"))/>
    <p>${msg("rotation.mail")}</p>
    <@parts.form action=app.at("secret/rotate")>
      <@parts.actions>
        <@parts.button label=msg("rotation.button") kind="danger"/>
        <@parts.link label=msg("parts.cancel") url=app.at("secret")/>
      </@parts.actions>
    </@parts.form>
  </@parts.card>
</@app.page>
