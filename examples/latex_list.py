"""List the references of a .bbl or .tex file: python examples/latex_list.py FILE."""

import sys

import refconv

read = refconv.load(sys.argv[1], "latex")
for reference in read:
    names = ", ".join(str(name) for name in reference.author)
    print(f"{reference.id}: {names}: {reference.title} ({reference.issued})")
for diagnostic in read.diagnostics:
    print(diagnostic, file=sys.stderr)
