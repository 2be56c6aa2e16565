"""Abbreviate journals by a list: python examples/journal_names.py IN.bib LIST.csv OUT.bib."""

import sys
from pathlib import Path

import refconv
from refconv.library import JournalList, rename_journals

source, names, target = sys.argv[1:]
journals = JournalList.parse(Path(names).read_text("utf-8"))
done = rename_journals(refconv.load(source), journals, "abbreviated")
refconv.dump(done.references, target)
print(f"{len(done.changed)} renamed; not in the list: {', '.join(done.unlisted)}")
