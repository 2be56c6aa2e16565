/**
 * The list and what was done to it. Entries are never changed, only replaced, so that undoing is
 * putting the former ones back.
 *
 * Events: "added" (detail: first new index), "changed" (detail: the indices), "cleared".
 */
export class Store extends EventTarget {
  constructor() {
    super();
    this.clear();
  }

  clear() {
    /** @type {import("./told.js").Entry[]} */
    this.entries = [];
    /** @type {import("./told.js").Sheet[]} */
    this.sheets = [];
    /** @type {{said: string, was: Map<number, any>, is: Map<number, any>}[]} */
    this.done = [];
    this.undone = [];
    this.dispatchEvent(new CustomEvent("cleared"));
  }

  /** @param {import("./told.js").Sheet} sheet */
  add(sheet) {
    const first = this.entries.length;
    this.sheets.push(sheet);
    this.entries.push(
      ...sheet.entries.map((entry) => ({ ...entry, list: this.sheets.length - 1 })),
    );
    this.dispatchEvent(new CustomEvent("added", { detail: first }));
  }

  /** Replace entries, as one step. @param {string} said what was done @param {Map<number, any>} is */
  change(said, is) {
    const was = new Map([...is.keys()].map((index) => [index, this.entries[index]]));
    this.done.push({ said, was, is });
    this.undone = [];
    this.put(is);
  }

  /** Take the last step back. @returns {{said: string, was: Map<number, any>} | undefined} it */
  undo() {
    const step = this.done.pop();
    if (!step) return undefined;
    this.undone.push(step);
    this.put(step.was);
    return step;
  }

  /** Take the last undone step again. @returns {{said: string, was: Map<number, any>} | undefined} it */
  redo() {
    const step = this.undone.pop();
    if (!step) return undefined;
    this.done.push(step);
    this.put(step.is);
    return step;
  }

  /** What goes into a file. */
  wanted() {
    return this.entries.map((_, index) => index).filter((index) => !this.entries[index].out);
  }

  put(entries) {
    for (const [index, entry] of entries) this.entries[index] = entry;
    this.dispatchEvent(new CustomEvent("changed", { detail: [...entries.keys()] }));
  }
}
