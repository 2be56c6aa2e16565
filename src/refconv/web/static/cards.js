import { h } from "./dom.js";
import { adder, editor, recordOf } from "./records.js";
import { stringOf, Words } from "./strings.js";
import { fieldOf, isDoubtful, isUnsure, labels, live, percent } from "./told.js";

/**
 * What a card can ask for.
 *
 * @typedef {{label: (index: number, range: [number, number], label: string | null) => void,
 *   edit: (index: number, name: string, text: string | null) => void,
 *   leaveOut: (index: number) => void}} Actions
 */

/** The card of an entry in the list: at rest to look at, active to work on. */
export class Card {
  /** @param {number} index @param {Actions} actions */
  constructor(index, actions) {
    this.index = index;
    this.actions = actions;
    this.active = false;
    this.isTabStop = false;
    /** @type {Words | null} */
    this.words = null;
    /** @type {HTMLElement | null} what is offered for other references */
    this.offered = null;
    this.element = h("li", { class: "card", id: `r${index}` });
  }

  /**
   * @param {import("./told.js").Entry} entry
   * @param {[string, string][]} losses
   * @param {number} count how many there are
   */
  render(entry, losses, count) {
    this.entry = entry;
    const working = this.active && live;
    this.words = this.active && entry.text ? new Words(entry, `w${this.index}`) : null;
    const name = [
      `Reference ${this.index + 1} of ${count}`,
      entry.own && "the page itself",
      isDoubtful(entry) && "doubtful",
      entry.out && "left out",
    ];
    const string = this.words ? this.words.element : entry.text ? stringOf(entry) : null;
    this.palette = working && this.words ? this.paletteOf() : null;
    this.record = recordOf(
      entry,
      losses,
      working ? (field, value) => this.edit(field, value) : null,
    );
    this.element.classList.toggle("active", this.active);
    this.element.classList.toggle("out", Boolean(entry.out));
    this.element.classList.toggle("recordonly", !entry.text);
    this.element.replaceChildren(
      h(
        "article",
        {
          "aria-label": name.filter(Boolean).join(", "),
          tabindex: this.tabIndex(),
        },
        h("div", { class: "number" }, entry.number || String(this.index + 1), flagOf(entry)),
        string && h("div", { class: "printed" }, string, this.palette),
        h("div", { class: "imported" }, this.record, working && this.tools()),
        working && this.offered,
      ),
    );
    this.showPalette();
    this.words?.element.addEventListener("selected", () => this.showPalette());
  }

  /** Put the focus where working on the entry begins. */
  focus() {
    (this.words?.element ?? this.element.firstElementChild).focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest" });
  }

  /** Let the Tab key reach the card, or not. @param {boolean} on */
  setTabStop(on) {
    this.isTabStop = on;
    this.element.firstElementChild.setAttribute("tabindex", this.tabIndex());
  }

  /** The words of an active card are a Tab stop themselves. */
  tabIndex() {
    return this.isTabStop && !this.words ? 0 : -1;
  }

  /** A selector of what has the focus inside the card, or null. @returns {string | null} */
  focusPlace() {
    const focused = document.activeElement;
    if (!this.element.contains(focused)) return null;
    if (focused.dataset.name) return `[data-name="${CSS.escape(focused.dataset.name)}"]`;
    const group = ["offer", "palette", "tools"].find((name) => focused.closest(`.${name}`));
    return group ? `.${group} > :nth-child(${placeOf(focused)})` : "article";
  }

  /** Put the focus back after rendering. @param {string} place of focusPlace */
  restoreFocus(place) {
    const element = place === "article" ? null : this.element.querySelector(place);
    if (element && !element.disabled) element.focus({ preventScroll: true });
    else this.focus();
  }

  paletteOf() {
    const [common, rare] = [
      labels.filter((label) => fieldOf(label).key),
      labels.filter((label) => !fieldOf(label).key),
    ];
    const give = (label) => this.give(label);
    const hold = (event) => event.preventDefault(); // or the selection would be gone
    const buttons = common.map((label) =>
      h(
        "button",
        {
          type: "button",
          class: `chip ${fieldOf(label).family}`,
          "data-label": label,
          "aria-keyshortcuts": fieldOf(label).key,
          onmousedown: hold,
          onclick: () => give(label),
        },
        fieldOf(label).title,
        h("kbd", { "aria-hidden": "true" }, fieldOf(label).key),
      ),
    );
    const more = h(
      "select",
      {
        class: "quiet",
        "aria-label": "Give it to another field",
        onchange: (event) => give(event.currentTarget.value),
      },
      h("option", { value: "" }, "More …"),
      rare.map((label) => h("option", { value: label }, fieldOf(label).title)),
    );
    const none = h(
      "button",
      {
        type: "button",
        class: "chip other",
        onmousedown: hold,
        "aria-keyshortcuts": "x",
        onclick: () => give(null),
      },
      "No field",
      h("kbd", { "aria-hidden": "true" }, "x"),
    );
    return h(
      "div",
      { class: "palette", role: "group", "aria-label": "Give what is selected to a field" },
      buttons,
      more,
      none,
    );
  }

  showPalette() {
    if (!this.palette) return;
    const range = this.words.range();
    const label = this.words.label();
    for (const control of this.palette.children) {
      control.disabled = !range;
      if (control.localName === "button")
        control.setAttribute(
          "aria-pressed",
          String(Boolean(label) && control.dataset.label === label),
        );
    }
  }

  /** Give what is selected to a field. @param {string | null} label */
  give(label) {
    const range = this.words?.range();
    if (live && range && label !== "") this.actions.label(this.index, range, label);
  }

  tools() {
    const { rows } = this.entry.record;
    return h(
      "div",
      { class: "tools" },
      adder(rows, (name) => {
        const value = h("span", {});
        this.record.append(
          h("div", { class: "row long" }, h("dt", {}, fieldOf(name).title), h("dd", {}, value)),
        );
        this.edit(name, value);
      }),
      h(
        "button",
        {
          type: "button",
          class: "quiet",
          "aria-pressed": String(Boolean(this.entry.out)),
          onclick: () => this.actions.leaveOut(this.index),
        },
        this.entry.out ? "Take it in again" : "Leave this one out",
      ),
    );
  }

  /** Edit a field of the record in place. @param {string} name @param {HTMLElement | null} value */
  edit(name, value = this.record.querySelector(`[data-name="${name}"]`)) {
    if (!value) return;
    const { record } = this.entry;
    const text =
      name === "type" ? record.type : (record.rows.find(([of]) => of === name)?.[1] ?? "");
    const { input, hint } = editor(name, text, (given) =>
      this.actions.edit(this.index, name, given),
    );
    value.closest(".row").classList.replace("short", "long");
    value.replaceWith(input, ...(hint ? [h("span", { class: "hint" }, hint)] : []));
    input.focus();
    if (!(input instanceof HTMLSelectElement)) input.select();
  }
}

function placeOf(element) {
  return [...element.parentElement.children].indexOf(element) + 1;
}

function flagOf(entry) {
  const least = Math.min(...entry.segments.map((segment) => segment[3]));
  if (entry.own) return h("span", { class: "flag" }, "the page itself");
  if (entry.out) return h("span", { class: "flag" }, "left out");
  if (!isDoubtful(entry))
    return entry.text ? null : h("span", { class: "flag" }, entry.line ? `line ${entry.line}` : "");
  const worst = entry.segments.find((segment) => isUnsure(segment) && segment[3] === least);
  return h(
    "span",
    { class: "flag doubt" },
    worst ? `${fieldOf(worst[0]).title} ${percent(worst[3])} sure` : "nothing read",
  );
}
