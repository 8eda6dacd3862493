<#--
  The fields of the look, which an application and the realm have in common, and the form of the logo.

    page action preview      nested: more cards of the form; draws form, logo and preview
  ofRealm                    whether the page is the realm's: its switches are on or off, those of an application have a
                             third choice, which is what the realm says
  The model: inherited {key → what an empty field means}, contrast {ratio, enough, used}, providers [alias], logo,
  uploaded; and what edit.ftl needs.
-->
<#import "edit.ftl" as edit>
<#import "parts.ftl" as parts>
<#assign BUTTON = "encvoy.widget_colors.button_color">
<#assign FONT = "encvoy.widget_colors.font_color">
<#assign schemes = {"auto": msg("look.scheme.auto"), "light": msg("look.scheme.light"),
  "dark": msg("look.scheme.dark")}>
<#assign modes = {"NONE": msg("look.coverMode.none"), "INHERIT": msg("look.coverMode.inherit"),
  "REPLACE": msg("look.coverMode.replace")}>

<#function onOrOff value><#return (value == "true")?then(msg("look.on"), msg("look.off"))></#function>

<#-- The help of a field, with what applies if it stays empty. -->
<#function help name text ofRealm empty=inherited[name]!"">
  <#if !empty?has_content><#return edit.help(name, text)></#if>
  <#return edit.help(name, (text + " " + ofRealm?then(msg("look.default", empty), msg("look.asAll", empty)))?trim)>
</#function>

<#macro flag name label ofRealm text="">
<#local now = ((saved[name])!"")>
<#if ofRealm>
  <@parts.rows><@parts.switch name=name label=label help=edit.help(name, text, onOrOff(now))/></@parts.rows>
<#else>
  <@parts.select name=name label=label
    help=edit.help(name, text, now?has_content?then(onOrOff(now), ""))
    options=[{"value": "", "label": msg("look.inherit", onOrOff(inherited[name]))},
      {"value": "true", "label": msg("look.on")}, {"value": "false", "label": msg("look.off")}]/>
</#if>
</#macro>

<#-- A script keeps it up to date. -->
<#macro contrastNote>
<p class="help" role="status" data-contrast data-button="${BUTTON}" data-font="${FONT}"<#rt>
  data-button-default="${inherited[BUTTON]}" data-font-default="${inherited[FONT]}"<#t>
  data-enough="${msg("look.contrast.enough", "{0}")}" data-poor="${msg("look.contrast.poor", "{0}", "{1}")}"><#lt>
  <#if contrast.enough>${msg("look.contrast.enough", contrast.ratio)}<#rt>
  <#else>${msg("look.contrast.poor", contrast.ratio, contrast.used)}</#if></p><#t>
</#macro>

<#macro fields ofRealm>
<@parts.card title=msg("look.texts")>
  <@parts.field name="encvoy.widget_title" label=msg("look.title")
    help=help("encvoy.widget_title", msg("look.title.help"), ofRealm)/>
  <@parts.area name="encvoy.widget_info" label=msg("look.info") rows=4
    help=help("encvoy.widget_info", msg("look.info.help"), ofRealm)/>
  <@parts.area name="encvoy.widget_info_out" label=msg("look.infoOut")
    help=help("encvoy.widget_info_out", msg("look.infoOut.help"), ofRealm)/>
  <#if ofRealm>
    <@parts.field name="encvoy.copyright" label=msg("look.copyright")
      help=edit.help("encvoy.copyright", msg("look.copyright.help"))/>
  </#if>
  <@flag name="encvoy.hide_widget_footer" label=msg("look.hideFooter") ofRealm=ofRealm/>
  <@flag name="encvoy.hide_widget_create_account" label=msg("look.hideCreate") ofRealm=ofRealm
    text=msg("look.hideCreate.help")/>
</@parts.card>
<@parts.card title=msg("look.colors")>
  <@parts.color name=BUTTON label=msg("look.button") help=help(BUTTON, "", ofRealm)/>
  <@parts.color name=FONT label=msg("look.font") help=help(FONT, "", ofRealm)/>
  <@contrastNote/>
  <@parts.select name="encvoy.color_scheme" label=msg("look.scheme")
    help=edit.help("encvoy.color_scheme", "", schemes[(saved["encvoy.color_scheme"])!""]!"")
    options=[{"value": "", "label": ofRealm?then(msg("look.usual", schemes[inherited["encvoy.color_scheme"]]),
        msg("look.inherit", schemes[inherited["encvoy.color_scheme"]]))}]
      + schemes?keys?map(id -> {"value": id, "label": schemes[id]})/>
</@parts.card>
<@parts.card title=msg("look.pictures")>
  <@flag name="encvoy.show_avatar_in_widget" label=msg("look.showLogo") ofRealm=ofRealm
    text=msg("look.showLogo.help")/>
  <@parts.field name="encvoy.avatar" label=msg("look.avatar")
    help=help("encvoy.avatar", msg("look.avatar.help"), ofRealm)/>
  <@parts.field name="encvoy.cover" label=msg("look.cover")
    help=help("encvoy.cover", msg("look.cover.help"), ofRealm)/>
  <#if ofRealm>
    <@parts.select name="encvoy.cover_mode" label=msg("look.coverMode")
      help=edit.help("encvoy.cover_mode", "", modes[(saved["encvoy.cover_mode"])!""]!"")
      options=[{"value": "", "label": msg("look.usual", modes["INHERIT"])}]
        + modes?keys?map(id -> {"value": id, "label": modes[id]})/>
    <@parts.lines name="encvoy.image_hosts" label=msg("look.imageHosts") rows=2
      help=edit.help("encvoy.image_hosts", msg("look.imageHosts.help"))/>
  </#if>
</@parts.card>
<@parts.card title=msg("look.services")>
  <@parts.lines name="encvoy.big_providers" label=msg("look.big") rows=2
    help=help("encvoy.big_providers", msg("look.big.help") + " " + providers?has_content?then(
      msg("look.big.known", providers?join(", ")), msg("look.big.none")), ofRealm)/>
  <@flag name="encvoy.hide_avatars_of_big_providers" label=msg("look.hideLogos") ofRealm=ofRealm/>
</@parts.card>
</#macro>

<#macro logoCard action>
<@parts.card title=msg("look.logo") help=mayChange?then(msg("look.logo.help"), "") id="logo">
  <#if logo?has_content><p><@parts.tile name=msg("look.logo") picture=logo large=true/></p></#if>
  <#if mayChange>
    <@parts.form action=action multipart=true>
      <@parts.file name="picture" label=msg("look.upload.label") help=msg("look.upload.help")
        accept="image/png,image/jpeg,image/gif,image/bmp"/>
      <@parts.actions><@parts.button label=msg("look.upload")/></@parts.actions>
    </@parts.form>
    <#if uploaded><p><@parts.post label=msg("look.removeLogo") url=action + "/remove" kind="plain"/></p></#if>
  </#if>
</@parts.card>
</#macro>

<#macro page action preview logoAction ofRealm=false>
<@parts.split>
  <div class="stack">
    <@edit.form action=action>
      <@fields ofRealm=ofRealm/>
      <#nested>
      <#if mayChange><@parts.previewButton url=preview/></#if>
    </@edit.form>
    <#if logo?has_content || mayChange><@logoCard action=logoAction/></#if>
  </div>
  <@parts.preview title=msg("look.preview") url=preview/>
</@parts.split>
</#macro>
