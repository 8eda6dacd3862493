// Comfort for the pages of the dashboard. Without it, everything works with links, forms and the keyboard.

const announce = (text) => {
    document.getElementById("announcer").textContent = text;
};

/** The texts of browsers that allow copying only to secure pages are selected, for the person to copy. */
const copy = async (source) => {
    try {
        await navigator.clipboard.writeText(source.textContent);
        return true;
    } catch {
        getSelection().selectAllChildren(source);
        return document.execCommand("copy");
    }
};

for (const button of document.querySelectorAll("[data-copy]")) {
    const text = button.querySelector("span");
    const label = text.textContent;
    let reset;
    button.hidden = false;
    button.setAttribute("aria-describedby", `${button.dataset.copy}-label`);
    button.addEventListener("click", async () => {
        if (!(await copy(document.getElementById(button.dataset.copy)))) {
            return;
        }
        text.textContent = button.dataset.copied;
        button.classList.add("copied");
        announce(button.dataset.copied);
        clearTimeout(reset);
        reset = setTimeout(() => {
            text.textContent = label;
            button.classList.remove("copied");
            announce("");
        }, 2500);
    });
}

for (const show of document.querySelectorAll("[data-preview]")) {
    let pause;
    show.hidden = true;
    show.form.addEventListener("input", () => {
        clearTimeout(pause);
        pause = setTimeout(() => show.form.requestSubmit(show), 600);
    });
}

/** The browser's own picker, over the swatch. */
for (const field of document.querySelectorAll("[data-color]")) {
    const text = field.querySelector("input");
    const circle = field.querySelector("circle");
    const picker = document.createElement("input");
    const isColor = () => /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(text.value.trim());
    const show = () => {
        circle.setAttribute("fill", isColor() ? text.value.trim() : "none");
        picker.value = text.value.trim().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
    };
    picker.type = "color";
    picker.className = "picker";
    picker.setAttribute("aria-labelledby", `${text.id}-label`);
    if (isColor()) {
        picker.value = text.value;
    }
    picker.addEventListener("input", () => {
        text.value = picker.value;
        text.dispatchEvent(new Event("input", { bubbles: true }));
    });
    text.addEventListener("input", show);
    field.append(picker);
    show();
}

for (const menu of document.querySelectorAll("details.account")) {
    document.addEventListener("click", (event) => {
        if (!menu.contains(event.target)) {
            menu.open = false;
        }
    });
    menu.addEventListener("keydown", (event) => {
        if (event.key === "Escape") {
            menu.open = false;
            menu.querySelector("summary").focus();
        }
    });
}

// The current tab of a strip that is wider than the screen.
for (const current of document.querySelectorAll(".tabs [aria-current]")) {
    const strip = current.closest("ul");
    strip.scrollLeft += current.getBoundingClientRect().left - strip.getBoundingClientRect().left - 24;
}
