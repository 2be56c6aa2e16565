import { Card } from "./cards.js";
import { isDoubtful, labelOfKey } from "./data.js";
import { h } from "./dom.js";

/** How many cards are created before the browser paints. */
const FIRST_BATCH = 60;

/** The list of cards: which are shown, in which order, and which one is active. */
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
    /** @type {import("./data.js").Losses} */
    this.losses = {};
    this.element = h("ol", { class: "cards", "aria-label": "References" });
    this.empty = h("p", { class: "nothing", hidden: true }, "No reference matches.");
    // On mouseup, because a card that is rendered again under a pressed button gets no click.
    this.element.addEventListener("mouseup", (event) => this.onClick(event));
    this.element.addEventListener("click", (event) => this.onClick(event));
    this.element.addEventListener("keydown", (event) => this.onKey(event));
    store.addEventListener("cleared", () => this.clear());
    store.addEventListener("added", (event) => this.add(event.detail));
    store.addEventListener("changed", (event) => this.change(event.detail));
  }

  clear() {
    this.cards = [];
    this.active = this.tabStop = -1;
    this.losses = {};
    this.element.replaceChildren();
    this.empty.hidden = true;
  }

  /** Create cards in batches, so that the first ones are seen soon. @param {number} first */
  add(first) {
    const entries = this.store.entries;
    const end = Math.min(entries.length, first + FIRST_BATCH);
    const created = [];
    for (let index = first; index < end; index += 1) {
      this.cards[index] ??= new Card(index, this.actions);
      this.render(index);
      created.push(this.cards[index].element);
    }
    this.element.append(...created);
    this.updateShown();
    if (end < entries.length) setTimeout(() => this.store.entries === entries && this.add(end));
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
    card.element.hidden = !this.matches(index);
    if (range) card.words?.select(...range);
    if (focus) card.restoreFocus(focus);
  }

  /** Render changed entries again; those that have no card yet are rendered when they get one. */
  change(indices) {
    for (const index of indices) if (this.cards[index]) this.render(index);
    this.updateShown();
  }

  /** Keep one card reachable by Tab, and show a notice if no card is shown. */
  updateShown() {
    const active = this.cards[this.active];
    const first = [...this.element.children].find((child) => !child.hidden);
    const stop = active && !active.element.hidden ? this.active : first ? indexOf(first) : -1;
    if (stop !== this.tabStop) {
      this.cards[this.tabStop]?.setTabStop(false);
      this.cards[stop]?.setTabStop(true);
      this.tabStop = stop;
    }
    this.empty.hidden = this.cards.length === 0 || stop >= 0;
  }

  /** @param {number} index */
  bringIntoView(index) {
    this.cards[index]?.element.scrollIntoView({ block: "nearest" });
  }

  /** Remove all offers: they were made for the entries before a change. */
  removeOffers() {
    for (const card of this.cards) {
      card.offer?.remove();
      card.offer = null;
    }
  }

  /** Show the losses of another target or output. @param {import("./data.js").Losses} losses */
  showLosses(losses) {
    const before = this.losses;
    this.losses = losses;
    for (const { index, element } of this.cards) {
      const isSame = JSON.stringify(before[index] ?? []) === JSON.stringify(losses[index] ?? []);
      if (!isSame && !element.querySelector(".editor")) this.render(index);
    }
    this.updateShown();
  }

  /** Return whether the filter shows an entry. The active one stays among the doubtful ones. */
  matches(index) {
    const entry = this.store.entries[index];
    if (this.filter.doubtfulOnly && !isDoubtful(entry) && index !== this.active) return false;
    const words = this.filter.words.toLocaleLowerCase();
    if (!words) return true;
    const values = entry.record.rows.map(([, text]) => text);
    return [entry.text, ...values].join(" ").toLocaleLowerCase().includes(words);
  }

  /** Show what the filter matches, in its order. @param {Partial<List["filter"]>} filter */
  arrange(filter = {}) {
    Object.assign(this.filter, filter);
    const rank = (card) =>
      this.filter.doubtfulFirst && isDoubtful(this.store.entries[card.index]) ? 0 : 1;
    const ordered = [...this.cards].sort((a, b) => rank(a) - rank(b) || a.index - b.index);
    if (ordered.some((card, place) => this.element.children[place] !== card.element))
      this.element.append(...ordered.map((card) => card.element));
    for (const card of ordered) card.element.hidden = !this.matches(card.index);
    this.updateShown();
  }

  /** Return the indices of the entries that are shown, in order. */
  shown() {
    return [...this.element.children].filter((child) => !child.hidden).map(indexOf);
  }

  /** Make a card the active one. @param {number | undefined} index @param {boolean} focus it */
  activate(index, focus = true) {
    if (index === undefined || !this.cards[index]) return;
    if (index !== this.active) {
      const former = this.cards[this.active];
      this.active = index;
      if (former) {
        former.isActive = false;
        this.render(former.index);
      }
      this.cards[index].isActive = true;
      this.render(index);
      this.updateShown();
    }
    if (focus) this.cards[index].focus();
  }

  /** Activate the next card that is shown, or the one before. @param {1 | -1} direction */
  step(direction, accepts = () => true) {
    const shown = this.shown();
    const place = shown.indexOf(this.active);
    const candidates =
      direction > 0 ? shown.slice(place + 1) : shown.slice(0, Math.max(place, 0)).reverse();
    this.activate(candidates.find(accepts));
  }

  /** Activate the card that was clicked, and select in it what was clicked or selected. */
  onClick(event) {
    const element = event.target.closest(".card");
    if (!element) return;
    const index = indexOf(element);
    if (index === this.active) return;
    const selection = getSelection();
    const selected = selection.isCollapsed ? null : selection.toString();
    const segment = event.target.closest(".segment");
    const place = segment ? [...element.querySelectorAll(".segment")].indexOf(segment) : -1;
    this.activate(index);
    const { words, entry } = this.cards[index];
    const start = selected ? entry.text.indexOf(selected) : -1;
    if (words && start >= 0) words.select(start, start + selected.length);
    else if (words && place >= 0) words.select(entry.segments[place][1], entry.segments[place][2]);
  }

  onKey(event) {
    const card = this.cards[this.active];
    const isInWords = Boolean(event.target.closest("[role=listbox]"));
    const isOnCard = event.target.localName === "article";
    if (isOnCard && !isInWords && !card) this.activate(this.shown()[0]);
    if (event.ctrlKey || event.metaKey || event.altKey || !(isInWords || isOnCard)) return;
    if ((isInWords && onWordKey(event, card)) || this.onListKey(event, card))
      event.preventDefault();
  }

  /** Handle a key for the list. @returns {boolean} whether it was one */
  onListKey({ key }, card) {
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

/** Handle a key for the words of a card. @returns {boolean} whether it was one */
function onWordKey({ key, shiftKey }, card) {
  const { words } = card;
  if (key === "ArrowRight") words.move(words.focus + 1, shiftKey);
  else if (key === "ArrowLeft") words.move(words.focus - 1, shiftKey);
  else if (key === "Home") words.move(0, shiftKey);
  else if (key === "End") words.move(words.words.length - 1, shiftKey);
  else if (key === "x" || key === "Delete" || key === "Backspace") card.label(null);
  else if (!shiftKey && labelOfKey(key)) card.label(labelOfKey(key));
  else return false;
  return true;
}
