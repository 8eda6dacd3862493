<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#assign list = url.dashboard + "/applications">
<#assign create = list + "/create">
<#assign names = {"gitlab": "GitLab", "grafana": "Grafana", "moodle": "Moodle", "nextcloud": "Nextcloud",
  "rocket-chat": "Rocket.Chat", "sentry": "Sentry"}>
<#if !product?has_content>
<@shell.page title=msg("create.title") wide=true back=list backLabel=msg("tab.back")>
  <p class="quiet">${msg("create.choose")}</p>
  <@parts.tiles>
    <#list products as id>
      <@parts.entry title=(names[id]!id) url=create + "?product=" + id text=msg("create.product.help")/>
    </#list>
    <@parts.entry title=msg("create.other") url=create + "?product=other" text=msg("create.other.help")/>
  </@parts.tiles>
</@shell.page>
<#elseif product == "other">
<@shell.page title=msg("create.title") back=create backLabel=msg("create.back")>
  <#if twins??><@parts.notice kind="info" text=msg("create.twins", twins, twins + "/")/></#if>
  <@parts.form action=create>
    <@parts.hidden name="product" value=product/>
    <@parts.card title=msg("create.about")>
      <@parts.field name="name" label=msg("create.name") help=msg("create.name.help") required=true/>
      <@parts.area name="description" label=msg("create.description") rows=2/>
      <@parts.field name="domain" type="url" label=msg("create.domain") help=msg("create.domain.help")
        placeholder="https://wiki.example.com"/>
    </@parts.card>
    <@parts.card title=msg("create.addresses") help=msg("create.addresses.help")>
      <@parts.lines name="redirect_uris" label=msg("create.redirectUris") help=msg("create.redirectUris.help")
        required=true/>
      <@parts.lines name="post_logout_redirect_uris" label=msg("create.logoutUris")
        help=msg("create.logoutUris.help")/>
    </@parts.card>
    <@parts.card>
      <@parts.choices name="kind" label=msg("create.kind") options=[
        {"value": "web", "label": msg("create.kind.web"), "help": msg("create.kind.web.help")},
        {"value": "public", "label": msg("create.kind.public"), "help": msg("create.kind.public.help")}]/>
    </@parts.card>
    <@parts.actions>
      <@parts.button label=msg("create.button") kind="primary"/>
      <@parts.link label=msg("parts.cancel") url=list/>
    </@parts.actions>
  </@parts.form>
</@shell.page>
<#else>
<@shell.page title=msg("create.title.product", names[product]!product) back=create backLabel=msg("create.back")>
  <p class="quiet">${msg("create.product.rest")}</p>
  <@parts.form action=create>
    <@parts.hidden name="product" value=product/>
    <@parts.card>
      <@parts.field name="url" type="url" label=msg("create.url", names[product]!product) help=msg("create.url.help")
        placeholder="https://" + product + ".example.com" required=true/>
      <#if choosesClientId>
        <@parts.field name="client_id" label=msg("create.clientId") help=msg("create.clientId.help", product)/>
      </#if>
    </@parts.card>
    <@parts.actions>
      <@parts.button label=msg("create.button") kind="primary"/>
      <@parts.link label=msg("parts.cancel") url=list/>
    </@parts.actions>
  </@parts.form>
</@shell.page>
</#if>
