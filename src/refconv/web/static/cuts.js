/** Where the text was cut wrongly: split, join and add references, and offer the same again. */

import { postOrAnnounce } from "./api.js";
import { announce } from "./dom.js";
import { preview } from "./offers.js";
import { composed, markerBetween, shifted, spanOf } from "./places.js";
import { quoted, TEXTS } from "./texts.js";

/** The user's corrections of cuts: each is one step to undo. */
export class Cuts {
  /**
   * @param {import("./store.js").Store} store
   * @param {import("./list.js").List} list
   * @param {import("./corrections.js").Corrections} corrections
   */
  constructor(store, list, corrections) {
    Object.assign(this, { store, list, corrections });
  }

  // ── split ─────────────────────────────────────────────────────────────────────────────────────

  /** Split a reference before a place of its string. */
  split(index, at) {
    return this.corrections.enqueue(() => this.splitNow(index, at));
  }

  async splitNow(index, at) {
    const { store } = this;
    const entry = store.entries[index];
    const texts = [entry.text.slice(0, at), entry.text.slice(at)];
    const { previousAuthors } = entry;
    const answer = await postOrAnnounce("cut", { texts, previousAuthors });
    if (!answer || store.entries[index] !== entry) return;
    if (answer.entries.length < texts.length) {
      announce(TEXTS.cuts.empty, true);
      return;
    }
    const [first, second] = answer.entries;
    second.places = shifted(second.places, 0, at);
    const word = texts[1].match(/\S*/)[0];
    const [added] = this.replace(TEXTS.cuts.splitDone(word), [[index, [first, second]]]);
    this.list.activate(added);
    await this.offerSplits(added, entry, at);
  }

  /** Offer to split the other references of the input that have the same shape there. */
  async offerSplits(shownAt, { input, text }, at) {
    const { store } = this;
    const candidates = store.order.filter((index) => {
      const other = store.entries[index];
      return other.input === input && other.text && !other.isPageRecord;
    });
    const others = candidates.map((index) => ({ text: store.entries[index].text }));
    const answer = await postOrAnnounce("recut", { text, at, others });
    const found = (answer?.found ?? []).map((one) => [candidates[one.index], one.entries]);
    this.offer(shownAt, TEXTS.cuts.others, found, (chosen) =>
      this.replace(TEXTS.cuts.splitToo(chosen.length), chosen),
    );
  }

  /**
   * Replace entries by the parts that they are split into, as one step.
   *
   * @param {string} description
   * @param {[index: number, parts: any[]][]} splits; the places of parts count in the string
   * @returns {number[]} the indices of the first new entry of each
   */
  replace(description, splits) {
    const { store } = this;
    const after = new Map();
    const order = [...store.order];
    const added = [];
    let next = store.entries.length;
    for (const [index, parts] of splits) {
      const entry = store.entries[index];
      const [first, ...more] = parts.map((part) => cutEntry(entry, part));
      after.set(index, { ...first, number: entry.number });
      added.push(next);
      order.splice(order.indexOf(index) + 1, 0, ...more.map((_, at) => next + at));
      for (const part of more) after.set(next++, part);
    }
    store.change(description, after, order);
    announce(description);
    return added;
  }

  // ── join ──────────────────────────────────────────────────────────────────────────────────────

  /** Join a reference with its neighbour. @param {number} index @param {1 | -1} direction */
  join(index, direction) {
    return this.corrections.enqueue(() => this.joinNow(index, direction));
  }

  async joinNow(index, direction) {
    const { store } = this;
    const place = store.order.indexOf(index);
    const pair = [store.order[place], store.order[place + direction]];
    if (direction < 0) pair.reverse();
    if (!this.canJoin(pair)) {
      announce(TEXTS.cuts.cannotJoin, true);
      return;
    }
    const [first, second] = pair.map((at) => store.entries[at]);
    const { text, places } = this.joined(first, second);
    const { previousAuthors } = first;
    const answer = await postOrAnnounce("cut", { texts: [text], previousAuthors });
    if (!answer || store.entries[pair[0]] !== first || store.entries[pair[1]] !== second) return;
    const wasOpen = this.list.active >= 0;
    this.replacePairs(TEXTS.cuts.joined, [{ pair, part: answer.entries[0], places }]);
    if (wasOpen) this.list.activate(pair[0]);
    else this.list.moveTo(pair[0]);
    await this.offerJoins(pair[0], first, second);
  }

  /** Return whether two entries are neighbours of one text. */
  canJoin(pair) {
    const [first, second] = pair.map((index) => this.store.entries[index]);
    return Boolean(first?.text && second?.text && first.input === second.input);
  }

  /** Return the text of two entries, with a number that is printed between them, and its places. */
  joined(first, second) {
    const input = this.store.inputs[first.input];
    const marker = markerBetween(input, first.places, second.places);
    const words = marker ? `${input.text.slice(...marker)} ` : "";
    const start = first.text.length + 1;
    const places = [
      ...first.places,
      ...(marker ? [[start, marker[0], marker[1] - marker[0]]] : []),
      ...shifted(second.places, start + words.length, 0),
    ];
    return { text: `${first.text}\n${words}${second.text}`, places };
  }

