/**
 * The inputs that were read and their entries, with undo. Entries are never changed, only replaced,
 * so that undoing puts the former ones back.
 *
 * Events: "added" (detail: index of the first new entry), "changed" (detail: the indices),
 * "cleared".
 *
 * @typedef {{description: string, before: Map<number, any>, after: Map<number, any>}} Step
 */
export class Store extends EventTarget {
  constructor() {
    super();
    this.clear();
  }

  clear() {
    /** @type {import("./data.js").Entry[]} */
    this.entries = [];
    /** @type {import("./data.js").Input[]} */
    this.inputs = [];
    /** @type {Step[]} */
    this.undoSteps = [];
    /** @type {Step[]} */
    this.redoSteps = [];
    this.dispatchEvent(new CustomEvent("cleared"));
  }

  /** @param {import("./data.js").Input} input */
  add(input) {
    const first = this.entries.length;
    const place = this.inputs.length;
    this.inputs.push(input);
    this.entries.push(...input.entries.map((entry) => ({ ...entry, input: place })));
    this.dispatchEvent(new CustomEvent("added", { detail: first }));
  }

  /**
   * Replace entries, as one step to undo.
   *
   * @param {string} description of the step
   * @param {Map<number, any>} after the new entries by index
   */
  change(description, after) {
    const before = new Map([...after.keys()].map((index) => [index, this.entries[index]]));
    this.undoSteps.push({ description, before, after });
    this.redoSteps = [];
    this.replace(after);
  }

  /** Undo the last step and return it. @returns {Step | undefined} */
  undo() {
    const step = this.undoSteps.pop();
    if (!step) return undefined;
    this.redoSteps.push(step);
    this.replace(step.before);
    return step;
  }

  /** Redo the last undone step and return it. @returns {Step | undefined} */
  redo() {
    const step = this.redoSteps.pop();
    if (!step) return undefined;
    this.undoSteps.push(step);
    this.replace(step.after);
    return step;
  }

  /** Return the indices of the entries to write: all that are not left out. */
  included() {
    return this.entries.map((_, index) => index).filter((index) => !this.entries[index].leftOut);
  }

  replace(entries) {
    for (const [index, entry] of entries) this.entries[index] = entry;
    this.dispatchEvent(new CustomEvent("changed", { detail: [...entries.keys()] }));
  }
}
