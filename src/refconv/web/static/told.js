/**
 * What the page was told in its HTML: the words for fields and types, the targets, and in a report
 * all of its content.
 *
 * @typedef {{title: string, family: string, key: string}} Field
 * @typedef {[label: string, start: number, end: number, confidence: number]} Segment
 * @typedef {{item: object, type: string, rows: [string, string][], kept: [string, string][]}} Record_
 * @typedef {{file: string, line: number, own: boolean, number: string, text: string,
 *   segments: Segment[], previous: string, record: Record_, out?: boolean, corrected?: boolean}} Entry
 * @typedef {{name: string, format: string, entries: Entry[], blocks: string[][],
 *   remarks: {place: string, message: string, note: boolean}[]}} Sheet
 * @typedef {{text: string, file: string, losses: Object<string, [string, string][]>}} Export
 */

const told = JSON.parse(document.getElementById("told").textContent);

export const live = /** @type {boolean} */ (told.live);
export const targets = /** @type {[string, string][]} */ (told.targets);
export const firstTarget = /** @type {string} */ (told.first);
export const given = { sheets: /** @type {Sheet[]} */ (told.sheets ?? []), exports: told.exports };
export const labels = /** @type {string[]} */ (told.vocabulary.labels);
export const kinds = /** @type {Object<string, string>} */ (told.vocabulary.kinds);
export const types = /** @type {Object<string, string>} */ (told.vocabulary.types);
const fields = /** @type {Object<string, Field>} */ (told.vocabulary.fields);
const threshold = /** @type {number} */ (told.vocabulary.doubtful);

/** Fields that the record can be given, by their titles. */
export const fieldNames = Object.keys(kinds).sort((a, b) =>
  fieldOf(a).title.localeCompare(fieldOf(b).title),
);

/** How a field is shown. @param {string} name @returns {Field} */
export function fieldOf(name) {
  return fields[name] ?? { title: name, family: "other", key: "" };
}

/** The label that a key gives. @param {string} key */
export function labelOfKey(key) {
  return labels.find((label) => fieldOf(label).key === key);
}

/** @param {Segment} segment */
export function isUnsure(segment) {
  return segment[3] < threshold;
}

/** Whether to look at a reference before the others. @param {Entry} entry */
export function isDoubtful(entry) {
  return (
    !entry.out &&
    entry.text !== "" &&
    (entry.segments.length === 0 || entry.segments.some(isUnsure))
  );
}

/** @param {number} confidence */
export function percent(confidence) {
  return `${Math.round(confidence * 100)}\u00a0%`;
}

/** A count and its noun. @param {number} count @param {string} noun */
export function counted(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
