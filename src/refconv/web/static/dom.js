/**
 * Create an element. Strings among the children become text, never HTML. Attributes that begin with
 * "on" are event listeners; attributes and children that are false or null are left out.
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

/** Create a button. */
export function button(title, onclick, attributes = {}) {
  return h("button", { type: "button", onclick, ...attributes }, title);
}

/** Create the hint of a keyboard shortcut. */
export function shortcut(keys) {
  return h("kbd", { "aria-hidden": "true" }, keys);
}

// Control characters; those that change the direction of the text after them are among these.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Replace each control character by a visible one, so that offsets stay. @param {string} text */
export function visible(text) {
  return text.replace(CONTROLS, "\ufffd");
}

const MARKUP = /(<\/?(?:i|b|sub|sup)>)/;

/** Render CSL's markup: italic, bold, subscript, superscript. @param {string} text */
export function rich(text) {
  const parts = visible(text).split(MARKUP);
  const root = document.createDocumentFragment();
  /** @type {(DocumentFragment | Element)[]} */
  const open = [root];
  parts.forEach((part, at) => {
    const tag = MARKUP.test(part) ? part.replace(/[</>]/g, "") : "";
    const innermost = open[open.length - 1];
    if (tag && !part.startsWith("</") && parts.indexOf(`</${tag}>`, at) > 0) {
      open.push(document.createElement(tag));
      innermost.append(open[open.length - 1]);
    } else if (tag && innermost instanceof Element && innermost.localName === tag) {
      open.pop();
    } else {
      innermost.append(part);
    }
  });
  return root;
}

const statusMessage = h("div", { role: "status", class: "message" });
const errorMessage = h("div", { role: "alert", class: "message error" });
let fading = 0;

const messages = h("div", { class: "messages" }, statusMessage, errorMessage);

/** Return the area where messages appear. */
export function messageArea() {
  return messages;
}

/** Show a message, to screen readers too. @param {string} message @param {boolean} isError */
export function announce(message, isError = false) {
  clearTimeout(fading);
  statusMessage.textContent = isError ? "" : message;
  errorMessage.textContent = isError ? message : "";
  const clear = () => (statusMessage.textContent = errorMessage.textContent = "");
  fading = setTimeout(clear, isError ? 12000 : 5000);
}

/** Download a text as a file. @param {string} text @param {string} name */
export function download(text, name) {
  const link = h("a", {
    href: URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" })),
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Open a dialog; closing it removes it. @param {string} title @param {...any} content */
export function dialog(title, ...content) {
  const focused = document.activeElement;
  const heading = h("h2", { id: "dialog-title" }, title);
  const box = /** @type {HTMLDialogElement} */ (
    h("dialog", { "aria-labelledby": "dialog-title" }, heading, ...content)
  );
  box.addEventListener("close", () => {
    document.body.append(messages);
    box.remove();
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
  });
  document.body.append(box);
  box.showModal();
  // Nothing outside a modal dialog is seen or read aloud.
  box.append(messages);
  return box;
}
