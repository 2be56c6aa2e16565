"""EndNote's generic fields, and their keys in its two file formats."""

from __future__ import annotations

import pytest

from refconv.formats.endnote.generic_fields import FIELDS, KINDS, PATHS, TAGS

KEYS = [
    ("title", "%T", "titles/title"),
    ("secondary-title", "%B", "titles/secondary-title"),
    # XML has no element for it.
    ("journal", "%J", "titles/secondary-title"),
    ("isbn", "%@", "isbn"),
    ("isbn:ISSN", "%@:ISSN", "isbn:ISSN"),
    ("accession-num:PMID", "%M:PMID", "accession-num:PMID"),
    ("custom5", "%#", "custom5"),
]


@pytest.mark.parametrize(("generic", "tag", "path"), KEYS)
def test_keys(generic: str, tag: str, path: str) -> None:
    assert (TAGS.key(generic), PATHS.key(generic)) == (tag, path)
    assert TAGS.name_of(tag) == tag.partition(":")[0]
    assert PATHS.name_of(path) == path.partition(":")[0]


# (generic field, a value, the kind of the value)
VALUES = [
    ("title", "1234-5678", ""),
    ("isbn", "0001-4036", "ISSN"),
    ("isbn", "0001-4036 (Print)", "ISSN"),
    ("isbn", "00014036", "digits"),
    ("isbn", "978-3-16-148410-0", "ISBN"),
    ("isbn", "ISBN 0-8044-2957-X", "ISBN"),
    ("isbn", "TR-17", ""),
    ("accession-num", "24381239", "PMID"),
    ("accession-num", "PMC3539183", "PMCID"),
    ("accession-num", "WOS:000200148", ""),
    ("custom2", "PMC3539183", "PMCID"),
    ("custom2", "Box 7", ""),
    ("edition", "2015/03/04", "date"),
    ("edition", "2nd", ""),
]


@pytest.mark.parametrize(("generic", "value", "kind"), VALUES)
def test_keys_that_depend_on_the_value(generic: str, value: str, kind: str) -> None:
    key = f"{generic}:{kind}" if kind else generic

    for vocabulary in (TAGS, PATHS):
        assert vocabulary.key_of(vocabulary.key(generic), value) == vocabulary.key(key)


def test_every_kind_is_of_a_field() -> None:
    assert KINDS.keys() <= FIELDS.keys()
    assert len({tag for tag, _ in FIELDS.values()}) == len(FIELDS)
