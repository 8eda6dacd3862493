<#--
  Asks once more before the link to an account elsewhere is dropped.

  linked   {alias, provider, name}
  refusal  last_link or managed_link, if that is not possible; may be absent
-->
<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#assign here = url.dashboard + "/security">
<@shell.page title=msg("security.unlink.title", linked.provider) back=here backLabel=msg("security.title")>
  <#if refusal??>
    <@parts.notice kind="warning" text=msg("refusal." + refusal)/>
    <@parts.actions><@parts.link label=msg("security.title") url=here/></@parts.actions>
  <#else>
    <@parts.confirmation action=here + "/unlink" button=msg("security.unlink") cancel=here
      text=msg("security.unlink.confirm", linked.provider) fields={"account": linked.alias}/>
  </#if>
</@shell.page>
