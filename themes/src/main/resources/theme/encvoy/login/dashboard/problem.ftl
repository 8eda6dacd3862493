<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>
<@shell.page title=msg("page." + problem)>
  <@parts.notice kind="error" text=msg("page." + problem + ".help")/>
  <p><@parts.link label=msg("page.home") url=url.dashboard/></p>
</@shell.page>
