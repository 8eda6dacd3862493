<#-- Names of browsers and applications, for the pages about sessions. -->

<#-- Such as "Chrome on Windows". -->
<#function name one>
  <#if one.browser?has_content && one.system?has_content>
    <#return msg("sessions.on", one.browser, one.system)>
  </#if>
  <#return (one.browser + one.system)?has_content?then(one.browser + one.system,
    one.mobile?then(msg("sessions.unknownPhone"), msg("sessions.unknown")))>
</#function>

<#function application one>
  <#if one.console == "account"><#return msg("sessions.account")></#if>
  <#if one.console == "administration"><#return msg("sessions.administration")></#if>
  <#return one.name>
</#function>
