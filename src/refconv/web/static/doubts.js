/** Why a reference needs a look, in words. */

import { displayOf, isUnsure } from "./data.js";
import { TEXTS } from "./texts.js";

/** Segments with this many characters between them are neighbours. */
const NEAR = 4;

/**
 * Return why a reference needs a look before the others; nothing if it does not.
 *
 * @param {import("./data.js").Entry} entry
 * @returns {{field: string, words: string}[]}
 */
export function doubtsOf(entry) {
  if (entry.leftOut || entry.isChecked || entry.text === "") return [];
  if (entry.segments.length === 0) return [{ field: "", words: TEXTS.doubts.noFields }];
  return [...noticesOf(entry), ...ofSegments(entry.segments), ...ofRecord(entry)];
}

/** @param {import("./data.js").Entry} entry */
export function isDoubtful(entry) {
  return doubtsOf(entry).length > 0;
}

/** Identifiers that a line end may have cut; once their field is edited, nothing is said. */
function noticesOf({ notices = [] }) {
  return notices.map(([field, reason, detail]) => {
    const { title } = displayOf(field);
    const words =
      reason === "cut" ? TEXTS.doubts.cut(title, detail) : TEXTS.doubts.joined(title);
    return { field, words };
  });
}

/** Doubtful neighbours are one doubt: the boundary between them. */
function ofSegments(segments) {
  const doubts = [];
  segments.forEach((segment, at) => {
    if (!isUnsure(segment)) return;
    const before = segments[at - 1];
    const title = displayOf(segment[0]).title;
    if (before && isUnsure(before) && segment[1] - before[2] <= NEAR && before[0] !== segment[0])
      doubts.push({
        field: segment[0],
        words: TEXTS.doubts.boundary(displayOf(before[0]).title, title),
      });
    else if (!isBoundaryOfNext(segments, at))
      doubts.push({ field: segment[0], words: TEXTS.doubts.field(title, segment[3]) });
  });
  return doubts;
}

/** Return whether the next segment's doubt is about the boundary with this one. */
function isBoundaryOfNext(segments, at) {
  const [segment, next] = [segments[at], segments[at + 1]];
  return (
    next !== undefined && isUnsure(next) && next[1] - segment[2] <= NEAR && next[0] !== segment[0]
  );
}

function ofRecord({ record, isPageRecord }) {
  const hasTitle = record.rows.some(([name]) => name === "title");
  return hasTitle || isPageRecord ? [] : [{ field: "title", words: TEXTS.doubts.noTitle }];
}
