<#--
  What people say about themselves. The model, beside that of edit.ftl:
    groups    [{title, help, fields [{name, label, help, editable, text, part, type, required, autocomplete,
              placeholder, options [{value, label}]}]}]; text is what a field shows that is not editable
    editable  whether the form has a field that the person may change
    email     {address, verified, editable}; absent if it is not shown
    picture   {uploaded, address, editable}; uploaded: its path on this server; address: of one elsewhere
-->
<#import "edit.ftl" as edit>
<#import "parts.ftl" as parts>
<#import "shell.ftl" as shell>

<#function labels field>
  <#local shown = []>
  <#list ((saved[field.name])!"")?split("\n") as value>
    <#local option = field.options?filter(one -> one.value == value)>
    <#local shown += [option?has_content?then((option?first).label, value)]>
  </#list>
  <#return shown?join("\n")>
</#function>

<#macro input field>
<#local name = field.name help = edit.help(field.name, field.help, labels(field))>
<#if !field.editable>
  <#if field.text?has_content>
    <@parts.definitions>
      <@parts.definition term=field.label value=field.text help=field.help/>
    </@parts.definitions>
  </#if>
<#elseif field.part == "area">
  <@parts.area name=name label=field.label help=help required=field.required/>
<#elseif field.part == "lines">
  <@parts.lines name=name label=field.label help=(help + " " + msg("profile.lines"))?trim required=field.required/>
<#elseif field.part == "select">
  <@parts.select name=name label=field.label help=help required=field.required
    options=[{"value": "", "label": msg("profile.notChosen")}] + field.options/>
<#elseif field.part == "choices">
  <@parts.choices name=name label=field.label help=help
    options=field.required?then([], [{"value": "", "label": msg("profile.notChosen")}]) + field.options/>
<#elseif field.part == "checks">
  <@checks field=field help=help/>
<#else>
  <@parts.field name=name label=field.label help=help type=field.type required=field.required
    autocomplete=field.autocomplete placeholder=field.placeholder/>
</#if>
</#macro>

<#macro checks field help>
<#local error = parts.of("errors", field.name)>
<#local described = parts.describedBy(field.name, help, error)>
<fieldset class="choices" id="${field.name}"<#if described?has_content> aria-describedby="${described}"</#if>>
  <legend class="label">${field.label}</legend>
  <@parts.notes name=field.name help=help error=error/>
  <#list field.options as option>
    <@parts.checkbox name=field.name label=option.label value=option.value
      on=parts.of("values", field.name)?split("\n")?seq_contains(option.value)/>
  </#list>
</fieldset>
</#macro>

<#macro cards>
<#list groups as group>
  <@parts.card title=group.title help=group.help>
    <#list group.fields as field><@input field=field/></#list>
  </@parts.card>
</#list>
</#macro>

<@shell.page title=msg("profile.title")>
  <#if groups?has_content>
    <#if mayChange && editable>
      <@edit.form action=url.dashboard + "/profile"><@cards/></@edit.form>
    <#else>
      <#if !mayChange><@parts.notice kind="info" text=msg("edit.readOnly")/></#if>
      <@cards/>
    </#if>
  </#if>
  <#if email??>
    <@parts.card title=msg("profile.email") id="email" help=email.editable?then(msg("profile.email.help"), "")>
      <@parts.rows>
        <@parts.row label=email.address?has_content?then(email.address, msg("profile.email.none"))>
          <#if email.address?has_content>
            <@parts.chip text=email.verified?then(msg("profile.verified"), msg("profile.unverified"))
              kind=email.verified?then("success", "warning")/>
          </#if>
          <#if email.editable>
            <@parts.post label=msg("profile.changeEmail") url=url.dashboard + "/profile/email"/>
          </#if>
        </@parts.row>
      </@parts.rows>
    </@parts.card>
  </#if>
  <#if picture??>
    <@parts.card title=msg("profile.picture") id="picture-card"
      help=picture.editable?then(msg("profile.picture.help"), "")>
      <#if picture.uploaded?has_content>
        <p><@parts.tile name=account.name picture=picture.uploaded large=true/></p>
      <#elseif picture.address?has_content>
        <p><@parts.outside url=picture.address/></p>
      <#else>
        <p class="quiet">${msg("profile.picture.none")}</p>
      </#if>
      <#if picture.editable>
        <@parts.form action=url.dashboard + "/profile/picture" multipart=true>
          <@parts.file name="picture" label=msg("profile.upload.label") help=msg("profile.upload.help")
            accept="image/png,image/jpeg,image/gif,image/bmp"/>
          <@parts.actions><@parts.button label=msg("profile.upload")/></@parts.actions>
        </@parts.form>
        <@parts.more label=msg("profile.elsewhere") open=parts.of("errors", "picture_address")?has_content>
          <@parts.form action=url.dashboard + "/profile/picture/address">
            <@parts.field name="picture_address" type="url" label=msg("profile.address.label")
              help=msg("profile.address.help") value=picture.typed placeholder="https://example.com/me.jpg"/>
            <@parts.actions><@parts.button label=msg("profile.useAddress")/></@parts.actions>
          </@parts.form>
        </@parts.more>
        <#if picture.uploaded?has_content || picture.address?has_content>
          <p><@parts.post label=msg("profile.removePicture") kind="plain"
            url=url.dashboard + "/profile/picture/remove"/></p>
        </#if>
      </#if>
    </@parts.card>
  </#if>
</@shell.page>
