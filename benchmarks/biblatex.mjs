// biblatex-csl-converter, as its documentation uses it: node biblatex.mjs INPUT OUTPUT
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
const require = createRequire(process.env.PEERS + '/')
const { BibLatexParser, CSLExporter } = require('biblatex-csl-converter')
const [input, output] = process.argv.slice(2)
const { entries } = new BibLatexParser(readFileSync(input, 'utf8'), { processUnexpected: true, processUnknown: true }).parse()
writeFileSync(output, JSON.stringify(Object.values(new CSLExporter(entries).parse())))
