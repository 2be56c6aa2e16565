/**
 * The data that the HTML holds: titles of fields and item types, the targets to write for and, in a
 * report, all of its content.
 *
 * @typedef {{title: string, family: string, key: string}} FieldDisplay
 * @typedef {[label: string, start: number, end: number, confidence: number]} Segment
 * @typedef {{item: object, type: string, rows: [string, string][],
 *   kept: [string, string][]}} DisplayRecord
 * @typedef {{file: string, line: number, isPageRecord: boolean, number: string, text: string,
 *   segments: Segment[], previousAuthors: string, record: DisplayRecord, input?: number,
 *   leftOut?: boolean, relabelled?: boolean}} Entry
 * @typedef {{place: string, message: string, severity: "note" | "warning" | "error"}} Diagnostic
 * @typedef {{name: string, format: string, entries: Entry[], blocks: string[][],
 *   diagnostics: Diagnostic[]}} Input
 * @typedef {{text: string, file: string, losses: Losses}} Output
 * @typedef {[row: string, loss: string]} Loss
 * @typedef {Object<string, Loss[]>} Losses by the index of the entry
 */

const data = JSON.parse(document.getElementById("page-data").textContent);

/** Whether a server answers; a report has none and can only be looked at. */
export const hasServer = /** @type {boolean} */ (data.hasServer);
export const targets = /** @type {[key: string, title: string][]} */ (data.targets);
export const firstTarget = /** @type {string} */ (data.firstTarget);
/** What a report shows. */
export const report = {
  inputs: /** @type {Input[]} */ (data.inputs ?? []),
  outputs: /** @type {Object<string, {file: string, losses: Losses, packed: string}>} */ (
    data.outputs ?? {}
  ),
};
/** The labels that a segment can have, the most frequent first. */
export const labels = /** @type {string[]} */ (data.display.labels);
/** The kind of value of each variable: "names", "date", "list", "number" or "text". */
export const kinds = /** @type {Object<string, string>} */ (data.display.kinds);
/** The titles of the item types. */
export const types = /** @type {Object<string, string>} */ (data.display.types);
const fields = /** @type {Object<string, FieldDisplay>} */ (data.display.fields);
const doubtfulBelow = /** @type {number} */ (data.display.doubtfulBelow);

/** The variables that a record can have, in the order of their titles. */
export const variables = Object.keys(kinds).sort((a, b) =>
  displayOf(a).title.localeCompare(displayOf(b).title),
);

/** Return how the page shows a field. @param {string} name @returns {FieldDisplay} */
export function displayOf(name) {
  return fields[name] ?? { title: name, family: "other", key: "" };
}

/** Return the label that a key of the keyboard stands for. @param {string} key */
export function labelOfKey(key) {
  return labels.find((label) => displayOf(label).key === key);
}

/** @param {Segment} segment */
export function isUnsure(segment) {
  return segment[3] < doubtfulBelow;
}

/** Return whether a reference needs a check before the others. @param {Entry} entry */
export function isDoubtful(entry) {
  return (
    !entry.leftOut &&
    entry.text !== "" &&
    (entry.segments.length === 0 || entry.segments.some(isUnsure))
  );
}

/** @param {number} share */
export function percent(share) {
  return `${Math.round(share * 100)}\u00a0%`;
}

/** Return a count and its noun, "2 references". @param {number} count @param {string} noun */
export function counted(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
