<#import "parts.ftl" as parts>

<#-- Why the account cannot be deleted at present, and what can be done about it. -->
<#macro notice announced=false>
<#if obstacle == "last_owner">
  <@parts.notice kind="warning" text=msg("data.obstacle.last_owner") announced=announced>
    <ul>
      <#list owned as application>
        <li><a href="${url.dashboard}/applications/${application.id}/members"><#rt>
          ${msg("data.obstacle.members", application.name)}</a></li><#lt>
      </#list>
    </ul>
  </@parts.notice>
<#elseif obstacle == "directory">
  <@parts.notice kind="info" text=msg("data.obstacle.directory") announced=announced/>
<#elseif obstacle == "unavailable">
  <@parts.notice kind="info" text=msg("data.obstacle.unavailable") announced=announced/>
<#elseif obstacle == "busy">
  <@parts.notice kind="warning" text=msg("data.obstacle.busy") announced=announced/>
<#elseif obstacle == "not_permitted">
  <@parts.notice kind="info" text=msg("data.obstacle.not_permitted") announced=announced/>
</#if>
</#macro>
