/** References that are perhaps of one publication: keep both, or merge them. */

import { post, postOrAnnounce } from "./api.js";
import { hasServer } from "./data.js";
import { announce, button, dialog, h, visible } from "./dom.js";
import { lineOf, stringElement } from "./strings.js";
import { TEXTS } from "./texts.js";

/** Milliseconds to wait for further corrections before looking again. */
const LOOK_DELAY = 500;

/**
 * The groups of references that are perhaps of one publication. They are looked for again after
 * every correction.
 *
 * Event: "found".
 *
 * @typedef {{members: number[], reason: string}} Group members: indices of entries
 */
export class Duplicates extends EventTarget {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    super();
    this.store = store;
    /** @type {Group[]} */
    this.groups = [];
    this.timer = 0;
    if (!hasServer) return;
    for (const event of ["cleared", "added", "changed"])
      store.addEventListener(event, () => this.lookLater());
  }

  lookLater() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), LOOK_DELAY);
  }

  async look() {
    const { order, entries } = this.store;
    const included = this.store.included();
    let found = [];
    if (included.length > 1) {
      const items = included.map((index) => entries[index].record.item);
      try {
        ({ groups: found } = await post("duplicates", { items }));
      } catch {
        return; // What fails here fails again where the user asks for something.
      }
      if (order !== this.store.order || entries !== this.store.entries) return;
    }
    this.groups = found
      .map(([members, reason]) => ({ members: members.map((at) => included[at]), reason }))
      .filter(({ members }) => members.some((index) => !this.store.entries[index].isDistinct));
    this.dispatchEvent(new CustomEvent("found"));
  }

  /** Return the group of an entry, if there is one. @param {number} index */
  groupOf(index) {
    return this.groups.find(({ members }) => members.includes(index));
  }

  /** Say that the references of a group are different works. @param {Group} group */
  keep({ members }) {
    const kept = members.map((index) => [
      index,
      { ...this.store.entries[index], isDistinct: true },
    ]);
    this.forget(members);
    this.store.change(TEXTS.duplicates.kept, new Map(kept));
    announce(TEXTS.duplicates.kept);
  }

  /** Merge the references of a group into the first of them. @param {Group} group */
  async merge({ members }) {
    const { store } = this;
    const before = members.map((index) => store.entries[index]);
    const items = before.map((entry) => entry.record.item);
    const answer = await postOrAnnounce("merge", { items });
    if (!answer || members.some((index, at) => store.entries[index] !== before[at])) return;
    const [first, ...others] = members;
    const after = new Map([[first, { ...before[0], record: answer.records[0] }]]);
    this.forget(members);
    store.change(
      TEXTS.duplicates.merged,
      after,
      store.order.filter((index) => !others.includes(index)),
    );
    announce(TEXTS.duplicates.merged);
  }

  forget(members) {
    this.groups = this.groups.filter((group) => group.members[0] !== members[0]);
  }

  /** Show all groups, to decide on each. */
  show() {
    const list = h("div", { class: "duplicates" });
    const close = button(TEXTS.duplicates.close, () => box.close(), { class: "main" });
    const render = () => {
      const elements = this.groups.map((group) => this.groupElement(group, render));
      const none = h("p", { class: "hint" }, TEXTS.duplicates.none);
      list.replaceChildren(...(elements.length > 0 ? elements : [none]));
      (list.querySelector("button") ?? close).focus();
    };
    const box = dialog(
      TEXTS.duplicates.title,
      h("p", { class: "hint" }, TEXTS.duplicates.hint),
      list,
      h("div", { class: "buttons" }, close),
    );
    box.classList.add("wide");
    render();
  }

  groupElement(group, onDone) {
    const items = group.members.map((index) => {
      const entry = this.store.entries[index];
      const place = h("span", { class: "ordinal" }, String(this.store.order.indexOf(index) + 1));
      const line = entry.text ? stringElement(entry) : h("p", {}, visible(lineOf(entry)));
      return h("li", {}, place, line);
    });
    const reason = h("span", { class: "hint" }, TEXTS.duplicates.alike(group.reason));
    const decide = this.decisions(group, onDone);
    return h(
      "div",
      { class: "group" },
      h("ul", { class: "choices" }, items),
      h("div", { class: "buttons" }, decide, reason),
    );
  }

  /** Create the buttons that decide on a group. */
  decisions(group, onDone = () => {}) {
    const merge = async () => {
      await this.merge(group);
      onDone();
    };
    const keep = () => {
      this.keep(group);
      onDone();
    };
    return [button(TEXTS.duplicates.merge, merge), button(TEXTS.duplicates.both, keep)];
  }

  /** Create the notice of an open entry, or null. @param {number} index */
  notice(index) {
    const group = this.groupOf(index);
    if (!group) return null;
    const places = group.members
      .filter((other) => other !== index)
      .map((other) => this.store.order.indexOf(other) + 1);
    const words = h("span", {}, TEXTS.duplicates.sameAs(places, group.reason));
    return h("div", { class: "reasons twins" }, words, this.decisions(group));
  }
}
