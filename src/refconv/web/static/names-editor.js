/** The editor for names: their parts, their order, and whether there are more of them. */

import { displayOf } from "./data.js";
import { button, h } from "./dom.js";
import { asEditor } from "./editors.js";
import { TEXTS } from "./texts.js";

/**
 * The parts of a name, as the server takes them.
 *
 * @typedef {{family?: string, given?: string, dropping_particle?: string,
 *   non_dropping_particle?: string, suffix?: string, literal?: string, orcid?: string}} NameParts
 */

/**
 * Return the names of an item.
 *
 * @param {any} item in CSL-JSON
 * @param {string} variable
 * @returns {{names: NameParts[], etAl: boolean}}
 */
export function namesOfItem(item, variable) {
  const more = item.custom?.refconv ?? {};
  const orcids = more.orcid?.[variable] ?? [];
  const names = (item[variable] ?? []).map((name, at) => ({
    family: name.family ?? "",
    given: name.given ?? "",
    dropping_particle: name["dropping-particle"] ?? "",
    non_dropping_particle: name["non-dropping-particle"] ?? "",
    suffix: name.suffix ?? "",
    literal: name.literal ?? "",
    orcid: orcids[at] ?? "",
  }));
  return { names, etAl: (more["et-al"] ?? []).includes(variable) };
}

/**
 * Create the editor.
 *
 * @param {string} variable
 * @param {{names: NameParts[], etAl: boolean}} value
 * @param {(value: {names: NameParts[], etAl: boolean} | null) => void} done is called with the new
 *   value, or null if it is unchanged
 * @param {() => void} asText is called to edit the names as lines of text instead
 */
export function namesEditor(variable, value, done, asText) {
  const editor = new NamesEditor(variable, value, done, asText);
  return { element: editor.element, focus: () => editor.focusRow(0) };
}

class NamesEditor {
  constructor(variable, value, done, asText) {
    this.before = JSON.stringify(value);
    this.done = done;
    this.isOpen = true;
    this.names = value.names.length > 0 ? value.names.map((name) => ({ ...name })) : [{}];
    this.rows = h("div", { class: "names" });
    this.etAl = h("input", { type: "checkbox", checked: value.etAl });
    this.element = h(
      "div",
      { class: "editing parts", role: "group", "aria-label": TEXTS.names.group(displayOf(variable).title) },
      this.rows,
      h("label", { class: "check" }, this.etAl, TEXTS.names.etAl),
      h(
        "div",
        { class: "buttons" },
        button(TEXTS.names.add, () => this.add(), { class: "quiet" }),
        button(TEXTS.names.asText, () => this.leave(asText), { class: "quiet" }),
        button(TEXTS.names.cancel, () => this.finish(false), { class: "quiet" }),
        button(TEXTS.names.save, () => this.finish(true), { class: "main" }),
      ),
    );
    this.show();
    asEditor(
      this.element,
      () => this.finish(true),
      () => this.finish(false),
    );
    this.element.addEventListener("keydown", (event) => this.onKey(event));
  }

  /** Create the rows again. */
  show() {
    this.rows.replaceChildren(...this.names.map((name, at) => this.rowElement(name, at)));
  }

  rowElement(name, at) {
    const isBody = name.literal !== undefined && name.literal !== "" && !hasParts(name);
    const parts = isBody || name.isBody ? ["literal"] : partsOf(name);
    const inputs = parts.map((part) => this.partInput(name, part, at));
    return h(
      "div",
      { class: parts.length === 1 ? "body" : "person", role: "group", "aria-label": TEXTS.names.name(at + 1) },
      inputs,
      h("span", { class: "moves" }, this.rowButtons(at, parts.length === 1)),
    );
  }

