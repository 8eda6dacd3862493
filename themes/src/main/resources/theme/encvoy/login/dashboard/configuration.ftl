<#--
  The configuration to paste into a product.

    blocks    [{text: [{kind: plain | code | emphasis, text}]} or {code}]; in English, as the products are
    id        of the first block to be copied; the others count on
-->
<#import "parts.ftl" as parts>
<#macro show blocks id>
<div class="stack" lang="en">
  <#local number = 0>
  <#list blocks as block>
    <#if block.code??>
      <#local number++>
      <@parts.code label=msg("configuration.block", number?c) text=block.code id=id + "-" + number?c/>
    <#else>
      <p><#list block.text as piece><#if piece.kind == "code"><code>${piece.text}</code><#t>
      <#elseif piece.kind == "emphasis"><em>${piece.text}</em><#else>${piece.text}</#if></#list></p><#t>
    </#if>
  </#list>
</div>
</#macro>
