// citeproc-js renders CSL-JSON: node render.js references.json → one line a reference.
"use strict";
const fs = require("fs");
const path = require("path");
const CSL = require("citeproc");

const items = JSON.parse(fs.readFileSync(process.argv[2], "utf-8"));
const read = (name) => fs.readFileSync(path.join(__dirname, name), "utf-8");
const system = {
  retrieveLocale: () => read("locale.xml"),
  retrieveItem: (id) => items.find((item) => item.id === id),
};
const engine = new CSL.Engine(system, read("style.csl"));
engine.setOutputFormat("text");
engine.updateItems(items.map((item) => item.id));
const [, lines] = engine.makeBibliography();
process.stdout.write(lines.map((line) => line.trim() + "\n").join(""));
