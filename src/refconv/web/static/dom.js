/**
 * Make an element. Strings among the children become text, never HTML; attributes that begin with
 * "on" are listeners, those that are false or null are left out.
 *
 * @param {string} tag
 * @param {Object<string, any>} attributes
 * @param {...(Node | string | null | false | (Node | string | null | false)[])} children
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== false));
  return element;
}

// Characters that turn the direction of what follows, and other controls.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text whose unseen controls are seen, each in the place of one character. @param {string} text */
export function visible(text) {
  return text.replace(UNSEEN, "\ufffd");
}

const MARKUP = /(<\/?(?:i|b|sub|sup)>)/;

/** Text with CSL's markup (italic, bold, raised, lowered) shown as such. @param {string} text */
export function rich(text) {
  const pieces = visible(text).split(MARKUP);
  const root = document.createDocumentFragment();
  /** @type {(DocumentFragment | Element)[]} */
  const open = [root];
  pieces.forEach((piece, at) => {
    const tag = MARKUP.test(piece) ? piece.replace(/[</>]/g, "") : "";
    const innermost = open[open.length - 1];
    if (tag && !piece.startsWith("</") && pieces.indexOf(`</${tag}>`, at) > 0) {
      open.push(document.createElement(tag));
      innermost.append(open[open.length - 1]);
    } else if (tag && innermost instanceof Element && innermost.localName === tag) {
      open.pop();
    } else {
      innermost.append(piece);
    }
  });
  return root;
}

const polite = h("div", { role: "status", class: "said" });
const urgent = h("div", { role: "alert", class: "said problem" });
let fading = 0;

/** Where what is said appears. */
export function voices() {
  return h("div", { class: "voices" }, polite, urgent);
}

/** Say something, to eyes and to screen readers. @param {string} message @param {boolean} problem */
export function say(message, problem = false) {
  clearTimeout(fading);
  polite.textContent = problem ? "" : message;
  urgent.textContent = problem ? message : "";
  fading = setTimeout(() => (polite.textContent = urgent.textContent = ""), problem ? 12000 : 5000);
}

/** Offer a text as a file. @param {string} text @param {string} name */
export function download(text, name) {
  const link = h("a", {
    href: URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" })),
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Open a dialog; it goes when it is closed. @param {string} title @param {...any} content */
export function dialog(title, ...content) {
  const before = document.activeElement;
  const heading = h("h2", { id: "dialog-title" }, title);
  const box = /** @type {HTMLDialogElement} */ (
    h("dialog", { "aria-labelledby": "dialog-title" }, heading, ...content)
  );
  box.addEventListener("close", () => {
    box.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  });
  document.body.append(box);
  box.showModal();
  return box;
}
