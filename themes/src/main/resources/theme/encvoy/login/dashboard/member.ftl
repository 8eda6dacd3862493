<#import "application.ftl" as app>
<#import "parts.ftl" as parts>
<#import "person.ftl" as person>
<#assign here = app.at(member.path)>
<#function offers word><#return offered?seq_contains(word)></#function>
<@app.page tab="members" title=person.name(member)>
  <p><a href="${app.at("members")}">${msg("members.all")}</a></p>
  <@parts.card title=person.name(member)>
    <@person.chips member/>
    <@parts.definitions>
      <@parts.definition term=msg("members.userName") value=member.login!msg("members.hidden")/>
      <@parts.definition term=msg("members.email") value=member.email!msg("members.hidden")/>
      <@parts.definition term=msg("members.role") value=person.roleName(member.role!"")/>
    </@parts.definitions>
  </@parts.card>
  <#if forViewing>
    <@parts.notice kind="info" text=msg("member.forViewing")/>
  <#elseif forOwnersOnly>
    <@parts.notice kind="info" text=msg("member.forOwnersOnly")/>
  <#elseif lastOwner>
    <@parts.notice kind="info" text=msg("member.lastOwner")/>
  </#if>
  <#if offers("role")>
    <@parts.card title=msg("member.changeRole")>
      <@parts.form action=here + "/role">
        <#assign roles = [
          {"value": "EDITOR", "label": msg("members.role.editor"), "help": msg("member.editor.help")},
          {"value": "USER", "label": msg("members.role.user"), "help": msg("member.user.help")}
        ]>
        <#if appointsOwners>
          <#assign roles = [
            {"value": "OWNER", "label": msg("members.role.owner"), "help": msg("member.owner.help")}] + roles>
        </#if>
        <@parts.choices name="role" label=msg("members.role") options=roles value=member.role!""/>
        <@parts.actions><@parts.button label=msg("member.changeRole") kind="primary"/></@parts.actions>
      </@parts.form>
    </@parts.card>
  </#if>
  <#if offers("block") || offers("unblock") || offers("sessions")>
    <@parts.card title=msg("member.access")>
      <@parts.rows>
        <#if offers("unblock")>
          <@parts.row label=msg("member.isBlocked") help=msg("member.unblock.help")>
            <@parts.link label=msg("member.unblock") url=here + "/unblock"/>
          </@parts.row>
        </#if>
        <#if offers("block")>
          <@parts.row label=msg("member.block.title") help=msg("member.block.help")>
            <@parts.link label=msg("member.block") url=here + "/block" kind="danger"/>
          </@parts.row>
        </#if>
        <#if offers("sessions")>
          <@parts.row label=msg("member.sessions.title") help=msg("member.sessions.help")>
            <@parts.link label=msg("member.sessions") url=here + "/sessions"/>
          </@parts.row>
        </#if>
      </@parts.rows>
    </@parts.card>
  </#if>
  <#if offers("remove")>
    <@parts.card title=msg("member.remove.title") help=msg("member.remove.help") kind="danger">
      <@parts.actions><@parts.link label=msg("member.remove") url=here + "/remove" kind="danger"/></@parts.actions>
    </@parts.card>
  </#if>
</@app.page>
