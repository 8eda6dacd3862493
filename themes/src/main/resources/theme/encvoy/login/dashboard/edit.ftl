<#--
  A form that changes an application, which may be changed elsewhere at the same time.

    form action      nested: cards with fields; adds the version, the button, and what to say about a change elsewhere.
                     Who may look but not change sees no button
    help name text   the help of a field, with what is saved now if it differs from what was typed
-->
<#import "parts.ftl" as parts>

<#function help name text="" shown=(saved[name])!"">
  <#if !(saved[name])??><#return text></#if>
  <#return (text + " " + shown?has_content?then(msg("edit.savedNow", shown?replace("\n", ", ")),
    msg("edit.savedNothing")))?trim>
</#function>

<#macro form action>
<#if stale><@parts.notice kind="warning" text=msg("edit.stale") announced=true/></#if>
<#if !mayChange><@parts.notice kind="info" text=msg("edit.readOnly")/></#if>
<@parts.form action=action>
  <@parts.hidden name="version" value=version/>
  <#nested>
  <#if mayChange>
    <@parts.actions>
      <@parts.button label=stale?then(msg("edit.overwrite"), msg("edit.save")) kind="primary"/>
    </@parts.actions>
  </#if>
</@parts.form>
</#macro>
