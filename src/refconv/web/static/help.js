import { displayOf, hasServer, labels } from "./data.js";
import { button, dialog, h } from "./dom.js";

const LIST_KEYS = [
  ["↓ ↑ or j k", "next and previous reference"],
  ["n", "next doubtful reference"],
  ["/", "search"],
  ["?", "this list"],
];
const REFERENCE_KEYS = [
  ["← →", "move over the words of the reference"],
  ["Shift ← →", "select words"],
  ["x or Delete", "what is selected is in no field"],
  ["Enter", "edit the field in the record"],
  ["Ctrl Z, Ctrl Shift Z", "undo, redo"],
  ["Ctrl S", "download"],
];

/** Show the keyboard shortcuts. */
export function showHelp() {
  const tables = [
    keyTable("In the list", LIST_KEYS),
    hasServer && keyTable("In a reference", REFERENCE_KEYS),
  ];
  const box = dialog(
    "Keys",
    h("div", { class: "keys" }, tables),
    hasServer && h("h3", {}, "Label what is selected"),
    hasServer && labelKeys(),
    h(
      "div",
      { class: "buttons" },
      button("Close", () => box.close(), { class: "main" }),
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
