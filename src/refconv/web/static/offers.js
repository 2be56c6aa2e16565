import { dialog, h, visible } from "./dom.js";
import { stringOf } from "./strings.js";
import { counted } from "./told.js";

/**
 * Offer a correction to other references.
 *
 * @param {number} count how many
 * @param {() => void} look shows them
 * @param {() => void} gone is called when the offer is taken or refused
 */
export function offer(count, look, gone) {
  const close = () => {
    box.remove();
    gone();
  };
  const box = h(
    "div",
    { class: "offer", role: "status" },
    h(
      "span",
      {},
      count === 1
        ? "One more reference looks the same here."
        : `${counted(count, "more reference")} look the same here.`,
    ),
    h(
      "button",
      {
        type: "button",
        onclick: () => {
          close();
          look();
        },
      },
      count === 1 ? "Look at it …" : "Look at them …",
    ),
    h("button", { type: "button", class: "quiet", onclick: close }, "No"),
  );
  return box;
}

/**
 * Show what a correction would make of other references, to choose among.
 *
 * @param {string} title
 * @param {{index: number, entry: any, segments?: any, was?: string, text?: string}[]} rows
 * @param {(chosen: Set<number>) => void} apply
 */
export function preview(title, rows, apply) {
  const boxes = rows.map(({ index }) =>
    h("input", { type: "checkbox", id: `choice${index}`, checked: true, value: index }),
  );
  const items = rows.map(({ index, entry, segments, was, text }, place) =>
    h(
      "li",
      {},
      boxes[place],
      h(
        "label",
        { for: `choice${index}` },
        h("span", { class: "number" }, entry.number || String(index + 1)),
        segments
          ? stringOf({ ...entry, segments })
          : h(
              "p",
              { dir: "auto" },
              h("del", {}, visible(was)),
              " → ",
              h("ins", {}, visible(text || "nothing")),
            ),
      ),
    ),
  );
  const chosen = () => new Set(boxes.filter((box) => box.checked).map((box) => Number(box.value)));
  const count = () => {
    yes.textContent = `Correct ${counted(chosen().size, "reference")}`;
    yes.disabled = chosen().size === 0;
  };
  const all = (checked) => {
    for (const box of boxes) box.checked = checked;
    count();
  };
  const yes = h("button", {
    type: "button",
    class: "main",
    onclick: () => {
      box.close();
      apply(chosen());
    },
  });
  const box = dialog(
    title,
    h("p", { class: "hint" }, "This is how they would be read. Choose those that are right."),
    h("ol", { class: "choices", onchange: count }, items),
    h(
      "div",
      { class: "buttons" },
      yes,
      h("button", { type: "button", onclick: () => box.close() }, "Cancel"),
      h("button", { type: "button", class: "quiet", onclick: () => all(true) }, "All"),
      h("button", { type: "button", class: "quiet", onclick: () => all(false) }, "None"),
    ),
  );
  box.classList.add("wide");
  count();
  yes.focus();
}
