"""Turn an export of Web of Science into RIS: python examples/web_of_science.py savedrecs.ciw."""

import sys
from pathlib import Path

import refconv

read = refconv.load(sys.argv[1])
print(f"{len(read)} references in {read.format}")
for reference in read:
    print(reference, *(name.orcid for name in reference.author if name.orcid))
written = refconv.dump(read, Path(sys.argv[1]).with_suffix(".ris"))
print(f"{len(written.losses)} values that RIS cannot hold")
