"""Make new citation keys, in a file and in the document: python examples/new_keys.py BIB TEX."""

import re
import sys
from pathlib import Path

import refconv
from refconv.library import rename_keys

bib, tex = map(Path, sys.argv[1:])
read = refconv.load(bib)
keyed = rename_keys(read, "[auth:lower][year][veryshorttitle:lower]")
refconv.dump(keyed.references, bib, blocks=read.blocks)
keys = dict(keyed.renamed)
cite = re.compile(r"(\\\w*cite\w*\*?(?:\[[^]]*\])*\{)([^}]*)(\})")
text = cite.sub(
    lambda m: m[1] + ",".join(keys.get(k.strip(), k) for k in m[2].split(",")) + m[3],
    tex.read_text("utf-8"),
)
tex.write_text(text, "utf-8")
