<#--
  What a person signs in with.

  kinds     [{type, title, maySetUp, removable, own}]: kinds of credentials, in Keycloak's order
  own       [{id, name, since, lastUsed, elsewhere, nameable, codesLeft}]; since and lastUsed {iso, text} may be absent
  linked    [{alias, provider, name}]: accounts elsewhere
  linkable  the same, of those that could be linked; absent for people who may not
  mayManage whether the person may change anything
-->
<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#assign here = url.dashboard + "/security">
<#assign texts = {
  "password": {"title": msg("security.password"), "help": msg("security.password.help"),
    "none": msg("security.password.none"), "add": msg("security.password.set")},
  "webauthn-passwordless": {"title": msg("security.passkeys"), "help": msg("security.passkeys.help"),
    "none": msg("security.passkeys.none"), "add": msg("security.passkeys.add")},
  "webauthn": {"title": msg("security.keys"), "help": msg("security.keys.help"),
    "none": msg("security.keys.none"), "add": msg("security.keys.add")},
  "otp": {"title": msg("security.app"), "help": msg("security.app.help"),
    "none": msg("security.app.none"), "add": msg("security.app.add")},
  "recovery-authn-codes": {"title": msg("security.recovery"), "help": msg("security.recovery.help"),
    "none": msg("security.recovery.none"), "add": msg("security.recovery.add")}
}>

<#macro moments kind one>
<#if one.elsewhere>${msg("security.elsewhere")} </#if><#t>
<#if one.codesLeft??>${msg("security.codesLeft", one.codesLeft)} </#if><#t>
<#if one.since??>${(kind == "password")?then(msg("security.changed"), msg("security.since"))} <#t>
<@parts.time iso=one.since.iso text=one.since.text/>. </#if><#t>
<#if one.lastUsed??>${msg("security.lastUsed")} <@parts.time iso=one.lastUsed.iso text=one.lastUsed.text/>.</#if><#t>
</#macro>

<@shell.page title=msg("security.title")>
  <#list kinds as kind>
    <#assign text = texts[kind.type]!{"title": kind.title, "help": "", "none": msg("security.none"),
      "add": msg("security.add")}>
    <#assign add = text.add>
    <#if kind.own?has_content>
      <#if kind.type == "password"><#assign add = msg("security.password.change")>
      <#elseif kind.type == "recovery-authn-codes"><#assign add = msg("security.recovery.renew")></#if>
    </#if>
    <@parts.card title=text.title help=text.help id="kind-" + kind.type>
      <#if kind.own?has_content>
        <@parts.rows>
          <#list kind.own as one>
            <#assign about><@moments kind=kind.type one=one/></#assign>
            <#if one.name?has_content><#assign name = one.name>
            <#elseif one.nameable><#assign name = msg("security.unnamed")>
            <#else><#assign name = text.title></#if>
            <@parts.row label=name help=about>
              <#if mayManage && one.nameable>
                <@parts.link label=msg("security.rename") url=here + "/credentials/" + one.id?url + "/name"/>
              </#if>
              <#if mayManage && kind.removable>
                <@parts.post label=msg("security.remove") url=here + "/credentials/" + one.id?url + "/remove"/>
              </#if>
            </@parts.row>
          </#list>
        </@parts.rows>
      <#else>
        <p>${text.none}</p>
      </#if>
      <#if mayManage && kind.maySetUp>
        <@parts.actions><@parts.post label=add url=here + "/set-up" fields={"type": kind.type}/></@parts.actions>
      <#elseif kind.type == "password" && kind.own?has_content && !kind.maySetUp>
        <p class="quiet">${msg("security.password.fixed")}</p>
      </#if>
    </@parts.card>
  </#list>
  <#if linked?has_content || (linkable![])?has_content>
    <@parts.card title=msg("security.accounts") help=msg("security.accounts.help") id="linked-accounts">
      <@parts.rows>
        <#list linked as account>
          <@parts.row label=account.provider help=account.name>
            <#if mayManage>
              <@parts.link label=msg("security.unlink") url=here + "/unlink?account=" + account.alias?url/>
            <#else>
              <@parts.chip text=msg("security.linked")/>
            </#if>
          </@parts.row>
        </#list>
        <#list linkable![] as account>
          <@parts.row label=account.provider help=msg("security.notLinked")>
            <@parts.post label=msg("security.link") url=here + "/link" fields={"account": account.alias}/>
          </@parts.row>
        </#list>
      </@parts.rows>
    </@parts.card>
  </#if>
</@shell.page>
