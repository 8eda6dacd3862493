<#-- Asks once more. application: as in sessions.ftl -->
<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#import "session-parts.ftl" as place>
<#assign here = url.dashboard + "/sessions">
<#assign name = place.application(application)>
<@shell.page title=msg("sessions.application.title", name) back=here backLabel=msg("sessions.title")>
  <@parts.confirmation action=here + "/applications/" + application.id?url button=msg("sessions.end") cancel=here
    text=msg("sessions.application.confirm", name)/>
</@shell.page>
