<#-- The design sheet: every part once, with sample data. The tests draw it; it is not a page of the dashboard. -->
<#import "shell.ftl" as shell>
<#import "parts.ftl" as parts>

<#macro swatches names>
<ul class="tiles" role="list">
  <#list names as name>
    <li class="entry">
      <svg class="swatch" viewBox="0 0 28 28" aria-hidden="true"><circle cx="14" cy="14" r="13"<#rt>
        fill="var(--encvoy-${name})"/></svg><#lt>
      <code>--encvoy-${name}</code>
    </li>
  </#list>
</ul>
</#macro>

<#assign tabs = [
  {"label": "Overview", "url": "#overview", "current": false},
  {"label": "Check", "url": "#check", "current": false},
  {"label": "Access", "url": "#access", "current": true},
  {"label": "Members", "url": "#members", "current": false},
  {"label": "Look", "url": "#look", "current": false},
  {"label": "Activity", "url": "#activity", "current": false},
  {"label": "Settings", "url": "#settings", "current": false}
]>
<#assign configuration>
SENTRY_CLIENT_ID = "k3nFQ2vYb8LrT0aZxP5sWd"
SENTRY_OIDC_SCOPE = "openid profile email"
SENTRY_ISSUER = "https://id.example.com/realms/encvoy/api/oidc"
</#assign>
<@shell.page title="Access" heading="Sentry" subtitle="https://sentry.example.com" tile=true wide=true back="#list"
    backLabel="Applications" action={"label": "New application", "url": "#new"} tabs=tabs>

  <@parts.card title="Type">
    <h1>Title, 1.5rem bold</h1>
    <h2>Heading of a card, 1rem bold</h2>
    <p>Text, 0.875rem. <span class="label">A label is medium.</span> <a href="#link">A link</a></p>
    <p class="quiet">Help and what is less important, 0.875rem in the secondary colour</p>
    <p><code>Values for machines, <kbd>client_id</kbd></code></p>
  </@parts.card>

  <@parts.card title="Colours">
    <@swatches ["page", "desk", "card", "paper", "hover", "text", "text-secondary", "edge", "primary", "link", "focus",
      "error", "warning", "success", "error-tint", "warning-tint", "success-tint", "info-tint"]/>
  </@parts.card>

  <#list ["success", "error", "warning", "info"] as kind>
    <@parts.notice kind=kind text="A notice of the kind “" + kind + "” says what happened and what to do next."/>
  </#list>

  <@parts.split>
    <div class="stack">
      <@parts.card title="Application" help="What people see when they sign in." action={"label": "Change", "url": "#"}>
        <@parts.form action="#save" id="profile">
          <@parts.field name="name" label="Name" required=true help="Up to 50 characters"/>
          <@parts.field name="domain" label="Address" type="url" inputmode="url" required=true
            help="Where people open the application"/>
          <@parts.area name="description" label="Description"/>
          <@parts.lines name="redirectUris" label="Redirect URIs"
            help="One in each line, exactly as the application sends them" value=["https://sentry.example.com/sso/",
            "https://sentry.example.com/extensions/generic/callback/a-very-long-path/"]/>
          <@parts.select name="language" label="Language" options=[{"value": "en", "label": "English"},
            {"value": "de", "label": "Deutsch"}]/>
          <@parts.choices name="kind" label="Kind" value="web" options=[
            {"value": "web", "label": "Web application", "help": "Runs on a server and keeps a secret"},
            {"value": "public", "label": "In a browser or on a device", "help": "Has no secret and uses PKCE"}]/>
          <@parts.color name="color" label="Colour of buttons" help="Contrast with its text 4.9 : 1, easy to read"/>
          <@parts.file name="logo" label="Logo" accept="image/png,image/jpeg"
            help="PNG, JPEG, GIF or BMP, at most 5 MB"/>
          <@parts.field name="id" label="Client ID" value="cannot-be-changed" readonly=true/>
          <@parts.checkbox name="all" label="Tell all owners"/>
          <@parts.actions>
            <@parts.button label="Save" kind="primary"/>
            <@parts.link label="Cancel" url="#cancel"/>
            <@parts.previewButton url="#preview"/>
            <@parts.button label="Undo" kind="plain"/>
          </@parts.actions>
        </@parts.form>
      </@parts.card>
    </div>
    <div class="stack">
      <@parts.card title="Who may sign in">
        <@parts.rows>
          <@parts.switch name="members" label="Only members" on=true
            help="People are members when you invite them or give them a role."/>
          <@parts.switch name="admins" label="Only administrators" on=false/>
          <@parts.switch name="locked" label="Set for all applications" on=true disabled=true/>
          <@parts.row label="Secret" help="Changed on 3 May"><@parts.link label="Show" url="#secret"/></@parts.row>
          <@parts.row label="Status"><@parts.chip kind="success" text="Ready"/></@parts.row>
        </@parts.rows>
      </@parts.card>
      <@parts.card title="Credentials">
        <@parts.copyable label="Client ID" value="k3nFQ2vYb8LrT0aZxP5sWd" id="client-id"/>
        <@parts.copyable label="Secret" value="c9Xw4PzR7tKq1LmN8vBy2HsD6fGjA3eU" id="secret" secret=true/>
        <@parts.code label="Configuration" id="configuration" text=configuration/>
        <@parts.definitions>
          <@parts.definition term="Address" url="https://sentry.example.com"/>
          <@parts.definition term="Created" value="3 May 2026" help="by Ada Lovelace"/>
        </@parts.definitions>
        <@parts.more label="Endpoints"><p>https://id.example.com/realms/encvoy/api/oidc/token</p></@parts.more>
      </@parts.card>
    </div>
  </@parts.split>

  <@parts.search action="#search" label="Name or address" value=""/>
  <@parts.tiles>
    <@parts.entry title="Sentry" url="#sentry" text="sentry.example.com" chips=[{"text": "Owner"}]/>
    <@parts.entry title="Grafana" url="#grafana" text="grafana.example.com"
      chips=[{"text": "Ready", "kind": "success"}, {"text": "Asks for consent", "kind": "info"}]/>
    <@parts.entry title="An application with a name of fifty characters, 50." url="#long"
      text="an-application-with-a-long-address.department.example.com"
      chips=[{"text": "2 faults", "kind": "error"}, {"text": "No owner", "kind": "warning"}]/>
  </@parts.tiles>
  <@parts.paging previous="#previous" next="#next" text="21–40 of 57"/>

  <@parts.card title="Members" action={"label": "Invite", "url": "#invite"}>
    <@parts.table caption="Members" headings=["Name", "Address", "Role", "State", ""]>
      <@parts.tr>
        <@parts.td text="Ada Lovelace"/><@parts.td text="ada@example.com"/><@parts.td text="Owner"/>
        <@parts.td><@parts.chip text="Active" kind="success"/></@parts.td>
        <@parts.td><@parts.link label="Change" url="#ada"/></@parts.td>
      </@parts.tr>
      <@parts.tr>
        <@parts.td text="Grace Hopper"/><@parts.td text="grace.brewster.murray.hopper@navy.example.com"/>
        <@parts.td text="Member"/><@parts.td><@parts.chip text="Blocked" kind="error"/></@parts.td>
        <@parts.td><@parts.post label="Unblock" url="#grace" fields={"id": "1"}/></@parts.td>
      </@parts.tr>
    </@parts.table>
  </@parts.card>

  <@parts.card title="Activity">
    <@parts.findings>
      <@parts.finding kind="error" title="A redirect address is not registered" when="today, 09:14"
          iso="2026-05-03T09:14"
          text="The application asked to return to https://sentry.example.com/sso, not to /sso/.">
        <@parts.post label="Register this address" url="#register"/>
      </@parts.finding>
      <@parts.finding kind="warning" title="The refresh token lives for 30 days" text="Sentry needs 90 days."/>
      <@parts.finding kind="success" title="Ada Lovelace signed in" when="today, 09:12" iso="2026-05-03T09:12"/>
      <@parts.finding kind="neutral" title="The secret was shown to Ada Lovelace" when="yesterday, 17:40"
        iso="2026-05-02T17:40"/>
    </@parts.findings>
  </@parts.card>

  <@parts.empty title="No open invitations" text="Invite colleagues by their e-mail addresses.">
    <@parts.link label="Invite" url="#invite" icon="add"/>
  </@parts.empty>

  <@parts.confirmation action="#delete" button="Delete" cancel="#back"
      text="Sentry will be deleted. People will not be able to sign in there any more. This cannot be undone.">
    <@parts.field name="typed" label="Type the name of the application"/>
  </@parts.confirmation>

  <@parts.preview title="Preview" url="preview.html"/>
</@shell.page>
