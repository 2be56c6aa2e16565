/** The whole text of the inputs, with what became of each stretch of it. */

import { announce, button, dialog, h, visible } from "./dom.js";
import { stretchesOf } from "./places.js";
import { TEXTS } from "./texts.js";

/**
 * Show the whole text. Text in no reference can be made one.
 *
 * @param {import("./store.js").Store} store
 * @param {(input: number, start: number, end: number) => Promise<unknown>} add
 * @param {(index: number) => void} open is called to open a reference in the list
 */
export function showText(store, add, open) {
  const view = new TextView(store, add, open);
  view.show();
}

class TextView {
  constructor(store, add, open) {
    Object.assign(this, { store, add, open });
    this.body = h("div", { class: "wholetext", tabindex: 0, role: "region", "aria-label": TEXTS.text.title });
  }

  show() {
    const kinds = ["reference", "out", "aside", "free"];
    const legend = kinds.map((kind) =>
      h("li", {}, h("span", { class: `stretch ${kind}` }, TEXTS.text[kind])),
    );
    this.box = dialog(
      TEXTS.text.title,
      h("p", { class: "hint" }, TEXTS.text.hint),
      h("ul", { class: "legend" }, legend),
      this.body,
      h(
        "div",
        { class: "buttons" },
        button(TEXTS.text.take, () => this.takeSelected(), {
          onmousedown: (event) => event.preventDefault(),
        }),
        button(TEXTS.help.close, () => this.box.close(), { class: "main" }),
      ),
    );
    this.box.classList.add("wide", "text");
    this.render();
  }

  render() {
    const { store } = this;
    const inputs = store.inputs.flatMap((input, at) =>
      input.text ? this.inputElements(input, at) : [],
    );
    if (inputs.length === 0) inputs.push(h("p", { class: "hint" }, TEXTS.text.none));
    const { scrollTop } = this.body;
    this.body.replaceChildren(...inputs);
    this.body.scrollTop = scrollTop;
  }

  /** Create the text of an input; its heading if there are several. */
  inputElements(input, at) {
    const references = this.store.order
      .filter((index) => this.store.entries[index].input === at)
      .map((index) => [index, this.store.entries[index].places]);
    const nodes = stretchesOf(input, references).map((one) => this.stretchNode(input, at, one));
    const heading = h("h3", {}, input.name || TEXTS.input.pasted);
    const text = h("div", { class: "inputtext", "data-input": at, dir: "auto" }, nodes);
    return this.store.inputs.length > 1 ? [heading, text] : [text];
  }

  stretchNode(input, at, { start, end, kind, index, reason }) {
    const words = visible(input.text.slice(start, end));
    if (kind === "space") return words;
    if (kind === "reference") return this.referenceNode(words, index);
    const title = kind === "aside" ? (TEXTS.text.reasons[reason] ?? reason) : TEXTS.text.free;
    const take = () => this.take(at, start, end);
    return h(
      "span",
      {
        class: `stretch ${kind}`,
        role: "button",
        tabindex: 0,
        title: `${title}. ${TEXTS.text.make}`,
        "data-reason": kind === "aside" ? title : null,
        onclick: () => getSelection().isCollapsed && take(),
        onkeydown: (event) => isPress(event) && take(),
      },
      words,
    );
  }

  referenceNode(words, index) {
    const place = this.store.order.indexOf(index) + 1;
    const kind = this.store.entries[index].leftOut ? "out" : "reference";
    const open = () => {
      if (!getSelection().isCollapsed) return;
      this.box.close();
      this.open(index);
    };
    return h(
      "span",
      { class: `stretch ${kind}`, title: TEXTS.text.open(place), onclick: open },
      words,
    );
  }

  async take(input, start, end) {
    const index = await this.add(input, start, end);
    this.render();
    if (index !== null) this.body.querySelector(".stretch.free, .stretch.aside")?.focus();
  }

  /** Make what the mouse has selected a reference. */
  takeSelected() {
    const selection = getSelection();
    const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    const holder = range?.startContainer.parentElement?.closest(".inputtext");
    if (!range || range.collapsed || !holder?.contains(range.endContainer)) {
      announce(TEXTS.text.selectFirst, true);
      return;
    }
    const before = document.createRange();
    before.selectNodeContents(holder);
    before.setEnd(range.startContainer, range.startOffset);
    const start = before.toString().length;
    this.take(Number(holder.dataset.input), start, start + range.toString().length);
  }
}

/** Return whether a key presses a button. */
function isPress(event) {
  if (event.key !== "Enter" && event.key !== " ") return false;
  event.preventDefault();
  return true;
}
