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

/** As WCAG 2.2 defines it; the server decides. */
const luminance = (color) => {
    const channel = (position) => {
        const value = parseInt(color.slice(position, position + 2), 16) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
};

const contrast = (one, other) => {
    const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
};

for (const note of document.querySelectorAll("[data-contrast]")) {
    const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
    const fields = ["button", "font"].map((name) => document.getElementById(note.dataset[name]));
    const color = (field, usual) => {
        const typed = field.value.trim().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
        return /^#[0-9a-f]{6}$/i.test(typed) ? typed : usual;
    };
    const show = () => {
        const button = color(fields[0], note.dataset.buttonDefault);
        const ratio = contrast(button, color(fields[1], note.dataset.fontDefault));
        const used = contrast(button, "#ffffff") >= contrast(button, "#000000") ? "#ffffff" : "#000000";
        const text = (ratio >= 4.5 ? note.dataset.enough : note.dataset.poor)
            .replace("{0}", number.format(Math.floor(ratio * 10) / 10))
            .replace("{1}", used);
        if (text !== note.textContent.trim()) {
            note.textContent = text;
        }
    };
    fields.forEach((field) => field.addEventListener("input", show));
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
