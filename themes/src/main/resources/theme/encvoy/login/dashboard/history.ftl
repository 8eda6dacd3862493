<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#assign page = url.dashboard + "/activity">
<#assign kept = kind?has_content?then("&kind=" + kind, "")>
<#function tab value label>
  <#return {"label": label, "url": page + value?has_content?then("?kind=" + value, ""), "current": kind == value}>
</#function>
<@shell.page title=msg("history.title") subtitle=msg("history.subtitle") tabs=[
    tab("", msg("history.all")), tab("sign_in", msg("history.signIns")), tab("change", msg("history.changes"))]>
  <#if !stored.signIns && !stored.refusals && !stored.changes>
    <@parts.notice kind="warning" text=msg("history.off")/>
  <#else>
    <#if !stored.signIns && kind != "change"><@parts.notice kind="warning" text=msg("history.off.signIns")/></#if>
    <#if !stored.refusals && kind != "change"><@parts.notice kind="warning" text=msg("history.off.refusals")/></#if>
    <#if !stored.changes && kind != "sign_in"><@parts.notice kind="warning" text=msg("history.off.changes")/></#if>
  </#if>
  <#if entries?has_content>
    <@parts.card>
      <@parts.findings>
        <#list entries as entry>
          <@parts.finding kind=entry.kind title=msg("history.event." + entry.code) when=entry.time.text
              iso=entry.time.iso>
            <@circumstances entry/>
          </@parts.finding>
        </#list>
      </@parts.findings>
    </@parts.card>
    <p class="quiet">${msg("history.unknown")} <a href="${url.dashboard}/security">${msg("history.secure")}</a></p>
    <#if stored.days gt 0><p class="quiet">${msg("history.days", stored.days)}</p></#if>
    <#if older><@parts.notice kind="info" text=msg("history.older")/></#if>
  <#else>
    <@parts.empty title=msg("history.empty") text=msg("history.empty.help")/>
  </#if>
  <@parts.paging previous=(previous gte 0)?then(page + "?first=" + previous?c + kept, "")
    next=(next gte 0)?then(page + "?first=" + next?c + kept, "")/>
</@shell.page>

<#-- Where and with what it happened. The isolated parts are not ours: their direction must not turn the line. -->
<#macro circumstances entry>
<#if entry.application?? || entry.device?? || entry.address??>
  <p class="quiet"><#rt>
    <#if entry.application??><bdi>${entry.application}</bdi><#if entry.device?? || entry.address??> · </#if></#if><#t>
    <#if entry.device??><bdi>${entry.device}</bdi><#if entry.address??> · </#if></#if><#t>
    <#if entry.address??>${msg("history.address")} <bdi>${entry.address}</bdi></#if></p><#lt>
</#if>
</#macro>
