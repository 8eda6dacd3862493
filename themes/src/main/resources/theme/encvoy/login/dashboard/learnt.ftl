<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#import "fact.ftl" as fact>
<@shell.page title=msg("learnt.title") heading=application.name subtitle=application.description
    picture=application.logo tile=true back=url.dashboard + "/privacy" backLabel=msg("privacy.title")>
  <@parts.card title=msg("learnt.title") help=msg("learnt.help") id="learnt">
    <#if refusal??>
      <@parts.notice kind="info" text=(refusal == "no_consent")?then(msg("learnt.noConsent"), msg("learnt.noAccess"))/>
    <#else>
      <@parts.definitions>
        <#list facts as one>
          <@parts.definition term=one.label?has_content?then(one.label, msg("claim." + one.name))>
            <@fact.value value=one.value/>
          </@parts.definition>
        </#list>
      </@parts.definitions>
    </#if>
  </@parts.card>
</@shell.page>
