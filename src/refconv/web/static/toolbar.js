import { displayOf, hasServer, labels, programs, targets } from "./data.js";
import { button, h, shortcut } from "./dom.js";
import { isDoubtful } from "./doubts.js";
import { countText } from "./outputs.js";
import { TEXTS } from "./texts.js";

/** What stands above the list: counts, doubts, search, the output, and notices. */
export class Toolbar {
  /**
   * @param {import("./store.js").Store} store
   * @param {import("./list.js").List} list
   * @param {import("./outputs.js").Outputs} outputs
   * @param {{undo: () => void, redo: () => void, add: () => void, clear: () => void,
   *   showText: () => void, showDuplicates: () => void}} actions
   */
  constructor(store, list, outputs, actions) {
    Object.assign(this, { store, list, outputs });
    this.count = h("p", { class: "count" });
    this.output = this.outputElement();
    this.tools = this.toolsElement(actions);
    this.legend = h("ul", { class: "legend", "aria-label": TEXTS.tools.legend });
    this.losses = h("div", { class: "lost" });
    this.diagnostics = h("div", { class: "diagnostics" });
    const notices = [this.legend, this.losses, this.diagnostics];
    this.notices = h("div", { class: "notices", hidden: true }, notices);
    for (const event of ["cleared", "added", "changed"])
      store.addEventListener(event, () => this.update());
    for (const event of ["cleared", "added"])
      store.addEventListener(event, () => this.updateDiagnostics());
    outputs.addEventListener("written", (event) => this.showLosses(event.detail.summary));
    this.update();
  }

  /** Create the ways to take the references out. */
  outputElement() {
    const { outputs } = this;
    const option = ([key, title]) =>
      h("option", { value: key, selected: key === outputs.target }, title);
    const groups = programs.map((program) =>
      h(
        "optgroup",
        { label: program },
        targets.filter(([, , other]) => other === program).map(option),
      ),
    );
    const choose = (event) => outputs.choose(event.currentTarget.value);
    return h(
      "div",
      { class: "output", role: "group", "aria-label": TEXTS.output.group },
      h("label", { for: "target" }, TEXTS.output.for_),
      h("select", { id: "target", "aria-label": TEXTS.output.target, onchange: choose }, groups),
      button(TEXTS.output.download, () => outputs.save(), {
        class: "main",
        "aria-keyshortcuts": "Control+S",
      }),
      button(TEXTS.output.copy, () => outputs.copy()),
      hasServer && button(TEXTS.output.send, () => outputs.sendToZotero()),
    );
  }

  /** Create the controls of the list. */
  toolsElement(actions) {
    this.search = h("input", {
      type: "search",
      placeholder: TEXTS.tools.search,
      "aria-label": TEXTS.tools.searchLabel,
      "aria-keyshortcuts": "/",
      oninput: () => this.list.arrange({ words: this.search.value.trim() }),
    });
    this.doubts = h("span", { class: "doubts" });
    this.next = button(TEXTS.doubts.next, () => this.list.nextDoubtful(), {
      "aria-keyshortcuts": "n",
      title: TEXTS.doubts.nextTitle,
    });
    this.next.append(shortcut("n"));
    this.twins = button("", actions.showDuplicates, { class: "twins", hidden: true });
    return h(
      "div",
      { class: "tools", role: "group", "aria-label": TEXTS.tools.group },
      h("span", { class: "doubtbar" }, this.doubts, this.next, this.twins),
      this.showElement(),
      this.search,
      hasServer && this.changeButtons(actions),
    );
  }

  showElement() {
    const choose = ({ currentTarget: { value } }) =>
      this.list.arrange({
        doubtfulFirst: value === "doubtfulFirst",
        doubtfulOnly: value === "doubtfulOnly",
      });
    return h(
      "select",
      { "aria-label": TEXTS.tools.shown, onchange: choose },
      h("option", { value: "" }, TEXTS.tools.inOrder),
      h("option", { value: "doubtfulFirst" }, TEXTS.tools.doubtfulFirst),
      h("option", { value: "doubtfulOnly" }, TEXTS.tools.doubtfulOnly),
    );
  }

