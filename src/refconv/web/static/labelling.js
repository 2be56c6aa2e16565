/** Giving stretches of a string to fields: pure functions from segments to segments. */

const WORD = /[\p{L}\p{N}\p{M}]+(?:[-'’.][\p{L}\p{N}\p{M}]+)*|\S/gu;
const PEOPLE = new Set(["author", "editor", "translator"]);
const KEEPS_STOP = new Set([
  ...PEOPLE,
  "container-title",
  "publisher",
  "publisher-place",
  "edition",
]);

/**
 * Cut a string into words and marks, none across the limit of a segment.
 *
 * @param {string} text
 * @param {import("./told.js").Segment[]} segments
 * @returns {{start: number, end: number, segment: number}[]} segment is -1 outside of all
 */
export function words(text, segments) {
  const found = [];
  let place = 0;
  const cut = (end, segment) => {
    for (const match of text.slice(place, end).matchAll(WORD)) {
      found.push({
        start: place + match.index,
        end: place + match.index + match[0].length,
        segment,
      });
    }
    place = end;
  };
  segments.forEach(([, start, end], index) => {
    cut(start, -1);
    cut(end, index);
  });
  cut(text.length, -1);
  return found;
}

/**
 * Give a stretch to a field, or with no label to none. What other segments had of it they lose;
 * beside a segment of the same field it becomes part of that.
 *
 * @param {string} text
 * @param {import("./told.js").Segment[]} segments
 * @param {number} from
 * @param {number} to
 * @param {string | null} label
 * @returns {import("./told.js").Segment[]}
 */
export function labelled(text, segments, from, to, label) {
  let [start, end] = trimmed(text, from, to, label);
  if (start >= end) return segments;
  const kept = segments.flatMap((segment) => remainder(text, segment, start, end));
  if (!label) return kept;
  const apart = kept.filter(([other, first, last]) => {
    const gap = last <= start ? text.slice(last, start) : text.slice(end, first);
    const joins = other === label && gap.length <= 3 && !/[\p{L}\p{N}]/u.test(gap);
    if (joins) [start, end] = [Math.min(start, first), Math.max(end, last)];
    return !joins;
  });
  return [...apart, [label, start, end, 1]].sort((a, b) => a[1] - b[1]);
}

/** What a segment keeps when a stretch is taken from it: the longer of its two ends. */
function remainder(text, segment, start, end) {
  const [label, first, last, confidence] = segment;
  if (last <= start || first >= end) return [segment];
  const ends = [
    trimmed(text, first, Math.min(last, start), label),
    trimmed(text, Math.max(first, end), last, label),
  ];
  const [a, b] = ends.sort((one, other) => other[1] - other[0] - (one[1] - one[0]))[0];
  return a < b ? [[label, a, b, confidence]] : [];
}

/** A stretch without the space and marks at its ends, which are nobody's. */
function trimmed(text, start, end, label) {
  const marks = label && KEEPS_STOP.has(label) ? /[\s,;:]/ : /[\s.,;:]/;
  while (start < end && /[\s.,;:]/.test(text[start])) start += 1;
  while (start < end && marks.test(text[end - 1])) end -= 1;
  const value = text.slice(start, end);
  for (const [opener, closer] of ["()", "[]", "“”", "„“", "«»", '""']) {
    if (value.length > 2 && value.startsWith(opener) && value.endsWith(closer))
      return [start + 1, end - 1];
  }
  return [start, end];
}
