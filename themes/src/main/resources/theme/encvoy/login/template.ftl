<#-- Follows Keycloak 26.7.3, keycloak.v2/login/template.ftl. Differs in the look of the application (heading, colours,
     logo, cover, texts inside and below the card, light or dark), in the title of the page, in the account that
     is signing in, in other methods, which are a click away, in the languages, which stand in the foot, in
     controls that work without a script, and in previews of the dashboard, where nothing can be used. Keycloak
     26.6 has no themeResources: there, the parts that need them are left out, and the icon of the page is named
     here. -->
<#import "field.ftl" as field>
<#import "footer.ftl" as loginFooter>
<#if themeResources??><#import "theme-resources.ftl" as themeResourceTags></#if>
<#macro username>
  <div id="encvoy-signing-in">
    <span class="encvoy-visually-hidden">${msg("encvoySigningInAs")}</span>
    <span class="encvoy-initials" aria-hidden="true">${auth.attemptedUsername?trim[0..*1]?upper_case}</span>
    <span>
      <bdi id="kc-attempted-username">${auth.attemptedUsername}</bdi>
      <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("encvoyNotYou")}</a>
    </span>
  </div>
</#macro>

<#-- The other methods of this step: each by its name, or behind a list if there are more than two. -->
<#assign CODE = "encvoy-email-code-display-name">
<#assign actions = {CODE: "encvoySendCode", "encvoy-password-display-name": "encvoyUsePassword"}>
<#macro otherMethods>
  <#local others = auth.authenticationSelections?filter(method -> method.authExecId != (execution!""))>
  <#list others?filter(method -> others?size lt 3 || method.displayName == CODE) as method>
    <form class="encvoy-other-method" action="${url.loginAction}" method="post">
      <button name="authenticationExecution" value="${method.authExecId}" type="submit" data-method="${method.displayName}"
              class="${properties.kcButtonSecondaryClass} ${properties.kcButtonBlockClass}">
        ${msg(actions[method.displayName]!method.displayName)}
      </button>
    </form>
  </#list>
  <#if others?size gt 2>
    <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
      <button id="try-another-way" name="tryAnotherWay" value="on" type="submit"
              class="${properties.kcButtonSecondaryClass} ${properties.kcButtonBlockClass}">
        ${msg("doTryAnotherWay")}
      </button>
    </form>
  </#if>
</#macro>

<#-- Links, so that a keyboard can look through them without leaving the page. -->
<#macro languages>
  <details id="encvoy-languages">
    <summary aria-label="${msg("languages")}: ${locale.current}"><span aria-hidden="true">${locale.current}</span></summary>
    <ul>
      <#list locale.supported?sort_by("label") as l>
        <li><a href="${l.url}" hreflang="${l.languageTag}" lang="${l.languageTag}"<#if l.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${l.label}</a></li>
      </#list>
    </ul>
  </details>
</#macro>

<#-- The step and the application, as plain text. -->
<#function pageTitle heading>
  <#local step = heading?is_markup_output?then(heading?markup_string, heading)?replace("<[^>]*>", "", "r")?trim>
  <#local application = (encvoy.title)!((realm.displayName)!"")>
  <#if application == "" || step?contains(application?esc?markup_string)><#return step?no_esc></#if>
  <#return (step + " – ")?no_esc + application?esc>
</#function>

<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<#assign scheme = darkMode?then((encvoy.colorScheme)!"auto", "light")>
<#assign cover = (encvoy.cover)!"">
<#assign logo = (encvoy.logo)!"">
<#assign heading><#nested "header"></#assign>
<#assign rightToLeft = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]?seq_contains(lang?keep_before("-"))>
<html class="${properties.kcHtmlClass!}<#if scheme == "dark"> ${properties.kcDarkModeClass}</#if>" lang="${lang}" dir="${rightToLeft?then('rtl', 'ltr')}"
      data-encvoy-scheme="${scheme}"<#if encvoy??>
      style="--encvoy-primary: ${encvoy.buttonColor}; --encvoy-primary-text: ${encvoy.fontColor};<#if cover?has_content> --encvoy-cover: url('${cover}');</#if>"</#if>>

