import { displayOf, isUnsure } from "./data.js";
import { h, visible } from "./dom.js";
import { wordsOf } from "./labelling.js";
import { percent, TEXTS } from "./texts.js";

/** Return the string of an entry, or what a record says in one line. */
export function lineOf({ text, record }) {
  if (text) return text;
  const value = (name) => record.rows.find(([other]) => other === name)?.[1] ?? "";
  const people = value("author") || value("editor");
  const parts = [
    people.split("\n").join("; "),
    value("issued"),
    value("title") || TEXTS.list.untitled,
    value("container-title") || value("publisher"),
  ];
  return parts.filter(Boolean).join(". ");
}

/** Create the string of an entry, with its segments. @param {import("./data.js").Entry} entry */
export function stringElement(entry) {
  return h(
    "p",
    { class: "string", dir: "auto" },
    withSegments(entry, (start, end) => [visible(entry.text.slice(start, end))]),
  );
}

/**
 * The string of an active entry: a list box of its words. Arrows move over them, with Shift they
 * extend the selection; the mouse selects as anywhere.
 *
 * Event: "selected".
 */
export class WordList {
  /**
   * @param {import("./data.js").Entry} entry
   * @param {string} id of the entry's element
   */
  constructor(entry, id) {
    this.entry = entry;
    this.words = wordsOf(entry.text, entry.segments);
    this.options = this.words.map((word, index) =>
      h(
        "span",
        { role: "option", id: `${id}-${index}`, class: "word", "aria-selected": "false" },
        visible(entry.text.slice(word.start, word.end)),
      ),
    );
    /** The indices of the words where the selection begins and ends; -1 for none. */
    this.anchor = this.focus = -1;
    /** The word that a split begins a new reference at; -1 for none. */
    this.caret = -1;
    /** @type {[number, number] | null} the characters that the mouse has selected */
    this.mouseRange = null;
    this.element = h(
      "p",
      {
        class: "string",
        role: "listbox",
        tabindex: 0,
        dir: "auto",
        "aria-multiselectable": "true",
        "aria-label": TEXTS.words.label,
      },
      withSegments(entry, (start, end) => this.nodesOf(start, end)),
    );
    this.element.addEventListener("mouseup", () => this.selectFromMouse());
  }

  /** Return the words of a range, and the text between them. */
  nodesOf(start, end) {
    const nodes = [];
    let place = start;
    this.words.forEach((word, index) => {
      if (word.start < start || word.end > end) return;
      nodes.push(visible(this.entry.text.slice(place, word.start)), this.options[index]);
      place = word.end;
    });
    return [...nodes, visible(this.entry.text.slice(place, end))].filter((node) => node !== "");
  }

  /** Return the selected characters. @returns {[number, number] | null} */
  range() {
    if (this.mouseRange) return this.mouseRange;
    if (this.focus < 0) return null;
    const [first, last] = [this.anchor, this.focus].sort((a, b) => a - b);
    return [this.words[first].start, this.words[last].end];
  }

  /** Return the label of the selection if one segment holds all of it. */
  label() {
    const range = this.range();
    const segment =
      range && this.entry.segments.find(([, start, end]) => start <= range[0] && range[1] <= end);
    return segment ? segment[0] : null;
  }

  /** Move to a word. @param {number} to @param {boolean} extend the selection */
  move(to, extend = false) {
    this.focus = Math.max(0, Math.min(this.words.length - 1, to));
    if (!extend) this.anchor = this.focus;
    this.caret = Math.min(this.anchor, this.focus);
    this.mouseRange = null;
    getSelection().removeAllRanges();
    this.showSelection();
  }

  /** Select the words of a range of characters. */
  select(start, end) {
    const inside = this.words.flatMap((word, index) =>
      word.start >= start && word.end <= end ? [index] : [],
    );
    if (inside.length === 0) return;
    this.anchor = this.caret = inside[0];
    this.focus = inside[inside.length - 1];
    this.mouseRange = null;
    this.showSelection();
  }

  /** Let a split begin at a word. @param {number} word */
  setCaret(word) {
    this.caret = word;
    this.showSelection();
  }

  /** Return where a split begins a new reference, or null. @returns {number | null} */
  splitPlace() {
    return this.caret > 0 ? this.words[this.caret].start : null;
  }

  /** Return the word that a split begins a new reference at, or nothing. @returns {string} */
  splitWord() {
    const word = this.caret > 0 ? this.words[this.caret] : null;
    return word ? this.entry.text.slice(word.start, word.end) : "";
  }

  showSelection() {
    const [first, last] = [this.anchor, this.focus].sort((a, b) => a - b);
    this.options.forEach((option, index) =>
      option.setAttribute("aria-selected", String(index >= first && index <= last && first >= 0)),
    );
    this.options.forEach((option, index) =>
      option.classList.toggle("caret", index === this.caret && index > 0),
    );
    const current = this.options[this.focus];
    if (current) this.element.setAttribute("aria-activedescendant", current.id);
    this.element.dispatchEvent(new CustomEvent("selected", { bubbles: true }));
  }

  /** Take over what the mouse has selected; a click selects its segment, or else its word. */
  selectFromMouse() {
    const selection = getSelection();
    const isInside = (node) => this.element.contains(node);
    if (!selection.rangeCount || !isInside(selection.anchorNode) || !isInside(selection.focusNode))
      return;
    const range = selection.getRangeAt(0);
    const start = this.offset(range.startContainer, range.startOffset);
    const end = this.offset(range.endContainer, range.endOffset);
    if (start < end) {
      this.anchor = this.focus = -1;
      this.mouseRange = [start, end];
      this.caret = this.words.findIndex((word) => word.end > start);
      this.showSelection();
      return;
    }
    const segment = this.entry.segments.find(([, first, last]) => first <= start && start < last);
    const word = this.words.findIndex(({ end: last }) => last > start);
    if (segment) this.select(segment[1], segment[2]);
    else this.move(word);
    this.setCaret(word);
  }

  /** Return the offset in the string of a place in the document. */
  offset(node, place) {
    const range = document.createRange();
    range.selectNodeContents(this.element);
    range.setEnd(node, place);
    return range.toString().length;
  }
}

/** Return the nodes of a string: an element for each segment, and the text between them. */
function withSegments(entry, nodesOf) {
  const nodes = [];
  let place = 0;
  for (const segment of entry.segments) {
    const [, start, end] = segment;
    nodes.push(...nodesOf(place, start), segmentElement(segment, nodesOf(start, end)));
    place = end;
  }
  nodes.push(...nodesOf(place, entry.text.length));
  return nodes;
}

function segmentElement(segment, nodes) {
  const [label, , , confidence] = segment;
  const { title, family } = displayOf(label);
  return h(
    "span",
    {
      class: `segment ${family}${isUnsure(segment) ? " unsure" : ""}`,
      role: "group",
      title: TEXTS.words.sure(title, confidence),
      "aria-label": isUnsure(segment) ? TEXTS.words.doubtful(title) : title,
      "data-label": label,
      "data-title": title,
      "data-sure": percent(confidence),
    },
    nodes,
  );
}
