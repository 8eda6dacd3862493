<#--
  Asks once more before something is done to a member.

  action   block, unblock, sessions or remove; absent for a change of the role, then
  to       the role that the member is to have
-->
<#import "application.ftl" as app>
<#import "parts.ftl" as parts>
<#import "person.ftl" as person>
<#assign here = app.at(member.path)>
<#assign who = person.name(member)>
<#assign what = application.name>
<#switch action!"role">
  <#case "block">
    <#assign title = msg("member.block.title") text = msg("member.block.confirm", who, what)
      button = msg("member.block")>
    <#break>
  <#case "unblock">
    <#assign title = msg("member.unblock.title") text = msg("member.unblock.confirm", who, what)
      button = msg("member.unblock")>
    <#break>
  <#case "sessions">
    <#assign title = msg("member.sessions.title") text = msg("member.sessions.confirm", who, what)
      button = msg("member.sessions")>
    <#break>
  <#case "remove">
    <#assign title = msg("member.remove.title") button = msg("member.remove")
      text = member.you?then(msg("member.remove.confirmYou", what), msg("member.remove.confirm", who, what))>
    <#break>
  <#default>
    <#assign title = msg("member.changeRole") button = msg("member.changeRole")>
    <#if to == "OWNER">
      <#assign text = msg("member.appoint.confirm", who, what)>
    <#elseif member.you>
      <#assign text = msg("member.stepDown.confirmYou", what, person.roleName(to))>
    <#else>
      <#assign text = msg("member.stepDown.confirm", who, what, person.roleName(to))>
    </#if>
</#switch>
<@app.page tab="members" title=title>
  <h2><bdi>${title}</bdi></h2>
  <#if action??>
    <@parts.confirmation action=here + "/" + action button=button cancel=here text=text danger=action != "unblock"/>
  <#else>
    <@parts.confirmation action=here + "/role" button=button cancel=here text=text danger=to != "OWNER"
      fields={"role": to, "confirmed": "true"}/>
  </#if>
</@app.page>
