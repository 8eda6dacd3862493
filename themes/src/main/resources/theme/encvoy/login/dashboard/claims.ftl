<#import "application.ftl" as app>
<#import "parts.ftl" as parts>
<#import "insight.ftl" as insight>
<#assign problems = {
  "required": msg("learn.person.required"),
  "unknown": msg("learn.person.unknown")
}>
<@app.page tab="check" title=msg("learn.title")>
  <p><a href="${app.at("check")}">${msg("learn.back")}</a></p>
  <@parts.card title=msg("learn.title") help=msg("learn.help")>
    <@parts.form action=app.at("check/claims")>
      <#if choosesMember>
        <@parts.choices name="who" label=msg("learn.who") options=[
          {"value": "me", "label": msg("learn.who.me")},
          {"value": "member", "label": msg("learn.who.member")}]/>
        <@parts.field name="person" label=msg("learn.person") help=msg("learn.person.help")
          error=(problem??)?then(problems[problem!""]!"", "")/>
      </#if>
      <#if scopes?has_content>
        <@parts.fieldset legend=msg("learn.scopes") help=msg("learn.scopes.help")>
          <#list scopes as scope>
            <@parts.checkbox name="scope" value=scope.name label=scope.name on=scope.chosen/>
          </#list>
        </@parts.fieldset>
      </#if>
      <@parts.actions><@parts.button label=msg("learn.show") kind="primary"/></@parts.actions>
    </@parts.form>
  </@parts.card>
  <#if learnt??>
    <@parts.card title=msg("learn.result", insight.called(person)) id="learnt">
      <p><@parts.chip text=msg("learn.preview") kind="info"/></p>
      <p class="quiet">${msg("learn.preview.help")}</p>
      <#if learnt.refusal??>
        <@parts.notice kind="warning" text=(learnt.refusal == "no_consent")?then(msg("learn.noConsent"),
          msg("preview." + learnt.refusal))/>
      <#else>
        <#if learnt.withheld?has_content>
          <@parts.notice kind="info" text=msg("learn.withheld", learnt.withheld)/>
        </#if>
        <p>${msg("learn.granted")} <code>${learnt.scopes?join(" ")}</code></p>
        <@parts.table caption=msg("learn.table")
            headings=[msg("learn.claim"), msg("learn.idToken"), msg("learn.userinfo")]>
          <#list learnt.claims as claim>
            <@parts.tr>
              <@parts.td><code>${claim.name}</code><#if claim.named><br><#rt>
                <span class="quiet">${msg("claim." + claim.name)}</span></#if></@parts.td><#lt>
              <@parts.td text=claim.idToken!""><#if !claim.idToken?has_content>–</#if></@parts.td>
              <@parts.td text=claim.userinfo!""><#if !claim.userinfo?has_content>–</#if></@parts.td>
            </@parts.tr>
          </#list>
        </@parts.table>
        <@parts.more label=msg("learn.json")>
          <@parts.code label=msg("learn.idToken") text=learnt.idToken id="id-token"/>
          <@parts.code label=msg("learn.userinfo") text=learnt.userinfo id="userinfo"/>
        </@parts.more>
      </#if>
    </@parts.card>
  </#if>
</@app.page>
