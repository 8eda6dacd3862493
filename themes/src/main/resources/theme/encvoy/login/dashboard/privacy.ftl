<#import "shell.ftl" as shell>
<#import "edit.ftl" as edit>
<#import "parts.ftl" as parts>
<#import "fact.ftl" as fact>
<#assign page = url.dashboard + "/privacy">
<#function onOrOff name>
  <#return (((saved[name])!"") == "true")?then(msg("privacy.visible"), msg("privacy.hidden"))>
</#function>
<@shell.page title=msg("privacy.title") subtitle=msg("privacy.subtitle")>
  <#if stale><@parts.notice kind="warning" text=msg("edit.stale") announced=true/></#if>
  <#if !readOnly && !(choosesFields && choosesAccounts)>
    <@parts.notice kind="info" text=choosesFields?then(msg("privacy.accountsOfRealm"),
      choosesAccounts?then(msg("privacy.fieldsOfRealm"), msg("privacy.allOfRealm")))/>
  </#if>
  <@parts.form action=page id="privacy">
    <@parts.hidden name="version" value=version/>
    <@parts.card title=msg("privacy.fields") id="fields">
      <p class="quiet card-help">${chosen?then(msg("privacy.chosen"), msg("privacy.default"))}<#rt>
        <#if !chosen && mayChange> ${msg("privacy.default.save")}</#if></p><#lt>
      <@parts.rows>
        <@parts.row label=msg("privacy.id") help=msg("privacy.id.help")>
          <@parts.chip text=msg("privacy.always")/>
        </@parts.row>
        <#list fields as field>
          <#assign name = "field." + field.name>
          <@fact.switch name=name label=field.label?has_content?then(field.label, msg("claim." + field.name))
              on=(values[name]!"") == "true" note=edit.help(name, "", onOrOff(name))
              disabled=!(field.changeable && mayChange)>
            <#if field.secret><span class="quiet">${msg("privacy.secret")}</span>
            <#else><@fact.value value=field.value/></#if>
          </@fact.switch>
        </#list>
      </@parts.rows>
    </@parts.card>
    <#if accounts?has_content>
      <@parts.card title=msg("privacy.accounts") help=msg("privacy.accounts.help") id="accounts">
        <@parts.rows>
          <#list accounts as account>
            <#assign name = "account." + account.alias>
            <@fact.switch name=name label=account.service on=(values[name]!"") == "true"
                note=edit.help(name, "", onOrOff(name)) disabled=!(choosesAccounts && mayChange)>
              <bdi>${account.account}</bdi>
            </@fact.switch>
          </#list>
        </@parts.rows>
      </@parts.card>
    </#if>
    <#if mayChange>
      <@parts.actions>
        <@parts.button label=stale?then(msg("edit.overwrite"), msg("edit.save")) kind="primary"/>
        <#if mayUseDefault><@parts.button label=msg("privacy.useDefault") action=page + "/default"/></#if>
      </@parts.actions>
    </#if>
  </@parts.form>
  <#if seesApplications>
    <@parts.card title=msg("privacy.applications") help=msg("privacy.applications.help") id="applications">
      <#if applications?has_content>
        <@parts.tiles>
          <#list applications as application>
            <@parts.entry title=application.name url=page + "/" + application.id?url picture=application.logo
              text=application.description/>
          </#list>
        </@parts.tiles>
        <@parts.paging previous=(first gt 0)?then(page + "?first=" + previous?c + "#applications", "")
          next=(next gte 0)?then(page + "?first=" + next?c + "#applications", "")/>
      <#else>
        <p class="quiet">${msg("privacy.noApplications")}</p>
      </#if>
    </@parts.card>
  </#if>
</@shell.page>
