<#--
  The parts that pages of the dashboard are made of. Everything works without a script and with a keyboard alone.

  Texts are plain and are escaped here; `help` and `text` may also be markup that was captured with <#assign>. A
  parameter with a default may be left out. `kind` of notices, chips and findings is neutral, info, success, warning or
  error. The model is described in shell.ftl: a field shows values[name] and errors[name] unless `value` or `error` is
  given. An element's id is its name.

  CONTAINERS
    card title="" help="" id="" kind="" action={}    a box with a heading; nested: anything. kind="danger" for what
                                             cannot be undone; action {label, url} is a link beside the heading
    rows                                     nested: switch and row, with lines between them
    row label help="" id=""                  a line with a text and, nested, what stands at its end (chip, link, form)
    split                                    nested: two elements, side by side where there is room; the second stays in
                                             view while the first scrolls. For a form and its preview
    more label open=false                    nested: what is seen after a click on the label
    notice kind text="" announced=false      nested: more, below the text. announced=true for the answer to an action
    empty title text=""                      there is nothing yet; nested: a link or button that changes that

  FORMS (POST with the hidden field state_checker)
    form action id="" multipart=false stack=true     nested: fields and actions; stack=false: in one line
    fieldset legend help=""                  nested: fields that belong together
    field name label help="" type="text" value error required=false inputmode="" placeholder="" autocomplete="off"
          readonly=false width=""            type text, email, url, number, search, password, date; width="short"
    area name label help="" rows=3 value error required=false
    lines name label help="" rows=3 value error required=false       one value in each line; value: text, or a list
    select name label options help="" value error required=false     options: [{value, label}]
    choices name label options help="" value error                   radio buttons; options: [{value, label, help}]
    switch name label help="" on error disabled=false       a check box with the value "true", sent if it is on; on:
                                             true, "true" or, if it is left out, values[name]; stands in rows
    checkbox name label value="true" on=false        a plain check box, also for one of a list; label may be hidden:
                                             hideLabel=true (rows of tables)
    color name label help="" value error     "#" and six digits, with a swatch
    file name label accept help="" error     accept: such as image/png,image/jpeg. Its form needs multipart=true
    hidden name value
    actions                                  nested: buttons and links at the end of a form; the main one first
    button label kind="secondary" name="" value="" icon="" block=false action="" form=""
                                             kind primary, secondary, danger or plain (looks like a link); action:
                                             another address for the form; form: id of a form elsewhere on the page
    link label url kind="secondary" icon=""  a link that looks like a button; kinds as above
    post label url fields={} kind="secondary" icon=""     a form of one button, with hidden fields
    confirmation action button text="" cancel cancelLabel=msg("parts.cancel") danger=true fields={}
                                             a page that asks once more; nested: more text or fields
    search action label value="" name="search" fields={}  a form with GET; fields: hidden fields to keep
    previewButton url                        in a form: shows the draft in the frame of `preview`; a script does
                                             so while the person types
    preview title url                        the frame

  VALUES
    copyable label value id secret=false     a value in a line with a button that copies it (if scripts run)
    code label text id                       several lines to paste, with such a button
    definitions                              nested: definition
    definition term value="" url="" help=""  url makes a link, also to another site; nested: instead of a value
    chip text kind="neutral"                 a word or two with a mark
    time iso text                            a moment; iso for machines
    tile name picture="" large=false         a picture, or the first letter of the name
    outside url text=url                     a link to another site; only http and https become links

  LISTS
    table caption headings                   nested: tr. On a phone each row becomes a card. caption is read, not seen
    tr                                       nested: td, as many as there are headings; the first names the row
    td text=""                               nested: instead of a text. Heading "" for a column of buttons
    tiles                                    nested: entry; cards side by side
    entry title url text="" picture="" chips=[]      a card that is one link; chips [{text, kind}]
    finding kind title text="" when="" iso=""        what was found or happened; nested: remedy, details
    findings                                 nested: finding
    paging previous="" next="" text=""       addresses; text: such as "1–20 of 57"
    tabs items label                         [{label, url, current}]; shell.page shows those of a page
