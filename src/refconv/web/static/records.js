import { h, rich, visible } from "./dom.js";
import { fieldNames, fieldOf, kinds, types } from "./told.js";

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

/**
 * The record of an entry, with what the target cannot carry in its place.
 *
 * @param {import("./told.js").Entry} entry
 * @param {[string, string][]} losses
 * @param {((name: string, value: HTMLElement) => void) | null} edit is called to edit a field
 */
export function recordOf(entry, losses, edit) {
  const { type, rows, kept } = entry.record;
  const shown = [["type", types[type] ?? type], ...rows.map(([name, text]) => [name, text])];
  const names = new Set(shown.map(([name]) => name));
  const gone = losses.filter(([name]) => name !== "kept" && !names.has(name));
  const list = h("dl", { class: "record" });
  for (const [name, text] of shown) list.append(row(name, text, losses, edit));
  if (kept.length > 0) list.append(keptRow(kept, losses));
  for (const [name, loss] of gone)
    list.append(
      h("div", { class: "row long" }, h("dt", {}, fieldOf(name).title), h("dd", {}, lossOf(loss))),
    );
  return list;
}

function row(name, text, losses, edit) {
  const long = LONG.has(name) || kinds[name] === "names";
  const own = losses.filter(([of]) => of === name).map(([, loss]) => lossOf(loss));
  const value =
    kinds[name] === "names" || kinds[name] === "list" ? text.split("\n").join("; ") : text;
  const field = fieldOf(name);
  const shown = edit
    ? h(
        "button",
        {
          type: "button",
          class: "value",
          dir: "auto",
          "data-name": name,
          "aria-label": `${field.title}: ${text}. Edit.`,
          onclick: (event) => edit(name, event.currentTarget),
        },
        rich(value),
      )
    : h("span", { class: "value", dir: "auto" }, rich(value));
  return h(
    "div",
    { class: `row ${long ? "long" : "short"} ${name === "type" ? "kind" : ""}` },
    h("dt", {}, field.title),
    h("dd", {}, shown, own),
  );
}

function keptRow(kept, losses) {
  const lost = new Set(losses.filter(([of]) => of === "kept").map(([, key]) => key));
  const items = kept.map(([key, value]) =>
    h(
      "li",
      {},
      h("span", { class: "key" }, keyTitle(key)),
      " ",
      h("span", { dir: "auto" }, visible(value)),
      lost.has(key) && lossOf("is not carried"),
    ),
  );
  return h(
    "div",
    { class: "row long" },
    h("dt", {}, "Kept"),
    h("dd", {}, h("ul", { class: "kept" }, items)),
  );
}

function keyTitle(key) {
  return key === "text:unlabelled" ? "no field" : key.slice(key.indexOf(":") + 1);
}

function lossOf(text) {
  return h("span", { class: "loss" }, visible(text));
}

/**
 * An editor in the place of a value: Enter or leaving it keeps the text, Escape does not.
 *
 * @param {string} name
 * @param {string} text
 * @param {(text: string | null) => void} done is given the text, null to leave it as it was
 */
export function editor(name, text, done) {
  const several = kinds[name] === "names" || kinds[name] === "list";
  const hint =
    {
      names: "One name a line: Family, Given. An institution without a comma.",
      list: "One a line.",
      date: "2024-05-17, 2024-05, 2024, or words",
    }[kinds[name]] ?? "";
  const label = {
    "aria-label": hint ? `${fieldOf(name).title}. ${hint}` : fieldOf(name).title,
    class: "editor",
    title: hint,
  };
  const input =
    name === "type"
      ? h(
          "select",
          label,
          Object.entries(types).map(([key, title]) =>
            h("option", { value: key, selected: key === text }, title),
          ),
        )
      : several || LONG.has(name)
        ? h("textarea", {
            ...label,
            rows: Math.max(2, text.split("\n").length),
            spellcheck: "false",
          })
        : h("input", {
            ...label,
            type: "text",
            size: Math.max(8, text.length),
            spellcheck: "false",
            autocomplete: "off",
          });
  if (name !== "type") input.value = text;
  let open = true;
  const finish = (value) => {
    if (open) {
      open = false;
      done(value === text ? null : value);
    }
  };
  input.addEventListener("blur", () => finish(input.value));
  input.addEventListener("keydown", (event) => {
    const keeps = event.key === "Enter" && (!several || event.ctrlKey || event.metaKey);
    if (keeps || event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      finish(keeps ? input.value : text);
    }
  });
  return { input, hint };
}

/**
 * A choice of the fields that a record lacks.
 *
 * @param {[string, string][]} rows of the record
 * @param {(name: string) => void} add is given the one that is chosen
 */
export function adder(rows, add) {
  const present = new Set(rows.map(([name]) => name));
  const options = fieldNames
    .filter((name) => !present.has(name))
    .map((name) => h("option", { value: name }, fieldOf(name).title));
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
