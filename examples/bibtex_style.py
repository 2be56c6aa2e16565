"""Write a library as BibTeX for old LaTeX, neatly: python examples/bibtex_style.py IN OUT.bib."""

import sys

import refconv

style = refconv.Style(
    characters="latex",
    case="proper",
    order=["author", "title", "journal", "year"],
    align=True,
    width=80,
)
written = refconv.dump(refconv.load(sys.argv[1]), sys.argv[2], style=style)
print(f"{len(written.losses)} losses")
