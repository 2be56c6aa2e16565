import { counted } from "./data.js";
import { button, dialog, h, visible } from "./dom.js";
import { stringElement } from "./strings.js";

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
  const text = isOne
    ? "One more reference looks the same here."
    : `${counted(count, "more reference")} look the same here.`;
  const element = h(
    "div",
    { class: "offer", role: "status" },
    h("span", {}, text),
    button(isOne ? "Look at it …" : "Look at them …", accept),
    button("No", close, { class: "quiet" }),
  );
  return element;
}

/**
 * Show what a correction changes in other references, to choose among them.
 *
 * @typedef {{index: number, entry: any, segments?: any, former?: string, text?: string}} Choice
 * @param {string} title
 * @param {Choice[]} choices with their new segments, or the former and the new text of a value
 * @param {(chosen: Set<number>) => void} apply is called with the indices of the chosen ones
 */
export function preview(title, choices, apply) {
  const boxes = choices.map(({ index }) =>
    h("input", { type: "checkbox", id: `choice${index}`, checked: true, value: index }),
  );
  const items = choices.map((choice, place) => choiceElement(choice, boxes[place]));
  const chosen = () => new Set(boxes.filter((box) => box.checked).map((box) => Number(box.value)));
  const showCount = () => {
    confirm.textContent = `Correct ${counted(chosen().size, "reference")}`;
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
    h("p", { class: "hint" }, "They would be read like this. Choose those that are right."),
    h("ol", { class: "choices", onchange: showCount }, items),
    h(
      "div",
      { class: "buttons" },
      confirm,
      button("Cancel", () => box.close()),
      button("All", () => checkAll(true), { class: "quiet" }),
      button("None", () => checkAll(false), { class: "quiet" }),
    ),
  );
  box.classList.add("wide");
  showCount();
  confirm.focus();
}

/** @param {Choice} choice @param {HTMLElement} box */
function choiceElement({ index, entry, segments, former, text }, box) {
  const number = h("span", { class: "number" }, entry.number || String(index + 1));
  const change = segments
    ? stringElement({ ...entry, segments })
    : h(
        "p",
        { dir: "auto" },
        h("del", {}, visible(former)),
        " → ",
        h("ins", {}, visible(text || "nothing")),
      );
  return h("li", {}, box, h("label", { for: `choice${index}` }, number, change));
}