-->
<#import "icons.ftl" as icons>

<#-- What the model has for a field; "" if there is nothing. -->
<#function of map name><#return (.data_model[map][name])!""></#function>

<#function describedBy name help error>
  <#return [help?has_content?then(name + "-help", ""), error?has_content?then(name + "-error", "")]
    ?filter(id -> id != "")?join(" ")>
</#function>

<#function isOn value><#return value?is_boolean?then(value, value?is_string && value == "true")></#function>

<#-- Containers. -->

<#macro card title="" help="" id="" kind="" action={}>
<section class="card<#if kind?has_content> card-${kind}</#if>"<#if id?has_content> id="${id}"</#if>>
  <#if title?has_content>
    <div class="card-head">
      <h2>${title}</h2>
      <#if action?has_content><a href="${action.url}">${action.label}</a></#if>
    </div>
  </#if>
  <#if help?has_content><p class="quiet card-help">${help}</p></#if>
  <#nested>
</section>
</#macro>

<#macro rows>
<div class="rows"><#nested></div>
</#macro>

<#macro row label help="" id="">
<div class="row"<#if id?has_content> id="${id}"</#if>>
  <div class="row-text">
    <span class="label">${label}</span>
    <#if help?has_content><span class="help">${help}</span></#if>
  </div>
  <div class="row-end"><#nested></div>
</div>
</#macro>

<#macro split>
<div class="split"><#nested></div>
</#macro>

<#macro more label open=false>
<details class="more"<#if open> open</#if>>
  <summary><@icons.icon "forward"/>${label}</summary>
  <div class="stack"><#nested></div>
</details>
</#macro>

<#macro notice kind text="" announced=false>
<div class="notice notice-${kind}"<#if announced> role="${(kind == "error")?then("alert", "status")}"</#if>>
  <@icons.icon kind/>
  <div class="notice-text">
    <#if text?has_content><p>${text}</p></#if>
    <#nested>
  </div>
</div>
</#macro>

<#macro empty title text="">
<div class="empty">
  <p class="empty-title">${title}</p>
  <#if text?has_content><p class="quiet">${text}</p></#if>
  <#nested>
</div>
</#macro>

<#-- Forms. -->

<#macro form action id="" multipart=false stack=true>
<form method="post" action="${action}"<#if id?has_content> id="${id}"</#if><#rt>
  <#if multipart> enctype="multipart/form-data"</#if> autocomplete="off" novalidate<#t>
  <#if stack> class="stack"<#else> class="inline"</#if>><#lt>
  <@hidden name="state_checker" value=csrf/>
  <#nested>
</form>
</#macro>

<#macro hidden name value>
<input type="hidden" name="${name}" value="${value}">
</#macro>

<#macro fieldset legend help="">
<fieldset class="stack">
  <legend>${legend}</legend>
  <#if help?has_content><p class="help">${help}</p></#if>
  <#nested>
</fieldset>
</#macro>

<#-- A label, what is nested, help and error: for the fields below. -->
<#macro group name label help="" error="" required=false>
<div class="field">
  <label for="${name}" id="${name}-label" class="label">${label}<#rt>
    <#if required><span class="required" aria-hidden="true"> *</span></#if></label><#lt>
  <#nested>
  <@notes name=name help=help error=error/>
</div>
</#macro>

<#macro notes name help error>
<#if error?has_content><p class="error" id="${name}-error"><@icons.icon "error"/><span>${error}</span></p></#if>
<#if help?has_content><p class="help" id="${name}-help">${help}</p></#if>
</#macro>

<#macro attributes name help error required=false prose=false>
 name="${name}" id="${name}"<#if !prose> autocapitalize="none" spellcheck="false"</#if><#rt>
 <#local described = describedBy(name, help, error)>
 <#if described?has_content> aria-describedby="${described}"</#if><#t>
 <#if error?has_content> aria-invalid="true" autofocus</#if><#t>
 <#if required> required</#if><#t>
</#macro>

