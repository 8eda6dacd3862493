<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#assign page = url.dashboard + "/apps">
<@shell.page title=msg("apps.access") heading=application.name subtitle=application.description
    picture=application.logo tile=true back=page + "/access" backLabel=msg("apps.access")>
  <@parts.card title=msg("app.sees") action=previews?then({"label": msg("app.preview"),
      "url": url.dashboard + "/privacy/" + application.id?url}, {})>
    <#if application.scopes?has_content>
      <ul>
        <#list application.scopes as scope><li>${scope}</li></#list>
      </ul>
    <#else>
      <p class="quiet">${msg("app.seesNothing")}</p>
    </#if>
    <@parts.definitions>
      <#if application.since??>
        <@parts.definition term=msg("app.since")>
          <@parts.time iso=application.since.iso text=application.since.text/>
        </@parts.definition>
      </#if>
      <#if application.lastUsed??>
        <@parts.definition term=msg("app.lastUsed")>
          <@parts.time iso=application.lastUsed.iso text=application.lastUsed.text/>
        </@parts.definition>
      </#if>
      <@parts.definition term=msg("app.state") value=application.offline?then(msg("app.offline"),
        application.online?then(msg("app.online"), msg("app.consented")))/>
    </@parts.definitions>
  </@parts.card>
  <#if mayRevoke>
    <@parts.card title=msg("app.revoke") help=msg("app.revoke.help") kind="danger">
      <@parts.actions>
        <@parts.link label=msg("app.revoke") url=page + "/" + application.id?url + "/revoke" kind="danger"/>
      </@parts.actions>
    </@parts.card>
  </#if>
</@shell.page>
