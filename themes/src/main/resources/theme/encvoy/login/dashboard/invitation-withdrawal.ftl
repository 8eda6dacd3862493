<#import "application.ftl" as app>
<#import "parts.ftl" as parts>
<#assign isDeclined = invitation.declined??>
<#assign title = isDeclined?then(msg("invitations.forget.title"), msg("invitations.withdraw.title"))>
<@app.page tab="invitations" title=title>
  <h2>${title}</h2>
  <@parts.confirmation action=app.at(invitation.path + "/withdraw") cancel=app.at("invitations")
    button=isDeclined?then(msg("invitations.forget"), msg("invitations.withdraw"))
    text=isDeclined?then(msg("invitations.forget.confirm", invitation.email),
      msg("invitations.withdraw.confirm", invitation.email, application.name))/>
</@app.page>
