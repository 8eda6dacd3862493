<#-- Asks once more. others: how many places there are beside this one -->
<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#assign here = url.dashboard + "/sessions">
<@shell.page title=msg("sessions.others") back=here backLabel=msg("sessions.title")>
  <#if others == 0>
    <@parts.empty title=msg("sessions.others.none")/>
  <#else>
    <@parts.confirmation action=here + "/others" button=msg("sessions.others.button") cancel=here
      text=msg("sessions.others.confirm", others)/>
  </#if>
</@shell.page>
