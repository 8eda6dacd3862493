<#import "application.ftl" as app>
<#import "parts.ftl" as parts>
<#import "configuration.ftl" as configured>
<@app.page tab="overview">
  <#if whole && !enabled>
    <@parts.notice kind="warning" text=msg("overview.disabled")/>
  </#if>
  <#if whole && untrusted>
    <@parts.notice kind="info" text=msg("overview.untrusted")>
      <#if mayTrust><p><a href="${app.at("trust")}">${msg("overview.trust")}</a></p></#if>
    </@parts.notice>
  </#if>
  <@parts.card title=msg("overview.about")>
    <@parts.definitions>
      <@parts.definition term=msg("overview.name") value=application.name/>
      <#if (description!"")?has_content>
        <@parts.definition term=msg("overview.description") value=description/>
      </#if>
      <#if application.address??>
        <@parts.definition term=msg("overview.address") url=application.address/>
      </#if>
      <#if contact??><@parts.definition term=msg("overview.contact") value=contact/></#if>
      <#if whole>
        <@parts.definition term=msg("overview.kind")
          value=publicClient?then(msg("overview.kind.public"), msg("overview.kind.web"))/>
        <#if creator??>
          <@parts.definition term=msg("overview.creator") value=creator.yourself?then(msg("overview.creator.you"),
            creator.gone?then(msg("overview.creator.gone"),
            creator.name?has_content?then(creator.name, msg("overview.creator.private"))))/>
        </#if>
      </#if>
      <#if members??>
        <@parts.definition term=msg("overview.members")>
          <a href="${app.at("members")}">${members.more?then(msg("overview.members.more", members.number?c),
            members.number?c)}</a>
        </@parts.definition>
      </#if>
    </@parts.definitions>
    <#if whole><@parts.copyable label=msg("overview.clientId") value=application.clientId id="client-id"/></#if>
  </@parts.card>
  <#if whole>
    <@parts.card title=msg("overview.configuration") help=publicClient?then(msg("overview.configuration.public"),
        msg("overview.configuration.help"))>
      <#if seesSecret>
        <p><@parts.link label=msg("overview.showSecret") url=app.at("secret") kind="primary"/></p>
      </#if>
      <@configured.show blocks=configuration id="configuration"/>
    </@parts.card>
  </#if>
  <#if mayDelete>
    <@parts.card title=msg("overview.delete") kind="danger" help=msg("overview.delete.help")>
      <@parts.link label=msg("overview.delete.link") url=app.at("delete")/>
    </@parts.card>
  </#if>
</@app.page>
