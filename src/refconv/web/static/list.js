import { Card } from "./cards.js";
import { labelOfKey } from "./data.js";
import { h } from "./dom.js";
import { isDoubtful } from "./doubts.js";
import { lineOf } from "./strings.js";
import { TEXTS } from "./texts.js";

/** How far from the window rows are drawn in full. */
const NEAR_WINDOW = "900px 0px";

/** The list of cards: which are shown, in which order, which has the focus, and which is open. */
export class List {
  /** @param {import("./store.js").Store} store @param {import("./cards.js").Actions} actions */
  constructor(store, actions) {
    this.store = store;
    this.actions = actions;
    /** The cards by the index of their entry. @type {Card[]} */
    this.cards = [];
    /** The index of the open card, or -1. */
    this.active = -1;
    /** The card that the Tab key reaches: the current one, or the first that is shown. */
    this.tabStop = -1;
    this.filter = { doubtfulOnly: false, doubtfulFirst: false, words: "" };
    /** @type {import("./data.js").Losses} */
    this.losses = {};
    /** The indices of entries that are perhaps duplicates. @type {Set<number>} */
    this.twins = new Set();
    this.element = h("ol", { class: "cards", "aria-label": TEXTS.list.label });
    this.empty = h("p", { class: "nothing", hidden: true }, TEXTS.list.none);
    this.observer = new IntersectionObserver((seen) => this.drawNear(seen), {
      rootMargin: NEAR_WINDOW,
    });
    // On mouseup, because a card that is rendered again under a pressed button gets no click.
    this.element.addEventListener("mouseup", (event) => this.onClick(event));
    this.element.addEventListener("click", (event) => this.onClick(event));
    this.element.addEventListener("keydown", (event) => this.onKey(event));
    store.addEventListener("cleared", () => this.clear());
    store.addEventListener("added", (event) => this.change(event.detail));
    store.addEventListener("changed", (event) => this.change(event.detail));
  }

  clear() {
    this.observer.disconnect();
    this.cards = [];
    this.active = this.tabStop = -1;
    this.losses = {};
    this.twins = new Set();
    this.element.replaceChildren();
    this.empty.hidden = true;
  }

  /** Render changed entries again, and show the list in its order. @param {number[]} indices */
  change(indices) {
    this.updatePlaces();
    if (this.active >= 0 && !this.placeOf.has(this.active)) this.deactivate();
    for (const index of indices) {
      if (!this.placeOf.has(index)) continue;
      if (!this.cards[index]) {
        this.cards[index] = new Card(index, this.actions);
        this.observer.observe(this.cards[index].element);
      }
      this.render(index);
    }
    this.arrange();
  }

  updatePlaces() {
    this.placeOf = new Map(this.store.order.map((index, at) => [index, at + 1]));
  }

  /** Draw the rows near the window in full, and the others as plain text. */
  drawNear(seen) {
    for (const { target, isIntersecting } of seen) {
      const card = this.cards[indexOf(target)];
      if (!card || card.isNear === isIntersecting) continue;
      card.isNear = isIntersecting;
      if (!card.isActive) this.render(card.index);
    }
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
    const marks = { losses: this.losses[index] ?? [], isTwin: this.twins.has(index) };
    const entry = this.store.entries[index];
    card.render(entry, marks, this.placeOf.get(index), this.store.order.length);
    card.element.hidden = !this.matches(index);
    if (range) card.words?.select(...range);
    if (focus) card.restoreFocus(focus);
  }

  /** Keep one card reachable by Tab, and show a notice if no card is shown. */
  updateShown() {
    const isShown = (index) => this.cards[index] && this.isListed(index) && this.matches(index);
    const wanted = [this.active, this.tabStop].find(isShown);
    const first = wanted ?? this.shown()[0] ?? -1;
    if (first !== this.tabStop) {
      this.cards[this.tabStop]?.setTabStop(false);
      this.tabStop = first;
    }
    this.cards[first]?.setTabStop(true);
    this.empty.hidden = this.store.order.length === 0 || first >= 0;
  }

  isListed(index) {
    return this.placeOf?.has(index) ?? false;
  }

  /** @param {number} index */
  bringIntoView(index) {
    if (this.isListed(index)) this.cards[index]?.element.scrollIntoView({ block: "nearest" });
  }

  /** Remove all offers: they were made for the entries before a change. */
  removeOffers() {
    for (const index of this.store.order) {
      const card = this.cards[index];
      card.offer?.remove();
      card.offer = null;
    }
  }

  /** Show the losses of another target or output. @param {import("./data.js").Losses} losses */
  showLosses(losses) {
    const before = this.losses;
    this.losses = losses;
    for (const index of this.store.order) {
      const { element } = this.cards[index];
      const isSame = JSON.stringify(before[index] ?? []) === JSON.stringify(losses[index] ?? []);
      if (!isSame && !element.querySelector(".editing")) this.render(index);
    }
    this.updateShown();
  }

  /** Mark entries that are perhaps duplicates. @param {Set<number>} twins their indices */
  showDuplicates(twins) {
    const before = this.twins;
    this.twins = twins;
    for (const index of new Set([...before, ...twins])) {
      const isOpen = this.isListed(index) && !this.cards[index].element.querySelector(".editing");
      if (isOpen) this.render(index);
    }
    this.updateShown();
  }

