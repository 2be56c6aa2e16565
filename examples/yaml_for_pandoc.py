"""Write references as YAML for pandoc, and read it: python examples/yaml_for_pandoc.py IN."""

import sys
from pathlib import Path

import refconv

source = Path(sys.argv[1])
target = source.with_suffix(".yaml")
converted = refconv.convert(source, target, to="csl-yaml")
for loss in converted.losses:
    print(loss, file=sys.stderr)
for reference in refconv.load(target):
    print(f"@{reference.id}: {reference}")
