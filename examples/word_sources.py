"""Make a list for Word's Source Manager ("Browse…"): python examples/word_sources.py IN OUT.xml."""

import sys

import refconv

converted = refconv.convert(sys.argv[1], sys.argv[2], to="word-xml")
for loss in converted.losses:
    print(loss, file=sys.stderr)
for reference in refconv.load(sys.argv[2], "word-xml"):
    print(f"{reference.id}: {reference.type}")
