// citation-js, as its documentation uses it: node citation.mjs FROM TO INPUT OUTPUT
// With TO = readable, INPUT is a JSON list of entries, and OUTPUT becomes the list of those that it
// reads and writes one by one.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
const require = createRequire(process.env.PEERS + '/')
const { Cite } = require('@citation-js/core')
for (const name of ['bibtex', 'ris', 'csl']) require('@citation-js/plugin-' + name)
const [from, to, input, output] = process.argv.slice(2)
const forceType = from === 'bibtex' ? '@bibtex/text' : '@ris/file'
const FORMATS = { bibtex: 'bibtex', ris: 'ris', 'csl-json': 'data' }

function converts (entry) {
  try {
    const cite = new Cite(entry, { forceType })
    return cite.data.length === 1 && ['bibtex', 'ris', 'data'].every(name => cite.format(name))
  } catch {
    return false
  }
}

if (to === 'readable') {
  writeFileSync(output, JSON.stringify(JSON.parse(readFileSync(input, 'utf8')).filter(converts)))
} else {
  writeFileSync(output, new Cite(readFileSync(input, 'utf8'), { forceType }).format(FORMATS[to]))
}
