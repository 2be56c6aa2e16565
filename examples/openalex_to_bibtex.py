"""Read what a database's web interface returned in JSON, and write a .bib file of it.

    python examples/openalex_to_bibtex.py works.json works.bib

Crossref, DataCite, OpenAlex, Semantic Scholar and Zotero are told apart by their keys.
"""

import sys
from pathlib import Path

import refconv

source, target = map(Path, sys.argv[1:])
read = refconv.load(source)
written = refconv.write(read, "bibtex")
target.write_text(written.text, "utf-8")
print(f"{len(read.references)} references, {len(written.losses)} losses")
