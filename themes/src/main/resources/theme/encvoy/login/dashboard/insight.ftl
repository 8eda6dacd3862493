<#-- What the pages check, claims and activity share. -->
<#import "parts.ftl" as parts>

<#-- A message with the parameters that the model has for it. -->
<#function text key parameters>
  <#return msg(key, (parameters[0])!"", (parameters[1])!"", (parameters[2])!"")>
</#function>

<#-- Why nothing was changed. -->
<#macro refused refusals>
<#if refusals?has_content>
  <@parts.notice kind="error" text=msg("check.refused") announced=true>
    <ul>
      <#list refusals as refusal>
        <#local said = text("refusal." + refusal.code, refusal.parameters)>
        <li>${(said == "refusal." + refusal.code)?then(refusal.description, said)}</li>
      </#list>
    </ul>
  </@parts.notice>
</#if>
</#macro>

<#-- What a person is called: a name that may be seen, or why there is none. -->
<#function called person><#return (person.name)!msg("person." + person.kind)></#function>
