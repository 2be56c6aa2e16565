"""Take the references out of a Word file, or any document: python examples/word_file.py IN.docx."""

import sys

import refconv

read = refconv.load(sys.argv[1])
for reference, origin in zip(read.references, read.origins, strict=True):
    print(
        f"{origin.carrier}, paragraph {origin.paragraph}, {origin.field or 'printed'}: {reference}"
    )
for diagnostic in read.diagnostics:
    print(diagnostic, file=sys.stderr)