<#macro field name label help="" type="text" value=of("values", name) error=of("errors", name) required=false
    inputmode="" placeholder="" autocomplete="off" readonly=false width="">
<@group name=name label=label help=help error=error required=required>
  <input class="control<#if width?has_content> ${width}</#if>" type="${type}" value="${value}"<#rt>
    <@attributes name=name help=help error=error required=required/> autocomplete="${autocomplete}"<#t>
    <#if inputmode?has_content> inputmode="${inputmode}"</#if><#t>
    <#if placeholder?has_content> placeholder="${placeholder}"</#if><#t>
    <#if readonly> readonly</#if>><#lt>
</@group>
</#macro>

<#macro area name label help="" rows=3 value=of("values", name) error=of("errors", name) required=false>
<@group name=name label=label help=help error=error required=required>
  <textarea class="control" rows="${rows?c}"<#rt>
    <@attributes name=name help=help error=error required=required prose=true/>><#lt>
${value}</textarea>
</@group>
</#macro>

<#macro lines name label help="" rows=3 value=of("values", name) error=of("errors", name) required=false>
<@group name=name label=label help=help error=error required=required>
  <textarea class="control mono lines" rows="${rows?c}"<#rt>
    <@attributes name=name help=help error=error required=required/>><#lt>
${value?is_sequence?then(value?join("\n"), value)}</textarea>
</@group>
</#macro>

<#macro select name label options help="" value=of("values", name) error=of("errors", name) required=false>
<@group name=name label=label help=help error=error required=required>
  <span class="select">
    <select class="control"<@attributes name=name help=help error=error required=required/>>
      <#list options as option>
        <option value="${option.value}"<#if option.value == value> selected</#if>>${option.label}</option>
      </#list>
    </select>
    <@icons.icon "down"/>
  </span>
</@group>
</#macro>

<#macro choices name label options help="" value=of("values", name) error=of("errors", name)>
<#local described = describedBy(name, help, error)>
<fieldset class="choices" id="${name}"<#if described?has_content> aria-describedby="${described}"</#if>>
  <legend class="label">${label}</legend>
  <@notes name=name help=help error=error/>
  <#list options as option>
    <#local id = name + "-" + option?counter>
    <div class="choice">
      <input type="radio" name="${name}" id="${id}" value="${option.value}"<#rt>
        <#if option.value == value> checked</#if><#t>
        <#if (option.help!"")?has_content> aria-describedby="${id}-help"</#if>><#lt>
      <label for="${id}">${option.label}</label>
      <#if (option.help!"")?has_content><p class="help" id="${id}-help">${option.help}</p></#if>
    </div>
  </#list>
</fieldset>
</#macro>

<#macro switch name label help="" on=of("values", name) error=of("errors", name) disabled=false>
<div class="row row-switch">
  <div class="row-text">
    <label for="${name}" class="label">${label}</label>
    <@notes name=name help=help error=error/>
  </div>
  <div class="row-end">
    <input type="checkbox" role="switch" class="switch" value="true"<#rt>
      <@attributes name=name help=help error=error/><#t>
      <#if isOn(on)> checked</#if><#if disabled> disabled</#if>><#lt>
  </div>
</div>
</#macro>

<#macro checkbox name label value="true" on=false hideLabel=false>
<label class="checkbox">
  <input type="checkbox" name="${name}" value="${value}"<#if isOn(on)> checked</#if>>
  <span<#if hideLabel> class="encvoy-visually-hidden"</#if>>${label}</span>
</label>
</#macro>

<#macro color name label help="" value=of("values", name) error=of("errors", name)>
<@group name=name label=label help=help error=error>
  <span class="color" data-color>
    <svg class="swatch" viewBox="0 0 28 28" aria-hidden="true" focusable="false"><#rt>
      <circle cx="14" cy="14" r="13"<#if value?matches("#[0-9a-fA-F]{3,6}")> fill="${value}"</#if>/></svg><#lt>
    <input class="control mono short" type="text" value="${value}" maxlength="7"<#rt>
      <@attributes name=name help=help error=error/> autocomplete="off"><#lt>
  </span>
</@group>
</#macro>

