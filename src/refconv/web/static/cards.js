import { dateEditor } from "./date-editor.js";
import { displayOf, hasServer, kinds } from "./data.js";
import { button, h } from "./dom.js";
import { doubtsOf } from "./doubts.js";
import { fieldEditor } from "./editors.js";
import { namesEditor, namesOfItem } from "./names-editor.js";
import { paletteElement, updatePalette } from "./palette.js";
import { fieldAdder, recordElement } from "./records.js";
import { rowArticle } from "./rows.js";
import { WordList } from "./strings.js";
import { TEXTS } from "./texts.js";

/**
 * What a card asks for.
 *
 * @typedef {{label: (index: number, range: [number, number], label: string | null) => void,
 *   edit: (index: number, name: string, text: string | null) => void,
 *   editNames: (index: number, name: string, value: any) => void,
 *   toggleLeftOut: (index: number) => void, toggleChecked: (index: number) => void,
 *   split: (index: number, at: number) => void, join: (index: number, direction: 1 | -1) => void,
 *   warn: (message: string) => void,
 *   duplicateNotice: (index: number) => HTMLElement | null}} Actions
 */

/** The card of an entry in the list: one row, or open, where the entry can be corrected. */
export class Card {
  /** @param {number} index of the entry @param {Actions} actions */
  constructor(index, actions) {
    this.index = index;
    this.actions = actions;
    this.isActive = false;
    this.isTabStop = false;
    /** Whether the row is near the window: others are plain text. */
    this.isNear = false;
    /** @type {WordList | null} */
    this.words = null;
    /** @type {HTMLElement | null} an offer to correct other references */
    this.offer = null;
    this.element = h("li", { class: "card", id: `r${index}` });
  }

  /**
   * @param {import("./data.js").Entry} entry
   * @param {{losses: import("./data.js").Loss[], isTwin: boolean}} marks
   * @param {number} place in the list, from 1
   * @param {number} count of the list
   */
  render(entry, marks, place, count) {
    this.entry = entry;
    this.place = place;
    this.words = null;
    this.palette = null;
    this.element.classList.toggle("active", this.isActive);
    this.element.classList.toggle("out", Boolean(entry.leftOut));
    this.element.classList.toggle("recordonly", !entry.text);
    const article = this.isActive
      ? this.openArticle(marks)
      : rowArticle(entry, marks, place, this.isNear);
    article.setAttribute("aria-label", this.name(count));
    article.setAttribute("tabindex", this.tabIndex());
    this.element.replaceChildren(article);
    this.showSelection();
  }

  openArticle({ losses, isTwin }) {
    const { entry } = this;
    this.words = entry.text ? new WordList(entry, `w${this.index}`) : null;
    this.words?.element.addEventListener("selected", () => this.showSelection());
    const edit = hasServer ? (field, value) => this.edit(field, value) : null;
    this.record = recordElement(entry, losses, edit);
    this.palette = hasServer && this.words ? paletteElement((label) => this.label(label)) : null;
    return h(
      "article",
      { class: "open" },
      h("div", { class: "ordinal" }, entry.number || String(this.place), placeElement(entry)),
      this.words && h("div", { class: "printed" }, this.words.element, this.palette),
      h("div", { class: "imported" }, this.record, hasServer && this.recordTools()),
      doubtList(entry, hasServer && (() => this.actions.toggleChecked(this.index))),
      isTwin && this.actions.duplicateNotice(this.index),
      hasServer && this.tools(),
      hasServer && this.offer,
    );
  }

  /** Return the name of the card for screen readers. */
  name(count) {
    const { entry } = this;
    const parts = [
      TEXTS.list.name(this.place, count),
      entry.isPageRecord && TEXTS.list.isPage,
      doubtsOf(entry).length > 0 && TEXTS.list.toCheck,
      entry.leftOut && TEXTS.list.isLeftOut,
    ];
    return parts.filter(Boolean).join(", ");
  }

  /** Let the Tab key reach the card, or not. @param {boolean} isTabStop */
  setTabStop(isTabStop) {
    this.isTabStop = isTabStop;
    this.element.firstElementChild?.setAttribute("tabindex", this.tabIndex());
  }

  /** Return the tabindex; the words of an active card are reached instead of the card. */
  tabIndex() {
    return this.isTabStop && !this.words ? 0 : -1;
  }

  /** Put the focus where correcting begins, or on the row. */
  focus() {
    (this.words?.element ?? this.element.firstElementChild).focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest" });
  }

  /** Return a selector of the focused element in the card, or null. @returns {string | null} */
  focusPlace() {
    const focused = document.activeElement;
    if (!this.element.contains(focused)) return null;
    if (focused.dataset.name) return `[data-name="${CSS.escape(focused.dataset.name)}"]`;
    const group = ["offer", "palette", "tools", "adder"].find((name) =>
      focused.closest(`.${name}`),
    );
    if (!group) return "article";
    const place = [...focused.parentElement.children].indexOf(focused) + 1;
    return `.${group} > :nth-child(${place})`;
  }

