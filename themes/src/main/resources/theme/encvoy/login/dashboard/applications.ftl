<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#assign list = url.dashboard + "/applications">
<#assign kept = search?has_content?then("&search=" + search?url, "") + withoutOwner?then("&owner=none", "")>
<@shell.page title=msg("list.title") wide=true
    action=mayCreate?then({"label": msg("list.create"), "url": list + "/create"}, {})>
  <#if applications?has_content || search?has_content || first gt 0>
    <@parts.search action=list value=search
        label=administers?then(msg("list.searchByClientId"), msg("list.search"))/>
  </#if>
  <#if administers>
    <p><#if withoutOwner><a href="${list}">${msg("list.showAll")}</a><#else>
      <a href="${list}?owner=none">${msg("list.showWithoutOwner")}</a></#if></p>
  </#if>
  <#if withoutOwner && handsOver && applications?has_content>
    <@parts.card title=msg("list.handOver") help=msg("list.handOver.help")>
      <@parts.form action=list + "/hand-over">
        <@parts.table caption=msg("list.withoutOwner") headings=["", msg("list.name"), msg("list.clientId")]>
          <#list applications as application>
            <@parts.tr>
              <@parts.td><@parts.checkbox name="application" value=application.id
                label=msg("list.choose", application.name) hideLabel=true/></@parts.td>
              <@parts.td><a href="${list}/${application.id?url}"><bdi>${application.name}</bdi></a></@parts.td>
              <@parts.td text=application.clientId/>
            </@parts.tr>
          </#list>
        </@parts.table>
        <@parts.field name="owner" label=msg("list.newOwner") help=msg("list.newOwner.help") required=true/>
        <@parts.actions><@parts.button label=msg("list.handOver") kind="primary"/></@parts.actions>
      </@parts.form>
    </@parts.card>
  <#elseif applications?has_content>
    <@parts.tiles>
      <#list applications as application>
        <@parts.entry title=application.name url=list + "/" + application.id?url picture=application.logo!""
          text=application.address!application.clientId chips=application.chips?map(chip ->
            {"text": msg("list.chip." + chip.name), "kind": chip.kind})/>
      </#list>
    </@parts.tiles>
  <#elseif search?has_content>
    <@parts.empty title=msg("list.nothingFound") text=msg("list.nothingFound.help", search)>
      <@parts.link label=msg("list.showAll") url=list/>
    </@parts.empty>
  <#elseif withoutOwner>
    <@parts.empty title=msg("list.everyOwner") text=msg("list.everyOwner.help")/>
  <#else>
    <@parts.empty title=msg("list.empty") text=mayCreate?then(msg("list.empty.create"), msg("list.empty.ask"))>
      <#if mayCreate><@parts.link label=msg("list.create") url=list + "/create" kind="primary"/></#if>
    </@parts.empty>
  </#if>
  <@parts.paging previous=(first gt 0)?then(list + "?first=" + previous?c + kept, "")
    next=(next gte 0)?then(list + "?first=" + next?c + kept, "")/>
</@shell.page>