<head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
    <meta name="color-scheme" content="${(scheme == "auto")?then("light dark", scheme)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">

    <#if properties.meta?has_content>
        <#list properties.meta?split(' ') as meta>
            <meta name="${meta?split('==')[0]}" content="${meta?split('==')[1]}"/>
        </#list>
    </#if>
    <title>${pageTitle(heading)}</title>
    <#if themeResources?? && themeResources.favicons?has_content>
        <@themeResourceTags.renderFavicons themeResources.favicons url.resourcesPath />
    <#else>
        <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/img/encvoy-mark.svg" />
    </#if>
    <#if themeResources?? && themeResources.stylesCommon?has_content>
        <@themeResourceTags.renderStyles themeResources.stylesCommon url.resourcesCommonPath />
    <#elseif properties.stylesCommon?has_content>
        <#list properties.stylesCommon?split(' ') as style>
            <link href="${url.resourcesCommonPath}/${style}" rel="stylesheet" />
        </#list>
    </#if>
    <#if themeResources?? && themeResources.styles?has_content>
        <@themeResourceTags.renderStyles themeResources.styles url.resourcesPath />
    <#elseif properties.styles?has_content>
        <#list properties.styles?split(' ') as style>
            <link href="${url.resourcesPath}/${style}" rel="stylesheet" />
        </#list>
    </#if>
    <#if !encvoyPreview??>
    <script type="importmap">
        {
            "imports": {
                "rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"
            }
        }
    </script>
    <#if scheme == "auto">
      <script type="module" async blocking="render">
          <#outputformat "JavaScript">
          const DARK_MODE_CLASS = ${properties.kcDarkModeClass?c};
          const mediaQuery = window.matchMedia("(prefers-color-scheme: dark)");

          updateDarkMode(mediaQuery.matches);
          mediaQuery.addEventListener("change", (event) => updateDarkMode(event.matches));

          function updateDarkMode(isEnabled) {
            const { classList } = document.documentElement;

            if (isEnabled) {
              classList.add(DARK_MODE_CLASS);
            } else {
              classList.remove(DARK_MODE_CLASS);
            }
          }
          </#outputformat>
      </script>
    </#if>
    <#if themeResources?? && themeResources.scripts?has_content>
        <@themeResourceTags.renderScripts themeResources.scripts url.resourcesPath "text/javascript" />
    <#elseif properties.scripts?has_content>
        <#list properties.scripts?split(' ') as script>
            <script src="${url.resourcesPath}/${script}" type="text/javascript"></script>
        </#list>
    </#if>
    <#if scripts??>
        <#list scripts as script>
            <script src="${script}" type="text/javascript"></script>
        </#list>
    </#if>
    <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
    <script type="module">
        <#outputformat "JavaScript">
        import { startSessionPolling } from ${(url.resourcesPath + "/js/authChecker.js")?c};

        startSessionPolling(
            ${url.ssoLoginInOtherTabsUrl?c}
        );
        </#outputformat>
    </script>
    <script type="module">
        document.addEventListener("click", (event) => {
            const link = event.target.closest("a[data-once-link]");

            if (!link) {
                return;
            }

            if (link.getAttribute("aria-disabled") === "true") {
                event.preventDefault();
                return;
            }

            const { disabledClass } = link.dataset;

            if (disabledClass) {
                link.classList.add(...disabledClass.trim().split(/\s+/));
            }

            link.setAttribute("role", "link");
            link.setAttribute("aria-disabled", "true");
        });
    </script>
    <#if authenticationSession??>
        <script type="module">
             <#outputformat "JavaScript">
            import { checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};

            checkAuthSession(
                ${authenticationSession.authSessionIdHash?c}
            );
            </#outputformat>
        </script>
    </#if>
    <script>
      // Workaround for https://bugzilla.mozilla.org/show_bug.cgi?id=1404468
      const isFirefox = true;
    </script>
    </#if>
</head>

