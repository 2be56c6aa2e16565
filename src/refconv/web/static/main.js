/**
 * The page, put together. Reading order: texts.js, data.js and dom.js, store.js (entries and undo),
 * input-box.js (reading), list.js with rows.js, cards.js, strings.js, palette.js, records.js and the
 * editors (what is shown), doubts.js, corrections.js with labelling.js and offers.js, cuts.js with
 * places.js and text-view.js, duplicates.js, outputs.js, toolbar.js, help.js.
 */
import { Corrections } from "./corrections.js";
import { Cuts } from "./cuts.js";
import { hasServer, report } from "./data.js";
import { announce, button, dialog, h, messageArea, shortcut } from "./dom.js";
import { Duplicates } from "./duplicates.js";
import { showHelp } from "./help.js";
import { InputBox } from "./input-box.js";
import { List } from "./list.js";
import { Outputs } from "./outputs.js";
import { Store } from "./store.js";
import { showText } from "./text-view.js";
import { TEXTS } from "./texts.js";
import { Toolbar } from "./toolbar.js";

const store = new Store();
const whenServed = (action) => (hasServer ? action : () => {});
const list = new List(store, {
  label: (index, range, label) => corrections.label(index, range, label),
  edit: (index, name, text) => corrections.edit(index, name, text),
  editNames: (index, name, value) => corrections.editNames(index, name, value),
  toggleLeftOut: whenServed((index) => corrections.toggleLeftOut(index)),
  toggleChecked: whenServed((index) => corrections.toggleChecked(index)),
  split: (index, at) => cuts.split(index, at),
  join: whenServed((index, direction) => cuts.join(index, direction)),
  warn: (message) => announce(message),
  duplicateNotice: (index) => duplicates.notice(index),
});
const duplicates = new Duplicates(store);
const corrections = new Corrections(store, list);
const cuts = new Cuts(store, list, corrections);
const outputs = new Outputs(store);
const inputBox = hasServer ? new InputBox(store) : null;
const toolbar = new Toolbar(store, list, outputs, {
  showDuplicates: () => duplicates.show(),
  undo: () => step("undo"),
  redo: () => step("redo"),
  add: () => inputBox.show(),
  clear: confirmClear,
  showText: () => showText(store, (...range) => cuts.add(...range), (index) => list.activate(index)),
});

outputs.addEventListener("written", (event) => list.showLosses(event.detail.losses));
duplicates.addEventListener("found", () => {
  toolbar.showDuplicates(duplicates.groups.length);
  list.showDuplicates(new Set(duplicates.groups.flatMap((group) => group.members)));
});
inputBox?.addEventListener("closed", () => list.moveTo(list.shown()[0]));
document.addEventListener("keydown", onShortcut);
const helpButton = button(TEXTS.tools.keys, showHelp, {
  class: "quiet shortcuts",
  "aria-keyshortcuts": "?",
});
helpButton.append(shortcut("?"));
document.documentElement.style.setProperty("--drop", JSON.stringify(TEXTS.input.drop));
document.body.append(
  h(
    "header",
    {},
    h("h1", {}, "refconv"),
    toolbar.count,
    toolbar.output,
    toolbar.tools,
    helpButton,
  ),
  h(
    "main",
    {},
    inputBox?.element ?? h("p", { class: "hint" }, TEXTS.tools.report),
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
    TEXTS.tools.clearTitle,
    h("p", { class: "hint" }, TEXTS.tools.clearHint),
    h(
      "div",
      { class: "buttons" },
      button(TEXTS.tools.clear, confirm, { class: "main" }),
      button(TEXTS.tools.keep, () => box.close()),
    ),
  );
}

function clear() {
  inputBox.forget();
  store.clear();
  inputBox.show();
}

/** @param {"undo" | "redo"} direction */
function step(direction) {
  list.removeOffers();
  const taken = store[direction]();
  if (!taken) {
    announce(TEXTS.tools.nothingToUndo);
    return;
  }
  const message = direction === "undo" ? TEXTS.tools.undone : TEXTS.tools.redone;
  announce(message(taken.description));
  const changed = [...taken.after.keys()].find((index) => store.order.includes(index));
  if (changed === undefined) return;
  list.bringIntoView(changed);
  if (document.activeElement === document.body) list.moveTo(changed);
}

function onShortcut(event) {
  const isTyping = event.target.closest?.("input, textarea, select");
  const key = event.key.toLowerCase();
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (event.ctrlKey || event.metaKey) {
    if (key === "s") outputs.save();
    else if (isTyping || (key !== "z" && key !== "y")) return;
    else step(key === "y" || event.shiftKey ? "redo" : "undo");
  } else if (isTyping || event.altKey) return;
  else if (key === "?") showHelp();
  else if (key === "/") toolbar.search.focus();
  else if (list.hasFocus() || !list.onGlobalKey(event)) return;
  event.preventDefault();
}
