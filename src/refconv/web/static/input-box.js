import { read } from "./api.js";
import { announce, button, h, shortcut } from "./dom.js";
import { countText } from "./outputs.js";
import { TEXTS } from "./texts.js";

/**
 * An input that added no references: its name, why, and what to do about it.
 *
 * @typedef {{name: string, title: string, messages: string[], advice: string,
 *   again?: () => void}} Failure
 */

const EXAMPLE = "static/example.txt";

/**
 * The box to paste into or choose files with, and the progress of reading. It closes once
 * references were read. Until then the text stays in it, and what went wrong stands below it.
 *
 * Event: "closed".
 */
export class InputBox extends EventTarget {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    super();
    this.store = store;
    /** @type {AbortController | null} of the reading that runs */
    this.reading = null;
    this.text = this.textElement();
    this.files = this.filesElement();
    this.progress = this.progressElement();
    this.failures = h("div", { id: "in-failures", class: "failures", role: "alert", hidden: true });
    /** The texts of the inputs that were read. @type {Set<string>} */
    this.known = new Set();
    this.back = button(TEXTS.input.back, () => this.hide());
    this.element = h(
      "section",
      { class: "input-box", "aria-label": TEXTS.input.region },
      h("h2", { class: "lead" }, TEXTS.input.lead),
      h(
        "ol",
        { id: "in-hint", class: "steps" },
        TEXTS.input.steps.map((step) => h("li", {}, step)),
      ),
      h("label", { for: "pasted", class: "hint" }, TEXTS.input.label),
      this.text,
      this.failures,
      this.buttons(),
      this.progress,
      h("p", { class: "hint" }, TEXTS.input.privacy),
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
      "aria-label": TEXTS.input.files,
      onchange: () => this.readFiles(this.files.files),
    });
  }

  progressElement() {
    this.progressBar = h("progress", { max: 1, "aria-label": TEXTS.input.reading });
    this.progressText = h("span", { class: "now" });
    const stop = button(TEXTS.input.stop, () => this.reading?.abort(), { class: "quiet" });
    const children = [this.progressText, this.progressBar, stop];
    return h("div", { class: "progress", hidden: true }, children);
  }

  buttons() {
    const readButton = button(TEXTS.input.read, () => this.readText(), {
      class: "main",
      "aria-keyshortcuts": "Control+Enter",
    });
    readButton.append(shortcut("Ctrl ⏎"));
    const choose = button(TEXTS.input.choose, () => this.files.click());
    this.example = button(TEXTS.input.example, () => this.readExample(), { class: "quiet" });
    const buttons = [readButton, choose, this.example, this.files, this.back];
    return h("div", { class: "buttons" }, buttons);
  }

  show() {
    this.element.hidden = false;
    const isFirst = this.store.order.length === 0;
    this.back.hidden = isFirst;
    this.example.hidden = !isFirst;
    this.text.focus();
  }

  /** Close the box; the list has the focus then. */
  hide() {
    this.element.hidden = true;
    this.showFailures([]);
    this.dispatchEvent(new CustomEvent("closed"));
  }

  /** Forget what was read. */
  forget() {
    this.reset();
    this.known.clear();
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
      announce(TEXTS.input.nothing, true);
      this.text.focus();
      return;
    }
    const isRead = await this.readAll([{ data: text, name: "" }]);
    if (isRead && this.text.value === text) this.text.value = "";
  }

  /** Read the example, as if it had been pasted. */
  async readExample() {
    const response = await fetch(EXAMPLE);
    this.text.value = await response.text();
    await this.readText();
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
    const key = await keyOf(data);
    if (this.known.has(key)) {
      failures.push(this.failureOfAgain(data, name, key));
      return 0;
    }
    try {
      const input = await read(data, name, (share) => this.showProgress(name, share), signal);
      if (signal.aborted) return 0;
      if (input.entries.length > 0 || input.blocks.length > 0) this.store.add(input);
      if (input.entries.length === 0) failures.push(failureOf(input, isText));
      else this.known.add(key);
      return input.entries.length;
    } catch (error) {
      if (error.name !== "AbortError")
        failures.push({ name, title: TEXTS.input.none(name), messages: [error.message], advice: "" });
      return 0;
    } finally {
      // A text that was dropped is not in the box yet.
      if (isText && failures.length > 0) this.text.value ||= data;
    }
  }

  /** Return that an input was read before, with a way to read it all the same. */
  failureOfAgain(data, name, key) {
    const again = () => {
      this.known.delete(key);
      this.readAll([{ data, name }]);
    };
    return { name, title: TEXTS.input.again(name), messages: [], advice: "", again };
  }

  /** @param {number} count @param {Failure[]} failures @param {boolean} isStopped */
  finish(count, failures, isStopped) {
    this.reset();
    this.files.value = "";
    if (isStopped) announce(TEXTS.input.stopped);
    else if (count > 0) announce(TEXTS.input.done(countText(this.store.listed())));
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
    this.progressText.textContent = TEXTS.input.progress(name, share);
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
  const title = TEXTS.input.none(name);
  if (blocks.length === 0) {
    const advice = isText ? TEXTS.input.pasteList : TEXTS.input.chooseAnother;
    return { name, title, messages, advice };
  }
  return { name, title, messages: [...messages, TEXTS.input.onlyBlocks], advice: "" };
}

/** @param {Failure} failure */
function failureElement({ title, messages, advice, again }) {
  const items = messages.map((message) => h("li", {}, message));
  return h(
    "div",
    {},
    h("strong", {}, title),
    items.length > 0 && h("ul", {}, items),
    advice !== "" && h("p", {}, advice),
    again !== undefined && button(TEXTS.input.addAgain, again, { class: "quiet" }),
  );
}

/** Return what is the same for equal inputs. @param {Blob | string} data */
async function keyOf(data) {
  const bytes = await new Blob([data]).arrayBuffer();
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].join(" ");
}