  /** Put the focus back after rendering. @param {string} place from focusPlace */
  restoreFocus(place) {
    const element = place === "article" ? null : this.element.querySelector(place);
    if (element && !element.disabled) element.focus({ preventScroll: true });
    else (this.words?.element ?? this.element.firstElementChild).focus({ preventScroll: true });
  }

  showSelection() {
    if (!this.palette) return;
    updatePalette(this.palette, Boolean(this.words.range()), this.words.label());
    const word = this.words.splitWord();
    this.splitButton.textContent = word ? TEXTS.cuts.splitBefore(word) : TEXTS.cuts.split;
    this.splitButton.disabled = !word;
  }

  /** Label what is selected. @param {string | null} label null for no label */
  label(label) {
    if (!hasServer || label === "") return;
    const range = this.words?.range();
    if (range) this.actions.label(this.index, range, label);
    else this.actions.warn(TEXTS.words.selectFirst);
  }

  /** Return the field that Enter edits: that of the selected words, or the first one. */
  fieldToEdit() {
    return this.words?.label() ?? this.entry.record.rows[0]?.[0] ?? "type";
  }

  /** Split the reference at the caret. */
  split() {
    const at = this.words?.splitPlace();
    if (at) this.actions.split(this.index, at);
    else this.actions.warn(TEXTS.cuts.cannotSplit);
  }

  /** Create the controls below the record. */
  recordTools() {
    const adder = fieldAdder(this.entry.record.rows, (name) => this.addField(name));
    return h("div", { class: "adder" }, adder);
  }

  /** Create the controls of the whole reference. */
  tools() {
    const { actions, index } = this;
    const isLeftOut = Boolean(this.entry.leftOut);
    const quiet = (keys) => ({ class: "quiet", "aria-keyshortcuts": keys });
    this.splitButton = button(TEXTS.cuts.split, () => this.split(), {
      ...quiet("s"),
      title: TEXTS.cuts.splitTitle,
      disabled: true,
    });
    const cuts = this.words && [
      this.splitButton,
      button(TEXTS.cuts.joinPrevious, () => actions.join(index, -1), quiet("Shift+M")),
      button(TEXTS.cuts.joinNext, () => actions.join(index, 1), quiet("m")),
    ];
    const leaveOut = isLeftOut ? TEXTS.cuts.include : TEXTS.cuts.leaveOut;
    return h(
      "div",
      { class: "tools" },
      cuts,
      button(leaveOut, () => actions.toggleLeftOut(index), quiet("x")),
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
    const editor = this.editorOf(name, (other) => {
      place.element.replaceWith(other.element);
      place = other;
      other.focus();
    });
    let place = editor;
    value.closest(".row").classList.replace("short", "long");
    value.replaceWith(editor.element);
    editor.focus();
  }

  /** Create the editor of a field. @param {(other: any) => void} replace it by another one */
  editorOf(name, replace) {
    const { record } = this.entry;
    const row = record.rows.find(([other]) => other === name);
    const text = name === "type" ? record.type : (row?.[1] ?? "");
    const done = (edited) => this.actions.edit(this.index, name, edited);
    if (kinds[name] === "date") return dateEditor(name, text, done);
    if (kinds[name] !== "names") return fieldEditor(name, text, done);
    const save = (value) => this.actions.editNames(this.index, name, value);
    const asText = () => replace(fieldEditor(name, text, done));
    return namesEditor(name, namesOfItem(record.item, name), save, asText);
  }
}

/** Create what stands below the number of an open entry, or null. */
function placeElement(entry) {
  const flag = (text) => h("span", { class: "flag" }, text);
  if (entry.isPageRecord) return flag(TEXTS.list.page);
  if (entry.leftOut) return flag(TEXTS.list.leftOut);
  const places = entry.place.map(([kind, number]) => TEXTS.list.place[kind](number));
  return places.length > 0 ? flag(places.join(", ")) : null;
}

/** Create the list of doubts of an open entry, or null. */
function doubtList(entry, accept) {
  const doubts = doubtsOf(entry);
  const control = (text) =>
    accept && button(text, accept, { class: "quiet", "aria-keyshortcuts": "y" });
  if (entry.isChecked && doubtsOf({ ...entry, isChecked: false }).length > 0)
    return h("div", { class: "reasons" }, control(TEXTS.doubts.again));
  if (doubts.length === 0) return null;
  const reasons = doubts.map(({ words }) => h("li", {}, words));
  return h("div", { class: "reasons" }, h("ul", {}, reasons), control(TEXTS.doubts.accept));
}