  /** Replace pairs of entries by one entry each, as one step. */
  replacePairs(description, joins) {
    const { store } = this;
    const after = new Map();
    const removed = new Set();
    for (const { pair, part, places } of joins) {
      const [index, second] = pair;
      const entry = { ...store.entries[index], places };
      after.set(index, { ...cutEntry(entry, part), number: entry.number });
      removed.add(second);
    }
    store.change(
      description,
      after,
      store.order.filter((index) => !removed.has(index)),
    );
    announce(description);
  }

  /** Offer to join the other neighbours of the input that were cut in the same way. */
  async offerJoins(shownAt, first, second) {
    const { store } = this;
    const pairs = store.order
      .slice(1)
      .map((index, at) => [store.order[at], index])
      .filter((pair) => this.canJoin(pair) && store.entries[pair[0]].input === first.input);
    const message = {
      ...pairMessage(first, second),
      pairs: pairs.map((pair) => {
        const [a, b] = pair.map((at) => store.entries[at]);
        return { ...pairMessage(a, b), text: this.joined(a, b).text };
      }),
    };
    const answer = await postOrAnnounce("rejoin", message);
    const pairOf = new Map();
    const found = [];
    for (const { index, entries } of answer?.found ?? []) {
      const pair = pairs[index];
      // Of three in a row, only two are joined.
      if (pairOf.has(pair[0]) || [...pairOf.values()].some(([, last]) => last === pair[0])) continue;
      pairOf.set(pair[0], pair);
      found.push([pair[0], entries]);
    }
    this.offer(shownAt, TEXTS.cuts.otherJoins, found, (chosen) =>
      this.replacePairs(
        TEXTS.cuts.joinedToo(chosen.length),
        chosen.map(([index, [part]]) => {
          const pair = pairOf.get(index);
          const [a, b] = pair.map((at) => store.entries[at]);
          return { pair, part, places: this.joined(a, b).places };
        }),
      ),
    );
  }

  // ── add ───────────────────────────────────────────────────────────────────────────────────────

  /** Make a stretch of an input's text a reference. @returns {Promise<number | null>} its index */
  add(inputIndex, start, end) {
    return this.corrections.enqueue(() => this.addNow(inputIndex, start, end));
  }

  async addNow(inputIndex, start, end) {
    const { store } = this;
    const input = store.inputs[inputIndex];
    const { entries } = store;
    const answer = await postOrAnnounce("cut", { texts: [input.text.slice(start, end)] });
    if (!answer || entries !== store.entries) return null;
    const [part] = answer.entries;
    if (!part) {
      announce(TEXTS.cuts.empty, true);
      return null;
    }
    const index = entries.length;
    const places = shifted(part.places, 0, start);
    const entry = { ...part, places, file: input.name, input: inputIndex, isCut: true };
    const description = TEXTS.cuts.added(part.text);
    store.change(description, new Map([[index, entry]]), this.orderWith(index, entry));
    announce(description);
    return index;
  }

  /** Return the order of the list with another entry at its place in the text. */
  orderWith(index, { input, places }) {
    const { store } = this;
    const [start] = spanOf(places);
    const isBefore = (at) => {
      const other = store.entries[at];
      const span = other.input === input ? spanOf(other.places) : null;
      return other.input < input || (span !== null && span[0] < start);
    };
    const before = store.order.findLastIndex(isBefore);
    return store.order.toSpliced(before + 1, 0, index);
  }

  // ── offers ────────────────────────────────────────────────────────────────────────────────────

  /**
   * Offer a correction of other references.
   *
   * @param {number} index of the card that shows the offer
   * @param {string} title
   * @param {[index: number, entries: any[]][]} found what would become of each
   * @param {(chosen: [number, any[]][]) => void} apply
   */
  offer(index, title, found, apply) {
    const { store } = this;
    if (found.length === 0 || !store.order.includes(index)) return;
    const steps = store.undoSteps.length;
    this.corrections.offer(index, found.length, () => {
      if (steps !== store.undoSteps.length) return;
      const choices = found.map(([at, entries]) => ({
        index: at,
        entry: store.entries[at],
        entries,
      }));
      preview(title, choices, (chosen) => apply(found.filter(([at]) => chosen.has(at))));
    });
  }
}

/** Return an entry that is a part of another; the places of the part count in the other's string. */
function cutEntry(entry, part) {
  const { file, input } = entry;
  const places = composed(part.places, entry.places);
  const number = part.number || "";
  return { ...part, file, input, place: entry.place, places, number, isCut: true };
}

function pairMessage(first, second) {
  return { first: first.text, second: second.text, number: second.number };
}

/** Return the texts whose references were cut by hand, with the places of all their references. */
export function boundaryMessage(store) {
  const listed = store.listed().filter((entry) => !entry.leftOut && !entry.isPageRecord);
  const inputs = store.inputs.flatMap(({ name, text }, at) => {
    const ofInput = listed.filter((entry) => entry.input === at && entry.places.length > 0);
    if (!text || !ofInput.some((entry) => entry.isCut)) return [];
    return [{ name, text, spans: ofInput.map((entry) => spanOf(entry.places)) }];
  });
  return { inputs };
}
