import { ask } from "./api.js";
import { say } from "./dom.js";
import { labelled } from "./labelling.js";
import { offer, preview } from "./offers.js";
import { fieldOf, kinds } from "./told.js";

const WHOLLY_OWN = new Set([
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

/** What a person corrects, each correction one step that can be undone. */
export class Corrections {
  /** @param {import("./store.js").Store} store @param {import("./list.js").List} list */
  constructor(store, list) {
    this.store = store;
    this.list = list;
    /** @type {Promise<unknown>} */
    this.before = Promise.resolve();
  }

  /** Do one thing after the other: each builds on what the one before has made. */
  inTurn(work) {
    this.before = this.before.then(work);
    return this.before;
  }

  /** Give a stretch of a string to a field. */
  label(...correction) {
    return this.inTurn(() => this.giveLabel(...correction));
  }

  /** Give a field of the record another value; null leaves it as it was, without waiting. */
  edit(index, name, text) {
    if (text !== null) return this.inTurn(() => this.giveValue(index, name, text));
    this.list.render(index);
    return this.returnTo(index, name);
  }

  async giveLabel(index, [from, to], label) {
    const entry = this.store.entries[index];
    const segments = labelled(entry.text, entry.segments, from, to, label);
    if (JSON.stringify(segments) === JSON.stringify(entry.segments)) return;
    const words = short(entry.text.slice(from, to));
    const said = label ? `${words} is ${fieldOf(label).title}` : `${words} is in no field`;
    if (await this.relabel(said, new Map([[index, segments]])))
      await this.lookForMore(index, entry, segments, said);
  }

  /** Put other segments in the place of those of some entries. @param {Map<number, any>} changes */
  async relabel(said, changes) {
    const entries = [...changes].map(([index, after]) => {
      const { text, segments, previous, record } = this.store.entries[index];
      return { text, previous, before: segments, after, item: record.item };
    });
    const all = this.store.entries;
    const answer = await asked("relabel", { entries });
    if (!answer || all !== this.store.entries) return false;
    const is = [...changes].map(([index, segments], place) => [
      index,
      { ...this.store.entries[index], segments, record: answer.records[place], corrected: true },
    ]);
    this.store.change(said, new Map(is));
    say(said);
    return true;
  }

  /** Look for references of the same list where the same correction may be due, and offer it. */
  async lookForMore(index, entry, after, said) {
    const places = this.store.entries.flatMap((other, place) =>
      place !== index && other.list === entry.list && other.text && !other.own ? [place] : [],
    );
    const others = places.map((place) => ({
      text: this.store.entries[place].text,
      segments: this.store.entries[place].segments,
    }));
    const all = this.store.entries;
    const answer = await asked("recur", {
      text: entry.text,
      before: entry.segments,
      after,
      others,
    });
    const found = (answer?.found ?? []).map(([place, segments]) => ({
      index: places[place],
      segments,
    }));
    if (found.length === 0 || all !== this.store.entries) return;
    this.offer(index, found.length, () => {
      const rows = found.map(({ index: at, segments }) => ({
        index: at,
        entry: this.store.entries[at],
        segments,
      }));
      preview("The same correction in other references", rows, (chosen) => {
        const changes = new Map(
          found.filter((one) => chosen.has(one.index)).map((one) => [one.index, one.segments]),
        );
        this.inTurn(() => this.relabel(`${said}; the same in ${changes.size} more`, changes));
      });
    });
  }

  async giveValue(index, name, text) {
    const before = this.store.entries[index].record;
    if (await this.change(`${fieldOf(name).title} changed`, new Map([[index, text]]), name))
      this.lookForSame(index, before, name, text);
    this.returnTo(index, name);
  }

  /** Put the focus, where the card has it, on the field that was edited. */
  returnTo(index, name) {
    const { element, record } = this.list.cards[index];
    if (element.contains(document.activeElement))
      record.querySelector(`[data-name="${name}"]`)?.focus();
  }

  async change(said, texts, name) {
    const edits = [...texts].map(([index, text]) => ({
      item: this.store.entries[index].record.item,
      name,
      text,
    }));
    const all = this.store.entries;
    const answer = await asked("edit", { edits });
    if (!answer || all !== this.store.entries) return false;
    const is = [...texts.keys()].map((index, place) => [
      index,
      { ...this.store.entries[index], record: answer.records[place] },
    ]);
    this.store.change(said, new Map(is));
    say(said);
    return true;
  }

  /** Where other records have the value that was changed, offer to change it there too. */
  lookForSame(index, before, name, text) {
    const was = before.rows.find(([of]) => of === name)?.[1];
    if (!was || WHOLLY_OWN.has(name) || kinds[name] === "number" || kinds[name] === "date") return;
    const found = this.store.entries.flatMap((entry, at) =>
      at !== index && entry.record.rows.some(([of, value]) => of === name && value === was)
        ? [at]
        : [],
    );
    if (found.length === 0) return;
    this.offer(index, found.length, () => {
      const rows = found.map((at) => ({ index: at, entry: this.store.entries[at], was, text }));
      preview(`${fieldOf(name).title} in other references`, rows, (chosen) => {
        const said = `${fieldOf(name).title} changed in ${chosen.size} more`;
        const texts = new Map([...chosen].map((at) => [at, text]));
        this.inTurn(() => this.change(said, texts, name));
      });
    });
  }

  offer(index, count, look) {
    const card = this.list.cards[index];
    card.offered?.remove();
    card.offered = offer(count, look, () => (card.offered = null));
    if (card.active) card.element.firstElementChild.append(card.offered);
  }

  /** Leave a reference out of what is written, or take it in again. */
  leaveOut(index) {
    const entry = this.store.entries[index];
    const said = entry.out ? "Taken in again" : "Left out";
    this.store.change(said, new Map([[index, { ...entry, out: !entry.out }]]));
    say(said);
  }
}

async function asked(name, message) {
  try {
    return await ask(name, message);
  } catch (error) {
    say(error.message, true);
    return null;
  }
}

function short(text) {
  const words = text.trim();
  return `“${words.length > 40 ? `${words.slice(0, 39)}…` : words}”`;
}
