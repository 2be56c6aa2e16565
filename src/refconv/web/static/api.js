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
  let line = "";
  const decoder = new TextDecoder();
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    line += decoder.decode(value, { stream: !done });
    for (let end; (end = line.indexOf("\n")) >= 0; line = line.slice(end + 1)) {
      const said = JSON.parse(line.slice(0, end));
      if (said.sheet) return said.sheet;
      watch(said.progress);
    }
    if (done) throw new Error("Reading broke off.");
  }
}

async function reach(address, options) {
  if (!live) throw new Error("A report has no server.");
  try {
    return await fetch(address, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error("refconv no longer runs. Start it again with refconv serve.");
  }
}
