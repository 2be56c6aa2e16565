import { ask } from "./api.js";
import { download, say } from "./dom.js";
import { counted, firstTarget, given, live, targets } from "./told.js";

const SOON = 200;

/** The file that is made of the list for the target, kept up with every correction. */
export class Outputs extends EventTarget {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    super();
    this.store = store;
    this.target = firstTarget;
    /** @type {Promise<import("./told.js").Export | null> | null} */
    this.made = null;
    this.waiting = 0;
    for (const event of ["cleared", "added", "changed"])
      store.addEventListener(event, () => this.outdate());
  }

  /** @param {string} target */
  choose(target) {
    this.target = target;
    this.outdate();
  }

  title() {
    return targets.find(([key]) => key === this.target)[1];
  }

  outdate() {
    this.made = null;
    clearTimeout(this.waiting);
    if (this.store.entries.length > 0) this.waiting = setTimeout(() => this.make(), SOON);
  }

  /** Make the file, and tell what it cannot carry. */
  make() {
    this.made ??= live ? this.ask() : this.unpack(given.exports[this.target]);
    return this.made;
  }

  async ask() {
    const wanted = this.store.wanted();
    const blocks = this.store.sheets.flatMap((sheet) => sheet.blocks);
    const items = wanted.map((index) => this.store.entries[index].record.item);
    const asked = this.store.done.length;
    try {
      const made = await ask("export", { items, blocks, target: this.target });
      const losses = Object.fromEntries(
        Object.entries(made.losses).map(([place, said]) => [wanted[Number(place)], said]),
      );
      if (asked === this.store.done.length) this.tell({ ...made, losses });
      return made;
    } catch (error) {
      say(error.message, true);
      this.made = null;
      return null;
    }
  }

  /** Give what a report holds compressed. */
  async unpack({ file, losses, packed }) {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return this.tell({ file, losses, text: await new Response(stream).text() });
  }

  tell(made) {
    this.dispatchEvent(new CustomEvent("made", { detail: made.losses }));
    return made;
  }

  async save() {
    if (this.store.entries.length === 0) return;
    const made = await this.make();
    if (!made) return;
    download(made.text, made.file);
    say(`${made.file}: ${counted(this.store.wanted().length, "reference")}, ${this.title()}`);
  }

  async copy() {
    const made = await this.make();
    if (!made) return;
    try {
      await navigator.clipboard.writeText(made.text);
      say(`Copied: ${counted(this.store.wanted().length, "reference")}, ${this.title()}`);
    } catch {
      say("The browser does not let this page copy. Download the file.", true);
    }
  }

  async sendToZotero() {
    say("Sending to Zotero …");
    const items = this.store.wanted().map((index) => this.store.entries[index].record.item);
    try {
      const { taken, problem } = await ask("zotero", { items, target: this.target });
      say(problem || `Zotero has taken in ${counted(taken, "reference")}.`, Boolean(problem));
    } catch (error) {
      say(error.message, true);
    }
  }

  /** Save the strings whose labels were corrected, to train with. */
  async saveCorrections() {
    const entries = this.store.entries
      .filter((entry) => entry.corrected)
      .map(({ text, segments }) => ({ text, segments }));
    if (entries.length === 0) {
      say("No labels have been corrected yet.");
      return;
    }
    try {
      const made = await ask("training", {
        entries,
        document: this.store.sheets
          .map((sheet) => sheet.name)
          .join(" ")
          .trim(),
      });
      download(made.text, made.file);
      say(`${made.file}: ${counted(entries.length, "labelled reference")}`);
    } catch (error) {
      say(error.message, true);
    }
  }
}
