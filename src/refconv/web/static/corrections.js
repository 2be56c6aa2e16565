import { postOrAnnounce } from "./api.js";
import { displayOf, kinds } from "./data.js";
import { announce } from "./dom.js";
import { doubtsOf } from "./doubts.js";
import { applyLabel } from "./labelling.js";
import { offerElement, preview } from "./offers.js";
import { quoted, TEXTS } from "./texts.js";

/** Variables whose value says nothing about other references that have the same. */
const DIFFERS_BY_REFERENCE = new Set([
  "title",
  "id",
  "type",
  "DOI",
  "URL",
  "page",
  "PMID",
  "PMCID",
  "arXiv",
  "number",
]);

/** The user's corrections: each is one step to undo, and is offered to similar references. */
export class Corrections {
  /** @param {import("./store.js").Store} store @param {import("./list.js").List} list */
  constructor(store, list) {
    this.store = store;
    this.list = list;
    /** @type {Promise<unknown>} */
    this.queue = Promise.resolve();
  }

  /** Run corrections one after the other: each builds on the result of the one before. */
  enqueue(work) {
    this.queue = this.queue.then(work);
    return this.queue;
  }

  // ── labels ────────────────────────────────────────────────────────────────────────────────────

  /** Label a range of a string. */
  label(index, range, label) {
    return this.enqueue(() => this.labelRange(index, range, label));
  }

  async labelRange(index, [from, to], label) {
    const entry = this.store.entries[index];
    const segments = applyLabel(entry.text, entry.segments, from, to, label);
    if (JSON.stringify(segments) === JSON.stringify(entry.segments)) return;
    const words = quoted(entry.text.slice(from, to));
    const description = label
      ? TEXTS.offers.is(words, displayOf(label).title)
      : TEXTS.offers.inNoField(words);
    if (await this.relabel(description, new Map([[index, segments]])))
      await this.offerLabels(index, entry, segments, description);
  }

  /** Replace the segments of entries. @param {Map<number, any>} segmentsOf by index */
  relabel(description, segmentsOf) {
    const entries = [...segmentsOf].map(([index, after]) => {
      const { text, segments, previousAuthors, record } = this.store.entries[index];
      return { text, previousAuthors, before: segments, after, item: record.item };
    });
    const changed = (index) => ({
      segments: segmentsOf.get(index),
      relabelled: true,
      notices: [],
    });
    return this.change(description, [...segmentsOf.keys()], "relabel", { entries }, changed);
  }

  /** Offer the same correction to the references of the input that are printed alike. */
  async offerLabels(index, entry, after, description) {
    const { entries } = this.store;
    const candidates = this.store.order.filter((at) => {
      const other = entries[at];
      return at !== index && other.input === entry.input && other.text && !other.isPageRecord;
    });
    const others = candidates.map((at) => ({
      text: entries[at].text,
      segments: entries[at].segments,
    }));
    const message = { text: entry.text, before: entry.segments, after, others };
    const answer = await postOrAnnounce("recur", message);
    if (!answer?.found.length || entries !== this.store.entries) return;
    const found = new Map(answer.found.map(([place, segments]) => [candidates[place], segments]));
    this.offer(index, found.size, () =>
      preview(
        TEXTS.offers.same,
        [...found].map(([at, segments]) => ({
          index: at,
          entry: this.store.entries[at],
          segments,
        })),
        (chosen) => {
          const accepted = new Map([...found].filter(([at]) => chosen.has(at)));
          const text = TEXTS.offers.tooMany(description, accepted.size);
          this.enqueue(() => this.relabel(text, accepted));
        },
      ),
    );
  }

  // ── values ────────────────────────────────────────────────────────────────────────────────────

  /** Change a field of the record; null leaves it unchanged, without waiting for the queue. */
  edit(index, name, text) {
    if (text !== null)
      return this.enqueue(() => this.editOne(index, name, text, textEdits(text)));
    this.list.change([index]);
    return this.focusField(index, name);
  }

  /** Change the names of a field, in parts; null leaves them unchanged. */
  editNames(index, name, value) {
    if (value !== null)
      return this.enqueue(() => this.editOne(index, name, null, nameEdits(value)));
    this.list.change([index]);
    return this.focusField(index, name);
  }

