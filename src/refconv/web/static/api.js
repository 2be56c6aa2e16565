import { live } from "./told.js";

/** Ask the server. @param {string} name @param {object} message @returns {Promise<any>} */
export async function ask(name, message) {
  const response = await reach(`api/${name}`, { method: "POST", body: JSON.stringify(message) });
  if (response.ok) return response.json();
  const problem = await response.json().then(
    (answer) => answer.problem,
    () => response.statusText,
  );
  throw new Error(problem);
}

/**
 * Have a file, or what was pasted, read.
 *
 * @param {Blob | string} data
 * @param {string} name of the file
 * @param {(share: number) => void} watch is told how much is done
 * @param {AbortSignal} signal
 * @returns {Promise<import("./told.js").Sheet>}
 */
export async function read(data, name, watch, signal) {
  const response = await reach(`api/read?name=${encodeURIComponent(name)}`, {
    method: "POST",
    body: data,
    signal,
  });
  if (!response.ok) throw new Error(await response.text());
  for await (const line of lines(response.body)) {
    const message = JSON.parse(line);
    if (message.sheet) return message.sheet;
    watch(message.progress);
  }
  throw new Error("Reading failed in refconv, nothing was read. Please report the text as a bug.");
}

/** The lines of a response as they come in. @param {ReadableStream<Uint8Array>} body */
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

async function reach(address, options) {
  if (!live) throw new Error("A report has no server.");
  return reachable(fetch(address, options));
}

/** Wait for the server, and say so if it is gone. @template T @param {Promise<T>} answer */
async function reachable(answer) {
  try {
    return await answer;
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error("refconv no longer runs. Start it again with refconv serve.");
  }
}
