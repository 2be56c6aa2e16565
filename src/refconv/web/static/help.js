import { displayOf, hasServer, labels } from "./data.js";
import { button, dialog, h } from "./dom.js";
import { TEXTS } from "./texts.js";

/** Show the keyboard shortcuts. */
export function showHelp() {
  const tables = [
    keyTable(TEXTS.help.inList, TEXTS.help.list),
    hasServer && keyTable(TEXTS.help.inReference, TEXTS.help.reference),
  ];
  const box = dialog(
    TEXTS.help.title,
    h("div", { class: "keys" }, tables),
    hasServer && h("h3", {}, TEXTS.help.label),
    hasServer && labelKeys(),
    h(
      "div",
      { class: "buttons" },
      button(TEXTS.help.close, () => box.close(), { class: "main" }),
    ),
  );
}

function keyTable(caption, rows) {
  const body = rows.map(([keys, effect]) =>
    h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, keys)), h("td", {}, effect)),
  );
  return h("table", {}, h("caption", {}, caption), h("tbody", {}, body));
}

function labelKeys() {
  const withKey = labels.map(displayOf).filter(({ key }) => key);
  const items = withKey.map(({ key, title }) => h("li", {}, h("kbd", {}, key), " ", title));
  return h("ul", { class: "letters" }, items);
}
