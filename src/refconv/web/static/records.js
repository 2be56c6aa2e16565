import { displayOf, kinds, types, variables } from "./data.js";
import { h, rich, visible } from "./dom.js";

/** Variables whose values take a row of their own. */
const LONG = new Set([
  "title",
  "container-title",
  "abstract",
  "note",
  "annote",
  "keyword",
  "URL",
  "publisher",
  "event-title",
  "collection-title",
]);
const HINTS = {
  names: "One name a line: Family, Given. An institution without a comma.",
  list: "One a line.",
  date: "2024-05-17, 2024-05, 2024, or words",
};

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
  const isLong = LONG.has(name) || kinds[name] === "names";
  const ofRow = losses.filter(([row]) => row === name).map(([, loss]) => lossElement(loss));
  return h(
    "div",
    { class: `row ${isLong ? "long" : "short"} ${name === "type" ? "kind" : ""}` },
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
      "aria-label": `${displayOf(name).title}: ${text}. Edit.`,
      onclick: (event) => edit(name, event.currentTarget),
    },
    rich(inOneLine(name, text)),
  );
}

function valueElement(name, text) {
  return h("span", { class: "value", dir: "auto" }, rich(inOneLine(name, text)));
}

function inOneLine(name, text) {
  return hasSeveral(name) ? text.split("\n").join("; ") : text;
}

function hasSeveral(name) {
  return kinds[name] === "names" || kinds[name] === "list";
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
      lost.has(key) && lossElement("is lost"),
    ),
  );
  return longRow("Kept", h("ul", { class: "kept" }, items));
}

function keyTitle(key) {
  return key === "text:unlabelled" ? "no field" : key.slice(key.indexOf(":") + 1);
}

function lossElement(text) {
  return h("span", { class: "loss" }, visible(text));
}

/**
 * Create an editor to replace a value. Enter and leaving it keep the text, Escape discards it.
 *
 * @param {string} name
 * @param {string} text
 * @param {(text: string | null) => void} done is called with the text, or null if it is unchanged
 */
export function fieldEditor(name, text, done) {
  const hint = HINTS[kinds[name]] ?? "";
  const input = editorInput(name, text, hint);
  let isOpen = true;
  const finish = (value) => {
    if (!isOpen) return;
    isOpen = false;
    done(value === text ? null : value);
  };
  input.addEventListener("blur", () => finish(input.value));
  input.addEventListener("keydown", (event) => {
    const keeps = event.key === "Enter" && (!hasSeveral(name) || event.ctrlKey || event.metaKey);
    if (!keeps && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    finish(keeps ? input.value : text);
  });
  return { input, hint };
}

function editorInput(name, text, hint) {
  const { title } = displayOf(name);
  const attributes = {
    "aria-label": hint ? `${title}. ${hint}` : title,
    class: "editor",
    title: hint,
  };
  if (name === "type") {
    const options = Object.entries(types).map(([type, typeTitle]) =>
      h("option", { value: type, selected: type === text }, typeTitle),
    );
    return h("select", attributes, options);
  }
  const input =
    hasSeveral(name) || LONG.has(name)
      ? h("textarea", { ...attributes, rows: Math.max(2, text.split("\n").length) })
      : h("input", {
          ...attributes,
          type: "text",
          size: Math.max(8, text.length),
          autocomplete: "off",
        });
  input.spellcheck = false;
  input.value = text;
  return input;
}

/**
 * Create a choice of the fields that a record lacks.
 *
 * @param {[string, string][]} rows of the record
 * @param {(name: string) => void} add is called with the chosen one
 */
export function fieldAdder(rows, add) {
  const present = new Set(rows.map(([name]) => name));
  const options = variables
    .filter((name) => !present.has(name))
    .map((name) => h("option", { value: name }, displayOf(name).title));
  return h(
    "select",
    {
      class: "quiet",
      "aria-label": "Add a field to the record",
      onchange: (event) => add(event.currentTarget.value),
    },
    h("option", { value: "" }, "Add a field …"),
    options,
  );
}
