<#--
  Where a person is signed in, and at which applications.

  places        [{id, browser, system, mobile, address, started, lastAccess, current, signedOut, administrator,
                applications}]; applications [{name, console, stays}]
  applications  [{id, name, console, stays, places}]: wherever
  others        how many places there are beside this one
  mayEnd        whether the person may end anything
  first, previous, next  numbers of the first place of a page; -1: there is none
-->
<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#import "session-parts.ftl" as place>
<#assign here = url.dashboard + "/sessions">
<@shell.page title=msg("sessions.title")>
  <p class="quiet">${msg("sessions.help")}</p>
  <#list places as one>
    <@parts.card title=place.name(one)>
      <#if one.current || one.signedOut || one.administrator>
        <div class="chips">
          <#if one.current><@parts.chip text=msg("sessions.current") kind="success"/></#if>
          <#if one.signedOut><@parts.chip text=msg("sessions.signedOut")/></#if>
          <#if one.administrator><@parts.chip text=msg("sessions.administrator") kind="warning"/></#if>
        </div>
      </#if>
      <@parts.definitions>
        <@parts.definition term=msg("sessions.lastAccess")>
          <@parts.time iso=one.lastAccess.iso text=one.lastAccess.text/>
        </@parts.definition>
        <@parts.definition term=msg("sessions.started")>
          <@parts.time iso=one.started.iso text=one.started.text/>
        </@parts.definition>
        <@parts.definition term=msg("sessions.address") value=one.address/>
        <@parts.definition term=msg("sessions.applications")>
          <#list one.applications as application>
            <#if application.stays>${msg("sessions.staysAt", place.application(application))}<#t>
            <#else><bdi>${place.application(application)}</bdi></#if><#sep>, </#sep><#t>
          <#else>
            ${msg("sessions.noApplications")}<#t>
          </#list>
        </@parts.definition>
      </@parts.definitions>
      <#if one.current>
        <@parts.actions><@parts.post label=msg("shell.signOut") url=url.signOut/></@parts.actions>
      <#elseif mayEnd>
        <@parts.actions>
          <@parts.post label=msg("sessions.end") url=here + "/end" fields={"place": one.id}/>
        </@parts.actions>
      </#if>
    </@parts.card>
  </#list>
  <@parts.paging previous=(first gt 0)?then(here + "?first=" + previous?c, "")
    next=(next gte 0)?then(here + "?first=" + next?c, "")/>
  <#if mayEnd && others gt 0>
    <@parts.card title=msg("sessions.others") help=msg("sessions.others.help")>
      <@parts.actions>
        <@parts.link label=msg("sessions.others.button") url=here + "/others" kind="danger"/>
      </@parts.actions>
    </@parts.card>
  </#if>
  <#if applications?has_content>
    <@parts.card title=msg("sessions.byApplication") help=msg("sessions.byApplication.help")>
      <@parts.rows>
        <#list applications as application>
          <@parts.row label=place.application(application)
              help=application.stays?then(msg("sessions.stays"), msg("sessions.places", application.places))>
            <#if mayEnd>
              <@parts.link label=msg("sessions.end") url=here + "/applications/" + application.id?url/>
            </#if>
          </@parts.row>
        </#list>
      </@parts.rows>
    </@parts.card>
  </#if>
</@shell.page>
