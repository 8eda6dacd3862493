<#import "application.ftl" as app>
<#import "edit.ftl" as edit>
<#import "parts.ftl" as parts>
<#assign names = {"gitlab": "GitLab", "grafana": "Grafana", "moodle": "Moodle", "nextcloud": "Nextcloud",
  "rocket-chat": "Rocket.Chat", "sentry": "Sentry"}>
<#function onOrOff name><#return (((saved[name])!"") == "true")?then(msg("access.on"), msg("access.off"))></#function>
<@app.page tab="settings">
  <#if twins??><@parts.notice kind="info" text=msg("settings.twins", twins, twins + "/")/></#if>
  <@edit.form action=app.at("settings")>
    <@parts.card title=msg("settings.about")>
      <@parts.field name="name" label=msg("settings.name") help=edit.help("name", msg("settings.name.help"))
        required=true/>
      <@parts.area name="description" label=msg("settings.description") rows=2
        help=edit.help("description", msg("settings.description.help"))/>
      <@parts.field name="domain" type="url" label=msg("settings.domain")
        help=edit.help("domain", msg("settings.domain.help")) placeholder="https://wiki.example.com"/>
    </@parts.card>
    <@parts.card title=msg("settings.addresses") help=msg("settings.addresses.help")>
      <@parts.lines name="redirect_uris" label=msg("settings.redirectUris") rows=4
        help=edit.help("redirect_uris", msg("settings.redirectUris.help"))/>
      <@parts.lines name="post_logout_redirect_uris" label=msg("settings.logoutUris")
        help=edit.help("post_logout_redirect_uris", msg("settings.logoutUris.help"))/>
    </@parts.card>
    <@parts.card>
      <#assign known = (saved["encvoy.template"])!"">
      <@parts.select name="encvoy.template" label=msg("settings.product")
        help=edit.help("encvoy.template", msg("settings.product.help"),
          known?has_content?then(names[known]!known, msg("settings.product.other")))
        options=[{"value": "", "label": msg("settings.product.other")}] + products?map(id ->
          {"value": id, "label": names[id]!id})/>
    </@parts.card>
    <#if hasCatalog>
      <@parts.card>
        <@parts.rows>
          <@parts.switch name="encvoy.catalog" label=msg("settings.catalog")
            help=edit.help("encvoy.catalog", (msg("settings.catalog.help")
              + untrusted?then(" " + msg("settings.catalog.untrusted"), "")), onOrOff("encvoy.catalog"))/>
        </@parts.rows>
        <@parts.field name="encvoy.catalog_type" label=msg("settings.catalogType")
          help=edit.help("encvoy.catalog_type", msg("settings.catalogType.help"))/>
      </@parts.card>
    </#if>
  </@edit.form>
</@app.page>
