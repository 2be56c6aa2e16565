import { read } from "./api.js";
import { h, say } from "./dom.js";
import { counted, percent } from "./told.js";

/** Where references come in: pasted, chosen or dropped; and how far reading is. */
export class Start {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    this.text = h("textarea", {
      id: "pasted",
      rows: 9,
      spellcheck: "false",
      "aria-describedby": "in-hint",
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
      h("button", { type: "button", class: "quiet", onclick: () => this.stop?.abort() }, "Stop"),
    );
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
      ),
      this.progress,
    );
    this.dropping();
  }

  show() {
    this.element.hidden = false;
    this.text.focus();
  }

  paste() {
    const text = this.text.value;
    if (!text.trim()) {
      say("There is nothing to read yet.", true);
      this.text.focus();
      return;
    }
    this.takeAll([{ data: text, name: "" }]).then((count) => count > 0 && (this.text.value = ""));
  }

  /** @param {FileList} files */
  take(files) {
    this.takeAll([...files].map((file) => ({ data: file, name: file.name })));
  }

  /** Have all of it read, one after the other. @returns {Promise<number>} references found */
  async takeAll(inputs) {
    this.stop?.abort();
    const stop = (this.stop = new AbortController());
    this.element.classList.add("busy");
    this.progress.hidden = false;
    let count = 0;
    try {
      for (const { data, name } of inputs) {
        this.watch(name, 0);
        const sheet = await read(data, name, (share) => this.watch(name, share), stop.signal);
        count += sheet.entries.length;
        this.store.add(sheet);
      }
      if (count > 0) say(`${counted(count, "reference")} read`);
      else say("No references were found in it.", true);
    } catch (error) {
      if (error.name !== "AbortError") say(error.message, true);
      else say("Stopped.");
    } finally {
      this.progress.hidden = true;
      this.files.value = "";
      this.element.classList.remove("busy");
    }
    return count;
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
