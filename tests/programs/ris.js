// citation-js reads RIS: node ris.js references.ris → what it found, as CSL-JSON.
"use strict";
const fs = require("fs");
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-ris");

const found = new Cite(fs.readFileSync(process.argv[2], "utf-8"), { forceType: "@ris/file" });
process.stdout.write(JSON.stringify(found.data));
