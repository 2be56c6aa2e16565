import { h, visible } from "./dom.js";
import { fieldOf, isUnsure, percent } from "./told.js";
import { words } from "./labelling.js";

/** The string of an entry, to look at. @param {import("./told.js").Entry} entry */
export function stringOf(entry) {
  return h(
    "p",
    { class: "string", dir: "auto" },
    cut(entry, (start, end) => [visible(entry.text.slice(start, end))]),
  );
}

/**
 * The string of an entry, to work on: a list box of its words. Arrows move over them, with Shift
 * they extend; the mouse selects as anywhere.
 */
export class Words {
  /**
   * @param {import("./told.js").Entry} entry
   * @param {string} id of the entry's element
   */
  constructor(entry, id) {
    this.entry = entry;
    this.words = words(entry.text, entry.segments);
    this.options = this.words.map((word, index) =>
      h(
        "span",
        { role: "option", id: `${id}-${index}`, class: "word", "aria-selected": "false" },
        visible(entry.text.slice(word.start, word.end)),
      ),
    );
    this.anchor = this.focus = -1;
    /** @type {[number, number] | null} what the mouse has selected */
    this.marked = null;
    this.element = h(
      "p",
      {
        class: "string",
        role: "listbox",
        tabindex: 0,
        dir: "auto",
        "aria-multiselectable": "true",
        "aria-label":
          "Words of the reference. Arrows move, Shift and arrows select, " +
          "a letter gives what is selected to a field.",
      },
      cut(entry, (start, end) => this.inside(start, end)),
    );
    this.element.addEventListener("mouseup", () => this.fromMouse());
  }

  inside(start, end) {
    const nodes = [];
    let place = start;
    this.words.forEach((word, index) => {
      if (word.start < start || word.end > end) return;
      nodes.push(visible(this.entry.text.slice(place, word.start)), this.options[index]);
      place = word.end;
    });
    return [...nodes, visible(this.entry.text.slice(place, end))].filter((node) => node !== "");
  }

  /** What is selected, in characters. @returns {[number, number] | null} */
  range() {
    if (this.marked) return this.marked;
    if (this.focus < 0) return null;
    const [first, last] = [this.anchor, this.focus].sort((a, b) => a - b);
    return [this.words[first].start, this.words[last].end];
  }

  /** The label of what is selected, if it is all of one segment. */
  label() {
    const range = this.range();
    const segment =
      range && this.entry.segments.find(([, start, end]) => start <= range[0] && range[1] <= end);
    return segment ? segment[0] : null;
  }

  /** @param {number} to @param {boolean} extend */
  move(to, extend = false) {
    this.focus = Math.max(0, Math.min(this.words.length - 1, to));
    if (!extend) this.anchor = this.focus;
    this.marked = null;
    getSelection().removeAllRanges();
    this.show();
  }

  /** Select the words of a stretch. */
  select(start, end) {
    const inside = this.words.flatMap((word, index) =>
      word.start >= start && word.end <= end ? [index] : [],
    );
    if (inside.length === 0) return;
    this.anchor = inside[0];
    this.focus = inside[inside.length - 1];
    this.marked = null;
    this.show();
  }

  show() {
    const [first, last] = [this.anchor, this.focus].sort((a, b) => a - b);
    this.options.forEach((option, index) =>
      option.setAttribute("aria-selected", String(index >= first && index <= last && first >= 0)),
    );
    const current = this.options[this.focus];
    if (current) this.element.setAttribute("aria-activedescendant", current.id);
    this.element.dispatchEvent(new CustomEvent("selected", { bubbles: true }));
  }

  fromMouse() {
    const selection = getSelection();
    if (
      !selection.rangeCount ||
      !this.element.contains(selection.anchorNode) ||
      !this.element.contains(selection.focusNode)
    )
      return;
    const range = selection.getRangeAt(0);
    const [start, end] = [
      this.offset(range.startContainer, range.startOffset),
      this.offset(range.endContainer, range.endOffset),
    ];
    if (start < end) {
      this.anchor = this.focus = -1;
      this.show();
      this.marked = [start, end];
      this.element.dispatchEvent(new CustomEvent("selected", { bubbles: true }));
      return;
    }
    // A click: the segment that it hits, or else the word.
    const segment = this.entry.segments.find(([, first, last]) => first <= start && start < last);
    if (segment) this.select(segment[1], segment[2]);
    else this.move(this.words.findIndex((word) => word.end > start));
  }

  offset(node, place) {
    const range = document.createRange();
    range.selectNodeContents(this.element);
    range.setEnd(node, place);
    return range.toString().length;
  }
}

/** Cut a string into its segments' elements and what stands between them. */
function cut(entry, inside) {
  const nodes = [];
  let place = 0;
  for (const segment of entry.segments) {
    const [label, start, end, confidence] = segment;
    const field = fieldOf(label);
    const sure = `${field.title}, ${percent(confidence)} sure`;
    nodes.push(...inside(place, start));
    nodes.push(
      h(
        "span",
        {
          class: `segment ${field.family}${isUnsure(segment) ? " unsure" : ""}`,
          role: "group",
          title: sure,
          "aria-label": isUnsure(segment) ? `${field.title}, doubtful` : field.title,
          "data-label": label,
          "data-title": field.title,
          "data-sure": percent(confidence),
        },
        inside(start, end),
      ),
    );
    place = end;
  }
  nodes.push(...inside(place, entry.text.length));
  return nodes;
}
