<#--
  Gives applications an owner.

  applications   [{id, name, clientId}]
  ids            their ids, with spaces between them
  person         id of the new owner; absent if it is still to be chosen
  ownerName, ownerLogin, ownerEmail   of that person; ownerEmail may be absent
  refused        [{name, reason}] why nothing was done; reason is the key of a message; may be absent
-->
<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#assign here = url.dashboard + "/applications/hand-over">
<#assign list = url.dashboard + "/applications?owner=none">
<#macro chosen>
  <#if applications?has_content>
    <@parts.table caption=msg("handOver.applications") headings=[msg("handOver.application"), msg("handOver.clientId")]>
      <#list applications as application>
        <@parts.tr><@parts.td text=application.name/><@parts.td text=application.clientId/></@parts.tr>
      </#list>
    </@parts.table>
  </#if>
</#macro>
<@shell.page title=msg("handOver.title") back=list backLabel=msg("handOver.back")>
  <#if refused??>
    <@parts.notice kind="error" text=msg("handOver.refused") announced=true>
      <ul><#list refused as one><li><bdi>${one.name}</bdi>: ${msg(one.reason)}</li></#list></ul>
    </@parts.notice>
  </#if>
  <#if person??>
    <@parts.confirmation action=here + "/confirm" button=msg("handOver.button") cancel=list danger=false
      text=msg("handOver.confirm", ownerName) fields={"person": person, "of": ids}>
      <@parts.definitions>
        <@parts.definition term=msg("members.userName") value=ownerLogin/>
        <@parts.definition term=msg("members.email") value=ownerEmail!msg("members.hidden")/>
      </@parts.definitions>
      <@chosen/>
    </@parts.confirmation>
  <#else>
    <@parts.card>
      <@chosen/>
      <@parts.form action=here>
        <#list applications as application><@parts.hidden name="application" value=application.id/></#list>
        <@parts.field name="owner" label=msg("handOver.owner") help=msg("handOver.owner.help") required=true/>
        <@parts.actions>
          <@parts.button label=msg("handOver.button") kind="primary"/>
          <@parts.link label=msg("parts.cancel") url=list/>
        </@parts.actions>
      </@parts.form>
    </@parts.card>
  </#if>
</@shell.page>
