/** The editor for dates: year, month and day, about, until; or words. */

import { displayOf } from "./data.js";
import { button, h } from "./dom.js";
import { asEditor } from "./editors.js";
import { TEXTS } from "./texts.js";

const DAY = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)$/;

/**
 * Return the parts of a date in EDTF (level 0 and 1), or null if it has others.
 *
 * @typedef {{year: string, month: string, day: string, isAbout: boolean}} DateParts
 * @param {string} text
 * @returns {DateParts[] | null} one, or two of an interval
 */
export function datePartsOf(text) {
  const found = text.split("/").map((part) => DAY.exec(part));
  if (found.length > 2 || found.some((match) => !match)) return null;
  return found.map(([, year, month = "", day = "", about]) => ({
    year,
    month,
    day: String(Number(day) || ""),
    isAbout: about === "~",
  }));
}

/** Return how the page shows a date in EDTF: seasons, "about" and intervals in words. */
export function shownDate(text) {
  const dates = datePartsOf(text);
  if (!dates) return text;
  const shown = dates.map((date) => {
    const season = TEXTS.dates.seasons[Number(date.month) - 21];
    const words = season ? `${season} ${date.year}` : edtfOf([{ ...date, isAbout: false }]);
    return date.isAbout ? `${TEXTS.dates.about} ${words}` : words;
  });
  return shown.join(" – ");
}

/** Write the parts of a date in EDTF; without a year there is none. @param {DateParts[]} dates */
export function edtfOf(dates) {
  const written = dates.map(({ year, month, day, isAbout }) => {
    const sign = year.trim().startsWith("-") ? "-" : "";
    const digits = year.trim().replace("-", "");
    if (!digits) return "";
    const parts = [sign + digits.padStart(4, "0"), month, month && day.trim().padStart(2, "0")];
    const hasDay = month && Number(month) <= 12 && day.trim();
    return parts.slice(0, hasDay ? 3 : month ? 2 : 1).join("-") + (isAbout ? "~" : "");
  });
  return written.filter(Boolean).join("/");
}

/**
 * Create the editor.
 *
 * @param {string} variable
 * @param {string} text
 * @param {(text: string | null) => void} done is called with the new text, or null
 */
export function dateEditor(variable, text, done) {
  let isOpen = true;
  const known = text === "" ? [{ year: "", month: "", day: "", isAbout: false }] : datePartsOf(text);
  const words = h("input", {
    type: "text",
    class: "part",
    "aria-label": `${TEXTS.dates.words}. ${TEXTS.dates.hint}`,
    placeholder: TEXTS.dates.hint,
    autocomplete: "off",
  });
  words.value = text;
  let groups = known?.map((date) => partsGroup(date)) ?? null;
  const box = h("span", { class: "dateparts" });
  const value = () => (groups ? edtfOf(groups.map((group) => group.read())) : words.value.trim());
  const finish = (keeps) => {
    if (!isOpen) return;
    isOpen = false;
    const written = value();
    done(keeps && written !== text ? written : null);
  };
  const show = () => {
    const until = button(TEXTS.dates.until, addUntil, { class: "quiet" });
    const inWords = button(TEXTS.dates.words, toWords, { class: "quiet" });
    if (groups) {
      const parts = groups.flatMap((group, at) => [at > 0 && " – ", group.element]);
      box.replaceChildren(...parts.filter(Boolean), ...(groups.length < 2 ? [until] : []), inWords);
    } else box.replaceChildren(words);
  };
  const addUntil = () => {
    groups.push(partsGroup({ year: "", month: "", day: "", isAbout: false }, TEXTS.dates.untilGroup));
    show();
    groups[1].element.querySelector("input").focus();
  };
  const toWords = () => {
    words.value = value() || text;
    groups = null;
    show();
    words.focus();
  };
  show();
  const label = TEXTS.dates.group(displayOf(variable).title);
  const element = h("span", { class: "editing parts", role: "group", "aria-label": label }, box);
  asEditor(
    element,
    () => finish(true),
    () => finish(false),
  );
  const focus = () => {
    const first = element.querySelector("input");
    first.focus();
    first.select();
  };
  return { element, focus };
}

/** Create the inputs of a date. */
function partsGroup({ year, month, day, isAbout }, title = "") {
  const named = (name) => (title ? `${title}: ${name}` : name);
  const input = (name, value, size) => {
    const element = h("input", {
      type: "text",
      inputmode: "numeric",
      class: "part",
      size,
      placeholder: name,
      "aria-label": named(name),
      autocomplete: "off",
    });
    element.value = value;
    return element;
  };
  const option = (value, name) => h("option", { value, selected: value === month }, name);
  const number = (at) => String(at).padStart(2, "0");
  const months = h(
    "select",
    { class: "part", "aria-label": named(TEXTS.dates.month) },
    option("", TEXTS.dates.month),
    TEXTS.dates.months.map((name, at) => option(number(at + 1), name)),
    TEXTS.dates.seasons.map((name, at) => option(number(at + 21), name)),
  );
  const [years, days] = [input(TEXTS.dates.year, year, 5), input(TEXTS.dates.day, day, 3)];
  const about = h("input", { type: "checkbox", checked: isAbout });
  return {
    element: h(
      "span",
      { class: "date-group" },
      years,
      months,
      days,
      h("label", { class: "check" }, about, TEXTS.dates.about),
    ),
    read: () => ({
      year: years.value,
      month: months.value,
      day: days.value,
      isAbout: about.checked,
    }),
  };
}
