<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#import "data-obstacle.ftl" as obstacles>
<@shell.page title=msg("data.delete") back=url.dashboard + "/data" backLabel=msg("data.title")>
  <#if mayDelete || obstacle == "busy">
    <@obstacles.notice announced=true/>
    <@parts.confirmation action=url.dashboard + "/data/delete" button=msg("data.delete")
        cancel=url.dashboard + "/data">
      <p>${msg("data.delete.happens")}</p>
      <ul>
        <li>${msg("data.delete.sessions")}</li>
        <#if days == 0>
          <li>${msg("data.delete.now")}</li>
        <#else>
          <li>${msg("data.delete.unusable")}</li>
          <li>${msg("data.delete.until", until)}</li>
          <li>${msg("data.delete.then")}</li>
        </#if>
        <li>${msg("data.delete.elsewhere")}</li>
      </ul>
      <#if (errors.confirmed)??><@parts.notes name="confirmed" help="" error=errors.confirmed/></#if>
      <@parts.checkbox name="confirmed" label=msg("data.delete.confirm")/>
    </@parts.confirmation>
  <#else>
    <@obstacles.notice announced=true/>
    <p><@parts.link label=msg("parts.cancel") url=url.dashboard + "/data"/></p>
  </#if>
</@shell.page>
