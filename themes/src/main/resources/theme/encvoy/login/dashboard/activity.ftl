<#import "application.ftl" as app>
<#import "parts.ftl" as parts>
<#import "insight.ftl" as insight>
<#assign list = app.at("activity")>
<#assign kept = "&kind=" + values.kind?url + "&from=" + values.from?url + "&to=" + values.to?url>
<#assign solved = {
  "registered": msg("events.registered"),
  "member": msg("events.member")
}>
<@app.page tab="activity">
  <@parts.card title=msg("events.title") help=msg("events.help")>
    <form method="get" action="${list}" autocomplete="off" class="stack">
      <@parts.select name="kind" label=msg("events.kind") options=[
        {"value": "", "label": msg("events.kind.all")},
        {"value": "sign_in", "label": msg("events.kind.signIns")},
        {"value": "refusal", "label": msg("events.kind.refusals")},
        {"value": "change", "label": msg("events.kind.changes")}]/>
      <@parts.field name="from" type="date" label=msg("events.from") width="short"/>
      <@parts.field name="to" type="date" label=msg("events.to") width="short"/>
      <@parts.actions>
        <@parts.button label=msg("events.filter")/>
        <#if narrow><a href="${list}">${msg("events.showAll")}</a></#if>
      </@parts.actions>
    </form>
  </@parts.card>
  <#if !recording.signIns && !recording.refusals && !recording.changes>
    <@parts.notice kind="warning" text=msg("events.off")/>
  <#else>
    <#if !recording.signIns><@parts.notice kind="warning" text=msg("events.off.signIns")/></#if>
    <#if !recording.refusals><@parts.notice kind="warning" text=msg("events.off.refusals")/></#if>
    <#if !recording.changes><@parts.notice kind="warning" text=msg("events.off.changes")/></#if>
  </#if>
  <#if entries?has_content>
    <@parts.card>
      <@parts.findings>
        <#list entries as entry>
          <#assign title = entry.refused?then(insight.text("refused." + entry.code + ".what", entry.parameters),
            insight.text("activity." + entry.code, entry.parameters))>
          <#assign text = entry.refused?then(insight.text("refused." + entry.code + ".remedy", entry.parameters), "")>
          <@parts.finding kind=entry.kind title=title text=text when=entry.when iso=entry.iso>
            <#if entry.side??><@parts.chip text=msg("refused.side." + entry.side)/></#if>
            <@who entry/>
            <#if entry.register??>
              <@parts.link label=msg("refused.fix.register_redirect_uri") url=app.at("activity/register") +
                "?at=" + entry.register.at + "&uri=" + entry.register.uri?url/>
            <#elseif entry.invite??>
              <@parts.link label=msg("refused.fix.invite") url=app.at("invitations") +
                entry.invite?has_content?then("?emails=" + entry.invite?url, "")/>
            <#elseif entry.solved??>
              <@parts.chip text=solved[entry.solved] kind="success"/>
            </#if>
          </@parts.finding>
        </#list>
      </@parts.findings>
    </@parts.card>
    <#if recording.days gt 0><p class="quiet">${msg("events.days", recording.days)}</p></#if>
    <#if older><@parts.notice kind="info" text=msg("events.older")/></#if>
  <#elseif narrow>
    <@parts.empty title=msg("events.nothingFound") text=msg("events.nothingFound.help")>
      <@parts.link label=msg("events.showAll") url=list/>
    </@parts.empty>
  <#else>
    <@parts.empty title=msg("events.empty") text=msg("events.empty.help")/>
  </#if>
  <@parts.paging previous=(previous gte 0)?then(list + "?first=" + previous?c + kept, "")
    next=(next gte 0)?then(list + "?first=" + next?c + kept, "")/>
</@app.page>

<#macro who entry>
<#local seen = entry.person?? && entry.person.kind != "unseen">
<#if seen || entry.reference??>
  <p class="quiet"><#rt>
    <#if seen><#t>
      <#if entry.person.member??><a href="${app.at("members/" + entry.person.member?url)}"><#t>
        <bdi>${insight.called(entry.person)}</bdi></a><#t>
      <#else><bdi>${insight.called(entry.person)}</bdi></#if><#t>
      <#if entry.person.email?? && entry.person.email != entry.person.name> (<bdi>${entry.person.email}</bdi>)</#if><#t>
    </#if><#t>
    <#if entry.reference??><#if seen> · </#if>${msg("events.reference", entry.reference)}</#if></p><#lt>
</#if>
</#macro>
