import { read } from "./api.js";
import { counted, percent } from "./data.js";
import { announce, button, h, shortcut } from "./dom.js";

/**
 * An input that gave no references: its name, why, and what to do about it.
 *
 * @typedef {{name: string, messages: string[], advice: string}} Failure
 */

const WHAT_TO_PASTE =
  "A reference list, a whole journal page, or files from Zotero, EndNote, JabRef and the like. " +
  "Nothing leaves this computer.";
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
export class InputBox {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    /** @type {AbortController | null} of the reading that runs */
    this.reading = null;
    this.text = this.textElement();
    this.files = this.filesElement();
    this.progress = this.progressElement();
    this.failures = h("div", { id: "in-failures", class: "failures", role: "alert", hidden: true });
    this.back = button("Back to the list", () => this.hide());
    this.element = h(
      "section",
      { class: "input-box", "aria-label": "Input" },
      h("label", { for: "pasted", class: "lead" }, "Paste references, or drop files."),
      h("p", { id: "in-hint", class: "hint" }, WHAT_TO_PASTE),
      this.text,
      this.failures,
      this.buttons(),
      this.progress,
    );
    this.acceptDrops();
  }

  textElement() {
    return h("textarea", {
      id: "pasted",
      rows: 9,
      spellcheck: "false",
      "aria-describedby": "in-hint in-failures",
      onkeydown: (event) =>
        event.key === "Enter" && (event.ctrlKey || event.metaKey) && this.readText(),
    });
  }

  filesElement() {
    return h("input", {
      type: "file",
      multiple: true,
      id: "files",
      class: "unseen",
      tabindex: -1,
      "aria-label": "Files",
      onchange: () => this.readFiles(this.files.files),
    });
  }

  progressElement() {
    this.progressBar = h("progress", { max: 1, "aria-label": "Reading" });
    this.progressText = h("span", { class: "now" });
    const stop = button("Stop", () => this.reading?.abort(), { class: "quiet" });
    const children = [this.progressText, this.progressBar, stop];
    return h("div", { class: "progress", hidden: true }, children);
  }

  buttons() {
    const readButton = button("Read", () => this.readText(), {
      class: "main",
      "aria-keyshortcuts": "Control+Enter",
    });
    readButton.append(shortcut("Ctrl ⏎"));
    const choose = button("Choose files …", () => this.files.click());
    return h("div", { class: "buttons" }, readButton, choose, this.files, this.back);
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

  /** Stop reading, without a message, and clear former failures. */
  reset() {
    this.reading?.abort();
    this.reading = null;
    this.progress.hidden = true;
    this.element.classList.remove("busy");
    this.showFailures([]);
  }

  async readText() {
    const text = this.text.value;
    if (!text.trim()) {
      announce("There is nothing to read yet.", true);
      this.text.focus();
      return;
    }
    const isRead = await this.readAll([{ data: text, name: "" }]);
    if (isRead && this.text.value === text) this.text.value = "";
  }

  /** @param {FileList} files */
  readFiles(files) {
    this.readAll([...files].map((file) => ({ data: file, name: file.name })));
  }

  /**
   * Read inputs one after the other, and close the box if references were found in all of them.
   *
   * @param {{data: Blob | string, name: string}[]} inputs
   * @returns {Promise<boolean>} whether references were found
   */
  async readAll(inputs) {
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
    const isText = typeof data === "string";
    this.showProgress(name, 0);
    try {
      const input = await read(data, name, (share) => this.showProgress(name, share), signal);
      if (signal.aborted) return 0;
      if (input.entries.length > 0 || input.blocks.length > 0) this.store.add(input);
      if (input.entries.length === 0) failures.push(failureOf(input, isText));
      return input.entries.length;
    } catch (error) {
      if (error.name !== "AbortError")
        failures.push({ name, messages: [error.message], advice: "" });
      return 0;
    } finally {
      // A text that was dropped is not in the box yet.
      if (isText && failures.length > 0) this.text.value ||= data;
    }
  }

  /** @param {number} count @param {Failure[]} failures @param {boolean} isStopped */
  finish(count, failures, isStopped) {
    this.reset();
    this.files.value = "";
    if (isStopped) announce("Stopped.");
    else if (count > 0) announce(`${counted(count, "reference")} read`);
    if (isStopped || failures.length > 0) this.show();
    else this.hide();
    this.showFailures(failures);
  }

  /** Show which inputs gave no references, why, and what to do. @param {Failure[]} failures */
  showFailures(failures) {
    this.failures.hidden = failures.length === 0;
    this.failures.replaceChildren(...failures.map(failureElement));
  }

  /** @param {string} name @param {number} share that is done, 0 if it is not known */
  showProgress(name, share) {
    const done = share ? percent(share) : "…";
    this.progressText.textContent = `${name ? `${name}: ` : ""}reading ${done}`;
    if (share) this.progressBar.value = share;
    else this.progressBar.removeAttribute("value");
  }

  acceptDrops() {
    const highlight = (isOver) => document.documentElement.classList.toggle("dropping", isOver);
    document.addEventListener("dragover", (event) => {
      event.preventDefault();
      highlight(true);
    });
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) highlight(false);
    });
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      highlight(false);
      const { files } = event.dataTransfer;
      const text = event.dataTransfer.getData("text/plain");
      if (files.length > 0) this.readFiles(files);
      else if (text) this.readAll([{ data: text, name: "" }]);
    });
  }
}

/**
 * Explain why an input gave no references.
 *
 * @param {import("./data.js").Input} input
 * @param {boolean} isText and not a file
 * @returns {Failure}
 */
function failureOf({ name, diagnostics, blocks }, isText) {
  const messages = diagnostics.map(({ message }) => message);
  if (blocks.length === 0)
    return { name, messages, advice: isText ? PASTE_A_LIST : CHOOSE_ANOTHER_FILE };
  const kept = "only strings, preambles and comments (kept for the same format)";
  return { name, messages: [...messages, kept], advice: "" };
}

/** @param {Failure} failure */
function failureElement({ name, messages, advice }) {
  const items = messages.map((message) => h("li", {}, message));
  return h(
    "div",
    {},
    h("strong", {}, `No references read from ${name || "the text"}.`),
    items.length > 0 && h("ul", {}, items),
    advice !== "" && h("p", {}, advice),
  );
}
