import { displayOf, labels } from "./data.js";
import { button, h, shortcut } from "./dom.js";
import { TEXTS } from "./texts.js";

/**
 * Create the buttons that label what is selected.
 *
 * @param {(label: string | null) => void} apply is called with the label, null for none
 */
export function paletteElement(apply) {
  const frequent = labels.filter((label) => displayOf(label).key);
  return h(
    "div",
    { class: "palette", role: "group", "aria-label": TEXTS.words.palette },
    frequent.map((label) => labelButton(label, apply)),
    moreLabels(apply),
    chip(TEXTS.words.noField, "x", () => apply(null), { class: "chip other" }),
  );
}

/** Show whether a label can be applied, and which one the selection has. */
export function updatePalette(palette, isEnabled, current) {
  for (const control of palette.children) {
    control.disabled = !isEnabled;
    if (control.localName !== "button") continue;
    const isCurrent = Boolean(current) && control.dataset.label === current;
    control.setAttribute("aria-pressed", String(isCurrent));
  }
}

function labelButton(label, apply) {
  const { title, family, key } = displayOf(label);
  return chip(title, key, () => apply(label), { class: `chip ${family}`, "data-label": label });
}

function chip(title, key, onclick, attributes) {
  const element = button(title, onclick, {
    ...attributes,
    "aria-keyshortcuts": key,
    // Pressing a button would clear the selection.
    onmousedown: (event) => event.preventDefault(),
  });
  element.append(shortcut(key));
  return element;
}

function moreLabels(apply) {
  const rare = labels.filter((label) => !displayOf(label).key);
  return h(
    "select",
    {
      class: "quiet",
      "aria-label": TEXTS.words.moreLabel,
      onchange: (event) => apply(event.currentTarget.value),
    },
    h("option", { value: "" }, TEXTS.words.more),
    rare.map((label) => h("option", { value: label }, displayOf(label).title)),
  );
}
