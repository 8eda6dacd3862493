<#--
  The page around every page of the dashboard.

    <#import "shell.ftl" as shell>
    <#import "parts.ftl" as parts>
    <@shell.page title=msg("members.title") heading=application.name tabs=tabs>
      <@parts.card title=…>…</@parts.card>
    </@shell.page>

  What lies in <@shell.page> stands below each other with a gap: cards, forms, notices, tables.

  page
    title     what this page is, plain text; the title of the window, and the heading unless `heading` is given
    heading   the heading, if it is not the title: the name of an application on each of its pages
    subtitle  a line below the heading, plain text
    picture   address of a picture beside the heading; an initial is shown if it is "" and `tile` is true
    tile      true shows a picture or an initial beside the heading
    back      address of the page above this one, with `backLabel`, its name
    action    {label, url}: the one button beside the heading, such as "New application"
    tabs      [{label, url, current}]: the pages of one thing, as links
    wide      true for tables and two columns; otherwise lines are as long as one likes to read

  The model of every template
    msg(key, …)  lang  languages [{tag, label, url, current}]  realmName
    account      {name, initials, picture}; picture is "" for none. Absent: no person is signed in, and there
                 is no navigation
    nav          [{key, url, current}]; the label is the message nav.<key>
    sections     [{key, url, current}]: the pages about one's own account, on these pages; the label is the message
                 section.<key>, the icon is named like the key
    notice       {kind: success | error | warning | info, text}; may be absent
    csrf         the value of the hidden field state_checker, which every form sends
    url          {resources, dashboard, here, signOut, logo}; signOut takes a POST; logo of the realm may be absent
    errors       field → text; a field `name` of parts.ftl shows errors[name], and all of them are listed on top;
                 the text under the key "" belongs to no field; may be absent
    values       field → text; what the person typed or what is saved; a field `name` shows it. May be absent
    scheme       auto (default), light or dark
-->
<#setting url_escaping_charset="UTF-8">
<#import "icons.ftl" as icons>
<#import "parts.ftl" as parts>
<#assign RIGHT_TO_LEFT = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]>

<#macro page title heading="" subtitle="" picture="" tile=false back="" backLabel="" action={} tabs=[] wide=false>
<#local scheme = (.data_model.scheme)!"auto">
<#local problems = (.data_model.errors)!{}>
<!DOCTYPE html>
<html lang="${lang}" dir="${RIGHT_TO_LEFT?seq_contains(lang?keep_before("-"))?then("rtl", "ltr")}"
      data-encvoy-scheme="${scheme}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; <#t>
    img-src 'self' data:; font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="${(scheme == "auto")?then("light dark", scheme)}">
  <meta name="referrer" content="same-origin">
  <meta name="robots" content="noindex">
  <title><#if problems?has_content>${msg("shell.errorTitle")} </#if>${title}<#rt>
    <#if heading?has_content && heading != title> – ${heading}</#if> – ${realmName}</title><#lt>
  <link rel="icon" type="image/svg+xml" href="${url.resources}/img/encvoy-mark.svg">
  <link rel="stylesheet" href="${url.resources}/css/tokens.css">
  <link rel="stylesheet" href="${url.resources}/css/dashboard.css">
  <script type="module" src="${url.resources}/js/dashboard.js"></script>
</head>
<body>
<a class="skip" href="#content">${msg("shell.skip")}</a>
<header class="top">
  <a class="brand" href="${url.dashboard}">
    <span class="brand-mark"><img src="${(url.logo)!(url.resources + "/img/encvoy-mark.svg")}" alt="" width="24"
      height="24"></span>
    <bdi>${realmName}</bdi>
  </a>
  <#if account??>
    <#if (nav![])?has_content>
      <nav class="areas" aria-label="${msg("shell.navigation")}">
        <ul role="list">
          <#list nav as area>
            <li><a href="${area.url}"<#if area.current> aria-current="page"</#if>>${msg("nav." + area.key)}</a></li>
          </#list>
        </ul>
      </nav>
    </#if>
    <details class="account">
      <summary>
        <#if (account.picture!"")?has_content>
          <img class="initials" src="${account.picture}" alt="" width="36" height="36">
        <#else>
          <span class="initials" aria-hidden="true">${account.initials}</span>
        </#if>
        <span class="encvoy-visually-hidden">${msg("shell.account")}</span>
        <bdi class="account-name">${account.name}</bdi>
        <@icons.icon "down"/>
      </summary>
      <div class="menu">
        <p><span class="quiet">${msg("shell.signedInAs")}</span> <bdi>${account.name}</bdi></p>
        <@parts.form action=url.signOut>
          <@parts.button label=msg("shell.signOut") block=true/>
        </@parts.form>
      </div>
    </details>
  </#if>
</header>
<#local about = (.data_model.sections)![]>
<#if about?has_content>
<div class="columns">
<nav class="sections" aria-label="${msg("shell.sections")}">
  <ul role="list">
    <#list about as section>
      <li><a href="${section.url}"<#if section.current> aria-current="page"</#if>><#t>
        <@icons.icon section.key/><span>${msg("section." + section.key)}</span></a></li><#lt>
    </#list>
  </ul>
</nav>
</#if>
<main id="content" tabindex="-1"<#if wide> class="wide"</#if>>
  <#if back?has_content>
    <a class="back" href="${back}"><@icons.icon "back"/>${backLabel?has_content?then(backLabel, msg("shell.back"))}</a>
  </#if>
  <div class="head">
    <#if tile || picture?has_content>
      <@parts.tile name=heading?has_content?then(heading, title) picture=picture large=true/>
    </#if>
    <div class="head-text">
      <h1><bdi>${heading?has_content?then(heading, title)}</bdi></h1>
      <#if subtitle?has_content><p class="quiet"><bdi>${subtitle}</bdi></p></#if>
    </div>
    <#if action?has_content><@parts.link label=action.label url=action.url kind="primary"/></#if>
  </div>
  <#if tabs?has_content><@parts.tabs items=tabs label=heading?has_content?then(heading, title)/></#if>
  <#if (.data_model.notice)??><@parts.notice kind=notice.kind text=notice.text announced=true/></#if>
  <#if problems?has_content>
    <@parts.notice kind="error" text=msg("shell.errors") announced=true>
      <ul>
        <#list problems as field, text>
          <li><#if field?has_content><a href="#${field}">${text}</a><#else>${text}</#if></li>
        </#list>
      </ul>
    </@parts.notice>
  </#if>
  <#if (.data_model.impersonated)!false>
    <@parts.notice kind="info" text=msg("page.impersonated.help")/>
  </#if>
  <#nested>
</main>
<#if about?has_content></div></#if>
<footer class="foot">
  <#if (languages![])?size gt 1><@languageList/></#if>
</footer>
<div id="announcer" class="encvoy-visually-hidden" role="status"></div>
</body>
</html>
</#macro>

<#-- Links, so that a keyboard can look through them without leaving the page. -->
<#macro languageList>
  <#local chosen = languages?filter(language -> language.current)>
  <details class="languages">
    <summary aria-label="${msg("shell.languages")}: ${(chosen?first.label)!lang}">
      <span aria-hidden="true">${(chosen?first.label)!lang}</span><@icons.icon "down"/>
    </summary>
    <ul role="list">
      <#list languages as language>
        <li><a href="${language.url}" hreflang="${language.tag}" lang="${language.tag}"<#rt>
          <#if language.current> aria-current="true"</#if>>${language.label}</a></li><#lt>
      </#list>
    </ul>
  </details>
</#macro>