  partInput(name, part, at) {
    const title = TITLES[part];
    const input = h("input", {
      type: "text",
      class: `part ${part}`,
      placeholder: title,
      "aria-label": TEXTS.names.of(title, at + 1),
      autocomplete: "off",
      spellcheck: "false",
      oninput: () => (name[part] = input.value),
    });
    input.value = name[part] ?? "";
    return input;
  }

  rowButtons(at, isBody) {
    const icon = (sign, title, onclick, disabled = false) =>
      button(sign, onclick, {
        class: "quiet icon",
        title,
        "aria-label": `${title}: ${TEXTS.names.name(at + 1)}`,
        disabled,
      });
    return [
      icon("↑", TEXTS.names.up, () => this.move(at, -1), at === 0),
      icon("↓", TEXTS.names.down, () => this.move(at, 1), at === this.names.length - 1),
      !isBody && icon("⇄", TEXTS.names.swap, () => this.swap(at)),
      icon(isBody ? "☺" : "⌂", isBody ? TEXTS.names.isPerson : TEXTS.names.isBody, () =>
        this.toggleBody(at),
      ),
      icon("×", TEXTS.names.remove, () => this.remove(at)),
    ];
  }

  onKey(event) {
    const direction = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const row = event.target.closest(".names > div");
    if (!event.altKey || !direction || !row) return;
    event.preventDefault();
    event.stopPropagation();
    this.move([...this.rows.children].indexOf(row), direction);
  }

  move(at, direction) {
    const to = at + direction;
    if (to < 0 || to >= this.names.length) return;
    [this.names[at], this.names[to]] = [this.names[to], this.names[at]];
    this.show();
    this.focusRow(to);
  }

  swap(at) {
    const name = this.names[at];
    [name.family, name.given] = [name.given, name.family];
    this.show();
    this.focusRow(at);
  }

  toggleBody(at) {
    const name = this.names[at];
    const { given, family, literal, orcid } = name;
    const isBody = name.isBody || (literal && !hasParts(name));
    const words = [given, family].filter(Boolean).join(" ");
    this.names[at] = isBody
      ? { family: literal ?? "", given: "", orcid }
      : { literal: words, isBody: true, orcid };
    this.show();
    this.focusRow(at);
  }

  remove(at) {
    this.names.splice(at, 1);
    if (this.names.length === 0) this.names.push({});
    this.show();
    this.focusRow(Math.min(at, this.names.length - 1));
  }

  add() {
    this.names.push({});
    this.show();
    this.focusRow(this.names.length - 1);
  }

  focusRow(at) {
    const input = this.rows.children[at]?.querySelector(".family, .literal");
    input?.focus();
    input?.select();
  }

  leave(then) {
    this.isOpen = false;
    then();
  }

  /** @param {boolean} keeps */
  finish(keeps) {
    if (!this.isOpen) return;
    this.isOpen = false;
    const names = this.names.map(({ isBody, ...parts }) =>
      isBody ? { literal: parts.literal, orcid: parts.orcid ?? "" } : parts,
    );
    const filled = names.filter((name) => hasParts(name) || name.literal);
    const value = { names: filled, etAl: this.etAl.checked };
    this.done(keeps && JSON.stringify(value) !== this.before ? value : null);
  }
}

const TITLES = {
  dropping_particle: TEXTS.names.particle,
  non_dropping_particle: TEXTS.names.particle,
  family: TEXTS.names.family,
  given: TEXTS.names.given,
  suffix: TEXTS.names.suffix,
  literal: TEXTS.names.body,
};

function hasParts(name) {
  return Boolean(
    name.family ||
      name.given ||
      name.dropping_particle ||
      name.non_dropping_particle ||
      name.suffix,
  );
}

/** Return the parts to show: one particle, unless a name has both kinds. */
function partsOf({ dropping_particle: dropping, non_dropping_particle: sorted }) {
  const particles = dropping
    ? ["dropping_particle", ...(sorted ? ["non_dropping_particle"] : [])]
    : ["non_dropping_particle"];
  return [...particles, "family", "given", "suffix"];
}
