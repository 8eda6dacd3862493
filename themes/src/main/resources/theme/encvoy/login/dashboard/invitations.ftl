<#import "application.ftl" as app>
<#import "parts.ftl" as parts>
<#assign here = app.at("invitations")>
<#assign reasons = {"already_member": msg("invitations.alreadyMember"),
  "invalid_email": msg("invitations.unreachable"), "too_many_invitations": msg("invitations.tooMany")}>
<#function inviter invitation>
  <#if invitation.you><#return msg("members.you")></#if>
  <#return invitation.inviter!(invitation.inviterGone?then(msg("invitations.inviterGone"), msg("members.hidden")))>
</#function>
<@app.page tab="invitations">
  <#if failed?? || unmailed??>
    <#if (invited!0) gt 0>
      <@parts.notice kind="success" text=msg("invitations.done", invited) announced=true/>
    </#if>
    <#if (unmailed![])?has_content>
      <@parts.notice kind="warning" text=msg("invitations.unmailed") announced=true>
        <ul><#list unmailed as address><li><bdi>${address}</bdi></li></#list></ul>
      </@parts.notice>
    </#if>
    <#if (failed!{})?has_content>
      <@parts.notice kind="error" text=msg("invitations.failed") announced=true>
        <ul>
          <#list failed as address, reason>
            <li><bdi>${address}</bdi>: ${reasons[reason]!reason}</li>
          </#list>
        </ul>
      </@parts.notice>
    </#if>
  </#if>
  <#if mayInvite>
    <@parts.card title=msg("invitations.invite") help=msg("invitations.invite.help")>
      <#if !sendsMails><@parts.notice kind="warning" text=msg("invitations.noMail")/></#if>
      <@parts.form action=here>
        <@parts.lines name="emails" label=msg("invitations.emails") help=msg("invitations.emails.help") rows=5
          required=true/>
        <#if languages?size gt 1>
          <@parts.select name="language" label=msg("invitations.language") help=msg("invitations.language.help")
            options=languages?map(language -> {"value": language.tag, "label": language.label})/>
        </#if>
        <@parts.field name="days" label=msg("invitations.days") help=msg("invitations.days.help", longest)
          inputmode="numeric" width="short" required=true/>
        <@parts.actions><@parts.button label=msg("invitations.invite") kind="primary"/></@parts.actions>
      </@parts.form>
    </@parts.card>
  </#if>
  <#if invitations?has_content || first gt 0>
    <@parts.card title=msg("invitations.open") help=msg("invitations.open.help")>
      <#assign headings = [msg("members.email"), msg("invitations.by"), msg("invitations.created"),
        msg("invitations.expires")]>
      <@parts.table caption=msg("invitations.open") headings=mayInvite?then(headings + [""], headings)>
        <#list invitations as invitation>
          <@parts.tr>
            <@parts.td text=invitation.email/>
            <@parts.td text=inviter(invitation)/>
            <@parts.td><@parts.time iso=invitation.created.iso text=invitation.created.text/></@parts.td>
            <@parts.td><@parts.time iso=invitation.expires.iso text=invitation.expires.text/></@parts.td>
            <#if mayInvite>
              <@parts.td>
                <#if sendsMails>
                  <@parts.post label=msg("invitations.send") url=app.at(invitation.path + "/send")/>
                </#if>
                <@parts.link label=msg("invitations.withdraw") url=app.at(invitation.path + "/withdraw")/>
              </@parts.td>
            </#if>
          </@parts.tr>
        </#list>
      </@parts.table>
    </@parts.card>
    <@parts.paging previous=(first gt 0)?then(here + "?first=" + previous?c, "")
      next=(next gte 0)?then(here + "?first=" + next?c, "")/>
  <#else>
    <@parts.empty title=msg("invitations.none") text=msg("invitations.none.help")/>
  </#if>
  <#if declined?has_content>
    <@parts.card title=msg("invitations.declined") help=msg("invitations.declined.help")>
      <#assign headings = [msg("members.email"), msg("invitations.by"), msg("invitations.declinedOn")]>
      <@parts.table caption=msg("invitations.declined") headings=mayInvite?then(headings + [""], headings)>
        <#list declined as invitation>
          <@parts.tr>
            <@parts.td text=invitation.email/>
            <@parts.td text=inviter(invitation)/>
            <@parts.td><@parts.time iso=invitation.declined.iso text=invitation.declined.text/></@parts.td>
            <#if mayInvite>
              <@parts.td>
                <@parts.link label=msg("invitations.forget") url=app.at(invitation.path + "/withdraw")/>
              </@parts.td>
            </#if>
          </@parts.tr>
        </#list>
      </@parts.table>
    </@parts.card>
  </#if>
</@app.page>
