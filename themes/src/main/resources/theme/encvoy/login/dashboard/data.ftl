<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#import "data-obstacle.ftl" as obstacles>
<@shell.page title=msg("data.title")>
  <@parts.card title=msg("data.download") id="download">
    <p>${msg("data.download.text")}</p>
    <#if mayDownload>
      <@parts.actions><@parts.link label=msg("data.download.go") url=url.dashboard + "/data/download"/></@parts.actions>
    </#if>
  </@parts.card>
  <@parts.card title=msg("data.delete") id="delete" kind="danger">
    <#if days == 0><p>${msg("data.delete.text.now")}</p>
    <#elseif days == 1><p>${msg("data.delete.text.one")}</p>
    <#else><p>${msg("data.delete.text", days?c)}</p>
    </#if>
    <#if mayDelete>
      <@parts.actions>
        <@parts.link label=msg("data.delete.go") url=url.dashboard + "/data/delete" kind="danger"/>
      </@parts.actions>
    <#elseif !readOnly>
      <@obstacles.notice/>
    </#if>
  </@parts.card>
</@shell.page>