<#macro file name label accept help="" error=of("errors", name)>
<@group name=name label=label help=help error=error>
  <input class="control" type="file" accept="${accept}"<@attributes name=name help=help error=error/>>
</@group>
</#macro>

<#macro actions>
<div class="actions"><#nested></div>
</#macro>

<#macro button label kind="secondary" name="" value="" icon="" block=false action="" form="">
<button type="submit" class="button button-${kind}<#if block> block</#if>"<#rt>
  <#if name?has_content> name="${name}" value="${value}"</#if><#t>
  <#if action?has_content> formaction="${action}"</#if><#t>
  <#if form?has_content> form="${form}"</#if>><#t>
  <#if icon?has_content><@icons.icon icon/></#if>${label}</button><#lt>
</#macro>

<#macro link label url kind="secondary" icon="">
<a class="button button-${kind}" href="${url}"><#if icon?has_content><@icons.icon icon/></#if>${label}</a>
</#macro>

<#macro post label url fields={} kind="secondary" icon="">
<@form action=url stack=false>
  <#list fields as name, value><@hidden name=name value=value/></#list>
  <@button label=label kind=kind icon=icon/>
</@form>
</#macro>

<#macro confirmation action button cancel text="" cancelLabel=msg("parts.cancel") danger=true fields={}>
<section class="card confirmation<#if danger> card-danger</#if>">
  <@form action=action>
    <#list fields as name, value><@hidden name=name value=value/></#list>
    <#if text?has_content><p>${text}</p></#if>
    <#nested>
    <@actions>
      <@.namespace.button label=button kind=danger?then("danger", "primary")/>
      <@link label=cancelLabel url=cancel/>
    </@actions>
  </@form>
</section>
</#macro>

<#macro search action label value="" name="search" fields={}>
<form class="search" role="search" method="get" action="${action}" autocomplete="off">
  <#list fields as key, kept><@hidden name=key value=kept/></#list>
  <span class="search-field">
    <@icons.icon "search"/>
    <input class="control" type="search" name="${name}" value="${value}" aria-label="${label}" placeholder="${label}"
      autocapitalize="none" spellcheck="false">
  </span>
  <@button label=msg("parts.search")/>
</form>
</#macro>

<#macro previewButton url>
<button type="submit" class="button button-secondary" formaction="${url}" formtarget="preview" formnovalidate <#rt>
  data-preview>${msg("parts.preview")}</button><#lt>
</#macro>

<#macro preview title url>
<section class="preview">
  <h2 class="encvoy-visually-hidden">${title}</h2>
  <iframe name="preview" title="${title}" src="${url}" sandbox></iframe>
</section>
</#macro>

<#-- Values. -->

<#macro copyButton id>
<button type="button" class="button button-secondary copy" data-copy="${id}" <#rt>
  data-copied="${msg("parts.copied")}" hidden><#rt>
  <@icons.icon "copy"/><@icons.icon "check"/><span>${msg("parts.copy")}</span></button><#lt>
</#macro>

<#macro copyable label value id secret=false>
<div class="copyable">
  <span class="label" id="${id}-label">${label}</span>
  <div class="copyable-line">
    <code id="${id}"<#if secret> class="secret" translate="no"</#if>>${value}</code>
    <@copyButton id=id/>
  </div>
</div>
</#macro>

<#macro code label text id>
<figure class="code">
  <figcaption><span class="label" id="${id}-label">${label}</span><@copyButton id=id/></figcaption>
  <pre tabindex="0" role="region" aria-labelledby="${id}-label"><code id="${id}" translate="no">${text}</code></pre>
</figure>
</#macro>

<#macro definitions>
<dl class="definitions"><#nested></dl>
</#macro>

<#macro definition term value="" url="" help="">
<div>
  <dt>${term}</dt>
  <dd>
    <#if url?has_content><@outside url=url text=value?has_content?then(value, url)/>
    <#elseif value?has_content><bdi>${value}</bdi></#if>
    <#nested>
    <#if help?has_content><span class="help">${help}</span></#if>
  </dd>
