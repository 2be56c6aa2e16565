import { displayOf, hasServer, isDoubtful, isUnsure, percent } from "./data.js";
import { button, h } from "./dom.js";
import { paletteElement, updatePalette } from "./palette.js";
import { fieldAdder, fieldEditor, recordElement } from "./records.js";
import { stringElement, WordList } from "./strings.js";

/**
 * What a card asks for.
 *
 * @typedef {{label: (index: number, range: [number, number], label: string | null) => void,
 *   edit: (index: number, name: string, text: string | null) => void,
 *   toggleLeftOut: (index: number) => void}} Actions
 */

/** The card of an entry in the list. The active card can be corrected. */
export class Card {
  /** @param {number} index of the entry @param {Actions} actions */
  constructor(index, actions) {
    this.index = index;
    this.actions = actions;
    this.isActive = false;
    this.isTabStop = false;
    /** @type {WordList | null} */
    this.words = null;
    /** @type {HTMLElement | null} an offer to correct other references */
    this.offer = null;
    this.element = h("li", { class: "card", id: `r${index}` });
  }

  /**
   * @param {import("./data.js").Entry} entry
   * @param {import("./data.js").Loss[]} losses
   * @param {number} count of all entries
   */
  render(entry, losses, count) {
    this.entry = entry;
    this.words = this.isActive && entry.text ? new WordList(entry, `w${this.index}`) : null;
    const isEditable = this.isActive && hasServer;
    const edit = isEditable ? (field, value) => this.edit(field, value) : null;
    this.record = recordElement(entry, losses, edit);
    this.palette = isEditable && this.words ? paletteElement((label) => this.label(label)) : null;
    this.element.classList.toggle("active", this.isActive);
    this.element.classList.toggle("out", Boolean(entry.leftOut));
    this.element.classList.toggle("recordonly", !entry.text);
    this.element.replaceChildren(this.articleElement(count, isEditable));
    this.showSelection();
    this.words?.element.addEventListener("selected", () => this.showSelection());
  }

  articleElement(count, isEditable) {
    const { entry } = this;
    const string = this.words ? this.words.element : entry.text ? stringElement(entry) : null;
    return h(
      "article",
      { "aria-label": this.name(count), tabindex: this.tabIndex() },
      h("div", { class: "number" }, entry.number || String(this.index + 1), flagElement(entry)),
      string && h("div", { class: "printed" }, string, this.palette),
      h("div", { class: "imported" }, this.record, isEditable && this.tools()),
      isEditable && this.offer,
    );
  }

  /** Return the name of the card for screen readers. */
  name(count) {
    const { entry } = this;
    const parts = [
      `Reference ${this.index + 1} of ${count}`,
      entry.isPageRecord && "record of the page itself",
      isDoubtful(entry) && "doubtful",
      entry.leftOut && "left out",
    ];
    return parts.filter(Boolean).join(", ");
  }

  /** Let the Tab key reach the card, or not. @param {boolean} isTabStop */
  setTabStop(isTabStop) {
    this.isTabStop = isTabStop;
    this.element.firstElementChild.setAttribute("tabindex", this.tabIndex());
  }

  /** Return the tabindex; the words of an active card are reached instead of the card. */
  tabIndex() {
    return this.isTabStop && !this.words ? 0 : -1;
  }

  /** Put the focus where correcting begins. */
  focus() {
    (this.words?.element ?? this.element.firstElementChild).focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest" });
  }

  /** Return a selector of the focused element in the card, or null. @returns {string | null} */
  focusPlace() {
    const focused = document.activeElement;
    if (!this.element.contains(focused)) return null;
    if (focused.dataset.name) return `[data-name="${CSS.escape(focused.dataset.name)}"]`;
    const group = ["offer", "palette", "tools"].find((name) => focused.closest(`.${name}`));
    if (!group) return "article";
    const place = [...focused.parentElement.children].indexOf(focused) + 1;
    return `.${group} > :nth-child(${place})`;
  }

  /** Put the focus back after rendering. @param {string} place from focusPlace */
  restoreFocus(place) {
    const element = place === "article" ? null : this.element.querySelector(place);
    if (element && !element.disabled) element.focus({ preventScroll: true });
    else this.focus();
  }

  showSelection() {
    if (this.palette) updatePalette(this.palette, Boolean(this.words.range()), this.words.label());
  }

  /** Label what is selected. @param {string | null} label null for no label */
  label(label) {
    const range = this.words?.range();
    if (hasServer && range && label !== "") this.actions.label(this.index, range, label);
  }

  /** Create the controls below the record. */
  tools() {
    const { leftOut, record } = this.entry;
    const isLeftOut = Boolean(leftOut);
    const toggle = () => this.actions.toggleLeftOut(this.index);
    return h(
      "div",
      { class: "tools" },
      fieldAdder(record.rows, (name) => this.addField(name)),
      button(isLeftOut ? "Include this one again" : "Leave this one out", toggle, {
        class: "quiet",
        "aria-pressed": String(isLeftOut),
      }),
    );
  }

  /** Edit a field that the record lacks. @param {string} name */
  addField(name) {
    const value = h("span", {});
    this.record.append(
      h("div", { class: "row long" }, h("dt", {}, displayOf(name).title), h("dd", {}, value)),
    );
    this.edit(name, value);
  }

  /** Edit a field of the record in place. @param {string} name @param {HTMLElement | null} value */
  edit(name, value = this.record.querySelector(`[data-name="${name}"]`)) {
    if (!value) return;
    const { record } = this.entry;
    const row = record.rows.find(([other]) => other === name);
    const text = name === "type" ? record.type : (row?.[1] ?? "");
    const { input, hint } = fieldEditor(name, text, (edited) =>
      this.actions.edit(this.index, name, edited),
    );
    value.closest(".row").classList.replace("short", "long");
    value.replaceWith(input, ...(hint ? [h("span", { class: "hint" }, hint)] : []));
    input.focus();
    if (!(input instanceof HTMLSelectElement)) input.select();
  }
}

/** Create the remark below the number of an entry, or null. */
function flagElement(entry) {
  const flag = (text, kind = "flag") => h("span", { class: kind }, text);
  if (entry.isPageRecord) return flag("the page itself");
  if (entry.leftOut) return flag("left out");
  if (isDoubtful(entry)) return flag(doubtOf(entry), "flag doubt");
  return entry.text ? null : flag(entry.line ? `line ${entry.line}` : "");
}

/** Describe the least certain segment of an entry. */
function doubtOf(entry) {
  const [worst] = entry.segments.filter(isUnsure).sort((a, b) => a[3] - b[3]);
  return worst ? `${displayOf(worst[0]).title} ${percent(worst[3])} sure` : "no fields found";
}
