import { hasServer } from "./data.js";
import { announce } from "./dom.js";
import { TEXTS } from "./texts.js";

/**
 * Post a message to the server and return its answer.
 *
 * @param {string} name of the endpoint
 * @param {object} message
 * @returns {Promise<any>}
 */
export async function post(name, message) {
  const response = await request(`api/${name}`, { method: "POST", body: JSON.stringify(message) });
  if (!response.ok) throw new Error(await errorOf(response));
  return response.json();
}

/** Post a message; show an error and return null if it fails. @returns {Promise<any>} */
export async function postOrAnnounce(name, message) {
  try {
    return await post(name, message);
  } catch (error) {
    announce(error.message, true);
    return null;
  }
}

/**
 * Read a file or a pasted text.
 *
 * @param {Blob | string} data
 * @param {string} name of the file
 * @param {(share: number) => void} onProgress is called with the share that is done
 * @param {AbortSignal} signal
 * @returns {Promise<import("./data.js").Input>}
 */
export async function read(data, name, onProgress, signal) {
  const response = await request(`api/read?name=${encodeURIComponent(name)}`, {
    method: "POST",
    body: data,
    signal,
  });
  if (!response.ok) throw new Error(await errorOf(response));
  for await (const line of lines(response.body)) {
    const message = JSON.parse(line);
    if (message.input) return message.input;
    onProgress(message.progress);
  }
  throw new Error(TEXTS.server.failed);
}

/** Return the error of a response: that of an endpoint is JSON, that of the server plain text. */
async function errorOf(response) {
  const text = await response.text();
  try {
    return JSON.parse(text).error;
  } catch {
    return text || response.statusText;
  }
}

/** Iterate over the lines of a response. @param {ReadableStream<Uint8Array>} body */
async function* lines(body) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let parts = [];
  for (;;) {
    const { done, value } = await reachable(reader.read());
    const [end, ...more] = decoder.decode(value, { stream: !done }).split("\n");
    parts.push(end);
    for (const start of more) {
      yield parts.join("");
      parts = [start];
    }
    if (done) return;
  }
}

async function request(address, options) {
  if (!hasServer) throw new Error(TEXTS.server.none);
  return reachable(fetch(address, options));
}

/** Wait for the server; if it is gone, raise an error that explains it. */
async function reachable(answer) {
  try {
    return await answer;
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error(TEXTS.server.stopped);
  }
}
