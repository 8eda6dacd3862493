<#import "application.ftl" as app>
<#import "parts.ftl" as parts>
<#import "person.ftl" as person>
<#assign here = app.at("members")>
<#assign lists = [
  {"word": "owners", "label": msg("members.owners")},
  {"word": "editors", "label": msg("members.editors")},
  {"word": "users", "label": msg("members.users")},
  {"word": "blocked", "label": msg("members.blocked")}
]>
<#assign searched = search?has_content>
<#assign chosen = searched?then(msg("members.found"), lists?filter(one -> one.word == list)?first.label)>
<@app.page tab="members">
  <@parts.search action=here value=search label=msg("members.search")/>
  <p class="quiet">${whole?then(msg("members.hint.whole"), msg("members.hint"))}</p>
  <#if searched>
    <p><a href="${here}">${msg("members.all")}</a></p>
  <#else>
    <@parts.tabs label=msg("members.lists") items=lists?map(one ->
      {"label": one.label, "url": here + "?role=" + one.word, "current": one.word == list})/>
  </#if>
  <#if members?has_content>
    <@parts.card>
      <@parts.table caption=chosen headings=[msg("members.person"), msg("members.userName"), msg("members.email"),
        msg("members.role")]>
        <#list members as member>
          <@parts.tr>
            <@parts.td><a href="${app.at(member.path)}"><bdi>${person.name(member)}</bdi></a>
              <@person.chips member/></@parts.td>
            <@parts.td text=member.login!msg("members.hidden")/>
            <@parts.td text=member.email!msg("members.hidden")/>
            <@parts.td text=person.roleName(member.role!"")/>
          </@parts.tr>
        </#list>
      </@parts.table>
    </@parts.card>
  <#elseif searched>
    <@parts.empty title=msg("members.nothingFound") text=msg("members.nothingFound.help", search)/>
  <#elseif list == "owners">
    <@parts.empty title=msg("members.noOwner") text=msg("members.noOwner.help")/>
  <#elseif list == "blocked">
    <@parts.empty title=msg("members.noBlocked")/>
  <#else>
    <@parts.empty title=msg("members.empty") text=msg("members.empty.help")>
      <#if mayInvite><@parts.link label=msg("members.invite") url=app.at("invitations") kind="primary"/></#if>
    </@parts.empty>
  </#if>
  <#if !searched>
    <@parts.paging previous=(first gt 0)?then(here + "?role=" + list + "&first=" + previous?c, "")
      next=(next gte 0)?then(here + "?role=" + list + "&first=" + next?c, "")/>
  </#if>
</@app.page>
