<#import "application.ftl" as app>
<#import "parts.ftl" as parts>
<#import "configuration.ftl" as configured>
<@app.page tab="overview" title=msg("secret.title")>
  <#if oldWorksUntil??>
    <@parts.notice kind="warning"><p>${msg("secret.oldWorksUntil")}
      <@parts.time iso=oldWorksUntil.iso text=oldWorksUntil.text/></p></@parts.notice>
  </#if>
  <@parts.card title=msg("secret.title") help=msg("secret.help")>
    <@parts.copyable label=msg("overview.clientId") value=application.clientId id="client-id"/>
    <@parts.more label=msg("secret.show")>
      <@parts.copyable label=msg("secret.title") value=secret id="client-secret" secret=true/>
    </@parts.more>
    <p><@parts.link label=msg("secret.replace") url=app.at("secret/rotate")/></p>
  </@parts.card>
  <@parts.card title=msg("overview.configuration") help=msg("secret.configuration.help")>
    <@parts.more label=msg("secret.configuration")>
      <@configured.show blocks=configuration id="configuration"/>
    </@parts.more>
  </@parts.card>
</@app.page>