<body id="keycloak-bg" class="${properties.kcBodyClass!}<#if cover?has_content> encvoy-cover</#if>" data-page-id="login-${pageId}"<#if encvoyPreview??> inert</#if>>
<div class="${properties.kcLogin!}">
  <div class="${properties.kcLoginContainer!}">
    <header id="kc-header" class="pf-v5-c-login__header">
      <div id="kc-header-wrapper" class="pf-v5-c-brand">
        <span class="encvoy-tile"><#if logo?has_content><img id="encvoy-logo" src="${logo}" alt="" width="42" height="42"></#if></span>
        <bdi id="encvoy-title"><#if (encvoy.title)??>${encvoy.title}<#else>${kcSanitize(msg("loginTitleHtml",(realm.displayNameHtml!'')))?no_esc}</#if></bdi>
      </div>
    </header>
    <main class="${properties.kcLoginMain!}">
      <div class="${properties.kcLoginMainHeader!}">
        <h1 class="${properties.kcLoginMainTitle!}" id="kc-page-title">${heading}</h1>
      </div>
      <div class="${properties.kcLoginMainBody!}">
        <#if !(auth?has_content && auth.showUsername() && !auth.showResetCredentials())>
            <#if displayRequiredFields>
                <div class="${properties.kcContentWrapperClass!}">
                    <div class="${properties.kcLabelWrapperClass!} subtitle">
                        <span class="${properties.kcInputHelperTextItemTextClass!}">
                          <span class="${properties.kcInputRequiredClass!}">*</span> ${msg("requiredFields")}
                        </span>
                    </div>
                </div>
            </#if>
        <#else>
            <#if displayRequiredFields>
                <div class="${properties.kcContentWrapperClass!}">
                    <div class="${properties.kcLabelWrapperClass!} subtitle">
                        <span class="${properties.kcInputHelperTextItemTextClass!}">
                          <span class="${properties.kcInputRequiredClass!}">*</span> ${msg("requiredFields")}
                        </span>
                    </div>
                    <div class="${properties.kcFormClass} ${properties.kcContentWrapperClass}">
                        <#nested "show-username">
                        <@username />
                    </div>
                </div>
            <#else>
                <div class="${properties.kcFormClass} ${properties.kcContentWrapperClass}">
                  <#nested "show-username">
                  <@username />
                </div>
            </#if>
        </#if>

        <#if pageId == "webauthn-register">
            <p id="encvoy-passkey-purpose">${msg("encvoyPasskeyPurpose")}</p>
        </#if>

        <#-- App-initiated actions should not see warning messages about the need to complete the action -->
        <#-- during login.                                                                               -->
        <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
            <div role="${(message.type == 'error')?then('alert', 'status')}" class="${properties.kcAlertClass!} pf-m-${(message.type = 'error')?then('danger', message.type)}">
                <div class="${properties.kcAlertIconClass!}">
                    <#if message.type = 'success'><span class="${properties.kcFeedbackSuccessIcon!}"></span></#if>
                    <#if message.type = 'warning'><span class="${properties.kcFeedbackWarningIcon!}"></span></#if>
                    <#if message.type = 'error'><span class="${properties.kcFeedbackErrorIcon!}"></span></#if>
                    <#if message.type = 'info'><span class="${properties.kcFeedbackInfoIcon!}"></span></#if>
                </div>
                <span class="${properties.kcAlertTitleClass!} kc-feedback-text">${message.summary}</span>
            </div>
        </#if>

        <#nested "form">

        <#if auth?has_content && auth.showTryAnotherWayLink()>
          <@otherMethods />
        </#if>

        <#if switchOrganizationEnabled?? && switchOrganizationEnabled>
          <form id="kc-switch-organization-form" action="${url.loginAction}" method="post" novalidate="novalidate">
              <button id="switch-organization" name="switchOrganization" value="true" type="submit"
                  class="${properties.kcButtonSecondaryClass} ${properties.kcButtonBlockClass} ${properties.kcMarginTopClass}">
                    ${msg("doSwitchOrganization")}
              </button>
          </form>
        </#if>

          <div class="${properties.kcLoginMainFooter!}">
              <#nested "socialProviders">

              <#if displayInfo>
                  <div id="kc-info" class="${properties.kcLoginMainFooterBand!} ${properties.kcFormClass}">
                      <div id="kc-info-wrapper" class="${properties.kcLoginMainFooterBandItem!}">
                          <#nested "info">
                      </div>
                  </div>
              </#if>
          </div>
      </div>

        <div class="${properties.kcLoginMainFooter!}">
            <#if (encvoy.info)??><div id="encvoy-info">${encvoy.info?no_esc}</div></#if>
            <@loginFooter.content/>
            <#if (encvoy.copyright)??><p id="encvoy-footer">${encvoy.copyright}</p></#if>
            <#if realm.internationalizationEnabled && locale.supported?size gt 1><@languages /></#if>
        </div>
    </main>
    <#if (encvoy.infoOut)??><aside id="encvoy-info-out">${encvoy.infoOut?no_esc}</aside></#if>
  </div>
</div>
</body>
</html>
</#macro>
