<#import "shell.ftl" as shell>
<#import "appearance.ftl" as appearance>
<#import "edit.ftl" as edit>
<#import "parts.ftl" as parts>
<#assign PRIVACY = "encvoy.default_public_profile_claims_oauth">
<#assign LIMIT = "encvoy.max_applications_per_person">
<#assign DELETE_AFTER = "encvoy.delete_account_after_days">
<#assign fieldNames = {"login": msg("realm.field.login"), "email": msg("realm.field.email"),
  "phone_number": msg("realm.field.phone_number"), "given_name": msg("realm.field.given_name"),
  "family_name": msg("realm.field.family_name"), "middle_name": msg("realm.field.middle_name"),
  "nickname": msg("realm.field.nickname"), "picture": msg("realm.field.picture"),
  "birthdate": msg("realm.field.birthdate"), "gender": msg("realm.field.gender"),
  "website": msg("realm.field.website"), "profile": msg("realm.field.profile"),
  "zoneinfo": msg("realm.field.zoneinfo"), "address": msg("realm.field.address")}>
<#function fieldName field>
  <#return fieldNames[field]!((fields[field]!"")?has_content?then(fields[field]!"", field))>
</#function>
<#assign page = url.dashboard + "/realm">
<@shell.page title=msg("realm.title") subtitle=msg("realm.subtitle") wide=true>
  <@appearance.page action=page preview=page + "/look/preview" logoAction=page + "/logo" ofRealm=true>
    <#assign chosen = (values[PRIVACY]!"")?split("\n")>
    <#assign savedFields = ((saved[PRIVACY])!"")?split("\n")?filter(it -> it?has_content && it != "id")
      ?map(it -> fieldName(it))?join(", ")>
    <@parts.card title=msg("realm.privacy") id=PRIVACY>
      <@parts.fieldset legend=msg("realm.privacy.label")
          help=edit.help(PRIVACY, msg("realm.privacy.help"), savedFields)>
        <#if (errors[PRIVACY])??><@parts.notes name=PRIVACY help="" error=errors[PRIVACY]/></#if>
        <@parts.hidden name=PRIVACY value="id"/>
        <#list fields?keys as field>
          <@parts.checkbox name=PRIVACY value=field label=fieldName(field) on=chosen?seq_contains(field)/>
        </#list>
      </@parts.fieldset>
    </@parts.card>
    <@parts.card title=msg("realm.catalog")>
      <@parts.rows>
        <@parts.switch name="encvoy.catalog" label=msg("realm.catalog.label")
          help=edit.help("encvoy.catalog", msg("realm.catalog.help"))/>
      </@parts.rows>
    </@parts.card>
    <@parts.card title=msg("realm.limits")>
      <@parts.field name=LIMIT label=msg("realm.max") inputmode="numeric" width="short"
        help=edit.help(LIMIT, msg("realm.max.help"))/>
      <@parts.field name=DELETE_AFTER label=msg("realm.delete") inputmode="numeric" width="short"
        help=edit.help(DELETE_AFTER, msg("realm.delete.help"))/>
    </@parts.card>
    <@parts.card title=msg("realm.mails")>
      <@appearance.flag name="encvoy.mail_new_browser" label=msg("realm.mails.browser")
        text=msg("realm.mails.browser.help") ofRealm=true/>
      <@appearance.flag name="encvoy.mail_email_changed" label=msg("realm.mails.email")
        text=msg("realm.mails.email.help") ofRealm=true/>
      <@appearance.flag name="encvoy.mail_factor_changed" label=msg("realm.mails.factor")
        text=msg("realm.mails.factor.help") ofRealm=true/>
      <@appearance.flag name="encvoy.mail_password_changed" label=msg("realm.mails.password")
        text=msg("realm.mails.password.help") ofRealm=true/>
    </@parts.card>
  </@appearance.page>
</@shell.page>
