import { button, dialog, h, visible } from "./dom.js";
import { stringElement } from "./strings.js";
import { TEXTS } from "./texts.js";

/**
 * Create an offer to correct other references.
 *
 * @param {number} count of them
 * @param {() => void} show is called to show them
 * @param {() => void} onClose is called when the offer is accepted or refused
 */
export function offerElement(count, show, onClose) {
  const isOne = count === 1;
  const close = () => {
    element.remove();
    onClose();
  };
  const accept = () => {
    close();
    show();
  };
  const text = isOne ? TEXTS.offers.one : TEXTS.offers.some(count);
  const element = h(
    "div",
    { class: "offer", role: "status" },
    h("span", {}, text),
    button(isOne ? TEXTS.offers.lookOne : TEXTS.offers.look, accept),
    button(TEXTS.offers.no, close, { class: "quiet" }),
  );
  return element;
}

/**
 * Show what a correction changes in other references, to choose among them.
 *
 * @typedef {{index: number, entry: any, segments?: any, former?: string, text?: string,
 *   entries?: any[]}} Choice
 * @param {string} title
 * @param {Choice[]} choices with their new segments, the former and the new text of a value, or the
 *   entries that they become
 * @param {(chosen: Set<number>) => void} apply is called with the indices of the chosen ones
 */
export function preview(title, choices, apply) {
  const boxes = choices.map(({ index }) =>
    h("input", { type: "checkbox", id: `choice${index}`, checked: true, value: index }),
  );
  const items = choices.map((choice, place) => choiceElement(choice, boxes[place]));
  const chosen = () => new Set(boxes.filter((box) => box.checked).map((box) => Number(box.value)));
  const showCount = () => {
    confirm.textContent = TEXTS.offers.correct(chosen().size);
    confirm.disabled = chosen().size === 0;
  };
  const checkAll = (isChecked) => {
    for (const box of boxes) box.checked = isChecked;
    showCount();
  };
  const onConfirm = () => {
    box.close();
    apply(chosen());
  };
  const confirm = button("", onConfirm, { class: "main" });
  const box = dialog(
    title,
    h("p", { class: "hint" }, TEXTS.offers.hint),
    h("ol", { class: "choices", onchange: showCount }, items),
    h(
      "div",
      { class: "buttons" },
      confirm,
      button(TEXTS.offers.cancel, () => box.close()),
      button(TEXTS.offers.all, () => checkAll(true), { class: "quiet" }),
      button(TEXTS.offers.noneOf, () => checkAll(false), { class: "quiet" }),
    ),
  );
  box.classList.add("wide");
  showCount();
  confirm.focus();
}

/** @param {Choice} choice @param {HTMLElement} box */
function choiceElement(choice, box) {
  const { index, entry } = choice;
  const number = h("span", { class: "ordinal" }, entry.number || String(index + 1));
  return h("li", {}, box, h("label", { for: `choice${index}` }, number, changeElement(choice)));
}

/** @param {Choice} choice */
function changeElement({ entry, segments, former, text, entries }) {
  if (entries) return h("div", {}, entries.map(stringElement));
  if (segments) return stringElement({ ...entry, segments });
  const values = [h("del", {}, visible(former)), " → ", h("ins", {}, visible(text))];
  return h("p", { dir: "auto" }, values);
}
