<#import "application.ftl" as app>
<#import "parts.ftl" as parts>
<#import "insight.ftl" as insight>
<#assign pages = {
  "access": msg("check.to.access"),
  "secret": msg("check.to.secret"),
  "settings": msg("check.to.settings")
}>
<@app.page tab="check">
  <@insight.refused refusals=refusals/>
  <@parts.card title=msg("check.title") help=msg("check.help")>
    <#if problems?has_content>
      <@parts.findings>
        <#list problems as problem>
          <@parts.finding kind=problem.kind title=insight.text("problem." + problem.code, problem.parameters)
              text=insight.text("problem." + problem.code + ".remedy", problem.parameters)>
            <#if problem.fix??>
              <@parts.post label=msg("problem.fix." + problem.fix.kind) url=app.at("check") kind="primary"
                fields={"problem": problem.code, "value": problem.fix.value}/>
            <#elseif problem.page??>
              <@parts.link label=pages[problem.page] url=app.at(problem.page)/>
            </#if>
          </@parts.finding>
        </#list>
      </@parts.findings>
    <#else>
      <@parts.notice kind="success" text=msg("check.well")/>
    </#if>
  </@parts.card>
  <@parts.card title=msg("learn.title") help=msg("learn.help")>
    <@parts.link label=msg("learn.show") url=app.at("check/claims")/>
  </@parts.card>
</@app.page>
