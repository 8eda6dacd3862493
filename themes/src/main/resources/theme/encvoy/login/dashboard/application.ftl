<#--
  The page around the pages of one application: its heading, its tabs.

    <#import "application.ftl" as app>
    <@app.page tab="members">…</@app.page>

  tab     the tab of the page: overview, settings, access, look, members, invitations, check, activity
  title   plain text, if it is not the name of the tab; then the page lies behind a tab
  wide    as in shell.ftl; the same for all pages of an application, so that the tabs stay where they are
-->
<#import "shell.ftl" as shell>
<#assign base = url.dashboard + "/" + .data_model.application.path>

<#-- The address of a page of this application. -->
<#function at page=""><#return page?has_content?then(base + "/" + page, base)></#function>

<#macro page tab title="" wide=true>
<#local known = .data_model.application>
<#local items = []>
<#list tabs as name>
  <#local address = at((name == "overview")?then("", name))>
  <#local items += [{"label": msg("tab." + name), "url": address, "current": name == tab}]>
</#list>
<@shell.page title=title?has_content?then(title, msg("tab." + tab)) heading=known.name subtitle=known.address!""
    picture=known.logo!"" tile=true back=url.dashboard + "/applications" backLabel=msg("tab.back") tabs=items wide=wide>
  <#nested>
</@shell.page>
</#macro>