</div>
</#macro>

<#macro outside url text=url>
<#if url?matches("(https?:/)?/.*", "i")>
<a href="${url}" rel="noreferrer"><bdi>${text}</bdi></a><#t>
<#else>
<bdi>${text}</bdi><#t>
</#if>
</#macro>

<#macro chip text kind="neutral">
<span class="chip chip-${kind}"><#if kind != "neutral"><@icons.icon kind/></#if>${text}</span>
</#macro>

<#macro time iso text>
<time datetime="${iso}">${text}</time><#t>
</#macro>

<#macro tile name picture="" large=false>
<span class="tile<#if large> tile-large</#if>"><#rt>
  <#if picture?has_content><img src="${picture}" alt="" width="64" height="64"><#t>
  <#else><span aria-hidden="true">${name?trim[0..*1]?upper_case}</span></#if></span><#lt>
</#macro>

<#-- Lists. -->

<#-- Roles are named because browsers drop them when style sheets show a table as cards. -->
<#macro table caption headings>
<#assign columns = headings>
<div class="table">
  <table role="table">
    <caption class="encvoy-visually-hidden">${caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        <#list headings as heading>
          <th role="columnheader" scope="col"><#rt>
            <#if heading?has_content>${heading}<#t>
            <#else><span class="encvoy-visually-hidden">${msg("parts.actions")}</span></#if></th><#t>
        </#list>
      </tr>
    </thead>
    <tbody role="rowgroup"><#nested></tbody>
  </table>
</div>
</#macro>

<#macro tr>
<#assign column = 0>
<tr role="row"><#nested></tr>
</#macro>

<#macro td text="">
<#local heading = (columns[column])!"">
<#local first = column == 0>
<#assign column++>
<#if first><th role="rowheader" scope="row"><#else>
<td role="cell"<#if heading?has_content> data-label="${heading}"<#else> class="td-actions"</#if>></#if><#t>
<#if text?has_content><bdi>${text}</bdi></#if><#nested><#t>
<#if first></th><#else></td></#if>
</#macro>

<#macro tiles>
<ul class="tiles" role="list"><#nested></ul>
</#macro>

<#macro entry title url text="" picture="" chips=[]>
<li class="entry">
  <@tile name=title picture=picture/>
  <div class="entry-text">
    <a href="${url}"><bdi>${title}</bdi></a>
    <#if text?has_content><span class="quiet"><bdi>${text}</bdi></span></#if>
  </div>
  <#if chips?has_content>
    <div class="chips"><#list chips as one><@chip text=one.text kind=one.kind!"neutral"/></#list></div>
  </#if>
</li>
</#macro>

<#macro findings>
<ul class="findings" role="list"><#nested></ul>
</#macro>

<#macro finding kind title text="" when="" iso="">
<li class="finding finding-${kind}">
  <@icons.icon kind/>
  <div class="finding-text">
    <p class="finding-head"><span class="label">${title}</span><#if when?has_content> <#rt>
      <span class="quiet"><@time iso=iso text=when/></span></#if></p><#lt>
    <#if text?has_content><p class="quiet">${text}</p></#if>
    <#nested>
  </div>
</li>
</#macro>

<#macro paging previous="" next="" text="">
<#if previous?has_content || next?has_content || text?has_content>
<nav class="paging" aria-label="${msg("parts.pages")}">
  <span class="quiet">${text}</span>
  <#if previous?has_content><a class="button button-secondary" rel="prev" href="${previous}"><@icons.icon "back"/><#rt>
    ${msg("parts.previous")}</a></#if><#lt>
  <#if next?has_content><a class="button button-secondary" rel="next" href="${next}">${msg("parts.next")}<#rt>
    <@icons.icon "forward"/></a></#if><#lt>
</nav>
</#if>
</#macro>

<#macro tabs items label>
<nav class="tabs" aria-label="${label}">
  <ul role="list">
    <#list items as item>
      <li><a href="${item.url}"<#if item.current> aria-current="page"</#if>>${item.label}</a></li>
    </#list>
  </ul>
</nav>
</#macro>
