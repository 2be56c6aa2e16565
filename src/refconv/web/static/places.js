/** Where strings stand in the text of an input: pure functions. */

/**
 * Lead places in a string on to the places of that string in a text.
 *
 * @param {import("./data.js").Place[]} places in the string
 * @param {import("./data.js").Place[]} base of the string, in the text
 * @returns {import("./data.js").Place[]}
 */
export function composed(places, base) {
  const result = [];
  for (const [own, start, length] of places) {
    for (const [first, place, count] of base) {
      const from = Math.max(start, first);
      const to = Math.min(start + length, first + count);
      if (from < to) result.push([own + from - start, place + from - first, to - from]);
    }
  }
  return result;
}

/**
 * Move places within the string, or within the text.
 *
 * @param {import("./data.js").Place[]} places
 * @param {number} own
 * @param {number} start
 * @returns {import("./data.js").Place[]}
 */
export function shifted(places, own, start) {
  return places.map(([first, place, length]) => [first + own, place + start, length]);
}

/** Return the first and the last place of a string in the text, or null. */
export function spanOf(places) {
  if (places.length === 0) return null;
  const starts = places.map(([, start]) => start);
  const ends = places.map(([, start, length]) => start + length);
  return [Math.min(...starts), Math.max(...ends)];
}

/**
 * Return the number that is printed between two references.
 *
 * @param {import("./data.js").Input} input
 * @param {import("./data.js").Place[]} before
 * @param {import("./data.js").Place[]} after
 * @returns {[number, number] | null} its span
 */
export function markerBetween(input, before, after) {
  const [first, second] = [spanOf(before), spanOf(after)];
  if (!first || !second) return null;
  const marker = input.setAside.find(
    ([start, end, reason]) =>
      reason === "marker" &&
      start >= first[1] &&
      end <= second[0] &&
      !input.text.slice(end, second[0]).trim(),
  );
  return marker ? [marker[0], marker[1]] : null;
}

/**
 * Divide a text into stretches by what became of them.
 *
 * @typedef {{start: number, end: number, kind: "reference" | "aside" | "free" | "space",
 *   index: number, reason: string}} Stretch
 * @param {import("./data.js").Input} input
 * @param {[index: number, places: import("./data.js").Place[]][]} references
 * @returns {Stretch[]}
 */
export function stretchesOf({ text, setAside }, references) {
  // 0 for no owner, -1 - n for what was set aside, 1 + n for a reference.
  const owners = new Int32Array(text.length);
  setAside.forEach(([start, end], n) => owners.fill(-1 - n, start, end));
  references.forEach(([, places], n) => {
    for (const [, start, length] of places) owners.fill(1 + n, start, start + length);
  });
  const stretches = [];
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    const isEnd = at === text.length || owners[at] !== owners[start];
    const isLine = !isEnd && owners[start] === 0 && text[at - 1] === "\n" && text[at] !== "\n";
    if (!isEnd && !isLine) continue;
    stretches.push(stretch(text, start, at, owners[start], references, setAside));
    start = at;
  }
  return joinedByReference(stretches);
}

function stretch(text, start, end, owner, references, setAside) {
  if (owner > 0)
    return { start, end, kind: "reference", index: references[owner - 1][0], reason: "" };
  if (owner < 0)
    return { start, end, kind: "aside", index: -1, reason: setAside[-1 - owner][2] };
  const kind = text.slice(start, end).trim() ? "free" : "space";
  return { start, end, kind, index: -1, reason: "" };
}

/** Join the lines of one reference over the white space between them. */
function joinedByReference(stretches) {
  const result = [];
  for (const one of stretches) {
    const [before, space] = result.slice(-2);
    const isSame = one.kind === "reference" && before?.index === one.index;
    if (isSame && space?.kind === "space") result.splice(-2, 2, { ...before, end: one.end });
    else result.push(one);
  }
  return result;
}
