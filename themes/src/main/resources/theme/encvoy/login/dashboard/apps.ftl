<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#import "icons.ftl" as icons>
<#assign page = url.dashboard + "/apps">
<#assign here = (list == "apps")?then(page, page + "/" + list)>
<#assign kept = search?has_content?then("q=" + search?url + "&", "")>
<#assign tabs = [{"label": msg("apps.mine"), "url": page, "current": list == "apps"}]>
<#if hasCatalog>
  <#assign tabs = tabs + [{"label": msg("apps.catalog"), "url": page + "/catalog", "current": list == "catalog"}]>
</#if>
<#assign tabs = tabs + [{"label": msg("apps.access"), "url": page + "/access", "current": list == "access"}]>

<#macro tiles cards>
<@parts.tiles>
  <#list cards as card>
    <li class="entry">
      <@parts.tile name=card.name picture=card.logo/>
      <div class="entry-text">
        <a href="${card.address}" rel="noreferrer"><bdi>${card.name}</bdi></a>
        <#if card.description?has_content><span class="quiet"><bdi>${card.description}</bdi></span></#if>
      </div>
      <#if mayChoose>
        <@parts.form action=page + "/favorite" stack=false>
          <@parts.hidden name="application" value=card.id/>
          <@parts.hidden name="favorite" value=card.favorite?then("false", "true")/>
          <@parts.hidden name="list" value=list/>
          <@parts.hidden name="q" value=search/>
          <@parts.hidden name="first" value=first?c/>
          <button type="submit" class="star" aria-pressed="${card.favorite?c}"><@icons.icon "star"/><#rt>
            <span class="encvoy-visually-hidden">${msg("apps.favorite", card.name)}</span></button><#lt>
        </@parts.form>
      </#if>
    </li>
  </#list>
</@parts.tiles>
</#macro>

<@shell.page title=msg("apps.title") tabs=tabs wide=true>
  <#if list == "catalog">
    <@parts.search action=here value=search name="q" label=msg("apps.search")/>
    <#list groups as group>
      <section class="stack">
        <h2>${group.type?has_content?then(group.type, msg("apps.others"))}</h2>
        <@tiles cards=group.applications/>
      </section>
    <#else>
      <@parts.empty title=search?has_content?then(msg("apps.nothingFound"), msg("apps.catalog.empty"))
          text=search?has_content?then(msg("apps.nothingFound.help", search), msg("apps.catalog.empty.help"))>
        <#if search?has_content><@parts.link label=msg("apps.showAll") url=here/></#if>
      </@parts.empty>
    </#list>
  <#elseif list == "access">
    <p class="quiet">${msg("apps.access.help")}</p>
    <#if applications?has_content>
      <@parts.tiles>
        <#list applications as one>
          <#assign sees = one.scopes?has_content?then(msg("apps.sees", one.scopes?join(", ")), one.description)>
          <@parts.entry title=one.name url=page + "/" + one.id?url picture=one.logo text=sees
            chips=one.offline?then([{"text": msg("apps.chip.offline")}], [])/>
        </#list>
      </@parts.tiles>
    <#else>
      <@parts.empty title=msg("apps.access.empty") text=msg("apps.access.empty.help")/>
    </#if>
  <#else>
    <#if favorites?has_content>
      <section class="stack" id="favorites">
        <h2>${msg("apps.favorites")}</h2>
        <@tiles cards=favorites/>
      </section>
      <h2>${msg("apps.all")}</h2>
    </#if>
    <#if applications?has_content>
      <@tiles cards=applications/>
    <#else>
      <@parts.empty title=msg("apps.empty") text=msg("apps.empty.help")>
        <#if hasCatalog><@parts.link label=msg("apps.catalog") url=page + "/catalog"/></#if>
      </@parts.empty>
    </#if>
  </#if>
  <@parts.paging previous=(previous gte 0)?then(here + "?" + kept + "first=" + previous?c, "")
    next=(next gte 0)?then(here + "?" + kept + "first=" + next?c, "")/>
</@shell.page>
