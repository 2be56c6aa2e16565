/** Labelling a range of a string: pure functions from segments to segments. */

const WORD = /[\p{L}\p{N}\p{M}]+(?:[-'’.][\p{L}\p{N}\p{M}]+)*|\S/gu;
/** Labels whose values may end with a full stop, as in "Doe J." or "Nat. Phys." */
const MAY_END_WITH_STOP = new Set([
  "author",
  "editor",
  "translator",
  "container-title",
  "publisher",
  "publisher-place",
  "edition",
]);
/** Labels of which a reference may have several segments. */
const PEOPLE = new Set(["author", "editor", "translator"]);
/** Segments with the same label are joined over a gap of up to this many punctuation marks. */
const LONGEST_GAP = 3;

/**
 * Cut a string into words and punctuation marks. None crosses a segment's boundary.
 *
 * @param {string} text
 * @param {import("./data.js").Segment[]} segments
 * @returns {{start: number, end: number, segment: number}[]} segment: its index, or -1
 */
export function wordsOf(text, segments) {
  const words = [];
  let place = 0;
  const cutUntil = (end, segment) => {
    for (const match of text.slice(place, end).matchAll(WORD)) {
      const start = place + match.index;
      words.push({ start, end: start + match[0].length, segment });
    }
    place = end;
  };
  segments.forEach(([, start, end], index) => {
    cutUntil(start, -1);
    cutUntil(end, index);
  });
  cutUntil(text.length, -1);
  return words;
}

/**
 * Label a range of a string. Other segments lose what they had of it; a neighbouring segment with
 * the same label is joined with it.
 *
 * @param {string} text
 * @param {import("./data.js").Segment[]} segments
 * @param {number} from
 * @param {number} to
 * @param {string | null} label null for no label
 * @returns {import("./data.js").Segment[]}
 */
export function applyLabel(text, segments, from, to, label) {
  let [start, end] = trimmed(text, from, to, label);
  if (start >= end) return segments;
  const others = segments.flatMap((segment) => remainder(text, segment, start, end));
  if (!label) return others;
  const apart = others.filter(([other, first, last]) => {
    const gap = last <= start ? text.slice(last, start) : text.slice(end, first);
    const joins = other === label && gap.length <= LONGEST_GAP && !/[\p{L}\p{N}]/u.test(gap);
    if (joins) [start, end] = [Math.min(start, first), Math.max(end, last)];
    return !joins;
  });
  return [...apart, [label, start, end, 1]].sort((a, b) => a[1] - b[1]);
}

/**
 * Return what is left of a segment without a range: both ends of a list of people, otherwise the
 * longer one, because a reference has one title, one journal …
 */
function remainder(text, segment, start, end) {
  const [label, first, last, confidence] = segment;
  if (last <= start || first >= end) return [segment];
  const ends = [
    trimmed(text, first, Math.min(last, start), label),
    trimmed(text, Math.max(first, end), last, label),
  ].filter(([a, b]) => a < b);
  if (!PEOPLE.has(label)) ends.sort((one, other) => other[1] - other[0] - (one[1] - one[0])).splice(1);
  return ends.map(([a, b]) => [label, a, b, confidence]);
}

/** Trim the white space, punctuation and brackets around a value. */
function trimmed(text, start, end, label) {
  const trailing = label && MAY_END_WITH_STOP.has(label) ? /[\s,;:]/ : /[\s.,;:]/;
  while (start < end && /[\s.,;:]/.test(text[start])) start += 1;
  while (start < end && trailing.test(text[end - 1])) end -= 1;
  const value = text.slice(start, end);
  for (const [opener, closer] of ["()", "[]", "“”", "„“", "«»", '""']) {
    if (value.length > 2 && value.startsWith(opener) && value.endsWith(closer))
      return [start + 1, end - 1];
  }
  return [start, end];
}
