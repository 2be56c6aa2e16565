/**
 * The data that the HTML holds: titles of fields and item types, the targets to write for and, in a
 * report, all of its content.
 *
 * @typedef {{title: string, family: string, key: string}} FieldDisplay
 * @typedef {[label: string, start: number, end: number, confidence: number]} Segment
 * @typedef {{item: object, type: string, rows: [string, string][],
 *   kept: [string, string][]}} DisplayRecord
 * @typedef {[own: number, start: number, length: number]} Place
 *   a stretch of a string: its offset there, its offset in the input's text, its length
 * @typedef {[field: string, reason: "cut" | "joined", detail: string]} Notice
 * @typedef {{file: string, place: [string, number][], isPageRecord: boolean, number: string,
 *   text: string, segments: Segment[], places: Place[], notices: Notice[],
 *   previousAuthors: string, record: DisplayRecord, input?: number, leftOut?: boolean,
 *   relabelled?: boolean, isCut?: boolean, isChecked?: boolean,
 *   isDistinct?: boolean}} Entry
 * @typedef {{place: string, message: string, severity: "note" | "warning" | "error"}} Diagnostic
 * @typedef {{name: string, format: string, text: string,
 *   setAside: [start: number, end: number, reason: string][], entries: Entry[],
 *   blocks: string[][], diagnostics: Diagnostic[]}} Input
 * @typedef {{text: string, file: string, losses: Losses, summary: string[]}} Output
 * @typedef {[row: string, loss: string]} Loss
 * @typedef {Object<string, Loss[]>} Losses by the index of the entry
 */

const data = JSON.parse(document.getElementById("page-data").textContent);

/** Whether a server answers; a report has none and can only be looked at. */
export const hasServer = /** @type {boolean} */ (data.hasServer);
export const targets = /** @type {[key: string, title: string, program: string][]} */ (
  data.targets
);
/** The programs that targets are grouped by, in order. */
export const programs = /** @type {string[]} */ (data.programs);
export const firstTarget = /** @type {string} */ (data.firstTarget);
/** What a report shows. */
export const report = {
  inputs: /** @type {Input[]} */ (data.inputs ?? []),
  outputs: /** @type {Object<string, {file: string, losses: Losses, summary: string[], packed: string}>} */ (
    data.outputs ?? {}
  ),
};
/** The labels that a segment can have, the most frequent first. */
export const labels = /** @type {string[]} */ (data.display.labels);
/** The kind of value of each variable: "names", "date", "list", "number" or "text". */
export const kinds = /** @type {Object<string, string>} */ (data.display.kinds);
/** The titles of the item types. */
export const types = /** @type {Object<string, string>} */ (data.display.types);
/** The item types that a choice offers first. */
export const commonTypes = /** @type {string[]} */ (data.display.commonTypes);
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

/** Variables whose values take a row of their own. */
const LONG = new Set([
  "title",
  "container-title",
  "abstract",
  "note",
  "annote",
  "keyword",
  "URL",
  "publisher",
  "event-title",
  "collection-title",
]);

/** Return whether a variable holds several values. @param {string} name */
export function hasSeveral(name) {
  return kinds[name] === "names" || kinds[name] === "list";
}

/** Return whether the values of a variable are long. @param {string} name */
export function isLong(name) {
  return LONG.has(name) || kinds[name] === "names";
}
