// citation-js, as its documentation uses it: node citation.mjs FROM TO INPUT OUTPUT
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
const require = createRequire(process.env.PEERS + '/')
const { Cite } = require('@citation-js/core')
for (const name of ['bibtex', 'ris', 'csl']) require('@citation-js/plugin-' + name)
const [from, to, input, output] = process.argv.slice(2)
const cite = new Cite(readFileSync(input, 'utf8'), { forceType: from === 'bibtex' ? '@bibtex/text' : '@ris/file' })
const format = { bibtex: 'bibtex', ris: 'ris', 'csl-json': 'data' }[to]
writeFileSync(output, cite.format(format))
