"""Write a bibliography for typst: python examples/typst_bibliography.py IN OUT.yml."""

import sys

import refconv

converted = refconv.convert(sys.argv[1], sys.argv[2], to="hayagriva")
for loss in converted.losses:
    print(loss, file=sys.stderr)
for reference in refconv.load(sys.argv[2], "hayagriva"):
    where = reference.container_title or reference.publisher
    print(f"@{reference.id}: {reference.title} ({where})")
