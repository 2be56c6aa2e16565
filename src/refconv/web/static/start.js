import { read } from "./api.js";
import { h, say } from "./dom.js";
import { counted, percent } from "./told.js";

/**
 * An input that gave no references: its name, why, and what to do about it.
 *
 * @typedef {{name: string, messages: string[], advice: string}} Failure
 */

const PASTE_A_LIST =
  "Paste the whole reference list with its heading, for example “References”, or one reference " +
  "a line, and read again.";
const CHOOSE_ANOTHER_FILE =
  "Copy the reference list out of the document and paste it here, or choose a file that a " +
  "reference manager exported (RIS, BibTeX, EndNote …).";

/**
 * The box to paste into or choose files with, and the progress of reading. It closes once
 * references were read. Until then the text stays in it, and what went wrong stands below it.
 */
export class Start {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    this.text = h("textarea", {
      id: "pasted",
      rows: 9,
      spellcheck: "false",
      "aria-describedby": "in-hint in-failures",
      onkeydown: (event) =>
        event.key === "Enter" && (event.ctrlKey || event.metaKey) && this.paste(),
    });
    this.files = h("input", {
      type: "file",
      multiple: true,
      id: "files",
      class: "unseen",
      tabindex: -1,
      "aria-label": "Files",
      onchange: () => this.take(this.files.files),
    });
    this.bar = h("progress", { max: 1, "aria-label": "Reading" });
    this.now = h("span", { class: "now" });
    this.progress = h(
      "div",
      { class: "progress", hidden: true },
      this.now,
      this.bar,
      h("button", { type: "button", class: "quiet", onclick: () => this.reading?.abort() }, "Stop"),
    );
    this.failures = h("div", { id: "in-failures", class: "failures", role: "alert", hidden: true });
    this.back = h("button", { type: "button", onclick: () => this.hide() }, "Back to the list");
    this.element = h(
      "section",
      { class: "start", "aria-label": "Take references in" },
      h("label", { for: "pasted", class: "lead" }, "Paste references, or drop files."),
      h(
        "p",
        { id: "in-hint", class: "hint" },
        "A reference list, a whole journal page, or files from Zotero, EndNote, JabRef " +
          "and the like. Nothing leaves this computer.",
      ),
      this.text,
      this.failures,
      h(
        "div",
        { class: "buttons" },
        h(
          "button",
          {
            type: "button",
            class: "main",
            "aria-keyshortcuts": "Control+Enter",
            onclick: () => this.paste(),
          },
          "Read",
          h("kbd", { "aria-hidden": "true" }, "Ctrl ⏎"),
        ),
        h("button", { type: "button", onclick: () => this.files.click() }, "Choose files …"),
        this.files,
        this.back,
      ),
      this.progress,
    );
    this.dropping();
  }

  show() {
    this.element.hidden = false;
    this.back.hidden = this.store.entries.length === 0;
    this.text.focus();
  }

  hide() {
    this.element.hidden = true;
    this.showFailures([]);
  }

  /** Stop reading, without a message, and forget former failures. */
  reset() {
    this.reading?.abort();
    this.reading = null;
    this.progress.hidden = true;
    this.element.classList.remove("busy");
    this.showFailures([]);
  }

  paste() {
    const text = this.text.value;
    if (!text.trim()) {
      say("There is nothing to read yet.", true);
      this.text.focus();
      return;
    }
    this.takeAll([{ data: text, name: "" }]).then((isRead) => {
      if (isRead && this.text.value === text) this.text.value = "";
    });
  }

  /** @param {FileList} files */
  take(files) {
    this.takeAll([...files].map((file) => ({ data: file, name: file.name })));
  }

  /**
   * Read inputs one after the other, and close the box if references were found.
   *
   * @param {{data: Blob | string, name: string}[]} inputs
   * @returns {Promise<boolean>} whether references were found
   */
  async takeAll(inputs) {
    this.reset();
    const reading = (this.reading = new AbortController());
    this.element.classList.add("busy");
    this.progress.hidden = false;
    let count = 0;
    /** @type {Failure[]} */
    const failures = [];
    for (const { data, name } of inputs) {
      if (reading.signal.aborted) break;
      count += await this.readOne(data, name, reading.signal, failures);
    }
    if (this.reading === reading) this.finish(count, failures, reading.signal.aborted);
    return count > 0;
  }

  /** Read one input into the list, or add to the failures. @returns {Promise<number>} references */
  async readOne(data, name, signal, failures) {
    this.watch(name, 0);
    try {
      const sheet = await read(data, name, (share) => this.watch(name, share), signal);
      if (signal.aborted) return 0;
      if (sheet.entries.length > 0 || sheet.blocks.length > 0) this.store.add(sheet);
      if (sheet.entries.length === 0) failures.push(failureOf(sheet, typeof data === "string"));
      return sheet.entries.length;
    } catch (error) {
      if (error.name !== "AbortError") failures.push({ name, messages: [error.message], advice: "" });
      return 0;
    } finally {
      // A text that was dropped is not in the box yet.
      if (typeof data === "string" && failures.length > 0) this.text.value ||= data;
    }
  }

  /** @param {number} count @param {Failure[]} failures @param {boolean} isStopped */
  finish(count, failures, isStopped) {
    this.reset();
    this.files.value = "";
    if (isStopped) say("Stopped.");
    else if (count > 0) say(`${counted(count, "reference")} read`);
    if (isStopped || failures.length > 0) this.show();
    else this.hide();
    this.showFailures(failures);
  }

  /** Show what gave no references, why, and what to do. @param {Failure[]} failures */
  showFailures(failures) {
    this.failures.hidden = failures.length === 0;
    this.failures.replaceChildren(...failures.map(failureElement));
  }

  /** @param {string} name @param {number} share that is done, 0 where that is not known */
  watch(name, share) {
    this.now.textContent = `${name ? `${name}: ` : ""}reading ${share ? percent(share) : "…"}`;
    if (share) this.bar.value = share;
    else this.bar.removeAttribute("value");
  }

  dropping() {
    const over = (on) => document.documentElement.classList.toggle("dropping", on);
    document.addEventListener("dragover", (event) => {
      event.preventDefault();
      over(true);
    });
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) over(false);
    });
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      over(false);
      const text = event.dataTransfer.getData("text/plain");
      if (event.dataTransfer.files.length > 0) this.take(event.dataTransfer.files);
      else if (text) this.takeAll([{ data: text, name: "" }]);
    });
  }
}

/** Explain an input without references. @param {import("./told.js").Sheet} sheet @returns {Failure} */
function failureOf({ name, remarks, blocks }, isText) {
  const messages = remarks.map(({ message }) => message);
  if (blocks.length > 0)
    return {
      name,
      messages: [...messages, "only strings, preambles and comments (kept for the same format)"],
      advice: "",
    };
  return { name, messages, advice: isText ? PASTE_A_LIST : CHOOSE_ANOTHER_FILE };
}

/** @param {Failure} failure */
function failureElement({ name, messages, advice }) {
  return h(
    "div",
    {},
    h("strong", {}, `No references read from ${name || "the text"}.`),
    messages.length > 0 &&
      h(
        "ul",
        {},
        messages.map((message) => h("li", {}, message)),
      ),
    advice && h("p", {}, advice),
  );
}
