/** A reference as one row of the list: its string in colours, its type, doubts and losses. */

import { displayOf, types } from "./data.js";
import { h, visible } from "./dom.js";
import { doubtsOf } from "./doubts.js";
import { lineOf, stringElement } from "./strings.js";
import { TEXTS } from "./texts.js";

/**
 * Create the row. One far from the window has its text alone, so that a long list stays small but
 * the browser finds all of it.
 *
 * @param {import("./data.js").Entry} entry
 * @param {{losses: import("./data.js").Loss[], isTwin: boolean}} marks
 * @param {number} place in the list, from 1
 * @param {boolean} isNear
 */
export function rowArticle(entry, marks, place, isNear) {
  if (!isNear) return h("article", {}, visible(lineOf(entry)));
  const string = entry.text
    ? stringElement(entry)
    : h("p", { class: "string", dir: "auto" }, visible(lineOf(entry)));
  return h(
    "article",
    { class: "compact" },
    h("div", { class: "ordinal" }, entry.number || String(place)),
    string,
    h("div", { class: "marks" }, marksOf(entry, marks)),
  );
}

/** Return what stands at the end of a row: the type, what to check, what is not kept. */
function marksOf(entry, { losses, isTwin }) {
  const doubts = doubtsOf(entry);
  const mark = (text, kind, title = "") => h("span", { class: kind, title: title || null }, text);
  const marks = [mark(types[entry.record.type] ?? entry.record.type, "type")];
  if (entry.leftOut) return [...marks, mark(TEXTS.list.leftOut, "flag")];
  if (entry.isPageRecord) marks.push(mark(TEXTS.list.page, "flag"));
  if (doubts.length > 0) {
    const words = doubts.map((doubt) => doubt.words).join(" ");
    marks.push(mark(doubtTitle(doubts), "flag doubt", words));
  }
  if (isTwin) marks.push(mark(TEXTS.duplicates.mark, "flag doubt"));
  if (losses.length > 0)
    marks.push(mark(TEXTS.list.losses(losses.length), "losscount", lossTitle(losses)));
  return marks;
}

/** Return the fields to check, in a few words. */
function doubtTitle(doubts) {
  const titles = [...new Set(doubts.map(({ field }) => displayOf(field).title).filter(Boolean))];
  const words = titles.slice(0, 2).join(", ");
  return TEXTS.doubts.check(`${words}${titles.length > 2 ? " …" : ""}`).trim();
}

function lossTitle(losses) {
  return losses.map(([name, text]) => `${displayOf(name).title}: ${text}`).join("\n");
}
