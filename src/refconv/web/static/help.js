import { dialog, h } from "./dom.js";
import { fieldOf, labels, live } from "./told.js";

const LOOKING = [
  ["↓ ↑ or j k", "next and previous reference"],
  ["n", "next doubtful reference"],
  ["/", "search"],
  ["?", "this list"],
];
const WORKING = [
  ["← →", "go over the words of the reference"],
  ["Shift ← →", "select words"],
  ["x or Delete", "what is selected is in no field"],
  ["Enter", "edit the field in the record"],
  ["Ctrl Z, Ctrl Shift Z", "undo, redo"],
  ["Ctrl S", "download"],
];

/** Show the keys. */
export function help() {
  const letters = labels
    .filter((label) => fieldOf(label).key)
    .map((label) => [fieldOf(label).key, fieldOf(label).title]);
  const table = (caption, rows) =>
    h(
      "table",
      {},
      h("caption", {}, caption),
      h(
        "tbody",
        {},
        rows.map(([keys, what]) =>
          h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, keys)), h("td", {}, what)),
        ),
      ),
    );
  const box = dialog(
    "Keys",
    h(
      "div",
      { class: "keys" },
      table("In the list", LOOKING),
      live && table("In a reference", WORKING),
    ),
    live && h("h3", {}, "Give what is selected to"),
    live &&
      h(
        "ul",
        { class: "letters" },
        letters.map(([key, title]) => h("li", {}, h("kbd", {}, key), " ", title)),
      ),
    h(
      "div",
      { class: "buttons" },
      h("button", { type: "button", class: "main", onclick: () => box.close() }, "Close"),
    ),
  );
}
