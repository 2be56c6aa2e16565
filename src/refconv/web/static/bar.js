import { h } from "./dom.js";
import { counted, fieldOf, isDoubtful, labels, live, targets } from "./told.js";

/** What stands above the list: how much there is, what of it is shown, and the ways out. */
export class Bar {
  /**
   * @param {import("./store.js").Store} store
   * @param {import("./list.js").List} list
   * @param {import("./outputs.js").Outputs} outputs
   * @param {{undo: () => void, redo: () => void, more: () => void, clear: () => void}} does
   */
  constructor(store, list, outputs, does) {
    Object.assign(this, { store, list, outputs });
    const button = (title, onclick, attributes = {}) =>
      h("button", { type: "button", onclick, ...attributes }, title);
    this.count = h("p", { class: "count" });
    this.undo = button("Undo", does.undo, { class: "quiet", "aria-keyshortcuts": "Control+Z" });
    this.redo = button("Redo", does.redo, {
      class: "quiet",
      "aria-keyshortcuts": "Control+Shift+Z",
    });
    this.search = h("input", {
      type: "search",
      placeholder: "Search",
      "aria-label": "Search the references",
      "aria-keyshortcuts": "/",
      oninput: () => list.arrange({ words: this.search.value.trim() }),
    });
    this.show = h(
      "select",
      { "aria-label": "Which references are shown", onchange: () => this.choose() },
      h("option", { value: "" }, "In their order"),
      h("option", { value: "doubtfulFirst" }, "Doubtful first"),
      h("option", { value: "doubtfulOnly" }, "Only doubtful"),
    );
    this.target = h(
      "select",
      { id: "target", onchange: () => outputs.choose(this.target.value) },
      targets.map(([key, title]) =>
        h("option", { value: key, selected: key === outputs.target }, title),
      ),
    );
    this.lost = h("p", { class: "lost" });
    this.legend = h("ul", { class: "legend", "aria-label": "Colours of the fields" });
    this.remarks = h("div", { class: "remarks" });
    this.save = button("Save corrections for training", () => outputs.saveCorrections(), {
      class: "quiet",
      title: "The references whose labels you corrected, one a line, as labelled references.",
    });
    this.out = h(
      "div",
      { class: "out", role: "group", "aria-label": "Take the references along" },
      this.count,
      h("label", { for: "target" }, "For"),
      this.target,
      button("Download", () => outputs.save(), { class: "main", "aria-keyshortcuts": "Control+S" }),
      button("Copy", () => outputs.copy()),
      live && button("Send to Zotero", () => outputs.sendToZotero()),
    );
    this.tools = h(
      "div",
      { class: "tools", role: "group", "aria-label": "The list" },
      this.show,
      this.search,
      live && [
        this.undo,
        this.redo,
        button("Add more", does.more, { class: "quiet" }),
        button("Start anew", does.clear, { class: "quiet" }),
        this.save,
      ],
    );
    this.under = h("div", { class: "under", hidden: true }, this.legend, this.lost, this.remarks);
    for (const event of ["cleared", "added", "changed"])
      store.addEventListener(event, () => this.refresh());
    for (const event of ["cleared", "added"])
      store.addEventListener(event, () => this.refreshRemarks());
    outputs.addEventListener("made", (event) => this.showLost(event.detail));
    this.refresh();
  }

  choose() {
    this.list.arrange({
      doubtfulFirst: this.show.value === "doubtfulFirst",
      doubtfulOnly: this.show.value === "doubtfulOnly",
    });
  }

  refresh() {
    const { entries, done, undone } = this.store;
    const doubtful = entries.filter(isDoubtful).length;
    this.out.hidden = this.tools.hidden = this.under.hidden = entries.length === 0;
    this.save.hidden = !entries.some((entry) => entry.corrected);
    const own = entries.filter((entry) => entry.own).length;
    this.count.replaceChildren(
      h("strong", {}, counted(entries.length - own, "reference")),
      own > 0 ? ` and ${own === 1 ? "the page’s" : "the pages’"} own` : "",
      doubtful > 0 ? `, ${doubtful} doubtful` : "",
    );
    this.undo.disabled = done.length === 0;
    this.redo.disabled = undone.length === 0;
    this.undo.title = done.length > 0 ? done[done.length - 1].said : "";
    const used = new Set(entries.flatMap((entry) => entry.segments.map(([label]) => label)));
    this.legend.replaceChildren(
      ...labels
        .filter((label) => used.has(label))
        .map((label) =>
          h(
            "li",
            {},
            h(
              "span",
              { class: `segment ${fieldOf(label).family}`, "data-label": label },
              fieldOf(label).title,
            ),
          ),
        ),
    );
  }

  refreshRemarks() {
    const sheets = this.store.sheets.filter((sheet) => sheet.remarks.length > 0);
    this.remarks.replaceChildren(...sheets.map(remarksOf));
  }

  showLost(losses) {
    const count = Object.keys(losses).length;
    const target = this.outputs.title();
    this.lost.textContent =
      count === 0
        ? `${target} carries everything.`
        : `${target} cannot carry all of ${counted(count, "reference")}: see the marks.`;
  }
}

function remarksOf(sheet) {
  const odd = sheet.remarks.filter((remark) => !remark.note).length;
  return h(
    "details",
    { open: sheet.entries.length === 0 },
    h(
      "summary",
      {},
      `${sheet.name || "Pasted text"}: ${counted(odd || sheet.remarks.length, "remark")}`,
    ),
    h(
      "ul",
      {},
      sheet.remarks.map(({ place, message }) =>
        h("li", {}, place && h("span", { class: "place" }, `${place}: `), message),
      ),
    ),
  );
}
