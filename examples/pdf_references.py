"""List the references of a PDF with their pages: python examples/pdf_references.py FILE.

It needs refconv[documents].
"""

import sys

import refconv

read = refconv.load(sys.argv[1], "pdf")
for reference, origin in zip(read.references, read.origins, strict=True):
    print(f"page {origin.page}: {reference.title}", f"({reference.DOI})" * bool(reference.DOI))
