"""The table of free text has a field for every label."""

from __future__ import annotations

import pytest

from refconv.assemble.label_table import TABLE
from refconv.core.fields import Record
from refconv.core.lens import decode_record
from refconv.core.model import ItemType

ROWS = [
    ("author", "Ng A", "author", "Ng, A."),
    ("contributor", "Ng, Ann", "author", "Ng, Ann"),
    ("editor", "Ng A", "editor", "Ng, A."),
    ("translator", "Ng A", "translator", "Ng, A."),
    ("title", "“T.”", "title", "T"),
    ("collection-title", "Studies.", "collection-title", "Studies"),
    ("container-title", "J. Test.", "container-title", "J. Test."),
    ("issued", "3 May 2020", "issued", "2020-05-03"),
    ("accessed", "2020", "accessed", "2020"),
    ("received", "2020", "received", "2020"),
    ("revised", "2020", "revised", "2020"),
    ("accepted", "2020", "accepted", "2020"),
    ("available-date", "2020", "available-date", "2020"),
    ("original-date", "1972", "original-date", "1972"),
    ("volume", "vol. 3", "volume", "3"),
    ("issue", "(4)", "issue", "4"),
    ("page", "503–9", "page", "503-509"),
    ("edition", "2nd ed.", "edition", "2"),
    ("note", "in Russian.", "note", "in Russian."),
    ("number", "KSL-91-71,", "number", "KSL-91-71"),
    ("publisher", "Beck,", "publisher", "Beck"),
    ("publisher-place", "Bonn:", "publisher-place", "Bonn"),
    ("genre", "Diss.", "genre", "Diss."),
    ("event-title", "10th Conference", "event-title", "10th Conference"),
    ("citation-number", "12", "citation-number", "12"),
    ("year-suffix", "a", "year-suffix", "a"),
    ("number-of-pages", "318", "number-of-pages", "318"),
    ("number-of-volumes", "2", "number-of-volumes", "2"),
    ("status", "in press", "status", "in press"),
    ("archive", "arXiv", "archive", "arXiv"),
    ("director", "Ng A", "director", "Ng, A."),
    ("producer", "Ng A", "producer", "Ng, A."),
    ("host", "Ng A", "host", "Ng, A."),
    ("performer", "Ng A", "performer", "Ng, A."),
    ("composer", "Ng A", "composer", "Ng, A."),
    ("recipient", "Ng A", "recipient", "Ng, A."),
    ("interviewer", "Ng A", "interviewer", "Ng, A."),
    ("script-writer", "Ng A", "script-writer", "Ng, A."),
    ("series-creator", "Ng A", "series-creator", "Ng, A."),
    ("executive-producer", "Ng A", "executive-producer", "Ng, A."),
    ("jurisdiction", "Vic", "jurisdiction", "Vic"),
    ("scale", "1:25 000", "scale", "1:25 000"),
    ("dimensions", "20 x 30 cm", "dimensions", "20 x 30 cm"),
    ("archive-place", "Oslo", "archive-place", "Oslo"),
    ("collection-number", "Bd. 12", "collection-number", "12"),
    ("locator", "519", "locator", "519"),
    ("version", "2.1", "version", "2.1"),
    ("medium", "Film", "medium", "Film"),
    ("event-place", "Oslo,", "event-place", "Oslo"),
    ("authority", "BGH", "authority", "BGH"),
    ("section", "s 8(1)", "section", "s 8(1)"),
    ("chapter-number", "C-46", "chapter-number", "C-46"),
    ("references", "[2004] 1 AC 309", "references", "[2004] 1 AC 309"),
    ("archive_location", "FO 371/12", "archive_location", "FO 371/12"),
    ("DOI", "https://doi.org/10.1000/182", "DOI", "10.1000/182"),
    ("URL", "https://a.org/ b", "URL", "https://a.org/b"),
    ("ISBN", "ISBN 978-3-16-148410-0", "ISBN", "978-3-16-148410-0"),
    ("ISSN", "issn 0962-6298", "ISSN", "0962-6298"),
    ("PMID", "PMID: 24381239", "PMID", "24381239"),
    ("PMCID", "PMC3539183", "PMCID", "PMC3539183"),
    ("arXiv", "arXiv:1602.03837", "archive_location", "1602.03837"),
    ("archive-collection", "math.QA", "archive_collection", "math.QA"),
]


@pytest.mark.parametrize(("label", "printed", "variable", "expected"), ROWS)
def test_a_label_is_a_variable(label: str, printed: str, variable: str, expected: str) -> None:
    reference, _ = decode_record(TABLE, Record("document", "", ((label, printed),)))
    ((read, value),) = reference.variables()

    shown = " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    assert (read.name, shown) == (variable, expected)


def test_every_label_has_a_row() -> None:
    assert {row[0] for row in ROWS} == {key for field in TABLE.fields for key in field.keys}


def test_every_item_type_is_one_of_the_table() -> None:
    assert [kind for _, kind in TABLE.types] == [*ItemType]
