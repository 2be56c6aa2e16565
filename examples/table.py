"""Read a table of any database and write one for a spreadsheet: python examples/table.py a.csv."""

import sys
from pathlib import Path

import refconv

path = Path(sys.argv[1])
read = refconv.load(path)
print(f"{len(read)} references in {read.format}")
for reference in read:
    unknown = [key.removeprefix("csv:") for key, _ in reference.custom]
    print(reference, f"(other columns: {', '.join(unknown)})" if unknown else "")
written = refconv.dump(read, path.with_name(f"{path.stem}-sheet.csv"))
print(f"{len(written.losses)} losses")
