import { Bar } from "./bar.js";
import { Corrections } from "./corrections.js";
import { dialog, h, say, voices } from "./dom.js";
import { help } from "./help.js";
import { List } from "./list.js";
import { Outputs } from "./outputs.js";
import { Start } from "./start.js";
import { Store } from "./store.js";
import { given, live } from "./told.js";

const store = new Store();
const list = new List(store, {
  label: (...correction) => corrections.label(...correction),
  edit: (...correction) => corrections.edit(...correction),
  leaveOut: (index) => corrections.leaveOut(index),
});
const corrections = new Corrections(store, list);
const outputs = new Outputs(store);
const start = live ? new Start(store) : null;
const bar = new Bar(store, list, outputs, {
  undo: () => step("undo"),
  redo: () => step("redo"),
  more: () => start.show(),
  clear: startAnew,
});

outputs.addEventListener("made", (event) => list.showLosses(event.detail));
document.addEventListener("keydown", pressed);
document.body.append(
  h(
    "header",
    {},
    h("h1", {}, "refconv"),
    bar.out,
    bar.tools,
    h(
      "button",
      { type: "button", class: "quiet shortcuts", "aria-keyshortcuts": "?", onclick: help },
      "Keys",
      h("kbd", { "aria-hidden": "true" }, "?"),
    ),
  ),
  h(
    "main",
    {},
    start?.element ??
      h("p", { class: "hint" }, "Made by refconv: to look at, and to take the references along."),
    bar.under,
    list.empty,
    list.element,
  ),
  voices(),
);
for (const sheet of given.sheets) store.add(sheet);
start?.show();

function startAnew() {
  const anew = () => {
    if (box) box.close();
    start.reset();
    store.clear();
    start.show();
  };
  const box =
    store.done.length > 0 &&
    dialog(
      "Start anew?",
      h("p", { class: "hint" }, "The list and what you corrected in it will be gone."),
      h(
        "div",
        { class: "buttons" },
        h("button", { type: "button", class: "main", onclick: anew }, "Start anew"),
        h("button", { type: "button", onclick: () => box.close() }, "Keep the list"),
      ),
    );
  if (!box) anew();
}

// What was corrected is nowhere but in this page.
window.addEventListener("beforeunload", (event) => {
  if (store.done.length > 0) event.preventDefault();
});

/** @param {"undo" | "redo"} way */
function step(way) {
  list.withdrawOffers();
  const taken = store[way]();
  if (!taken) return;
  say(`${way === "undo" ? "Undone" : "Done again"}: ${taken.said}`);
  list.bringIntoView(Math.min(...taken.was.keys()));
}

function pressed(event) {
  const typing = event.target.closest?.("input, textarea, select");
  const key = event.key.toLowerCase();
  if (document.querySelector("dialog[open]")) return;
  if (event.ctrlKey || event.metaKey) {
    if (key === "s") outputs.save();
    else if (typing || (key !== "z" && key !== "y")) return;
    else step(key === "y" || event.shiftKey ? "redo" : "undo");
  } else if (typing || event.altKey) return;
  else if (key === "?") help();
  else if (key === "/") bar.search.focus();
  else return;
  event.preventDefault();
}
