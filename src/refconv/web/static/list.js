import { h } from "./dom.js";
import { Card } from "./cards.js";
import { isDoubtful, labelOfKey } from "./told.js";

const AT_ONCE = 60;

/** The list of all cards: which are shown, in which order, and which one is active. */
export class List {
  /** @param {import("./store.js").Store} store @param {import("./cards.js").Actions} actions */
  constructor(store, actions) {
    this.store = store;
    this.actions = actions;
    /** @type {Card[]} */
    this.cards = [];
    this.active = -1;
    /** The card that the Tab key reaches: the active one, or the first that is shown. */
    this.tabStop = -1;
    this.filter = { doubtfulOnly: false, doubtfulFirst: false, words: "" };
    /** @type {Object<string, [string, string][]>} */
    this.losses = {};
    this.element = h("ol", { class: "cards", "aria-label": "References" });
    this.empty = h("p", { class: "nothing", hidden: true }, "No reference is like that.");
    // A card that is rendered anew under the pressed button gets no click.
    this.element.addEventListener("mouseup", (event) => this.clicked(event));
    this.element.addEventListener("click", (event) => this.clicked(event));
    this.element.addEventListener("keydown", (event) => this.pressed(event));
    store.addEventListener("cleared", () => this.clear());
    store.addEventListener("added", (event) => this.added(event.detail));
    store.addEventListener("changed", (event) => this.changed(event.detail));
  }

  clear() {
    this.cards = [];
    this.active = this.tabStop = -1;
    this.losses = {};
    this.element.replaceChildren();
    this.empty.hidden = true;
  }

  /** Make cards: some at once, so that there is something to see, the others soon after. */
  added(first) {
    const entries = this.store.entries;
    const last = Math.min(entries.length, first + AT_ONCE);
    const made = [];
    for (let index = first; index < last; index += 1) {
      this.cards[index] ??= new Card(index, this.actions);
      this.render(index);
      made.push(this.cards[index].element);
    }
    this.element.append(...made);
    this.updateShown();
    if (last < entries.length) setTimeout(() => this.store.entries === entries && this.added(last));
    else this.arrange();
  }

  /**
   * Render a card again; the focus, the Tab stop and the selection stay. Whoever calls it calls
   * `updateShown` afterwards.
   *
   * @param {number} index
   */
  render(index) {
    const card = this.cards[index];
    const focus = card.focusPlace();
    const range = card.words?.range();
    card.render(this.store.entries[index], this.losses[index] ?? [], this.store.entries.length);
    card.element.hidden = !this.fits(index);
    if (range) card.words?.select(...range);
    if (focus) card.restoreFocus(focus);
  }

  changed(indices) {
    for (const index of indices) this.render(index);
    this.updateShown();
  }

  /** Keep one card reachable by Tab, and say so if no card is shown. */
  updateShown() {
    const isShown = (card) => card && !card.element.hidden;
    const active = this.cards[this.active];
    const first = [...this.element.children].find((child) => !child.hidden);
    const stop = isShown(active) ? this.active : first ? indexOf(first) : -1;
    if (stop !== this.tabStop) {
      this.cards[this.tabStop]?.setTabStop(false);
      this.cards[stop]?.setTabStop(true);
      this.tabStop = stop;
    }
    this.empty.hidden = this.cards.length === 0 || stop >= 0;
  }

  /** @param {number} index */
  bringIntoView(index) {
    this.cards[index].element.scrollIntoView({ block: "nearest" });
  }

  /** Offers are of the list as it was when they were made. */
  withdrawOffers() {
    for (const card of this.cards) {
      card.offered?.remove();
      card.offered = null;
    }
  }

  /** Show other losses. @param {Object<string, [string, string][]>} losses */
  showLosses(losses) {
    const former = this.losses;
    this.losses = losses;
    for (const { index, element } of this.cards) {
      const same = JSON.stringify(former[index] ?? []) === JSON.stringify(losses[index] ?? []);
      if (!same && !element.querySelector(".editor")) this.render(index);
    }
    this.updateShown();
  }

