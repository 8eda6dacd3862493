<#--
  People of an application, as the pages about members show them.

    <#import "person.ftl" as person>
    ${person.name(member)}  <@person.chips member/>

  member   {path, name, login, email, role, blocked, you}; name, login, email and role may be absent
-->
<#import "parts.ftl" as parts>

<#function name member><#return member.name!msg("members.unnamed")></#function>

<#-- role: OWNER, EDITOR or USER; absent for people who are no members any more. -->
<#function roleName role="">
  <#local names = {
    "OWNER": msg("members.role.owner"),
    "EDITOR": msg("members.role.editor"),
    "USER": msg("members.role.user")
  }>
  <#return names[role]!msg("members.role.none")>
</#function>

<#macro chips member>
<#if member.you || member.blocked>
  <span class="chips">
    <#if member.you><@parts.chip text=msg("members.you")/></#if>
    <#if member.blocked><@parts.chip text=msg("members.isBlocked") kind="error"/></#if>
  </span>
</#if>
</#macro>
