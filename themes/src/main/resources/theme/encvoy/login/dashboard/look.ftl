<#import "application.ftl" as app>
<#import "appearance.ftl" as appearance>
<@app.page tab="look">
  <@appearance.page action=app.at("look") preview=app.at("look/preview") logoAction=app.at("look/logo")/>
</@app.page>
