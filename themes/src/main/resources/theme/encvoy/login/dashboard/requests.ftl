<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<@shell.page title=msg("requests.title")>
  <#if !(email!"")?has_content>
    <@parts.empty title=msg("requests.noEmail") text=msg("requests.noEmail.help")/>
  <#elseif !verified>
    <@parts.notice kind="warning" text=msg("requests.unverified", email)>
      <#if mayVerify>
        <@parts.post label=msg("requests.verify") url=url.dashboard + "/requests/verify" kind="primary"/>
      </#if>
    </@parts.notice>
  <#else>
    <#if invitations?has_content><p class="quiet">${msg("requests.help", email)}</p></#if>
    <#list invitations as invitation>
      <#assign address = url.dashboard + "/" + invitation.path>
      <section class="card invitation" aria-labelledby="invitation-${invitation?counter}">
        <div class="invitation-head">
          <@parts.tile name=invitation.name picture=invitation.logo!""/>
          <div class="invitation-text">
            <h2 id="invitation-${invitation?counter}"><bdi>${invitation.name}</bdi></h2>
            <#if (invitation.address!"")?has_content><p><@parts.outside url=invitation.address/></p></#if>
          </div>
        </div>
        <@parts.definitions>
          <@parts.definition term=msg("requests.inviter") value=invitation.inviter!msg("requests.inviterHidden")/>
          <@parts.definition term=msg("requests.created")>
            <@parts.time iso=invitation.created.iso text=invitation.created.text/>
          </@parts.definition>
          <@parts.definition term=msg("requests.expires")>
            <@parts.time iso=invitation.expires.iso text=invitation.expires.text/>
          </@parts.definition>
        </@parts.definitions>
        <#if !invitation.admitted>
          <@parts.notice kind="warning" text=msg("requests.notAdmitted")/>
        </#if>
        <#if mayAnswer>
          <@parts.form action=address + "/decline">
            <@parts.actions>
              <#if invitation.admitted>
                <@parts.button label=msg("requests.accept") kind="primary" action=address + "/accept"/>
              </#if>
              <@parts.button label=msg("requests.decline")/>
            </@parts.actions>
          </@parts.form>
        </#if>
      </section>
    <#else>
      <@parts.empty title=msg("requests.none") text=msg("requests.none.help", email)/>
    </#list>
  </#if>
</@shell.page>
