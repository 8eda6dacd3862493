<#import "application.ftl" as app>
<#import "parts.ftl" as parts>
<@app.page tab="overview" title=msg("trust.title")>
  <@parts.confirmation action=app.at("trust") button=msg("trust.button") cancel=app.at() danger=false
    fields={"version": version} text=msg("trust.text", application.name)>
    <ul><#list redirectUris as uri><li><code>${uri}</code></li></#list></ul>
  </@parts.confirmation>
</@app.page>
