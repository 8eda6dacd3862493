/*
 * Links from the account console to the dashboard: its logo, and an entry of its navigation. The console has settings
 * for neither: it takes every entry of its own for one of its pages, and its logo leads to the start of the server.
 */
const { baseUrl, locale, realm, serverBaseUrl } = JSON.parse(document.getElementById("environment").textContent);
const dashboard = new URL("../dashboard", new URL(baseUrl, document.baseURI)).pathname;

function pointLogo() {
    const logo = document.querySelector(".pf-v5-c-masthead__brand");
    if (logo && logo.getAttribute("href") !== dashboard) {
        logo.setAttribute("href", dashboard);
    }
}

function addEntry(text) {
    const list = document.querySelector(".pf-v5-c-nav__list");
    if (!list || list.querySelector("[data-encvoy]")) {
        return;
    }
    const link = document.createElement("a");
    link.className = "pf-v5-c-nav__link";
    link.href = `${dashboard}/privacy`;
    link.textContent = text;
    const entry = document.createElement("li");
    entry.className = "pf-v5-c-nav__item";
    entry.dataset.encvoy = "privacy";
    entry.append(link);
    // First, because the console may not have added its own yet.
    list.prepend(entry);
}

async function text(key) {
    const messages = await fetch(`${serverBaseUrl}/resources/${encodeURIComponent(realm)}/account/${locale}`);
    return messages.ok ? (await messages.json()).find((message) => message.key === key)?.value : undefined;
}

const shown = { childList: true, subtree: true };
const app = document.getElementById("app");
new MutationObserver(pointLogo).observe(app, shown);
const label = await text("encvoyPrivacy");
if (label) {
    new MutationObserver(() => addEntry(label)).observe(app, shown);
    addEntry(label);
}