  /** Change a value, and offer the same change. @param {Edits} edits */
  async editOne(index, name, text, edits) {
    const before = this.store.entries[index].record;
    const { title } = displayOf(name);
    if (await this.editAll(TEXTS.record.changed(title), [index], name, edits)) {
      const after = this.store.entries[index].record.rows.find(([other]) => other === name)?.[1];
      this.offerValue(index, before, name, text ?? after ?? "", edits);
    }
    this.focusField(index, name);
  }

  /** If the card has the focus, or nothing has, move it to a field of the record. */
  focusField(index, name) {
    const { element, record } = this.list.cards[index];
    const focused = document.activeElement;
    if (focused === document.body || element.contains(focused))
      record?.querySelector(`[data-name="${name}"]`)?.focus();
  }

  /** @param {Edits} edits */
  editAll(description, indices, name, { endpoint, value }) {
    const edits = indices.map((index) => ({
      item: this.store.entries[index].record.item,
      name,
      ...value,
    }));
    const changesOf = (index) => ({
      notices: this.store.entries[index].notices.filter(([field]) => field !== name),
    });
    return this.change(description, indices, endpoint, { edits }, changesOf);
  }

  /** Offer to change the value where other records have the former one. */
  offerValue(index, before, name, text, edits) {
    const former = before.rows.find(([other]) => other === name)?.[1];
    if (!former || DIFFERS_BY_REFERENCE.has(name) || ["number", "date"].includes(kinds[name]))
      return;
    const hasFormer = ({ record }) =>
      record.rows.some(([other, value]) => other === name && value === former);
    const found = this.store.order.filter(
      (at) => at !== index && hasFormer(this.store.entries[at]),
    );
    if (found.length === 0) return;
    const { title } = displayOf(name);
    const after = text || TEXTS.offers.nothing;
    this.offer(index, found.length, () =>
      preview(
        TEXTS.record.inOthers(title),
        found.map((at) => ({ index: at, entry: this.store.entries[at], former, text: after })),
        (chosen) => {
          const description = TEXTS.record.changedToo(title, chosen.size);
          this.enqueue(() => this.editAll(description, [...chosen], name, edits));
        },
      ),
    );
  }

  // ── both ──────────────────────────────────────────────────────────────────────────────────────

  /**
   * Let the server work out the records of entries, and replace the entries as one step.
   *
   * @param {string} description
   * @param {number[]} indices
   * @param {string} endpoint
   * @param {object} message
   * @param {(index: number) => object} changesOf what else changes in an entry
   * @returns {Promise<boolean>} whether they were replaced
   */
  async change(description, indices, endpoint, message, changesOf) {
    const { entries } = this.store;
    const answer = await postOrAnnounce(endpoint, message);
    // Another list may have been started in the meantime.
    if (!answer || entries !== this.store.entries) return false;
    const after = indices.map((index, place) => [
      index,
      { ...entries[index], ...changesOf(index), record: answer.records[place] },
    ]);
    this.store.change(description, new Map(after));
    announce(description);
    return true;
  }

  /** Show an offer in a card. @param {() => void} show is called to show the references */
  offer(index, count, show) {
    const card = this.list.cards[index];
    card.offer?.remove();
    card.offer = offerElement(count, show, () => (card.offer = null));
    if (card.isActive) card.element.firstElementChild.append(card.offer);
    return card.offer;
  }

  /** Leave an entry out of what is written, or include it again. */
  toggleLeftOut(index) {
    const entry = this.store.entries[index];
    const description = entry.leftOut ? TEXTS.cuts.included : TEXTS.cuts.leftOut;
    this.store.change(description, new Map([[index, { ...entry, leftOut: !entry.leftOut }]]));
    announce(description);
  }

  /** Mark an entry as right, or as to be checked again. */
  toggleChecked(index) {
    const entry = this.store.entries[index];
    if (!entry.isChecked && doubtsOf(entry).length === 0) {
      announce(TEXTS.doubts.nothing);
      return;
    }
    const description = entry.isChecked ? TEXTS.doubts.againDone : TEXTS.doubts.accepted;
    this.store.change(description, new Map([[index, { ...entry, isChecked: !entry.isChecked }]]));
    announce(description);
  }
}

/**
 * How the server changes values.
 *
 * @typedef {{endpoint: string, value: object}} Edits
 */
const textEdits = (text) => ({ endpoint: "edit", value: { text } });
const nameEdits = (value) => ({ endpoint: "names", value });
