"""List the attached files that are missing: python examples/attached_files.py library.bib."""

import sys
from pathlib import Path

import refconv

library = Path(sys.argv[1])
missing = 0
for reference in refconv.load(library):
    for key, attached in reference.custom:
        if key == "file:attachment" and not (library.parent / attached["path"]).exists():
            missing += 1
            print(f"{reference.id}: {attached['path']}")
print(f"{missing} files are missing")
