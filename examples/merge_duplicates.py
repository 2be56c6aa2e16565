"""Merge files without their duplicates: python examples/merge_duplicates.py OUT IN..."""

import sys

import refconv
from refconv.library import deduplicate

out, *inputs = sys.argv[1:]
references = [reference for path in inputs for reference in refconv.load(path)]
result = deduplicate(references)
for group, merged in zip(result.groups, result.merged, strict=True):
    print(f"{len(group.members)} alike in {group.reason}: {merged.reference.title}")
    for choice in merged.choices:
        print(f"  {choice.variable}: {choice.value}, not {choice.others[0][1]}")
refconv.dump(result, out)
