// Renders items in CSL styles with every variable marked: node render.js CITEPROC LOCALES < jobs
//
// A job is a line of JSON {style, locale, items}: the path of a style, a locale or "", CSL-JSON items.
// The answer is a line of JSON: for each item its bibliography entry, where U+E000 name U+E001 opens
// a variable, U+E002 closes it, and the name "NAME" is one person or institution of a list.
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const [citeproc, locales] = process.argv.slice(2);
const CSL = require(citeproc);

const OPEN = "\uE000", NAMED = "\uE001", CLOSE = "\uE002";
const marked = (name, text) => OPEN + name + NAMED + text + CLOSE;
const format = Object.assign({}, CSL.Output.Formats.text);
format["@showid/true"] = function (state, text, name) {
  if (state.tmp.just_looking || state.tmp.suppress_decorations || typeof text !== "string") return text;
  if (name === "NAME") return marked(name, text);
  const names = (this.params && this.params.variableNames) || [];
  const item = this.params && this.params.itemData;
  const has = (variable) => item && item[variable] && item[variable].length;
  // What stands in the place of people whom the item has not (a composer) are its own people.
  const own = /container|edit/.test(names[0]) ? ["editor"] : ["author", "editor", "translator"];
  const people = text.includes(OPEN + "NAME") ? own : [];
  const printed = [...names, ...people].find(has) || names[0];
  return printed ? marked(printed, text) : text;
};
format["@display/left-margin"] = (state, text) => text + " ";
CSL.Output.Formats.marked = format;

for (const method of ["_renderOnePersonalName", "_renderOneInstitutionPart"]) {
  const plain = CSL.NameOutput.prototype[method];
  CSL.NameOutput.prototype[method] = function (...given) {
    const blob = plain.apply(this, given);
    if (blob && blob.decorations) blob.decorations.push(["@showid", "true", "NAME"]);
    return blob;
  };
}

const texts = {};
function localeOf(name) {
  const file = path.join(locales, "locales-" + name + ".xml");
  if (!(name in texts)) texts[name] = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
  return texts[name];
}

function rendered(job) {
  const items = new Map(job.items.map((item) => [item.id, item]));
  const system = {
    retrieveLocale: localeOf,
    retrieveItem: (id) => items.get(id),
    csl_reverse_lookup_support: true,
    variableWrapper: (params, before, text, after) => before + text + after,
  };
  const style = fs.readFileSync(job.style, "utf8");
  const engine = new CSL.Engine(system, style, job.locale || undefined, Boolean(job.locale));
  engine.setOutputFormat("marked");
  engine.updateItems([...items.keys()]);
  const bibliography = engine.makeBibliography();
  return bibliography ? bibliography[1].map((text, i) => [bibliography[0].entry_ids[i][0], text]) : [];
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  let entries = [];
  try {
    entries = rendered(JSON.parse(line));
  } catch (problem) {
    process.stderr.write(String(problem).slice(0, 200) + "\n");
  }
  process.stdout.write(JSON.stringify(entries) + "\n");
});
