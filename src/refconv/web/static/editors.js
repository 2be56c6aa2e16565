/** Editors that replace a value of a record: for texts, lists and item types. */

import { commonTypes, displayOf, hasSeveral, isLong, kinds, types } from "./data.js";
import { h } from "./dom.js";
import { TEXTS } from "./texts.js";

/**
 * Create an editor to replace a value. Enter and leaving it keep the text, Escape discards it.
 *
 * @param {string} name
 * @param {string} text
 * @param {(text: string | null) => void} done is called with the text, or null if it is unchanged
 * @returns {{element: HTMLElement, focus: () => void}}
 */
export function fieldEditor(name, text, done) {
  const hint = TEXTS.record.hints[kinds[name]] ?? "";
  const input = name === "type" ? typeInput(text) : textInput(name, text, hint);
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
  const focus = () => {
    input.focus();
    if (!(input instanceof HTMLSelectElement)) input.select();
  };
  const hintElement = hint !== "" && h("span", { class: "hint" }, hint);
  return { element: h("span", { class: "editing" }, input, hintElement), focus };
}

/** Create a choice of item types: the frequent ones first, all others below. */
function typeInput(type) {
  const first = commonTypes.includes(type) || !(type in types) ? commonTypes : [type, ...commonTypes];
  const option = (name) => h("option", { value: name, selected: name === type }, types[name]);
  const others = Object.keys(types).filter((name) => !first.includes(name));
  others.sort((a, b) => types[a].localeCompare(types[b]));
  return h(
    "select",
    { class: "editor", "aria-label": displayOf("type").title },
    h("optgroup", { label: TEXTS.record.commonTypes }, first.map(option)),
    h("optgroup", { label: TEXTS.record.allTypes }, others.map(option)),
  );
}

function textInput(name, text, hint) {
  const { title } = displayOf(name);
  const attributes = {
    "aria-label": hint ? `${title}. ${hint}` : title,
    class: "editor",
    title: hint,
  };
  const input =
    hasSeveral(name) || isLong(name)
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
 * Let a group of inputs be one editor: Enter keeps its value, Escape discards it, and so does
 * leaving it for another control keep it.
 *
 * @param {HTMLElement} element that holds the inputs
 * @param {() => void} save
 * @param {() => void} cancel
 */
export function asEditor(element, save, cancel) {
  element.addEventListener("keydown", (event) => {
    const isButton = event.target.localName === "button" || event.target.localName === "select";
    if (event.key === "Escape") cancel();
    else if (event.key === "Enter" && !isButton) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  element.addEventListener("focusout", ({ relatedTarget: next }) => {
    // A click beside the inputs gives the focus to what holds the editor.
    if (next && !element.contains(next) && !next.contains(element)) save();
  });
}
