"""Read, change and write references in Python."""

from attrs import evolve

import refconv

BIBTEX = r"""
@article{knuth1984, author = {Knuth, Donald E.}, title = {Literate Programming},
  journal = {The Computer Journal}, year = 1984, volume = 27, pages = {97--111}}
"""

read = refconv.read(BIBTEX, "bibtex")
reference = evolve(read.references[0], DOI="10.1093/comjnl/27.2.97", issue="2")
print(reference)
print(refconv.write(reference, "ris", for_="zotero").text)

# An ORCID has no place in RIS, and refconv says so.
author = evolve(reference.author[0], orcid="0000-0002-1825-0097")
for loss in refconv.write(evolve(reference, author=(author,)), "ris").losses:
    print(loss)
