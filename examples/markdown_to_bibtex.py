"""Make a .bib of a Markdown file: python examples/markdown_to_bibtex.py IN.md OUT.bib."""

import sys

import refconv

read = refconv.load(sys.argv[1], "markdown")
print(refconv.dump(read.references, sys.argv[2], "bibtex").text)
