<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#assign page = url.dashboard + "/apps/" + application.id?url>
<@shell.page title=msg("app.revoke") heading=msg("app.revoke") subtitle=application.name back=page
    backLabel=application.name>
  <@parts.confirmation action=page + "/revoke" button=msg("app.revoke") cancel=page
    text=msg("app.revoke.text", application.name)/>
</@shell.page>
