import { displayOf, hasSeveral, isLong, kinds, types, variables } from "./data.js";
import { shownDate } from "./date-editor.js";
import { h, rich, visible } from "./dom.js";
import { TEXTS } from "./texts.js";

/** Fields that a choice of fields offers first. */
const OFTEN_ADDED = ["DOI", "URL", "issue", "page", "editor", "publisher", "edition", "note"];

/**
 * Create the record of an entry. What the target loses stands beside the values.
 *
 * @param {import("./data.js").Entry} entry
 * @param {import("./data.js").Loss[]} losses
 * @param {((name: string, value: HTMLElement) => void) | null} edit is called to edit a field
 */
export function recordElement(entry, losses, edit) {
  const { type, rows, kept } = entry.record;
  const shown = [["type", types[type] ?? type], ...rows];
  const names = new Set(shown.map(([name]) => name));
  const lossesWithoutRow = losses.filter(([name]) => name !== "kept" && !names.has(name));
  return h(
    "dl",
    { class: "record" },
    shown.map(([name, text]) => rowElement(name, text, losses, edit)),
    kept.length > 0 && keptElement(kept, losses),
    lossesWithoutRow.map(([name, loss]) => longRow(displayOf(name).title, lossElement(loss))),
  );
}

function longRow(title, ...content) {
  return h("div", { class: "row long" }, h("dt", {}, title), h("dd", {}, ...content));
}

function rowElement(name, text, losses, edit) {
  const ofRow = losses.filter(([row]) => row === name).map(([, loss]) => lossElement(loss));
  const length = isLong(name) ? "long" : "short";
  return h(
    "div",
    { class: `row ${length} ${name === "type" ? "kind" : ""}` },
    h("dt", {}, displayOf(name).title),
    h("dd", {}, edit ? editableValue(name, text, edit) : valueElement(name, text), ofRow),
  );
}

function editableValue(name, text, edit) {
  return h(
    "button",
    {
      type: "button",
      class: "value",
      dir: "auto",
      "data-name": name,
      "aria-label": TEXTS.record.edit(displayOf(name).title, text),
      onclick: (event) => edit(name, event.currentTarget),
    },
    rich(inOneLine(name, text)),
  );
}

function valueElement(name, text) {
  return h("span", { class: "value", dir: "auto" }, rich(inOneLine(name, text)));
}

function inOneLine(name, text) {
  if (kinds[name] === "date") return shownDate(text);
  return hasSeveral(name) ? text.split("\n").join("; ") : text;
}

/** Create the row of native keys that no variable holds. */
function keptElement(kept, losses) {
  const lost = new Set(losses.filter(([row]) => row === "kept").map(([, key]) => key));
  const items = kept.map(([key, value]) =>
    h(
      "li",
      {},
      h("span", { class: "key" }, keyTitle(key)),
      " ",
      h("span", { dir: "auto" }, visible(value)),
      lost.has(key) && lossElement(TEXTS.record.isLost),
    ),
  );
  return longRow(TEXTS.record.kept, h("ul", { class: "kept" }, items));
}

function keyTitle(key) {
  return key === "text:unlabelled" ? TEXTS.record.noField : key.slice(key.indexOf(":") + 1);
}

function lossElement(text) {
  return h("span", { class: "loss" }, visible(text));
}

/**
 * Create a choice of the fields that a record lacks.
 *
 * @param {[string, string][]} rows of the record
 * @param {(name: string) => void} add is called with the chosen one
 */
export function fieldAdder(rows, add) {
  const present = new Set(rows.map(([name]) => name));
  const missing = ["id", ...variables].filter((name) => !present.has(name));
  const often = OFTEN_ADDED.filter((name) => !present.has(name));
  const option = (name) => h("option", { value: name }, displayOf(name).title);
  return h(
    "select",
    {
      class: "quiet",
      "aria-label": TEXTS.record.addLabel,
      onchange: (event) => event.currentTarget.value && add(event.currentTarget.value),
    },
    h("option", { value: "" }, TEXTS.record.add),
    h("optgroup", { label: TEXTS.record.commonFields }, often.map(option)),
    h(
      "optgroup",
      { label: TEXTS.record.allFields },
      missing.filter((name) => !often.includes(name)).map(option),
    ),
  );
}
