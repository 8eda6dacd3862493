<#import "application.ftl" as app>
<#import "parts.ftl" as parts>
<@app.page tab="overview" title=msg("delete.title")>
  <@parts.confirmation action=app.at("delete") button=msg("delete.button") cancel=app.at()
      text=msg("delete.text", application.name)>
    <#if members.number gt 1>
      <p>${members.more?then(msg("delete.members.more", members.number?c),
        msg("delete.members", members.number?c))}</p>
    </#if>
    <@parts.field name="confirmed_name" label=msg("delete.type", application.name) required=true/>
  </@parts.confirmation>
</@app.page>
