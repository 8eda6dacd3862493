<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<@shell.page title=msg("data.download") back=url.dashboard + "/data" backLabel=msg("data.title")>
  <@parts.confirmation action=url.dashboard + "/data/download" button=msg("data.download.button")
      cancel=url.dashboard + "/data" text=msg("data.download.text") danger=false>
    <p>${msg("data.download.in")}</p>
    <ul>
      <li>${msg("data.download.profile")}</li>
      <li>${msg("data.download.access")}</li>
      <li>${msg("data.download.applications")}</li>
      <li>${msg("data.download.events", maxEvents)}</li>
    </ul>
    <p>${msg("data.download.keep")}</p>
  </@parts.confirmation>
</@shell.page>
