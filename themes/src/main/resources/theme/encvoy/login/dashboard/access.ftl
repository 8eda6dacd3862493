<#import "application.ftl" as app>
<#import "edit.ftl" as edit>
<#import "parts.ftl" as parts>
<#assign people = {"everybody": msg("access.everybody"), "members": msg("access.members"),
  "administrators": msg("access.administrators")}>
<#assign fieldNames = {"login": msg("access.field.login"), "email": msg("access.field.email"),
  "phone_number": msg("access.field.phone_number"), "given_name": msg("access.field.given_name"),
  "family_name": msg("access.field.family_name"), "nickname": msg("access.field.nickname"),
  "picture": msg("access.field.picture"), "birthdate": msg("access.field.birthdate")}>
<#function fieldName field>
  <#return fieldNames[field]!((fields[field]!"")?has_content?then(fields[field]!"", field))>
</#function>
<#function onOrOff name><#return (((saved[name])!"") == "true")?then(msg("access.on"), msg("access.off"))></#function>
<@app.page tab="access">
  <@edit.form action=app.at("access")>
    <@parts.card>
      <@parts.choices name="who" label=msg("access.who.label") help=edit.help("who", "", people[(saved.who)!""]!"")
        options=[
          {"value": "everybody", "label": people.everybody, "help": msg("access.everybody.help")},
          {"value": "members", "label": people.members, "help": msg("access.members.help")},
          {"value": "administrators", "label": people.administrators, "help": msg("access.administrators.help")}]/>
      <@parts.lines name="encvoy.allowed_email_domains" label=msg("access.domains") rows=2
        help=edit.help("encvoy.allowed_email_domains", msg("access.domains.help"))/>
    </@parts.card>
    <@parts.card title=msg("access.fields")>
      <#assign required = (values["encvoy.required_fields"]!"")?split("\n")>
      <#assign savedFields = ((saved["encvoy.required_fields"])!"")?split("\n")?filter(it -> it?has_content)
        ?map(it -> fieldName(it))?join(", ")>
      <div id="encvoy.required_fields">
      <@parts.fieldset legend=msg("access.fields.label")
          help=edit.help("encvoy.required_fields", msg("access.fields.help"), savedFields)>
        <#if (errors["encvoy.required_fields"])??>
          <@parts.notes name="encvoy.required_fields" help="" error=errors["encvoy.required_fields"]/>
        </#if>
        <#list fields?keys as field>
          <@parts.checkbox name="encvoy.required_fields" value=field label=fieldName(field)
            on=required?seq_contains(field)/>
        </#list>
      </@parts.fieldset>
      </div>
    </@parts.card>
    <@parts.card>
      <@parts.field name="encvoy.contact" label=msg("access.contact.label")
        help=edit.help("encvoy.contact", msg("access.contact.help"))/>
    </@parts.card>
    <@parts.card title=msg("access.tokens")>
      <@parts.field name="encvoy.access_token_ttl" label=msg("access.accessToken") inputmode="numeric" width="short"
        help=edit.help("encvoy.access_token_ttl", msg("access.accessToken.help", realmLifetime?c))/>
      <@parts.field name="encvoy.refresh_token_ttl" label=msg("access.refreshToken") inputmode="numeric" width="short"
        help=edit.help("encvoy.refresh_token_ttl", msg("access.refreshToken.help"))/>
    </@parts.card>
    <@parts.card title=msg("access.signIn")>
      <@parts.rows>
        <@parts.switch name="encvoy.show_authorization_errors" label=msg("access.errorPages")
          help=edit.help("encvoy.show_authorization_errors", msg("access.errorPages.help"),
            onOrOff("encvoy.show_authorization_errors"))/>
        <@parts.switch name="encvoy.always_choose_session" label=msg("access.chooseSession")
          help=edit.help("encvoy.always_choose_session", msg("access.chooseSession.help"),
            onOrOff("encvoy.always_choose_session"))/>
      </@parts.rows>
      <#if choosesIssuer>
        <#assign issuers = {"address": msg("access.issuer.address"), "root": msg("access.issuer.root")}>
        <@parts.choices name="encvoy.issuer" label=msg("access.issuer")
          help=edit.help("encvoy.issuer", "", issuers[(saved["encvoy.issuer"])!""]!"")
          options=[
            {"value": "address", "label": issuers.address, "help": msg("access.issuer.address.help")},
            {"value": "root", "label": issuers.root, "help": msg("access.issuer.root.help")}]/>
      </#if>
    </@parts.card>
  </@edit.form>
</@app.page>
