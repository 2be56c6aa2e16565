"""Convert a file of references: python examples/convert.py IN OUT."""

import sys

import refconv

converted = refconv.convert(sys.argv[1], sys.argv[2])
for note in (*converted.diagnostics, *converted.losses):
    print(note, file=sys.stderr)
print(f"{len(converted.references)} references")
