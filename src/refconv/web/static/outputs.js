import { post } from "./api.js";
import { counted, displayOf, firstTarget, hasServer, report, targets } from "./data.js";
import { announce, button, dialog, download, h } from "./dom.js";

/** Milliseconds to wait for further corrections before writing again. */
const WRITE_DELAY = 200;

/**
 * The file that is written for the target. It is written again after every correction.
 *
 * Event: "written" (detail: the losses).
 */
export class Outputs extends EventTarget {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    super();
    this.store = store;
    this.target = firstTarget;
    /** @type {Promise<import("./data.js").Output | null> | null} null if it is out of date */
    this.output = null;
    this.timer = 0;
    for (const event of ["cleared", "added", "changed"])
      store.addEventListener(event, () => this.invalidate());
  }

  /** @param {string} target */
  choose(target) {
    this.target = target;
    this.invalidate();
  }

  /** Return the title of the target. */
  title() {
    return targets.find(([key]) => key === this.target)[1];
  }

  invalidate() {
    this.output = null;
    clearTimeout(this.timer);
    if (this.store.entries.length > 0) this.timer = setTimeout(() => this.write(), WRITE_DELAY);
  }

  /** Write the file, unless it is up to date. */
  write() {
    this.output ??= hasServer ? this.request() : this.unpack(report.outputs[this.target]);
    return this.output;
  }

  async request() {
    const included = this.store.included();
    const items = included.map((index) => this.store.entries[index].record.item);
    const blocks = this.store.inputs.flatMap((input) => input.blocks);
    const steps = this.store.undoSteps.length;
    try {
      const output = await post("export", { items, blocks, target: this.target });
      const losses = Object.fromEntries(
        Object.entries(output.losses).map(([place, ofItem]) => [included[Number(place)], ofItem]),
      );
      if (steps === this.store.undoSteps.length) this.notify(losses);
      return output;
    } catch (error) {
      announce(error.message, true);
      this.output = null;
      return null;
    }
  }

  /** Decompress the file that a report holds. */
  async unpack({ file, losses, packed }) {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    const text = await new Response(stream).text();
    this.notify(losses);
    return { file, losses, text };
  }

  notify(losses) {
    this.dispatchEvent(new CustomEvent("written", { detail: losses }));
  }

  async save() {
    if (this.store.entries.length === 0) return;
    const output = await this.write();
    if (!output) return;
    download(output.text, output.file);
    announce(`${output.file}: ${this.summary()}`);
  }

  async copy() {
    const output = await this.write();
    if (!output) return;
    try {
      await navigator.clipboard.writeText(output.text);
      announce(`Copied: ${this.summary()}`);
    } catch {
      announce("The browser does not let this page copy. Download the file.", true);
    }
  }

  summary() {
    return `${counted(this.store.included().length, "reference")}, ${this.title()}`;
  }

  /** Show where the references will go and what will be lost, and send them if that is wanted. */
  async sendToZotero() {
    const items = this.store.included().map((index) => this.store.entries[index].record.item);
    const message = { items, target: this.target };
    try {
      const { error, where, losses } = await post("zotero", { ...message, preview: true });
      if (error) return announce(error, true);
      const box = dialog(
        "Send to Zotero",
        h("p", {}, `${counted(items.length, "reference")} to ${where || "Zotero"}`),
        lossList(losses),
        h(
          "div",
          { class: "buttons" },
          button("Send", () => (box.close(), this.sendNow(message)), { class: "main" }),
          button("Cancel", () => box.close()),
        ),
      );
    } catch (error) {
      announce(error.message, true);
    }
  }

  async sendNow(message) {
    announce("Sending to Zotero …");
    try {
      const { imported, error } = await post("zotero", message);
      const success = `Zotero has imported ${counted(imported, "reference")}.`;
      announce(error || success, Boolean(error));
    } catch (error) {
      announce(error.message, true);
    }
  }

  /** Download the strings whose labels were corrected, as labelled references for training. */
  async saveCorrections() {
    const entries = this.store.entries
      .filter((entry) => entry.relabelled)
      .map(({ text, segments }) => ({ text, segments }));
    const names = this.store.inputs.map((input) => input.name);
    try {
      const message = { entries, document: names.join(" ").trim() };
      const output = await post("training", message);
      download(output.text, output.file);
      announce(`${output.file}: ${counted(entries.length, "labelled reference")}`);
    } catch (error) {
      announce(error.message, true);
    }
  }
}

/** The most losses that the dialog lists. */
const SHOWN_LOSSES = 12;

/** Return a list of what a file for Zotero will lose. */
function lossList(losses) {
  const all = Object.values(losses).flat();
  if (all.length === 0) return h("p", {}, "Nothing will be lost.");
  const shown = all.slice(0, SHOWN_LOSSES);
  const items = shown.map(([name, text]) => h("li", {}, `${displayOf(name).title}: ${text}`));
  const more = all.length - shown.length;
  return [
    h("p", {}, "Lost or changed:"),
    h("ul", {}, items, more > 0 && h("li", {}, `and ${more} more`)),
  ];
}