  fits(index) {
    const entry = this.store.entries[index];
    if (this.filter.doubtfulOnly && !isDoubtful(entry) && index !== this.active) return false;
    const sought = this.filter.words.toLocaleLowerCase();
    return (
      !sought ||
      `${entry.text} ${entry.record.rows.map(([, text]) => text).join(" ")}`
        .toLocaleLowerCase()
        .includes(sought)
    );
  }

  /** Show what fits the filter, in the order that is wanted. @param {Partial<List["filter"]>} filter */
  arrange(filter = {}) {
    Object.assign(this.filter, filter);
    const doubt = (card) =>
      this.filter.doubtfulFirst && isDoubtful(this.store.entries[card.index]) ? 0 : 1;
    const ordered = [...this.cards].sort((a, b) => doubt(a) - doubt(b) || a.index - b.index);
    if (ordered.some((card, place) => this.element.children[place] !== card.element))
      this.element.append(...ordered.map((card) => card.element));
    for (const card of ordered) card.element.hidden = !this.fits(card.index);
    this.updateShown();
  }

  shown() {
    return [...this.element.children].filter((child) => !child.hidden).map(indexOf);
  }

  /** Make a card the active one. @param {number} index */
  activate(index, focus = true) {
    if (index === undefined || !this.cards[index]) return;
    if (index !== this.active) {
      const former = this.cards[this.active];
      this.active = index;
      if (former) {
        former.active = false;
        this.render(former.index);
      }
      this.cards[index].active = true;
      this.render(index);
      this.updateShown();
    }
    if (focus) this.cards[index].focus();
  }

  step(by, fits = () => true) {
    const shown = this.shown();
    const place = shown.indexOf(this.active);
    const rest = by > 0 ? shown.slice(place + 1) : shown.slice(0, Math.max(place, 0)).reverse();
    this.activate(rest.find(fits));
  }

  clicked(event) {
    const element = event.target.closest(".card");
    if (!element) return;
    const index = indexOf(element);
    if (index === this.active) return;
    const selection = getSelection();
    const marked = selection.isCollapsed ? null : selection.toString();
    const segment = event.target.closest(".segment");
    const place = segment ? [...element.querySelectorAll(".segment")].indexOf(segment) : -1;
    this.activate(index);
    const { words, entry } = this.cards[index];
    const found = marked ? entry.text.indexOf(marked) : -1;
    if (words && found >= 0) words.select(found, found + marked.length);
    else if (words && place >= 0) words.select(entry.segments[place][1], entry.segments[place][2]);
  }

  pressed(event) {
    const card = this.cards[this.active];
    const inWords = event.target.closest("[role=listbox]");
    if (event.target.localName === "article" && !inWords && !card) this.activate(this.shown()[0]);
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      !(inWords || event.target.localName === "article")
    )
      return;
    if ((inWords && inWordsPressed(event, card)) || this.moved(event, card)) event.preventDefault();
  }

  moved({ key }, card) {
    if (key === "ArrowDown" || key === "j") this.step(1);
    else if (key === "ArrowUp" || key === "k") this.step(-1);
    else if (key === "n") this.step(1, (index) => isDoubtful(this.store.entries[index]));
    else if (key === "Enter" && card)
      card.edit(card.words?.label() ?? card.entry.record.rows[0]?.[0] ?? "type");
    else return false;
    return true;
  }
}

/** @param {Element} card @returns {number} */
function indexOf(card) {
  return Number(card.id.slice(1));
}

/** Whether a key was one for the words of a card. */
function inWordsPressed(event, card) {
  const { key, shiftKey } = event;
  const { words } = card;
  if (key === "ArrowRight") words.move(words.focus + 1, shiftKey);
  else if (key === "ArrowLeft") words.move(words.focus - 1, shiftKey);
  else if (key === "Home") words.move(0, shiftKey);
  else if (key === "End") words.move(words.words.length - 1, shiftKey);
  else if (key === "x" || key === "Delete" || key === "Backspace") card.give(null);
  else if (!shiftKey && labelOfKey(key)) card.give(labelOfKey(key));
  else return false;
  return true;
}
