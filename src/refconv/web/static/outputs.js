import { post, postOrAnnounce } from "./api.js";
import { boundaryMessage } from "./cuts.js";
import { firstTarget, hasServer, report, targets } from "./data.js";
import { announce, button, dialog, download, h } from "./dom.js";
import { countsOf } from "./store.js";
import { TEXTS } from "./texts.js";

/** Milliseconds to wait for further corrections before writing again. */
const WRITE_DELAY = 200;

/**
 * The file that is written for the target. It is written again after every correction.
 *
 * Event: "written" (detail: the output).
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
    if (this.store.order.length > 0) this.timer = setTimeout(() => this.write(), WRITE_DELAY);
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
      if (steps === this.store.undoSteps.length) this.notify({ ...output, losses });
      return output;
    } catch (error) {
      announce(error.message, true);
      this.output = null;
      return null;
    }
  }

  /** Decompress the file that a report holds. */
  async unpack({ file, losses, summary, packed }) {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    const text = await new Response(stream).text();
    const output = { file, losses, summary, text };
    this.notify(output);
    return output;
  }

  notify(output) {
    this.dispatchEvent(new CustomEvent("written", { detail: output }));
  }

  async save() {
    if (this.store.order.length === 0) return;
    const output = await this.write();
    if (!output) return;
    download(output.text, output.file);
    announce(TEXTS.output.done(output.file, this.summary()));
  }

  async copy() {
    const output = await this.write();
    if (!output) return;
    try {
      await navigator.clipboard.writeText(output.text);
      announce(TEXTS.output.copied(this.summary()));
    } catch {
      announce(TEXTS.output.cannotCopy, true);
    }
  }

  summary() {
    return `${countText(this.store.listed())}, ${this.title()}`;
  }

  /** Show where the references will go and what will be lost, and send them if that is wanted. */
  async sendToZotero() {
    const items = this.store.included().map((index) => this.store.entries[index].record.item);
    const message = { items, target: this.target };
    const answer = await postOrAnnounce("zotero", { ...message, preview: true });
    if (!answer) return;
    if (answer.error) {
      announce(answer.error, true);
      return;
    }
    const box = dialog(
      TEXTS.output.send,
      h("p", {}, TEXTS.output.to(countText(this.store.listed()), answer.where)),
      lossList(answer.summary),
      h(
        "div",
        { class: "buttons" },
        button(TEXTS.output.sendNow, () => (box.close(), this.sendNow(message)), { class: "main" }),
        button(TEXTS.output.cancel, () => box.close()),
      ),
    );
  }

  async sendNow(message) {
    announce(TEXTS.output.sending);
    const answer = await postOrAnnounce("zotero", message);
    if (!answer) return;
    const { imported, error } = answer;
    announce(error || TEXTS.output.imported(imported), Boolean(error));
  }

  /** Download the corrections for training: strings with new labels, texts with new cuts. */
  async saveCorrections() {
    const entries = this.store
      .listed()
      .filter((entry) => entry.relabelled)
      .map(({ text, segments }) => ({ text, segments }));
    const names = this.store.inputs.map((input) => input.name);
    const { inputs } = boundaryMessage(this.store);
    const labels = { entries, document: names.join(" ").trim() };
    if (entries.length > 0) await this.saveTraining("training", labels, entries.length);
    if (inputs.length > 0) await this.saveTraining("boundaries", { inputs }, inputs.length);
  }

  async saveTraining(endpoint, message, count) {
    const output = await postOrAnnounce(endpoint, message);
    if (!output) return;
    download(output.text, output.file);
    announce(TEXTS.output.corrections(output.file, count));
  }
}

/** Describe how many references a list has, in the same words everywhere. */
export function countText(entries) {
  const { references, pages, leftOut } = countsOf(entries);
  const page = pages > 0 ? TEXTS.counts.and + TEXTS.counts.page(pages) : "";
  const out = leftOut > 0 ? `, ${TEXTS.counts.leftOut(leftOut)}` : "";
  return `${TEXTS.counts.references(references)}${page}${out}`;
}

/** Return a list of what a file for Zotero will lose. @param {string[]} summary */
function lossList(summary) {
  if (summary.length === 0) return h("p", {}, TEXTS.output.nothingLost);
  const items = summary.map((sentence) => h("li", {}, sentence));
  return h("div", {}, h("p", {}, TEXTS.output.lost), h("ul", {}, items));
}
