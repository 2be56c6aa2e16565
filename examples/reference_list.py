"""Take the reference list out of a journal page: python examples/reference_list.py PAGE.txt."""

import sys
from pathlib import Path

import refconv

page = Path(sys.argv[1]).read_text("utf-8")
read = refconv.parse(page)

if read.page_record:
    print("The page is of", read.page_record)
for reference, origin in zip(read.references, read.origins, strict=True):
    print(f"{origin.confidence:4.0%}  {reference}")
    for segment in origin.segments[:3]:
        print(f"      {segment.start}-{segment.end} {segment.label}: {segment.text}")
