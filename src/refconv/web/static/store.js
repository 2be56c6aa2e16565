/**
 * The inputs that were read and their entries, with undo. Entries are never changed, only replaced,
 * so that undoing puts the former ones back. The index of an entry never changes; which entries
 * are in the list, and where, is its order.
 *
 * Events: "added" (detail: the indices of the new entries), "changed" (detail: the indices),
 * "cleared".
 *
 * @typedef {{description: string, before: Map<number, any>, after: Map<number, any>,
 *   orderBefore: number[], orderAfter: number[]}} Step
 */
export class Store extends EventTarget {
  constructor() {
    super();
    this.clear();
  }

  clear() {
    /** @type {import("./data.js").Entry[]} */
    this.entries = [];
    /** The indices of the entries in the list. @type {number[]} */
    this.order = [];
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
    const added = input.entries.map((_, at) => first + at);
    this.order = [...this.order, ...added];
    this.dispatchEvent(new CustomEvent("added", { detail: added }));
  }

  /**
   * Replace entries, as one step to undo.
   *
   * @param {string} description of the step
   * @param {Map<number, any>} after the new entries by index; an index may be new
   * @param {number[]} order of the list afterwards
   */
  change(description, after, order = this.order) {
    const before = new Map(
      [...after.keys()]
        .filter((index) => index < this.entries.length)
        .map((index) => [index, this.entries[index]]),
    );
    const step = { description, before, after, orderBefore: this.order, orderAfter: order };
    this.undoSteps.push(step);
    this.redoSteps = [];
    this.replace(after, order);
  }

  /** Undo the last step and return it. @returns {Step | undefined} */
  undo() {
    const step = this.undoSteps.pop();
    if (!step) return undefined;
    this.redoSteps.push(step);
    this.replace(step.before, step.orderBefore);
    return step;
  }

  /** Redo the last undone step and return it. @returns {Step | undefined} */
  redo() {
    const step = this.redoSteps.pop();
    if (!step) return undefined;
    this.undoSteps.push(step);
    this.replace(step.after, step.orderAfter);
    return step;
  }

  /** Return the entries in the list, in order. */
  listed() {
    return this.order.map((index) => this.entries[index]);
  }

  /** Return the indices of the entries to write: all that are not left out. */
  included() {
    return this.order.filter((index) => !this.entries[index].leftOut);
  }

  replace(entries, order) {
    for (const [index, entry] of entries) this.entries[index] = entry;
    this.order = order;
    this.dispatchEvent(new CustomEvent("changed", { detail: [...entries.keys()] }));
  }
}

/** Count what the list holds: those to write, pages among them, and those that are left out. */
export function countsOf(entries) {
  const included = entries.filter((entry) => !entry.leftOut);
  const pages = included.filter((entry) => entry.isPageRecord).length;
  return {
    references: included.length - pages,
    pages,
    leftOut: entries.length - included.length,
  };
}
