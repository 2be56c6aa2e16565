"""Check a file of references, and repair what is safe: python examples/check_library.py IN OUT."""

import sys

import refconv
from refconv.library import check, fix

read = refconv.load(sys.argv[1])
for finding in check(read):
    print(f"line {finding.line}: {finding.message} [{finding.code}]")
fixed = fix(read)
refconv.dump(fixed.references, sys.argv[2], blocks=read.blocks)
print(f"{len(fixed.fixed)} repaired, {len(fixed.left)} left")
