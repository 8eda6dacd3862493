<#import "application.ftl" as app>
<#import "parts.ftl" as parts>
<#import "insight.ftl" as insight>
<@app.page tab="activity" title=msg("register.title")>
  <@insight.refused refusals=refusals/>
  <h2>${msg("register.title")}</h2>
  <@parts.confirmation action=app.at("activity/register") button=msg("register.button") text=msg("register.text")
      cancel=app.at("activity") danger=false fields={"at": at, "uri": uri}>
    <p><code>${uri}</code></p>
    <p class="quiet">${msg("register.help")}</p>
    <#if registered?has_content>
      <@parts.definitions>
        <@parts.definition term=msg("register.known")>
          <ul>
            <#list registered as known><li><code>${known}</code></li></#list>
          </ul>
        </@parts.definition>
      </@parts.definitions>
    </#if>
  </@parts.confirmation>
</@app.page>
