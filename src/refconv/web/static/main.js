/**
 * The page, put together. Reading order: data.js and dom.js, store.js (entries and undo),
 * input-box.js (reading), list.js with cards.js, strings.js, palette.js and records.js (what is
 * shown), corrections.js with labelling.js and offers.js, outputs.js, toolbar.js, help.js.
 */
import { Corrections } from "./corrections.js";
import { hasServer, report } from "./data.js";
import { announce, button, dialog, h, messageArea, shortcut } from "./dom.js";
import { showHelp } from "./help.js";
import { InputBox } from "./input-box.js";
import { List } from "./list.js";
import { Outputs } from "./outputs.js";
import { Store } from "./store.js";
import { Toolbar } from "./toolbar.js";

const store = new Store();
const list = new List(store, {
  label: (index, range, label) => corrections.label(index, range, label),
  edit: (index, name, text) => corrections.edit(index, name, text),
  toggleLeftOut: (index) => corrections.toggleLeftOut(index),
});
const corrections = new Corrections(store, list);
const outputs = new Outputs(store);
const inputBox = hasServer ? new InputBox(store) : null;
const toolbar = new Toolbar(store, list, outputs, {
  undo: () => step("undo"),
  redo: () => step("redo"),
  add: () => inputBox.show(),
  clear: confirmClear,
});

outputs.addEventListener("written", (event) => list.showLosses(event.detail));
document.addEventListener("keydown", onShortcut);
const helpButton = button("Keys", showHelp, {
  class: "quiet shortcuts",
  "aria-keyshortcuts": "?",
});
helpButton.append(shortcut("?"));
document.body.append(
  h("header", {}, h("h1", {}, "refconv"), toolbar.output, toolbar.tools, helpButton),
  h(
    "main",
    {},
    inputBox?.element ?? h("p", { class: "hint" }, "A report by refconv. It cannot be changed."),
    toolbar.notices,
    list.empty,
    list.element,
  ),
  messageArea(),
);
for (const input of report.inputs) store.add(input);
inputBox?.show();

// Corrections are kept in this page only.
window.addEventListener("beforeunload", (event) => {
  if (store.undoSteps.length > 0) event.preventDefault();
});

/** Clear the list; where corrections would be gone, ask before. */
function confirmClear() {
  if (store.undoSteps.length === 0) {
    clear();
    return;
  }
  const confirm = () => {
    box.close();
    clear();
  };
  const box = dialog(
    "Start over?",
    h("p", { class: "hint" }, "The list and your corrections will be gone."),
    h(
      "div",
      { class: "buttons" },
      button("Start over", confirm, { class: "main" }),
      button("Keep the list", () => box.close()),
    ),
  );
}

function clear() {
  inputBox.reset();
  store.clear();
  inputBox.show();
}

/** @param {"undo" | "redo"} direction */
function step(direction) {
  list.removeOffers();
  const taken = store[direction]();
  if (!taken) return;
  announce(`${direction === "undo" ? "Undone" : "Redone"}: ${taken.description}`);
  list.bringIntoView(Math.min(...taken.before.keys()));
}

function onShortcut(event) {
  const isTyping = event.target.closest?.("input, textarea, select");
  const key = event.key.toLowerCase();
  if (document.querySelector("dialog[open]")) return;
  if (event.ctrlKey || event.metaKey) {
    if (key === "s") outputs.save();
    else if (isTyping || (key !== "z" && key !== "y")) return;
    else step(key === "y" || event.shiftKey ? "redo" : "undo");
  } else if (isTyping || event.altKey) return;
  else if (key === "?") showHelp();
  else if (key === "/") toolbar.search.focus();
  else return;
  event.preventDefault();
}
