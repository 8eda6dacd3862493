<#--
  Names a credential.

  kind    as in security.ftl
  id      of the credential
  before  the name that it had when the form was opened
-->
<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<#assign here = url.dashboard + "/security">
<@shell.page title=msg("security.name.title") back=here backLabel=msg("security.title")>
  <@parts.card>
    <@parts.form action=here + "/credentials/" + id?url + "/name">
      <@parts.hidden name="before" value=before/>
      <@parts.field name="name" label=msg("security.name") help=msg("security.name.help") required=true/>
      <@parts.actions>
        <@parts.button label=msg("security.name.save") kind="primary"/>
        <@parts.link label=msg("parts.cancel") url=here/>
      </@parts.actions>
    </@parts.form>
  </@parts.card>
</@shell.page>