  changeButtons({ undo, redo, add, clear, showText }) {
    const quiet = (keys) => ({ class: "quiet", ...(keys && { "aria-keyshortcuts": keys }) });
    this.undo = button(TEXTS.tools.undo, undo, quiet("Control+Z"));
    this.redo = button(TEXTS.tools.redo, redo, quiet("Control+Shift+Z"));
    this.text = button(TEXTS.text.show, showText, quiet());
    this.save = button(TEXTS.tools.save, () => this.outputs.saveCorrections(), {
      ...quiet(),
      title: TEXTS.tools.saveTitle,
    });
    return [
      this.undo,
      this.redo,
      this.text,
      button(TEXTS.tools.add, add, quiet()),
      button(TEXTS.tools.clear, clear, quiet()),
      this.save,
    ];
  }

  update() {
    const entries = this.store.listed();
    const isEmpty = entries.length === 0;
    this.output.hidden = this.tools.hidden = this.notices.hidden = this.count.hidden = isEmpty;
    this.count.textContent = countText(entries);
    const doubtful = entries.filter(isDoubtful).length;
    this.doubts.textContent = doubtful ? TEXTS.doubts.some(doubtful) : TEXTS.doubts.none;
    this.doubts.classList.toggle("some", doubtful > 0);
    this.next.hidden = doubtful === 0;
    this.legend.replaceChildren(...legendOf(entries));
    if (hasServer) this.updateButtons(entries);
  }

  updateButtons(entries) {
    const { undoSteps, redoSteps, inputs } = this.store;
    this.save.hidden = !entries.some((entry) => entry.relabelled || entry.isCut);
    this.text.hidden = !inputs.some((input) => input.text);
    this.undo.disabled = undoSteps.length === 0;
    this.redo.disabled = redoSteps.length === 0;
    this.undo.title = undoSteps.at(-1)?.description ?? "";
    this.redo.title = redoSteps.at(-1)?.description ?? "";
  }

  /** Show how many groups of duplicates there are. @param {number} count */
  showDuplicates(count) {
    this.twins.hidden = count === 0;
    this.twins.textContent = `${TEXTS.duplicates.some(count)} …`;
  }

  updateDiagnostics() {
    const inputs = this.store.inputs.filter((input) => input.diagnostics.length > 0);
    this.diagnostics.replaceChildren(...inputs.map(diagnosticsElement));
  }

  /** Show what the target loses: each kind of loss once. @param {string[]} summary */
  showLosses(summary) {
    if (summary.length < 2) {
      const text = summary[0] ?? TEXTS.output.holdsAll(this.outputs.title());
      this.losses.replaceChildren(h("p", {}, text));
      return;
    }
    const isOpen = this.losses.querySelector("details")?.open ?? false;
    const items = summary.slice(1).map((sentence) => h("li", {}, sentence));
    this.losses.replaceChildren(
      h(
        "details",
        { open: isOpen },
        h("summary", {}, TEXTS.output.holdsNot(summary.length, summary[0])),
        h("ul", {}, items),
      ),
    );
  }
}

function legendOf(entries) {
  const used = new Set(entries.flatMap((entry) => entry.segments.map(([label]) => label)));
  return labels
    .filter((label) => used.has(label))
    .map((label) => {
      const { family, title } = displayOf(label);
      return h("li", {}, h("span", { class: `segment ${family}`, "data-label": label }, title));
    });
}

/** @param {import("./data.js").Input} input */
function diagnosticsElement({ name, entries, diagnostics }) {
  const warnings = diagnostics.filter(({ severity }) => severity !== "note").length;
  const count = warnings ? TEXTS.tools.warnings(warnings) : TEXTS.tools.notes(diagnostics.length);
  const items = diagnostics.map(({ place, message }) =>
    h("li", {}, place && h("span", { class: "place" }, `${place}: `), message),
  );
  return h(
    "details",
    { open: entries.length === 0 },
    h("summary", {}, `${name || TEXTS.input.pasted}: ${count}`),
    h("ul", {}, items),
  );
}
