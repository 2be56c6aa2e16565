import { counted, displayOf, hasServer, isDoubtful, labels, targets } from "./data.js";
import { button, h } from "./dom.js";

/** What stands above the list: counts, search, the output, and the diagnostics of the inputs. */
export class Toolbar {
  /**
   * @param {import("./store.js").Store} store
   * @param {import("./list.js").List} list
   * @param {import("./outputs.js").Outputs} outputs
   * @param {{undo: () => void, redo: () => void, add: () => void, clear: () => void}} actions
   */
  constructor(store, list, outputs, actions) {
    Object.assign(this, { store, list, outputs });
    this.output = this.outputElement();
    this.tools = this.toolsElement(actions);
    this.legend = h("ul", { class: "legend", "aria-label": "Colours of the fields" });
    this.losses = h("p", { class: "lost" });
    this.diagnostics = h("div", { class: "diagnostics" });
    const notices = [this.legend, this.losses, this.diagnostics];
    this.notices = h("div", { class: "notices", hidden: true }, notices);
    for (const event of ["cleared", "added", "changed"])
      store.addEventListener(event, () => this.update());
    for (const event of ["cleared", "added"])
      store.addEventListener(event, () => this.updateDiagnostics());
    outputs.addEventListener("written", (event) => this.showLosses(event.detail));
    this.update();
  }

  /** Create the count and the ways to take the references out. */
  outputElement() {
    const { outputs } = this;
    this.count = h("p", { class: "count" });
    const options = targets.map(([key, title]) =>
      h("option", { value: key, selected: key === outputs.target }, title),
    );
    const choose = (event) => outputs.choose(event.currentTarget.value);
    return h(
      "div",
      { class: "output", role: "group", "aria-label": "Output" },
      this.count,
      h("label", { for: "target" }, "For"),
      h("select", { id: "target", onchange: choose }, options),
      button("Download", () => outputs.save(), {
        class: "main",
        "aria-keyshortcuts": "Control+S",
      }),
      button("Copy", () => outputs.copy()),
      hasServer && button("Send to Zotero", () => outputs.sendToZotero()),
    );
  }

  /** Create the controls of the list. */
  toolsElement(actions) {
    this.search = h("input", {
      type: "search",
      placeholder: "Search",
      "aria-label": "Search the references",
      "aria-keyshortcuts": "/",
      oninput: () => this.list.arrange({ words: this.search.value.trim() }),
    });
    return h(
      "div",
      { class: "tools", role: "group", "aria-label": "The list" },
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
      { "aria-label": "Which references are shown", onchange: choose },
      h("option", { value: "" }, "In list order"),
      h("option", { value: "doubtfulFirst" }, "Doubtful first"),
      h("option", { value: "doubtfulOnly" }, "Only doubtful"),
    );
  }

  changeButtons({ undo, redo, add, clear }) {
    const quiet = (keys) => ({ class: "quiet", ...(keys && { "aria-keyshortcuts": keys }) });
    this.undo = button("Undo", undo, quiet("Control+Z"));
    this.redo = button("Redo", redo, quiet("Control+Shift+Z"));
    this.save = button("Save corrections for training", () => this.outputs.saveCorrections(), {
      ...quiet(),
      title: "The references whose labels you corrected, one a line, as labelled references.",
    });
    return [
      this.undo,
      this.redo,
      button("Add more", add, quiet()),
      button("Start over", clear, quiet()),
      this.save,
    ];
  }

  update() {
    const { entries } = this.store;
    const isEmpty = entries.length === 0;
    this.output.hidden = this.tools.hidden = this.notices.hidden = isEmpty;
    this.count.replaceChildren(...countOf(entries));
    this.legend.replaceChildren(...legendOf(entries));
    if (hasServer) this.updateButtons();
  }

  updateButtons() {
    const { entries, undoSteps, redoSteps } = this.store;
    this.save.hidden = !entries.some((entry) => entry.relabelled);
    this.undo.disabled = undoSteps.length === 0;
    this.redo.disabled = redoSteps.length === 0;
    this.undo.title = undoSteps.at(-1)?.description ?? "";
    this.redo.title = redoSteps.at(-1)?.description ?? "";
  }

  updateDiagnostics() {
    const inputs = this.store.inputs.filter((input) => input.diagnostics.length > 0);
    this.diagnostics.replaceChildren(...inputs.map(diagnosticsElement));
  }

  /** @param {import("./data.js").Losses} losses */
  showLosses(losses) {
    const count = Object.keys(losses).length;
    const target = this.outputs.title();
    this.losses.textContent =
      count === 0
        ? `${target} holds everything.`
        : `${target} cannot hold all of ${counted(count, "reference")} (the losses are marked).`;
  }
}

function countOf(entries) {
  const pageRecords = entries.filter((entry) => entry.isPageRecord).length;
  const doubtful = entries.filter(isDoubtful).length;
  const pages = pageRecords === 1 ? "the page itself" : `${pageRecords} pages themselves`;
  return [
    h("strong", {}, counted(entries.length - pageRecords, "reference")),
    pageRecords > 0 ? ` and ${pages}` : "",
    doubtful > 0 ? `, ${doubtful} doubtful` : "",
  ];
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
  const count = warnings ? counted(warnings, "warning") : counted(diagnostics.length, "note");
  const items = diagnostics.map(({ place, message }) =>
    h("li", {}, place && h("span", { class: "place" }, `${place}: `), message),
  );
  return h(
    "details",
    { open: entries.length === 0 },
    h("summary", {}, `${name || "Pasted text"}: ${count}`),
    h("ul", {}, items),
  );
}
