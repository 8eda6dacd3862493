// Keeps what was typed while the page is shown in another language; never passwords or codes.
"use strict";

(() => {
    const KEY = "encvoy.typed";
    const TYPES = ["text", "email", "tel", "url", "date"];

    const fields = () =>
        Array.from(document.querySelectorAll("main input[name]")).filter(
            (field) => TYPES.includes(field.type) && field.autocomplete !== "one-time-code" && !field.readOnly,
        );

    document.addEventListener("click", (event) => {
        if (!event.target.closest("#encvoy-languages a")) {
            return;
        }
        const typed = Object.fromEntries(fields().map((field) => [field.name, field.value]));
        try {
            sessionStorage.setItem(KEY, JSON.stringify({ page: document.body.dataset.pageId, typed }));
        } catch {
            // A browser that keeps nothing shows the page as it was sent.
        }
    });

    document.addEventListener("DOMContentLoaded", () => {
        try {
            const kept = JSON.parse(sessionStorage.getItem(KEY));
            sessionStorage.removeItem(KEY);
            if (kept?.page === document.body.dataset.pageId) {
                fields()
                    .filter((field) => kept.typed[field.name])
                    .forEach((field) => (field.value = kept.typed[field.name]));
            }
        } catch {
            // As above.
        }
    });
})();