  /** Return whether the filter shows an entry. The open one stays among the doubtful ones. */
  matches(index) {
    const entry = this.store.entries[index];
    if (this.filter.doubtfulOnly && !isDoubtful(entry) && index !== this.active) return false;
    const words = this.filter.words.toLocaleLowerCase();
    if (!words) return true;
    const values = entry.record.rows.map(([, text]) => text);
    return [lineOf(entry), ...values].join(" ").toLocaleLowerCase().includes(words);
  }

  /** Show what the filter matches, in its order. @param {Partial<List["filter"]>} filter */
  arrange(filter = {}) {
    Object.assign(this.filter, filter);
    this.updatePlaces();
    const rank = (index) =>
      this.filter.doubtfulFirst && isDoubtful(this.store.entries[index]) ? 0 : 1;
    const ordered = [...this.store.order];
    if (this.filter.doubtfulFirst)
      ordered.sort((a, b) => rank(a) - rank(b) || this.placeOf.get(a) - this.placeOf.get(b));
    const elements = ordered.map((index) => this.cards[index].element);
    const isSame =
      elements.length === this.element.children.length &&
      elements.every((element, at) => this.element.children[at] === element);
    if (!isSame) this.element.replaceChildren(...elements);
    for (const index of ordered) this.cards[index].element.hidden = !this.matches(index);
    this.updateShown();
  }

  /** Return the indices of the entries that are shown, in order. */
  shown() {
    return [...this.element.children].filter((child) => !child.hidden).map(indexOf);
  }

  /** Open a card. @param {number | undefined} index @param {boolean} focus it */
  activate(index, focus = true) {
    if (index === undefined || !this.cards[index]) return;
    if (index !== this.active) {
      const former = this.active;
      this.active = index;
      if (former >= 0) this.setOpen(former, false);
      this.setOpen(index, true);
      this.updateShown();
    }
    if (focus) this.cards[index].focus();
  }

  /** Close the open card; its row has the focus then. */
  close() {
    const index = this.active;
    if (index < 0) return;
    this.deactivate();
    this.moveTo(index);
  }

  deactivate() {
    const former = this.active;
    this.active = -1;
    this.tabStop = former;
    if (former >= 0 && this.cards[former]) this.setOpen(former, false);
    this.updateShown();
  }

  setOpen(index, isOpen) {
    this.cards[index].isActive = isOpen;
    if (this.isListed(index)) this.render(index);
  }

  /** Put the focus on the row of a card. @param {number | undefined} index */
  moveTo(index) {
    if (index === undefined || !this.cards[index]) return;
    this.cards[this.tabStop]?.setTabStop(false);
    this.tabStop = index;
    this.updateShown();
    this.cards[index].focus();
  }

  /** Go to the next card that is shown, or the one before. @param {1 | -1} direction */
  step(direction) {
    const shown = this.shown();
    const place = shown.indexOf(this.active >= 0 ? this.active : this.tabStop);
    const isOnRow = this.active >= 0 || this.hasFocus();
    const next = isOnRow ? shown[place + direction] : shown[Math.max(place, 0)];
    if (this.active >= 0) this.activate(next);
    else this.moveTo(next);
  }

  /** Open the next doubtful card; after the last one, the first again. */
  nextDoubtful() {
    const shown = this.shown();
    const place = shown.indexOf(this.active >= 0 ? this.active : this.tabStop);
    const first = this.active >= 0 || place < 0 ? place + 1 : place;
    const isWanted = (index) => isDoubtful(this.store.entries[index]) && index !== this.active;
    const next = shown.slice(first).find(isWanted);
    if (next === undefined) {
      const again = shown.find(isWanted);
      this.actions.warn(again === undefined ? TEXTS.doubts.nothing : TEXTS.doubts.noMore);
      this.activate(again);
    } else this.activate(next);
  }

  hasFocus() {
    return this.element.contains(document.activeElement);
  }

  /** Open the card that was clicked, and select in it what was clicked or selected. */
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
    const isTyping = event.target.closest("input, textarea, select");
    if (event.key === "Escape" && card && !isTyping) {
      this.close();
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !(isInWords || isOnCard)) return;
    if ((isInWords && onWordKey(event, card)) || this.onListKey(event)) event.preventDefault();
  }

  /** Handle a key that goes through the list from anywhere. @returns {boolean} whether it was one */
  onGlobalKey({ key, target }) {
    if (this.store.order.length === 0) return false;
    const isOnBody = target === document.body;
    if (key === "n" || key === "j" || key === "k" || (isOnBody && key.startsWith("Arrow")))
      return this.onListKey({ key });
    return false;
  }

  /** Handle a key for the list. @returns {boolean} whether it was one */
  onListKey({ key }) {
    const index = this.active >= 0 ? this.active : this.tabStop;
    const card = this.cards[index];
    if (key === "ArrowDown" || key === "j") this.step(1);
    else if (key === "ArrowUp" || key === "k") this.step(-1);
    else if (key === "n") this.nextDoubtful();
    else if (!card) return false;
    else if (key === "Enter" && card.isActive) card.edit(card.fieldToEdit());
    else if (key === "Enter" || key === " ") this.activate(index);
    else if (key === "y") this.actions.toggleChecked(index);
    else if (key === "m" || key === "M") this.actions.join(index, key === "m" ? 1 : -1);
    else if (key === "x" || key === "Delete") this.actions.toggleLeftOut(index);
    else if (!card.words && card.entry.text && labelOfKey(key))
      this.actions.warn(TEXTS.words.openFirst);
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
  else if (key === "s") card.split();
  else if (key === "x" || key === "Delete" || key === "Backspace") card.label(null);
  else if (!shiftKey && labelOfKey(key)) card.label(labelOfKey(key));
  else return false;
  return true;
}
