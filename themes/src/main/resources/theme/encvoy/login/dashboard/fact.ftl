<#--
  A fact about the person and whether applications see it.

    value value                              a value of the model: {kind, text}
    switch name label on note="" disabled=false      a line with a switch; nested: the value
-->
<#import "parts.ftl" as parts>

<#macro value value>
<#switch value.kind>
  <#case "yes">${msg("privacy.yes")}<#break>
  <#case "no">${msg("privacy.no")}<#break>
  <#case "picture">
    <img class="fact-picture" src="${value.text}" alt="${msg("privacy.picture")}" width="48" height="48">
    <#break>
  <#case "text"><bdi>${value.text}</bdi><#break>
  <#default><span class="quiet">${msg("privacy.none")}</span>
</#switch>
</#macro>

<#macro switch name label on note="" disabled=false>
<div class="row row-switch">
  <div class="row-text">
    <label for="${name}" class="label">${label}</label>
    <div class="fact" id="${name}-value"><#nested></div>
    <#if note?has_content><p class="help" id="${name}-help">${note}</p></#if>
  </div>
  <div class="row-end">
    <input type="checkbox" role="switch" class="switch" value="true" name="${name}" id="${name}" <#rt>
      aria-describedby="${name}-value<#if note?has_content> ${name}-help</#if>"<#t>
      <#if on> checked</#if><#if disabled> disabled</#if>><#lt>
  </div>
</div>
</#macro>
