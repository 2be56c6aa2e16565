"""Select recent items of a JSON Lines file: python examples/json_lines.py all.jsonl new.jsonl."""

import sys

import refconv

read = refconv.load(sys.argv[1])
for problem in read.diagnostics:
    print(problem)
recent = [one for one in read if one.issued and (one.issued.year or 0) >= 2015]
refconv.dump(recent, sys.argv[2])
print(f"{len(recent)} of {len(read)} references are from 2015 or later")
