"""Rules about how BibTeX is written: the text of a field, and what a repair makes of it."""

from __future__ import annotations

import pytest

from refconv.library.checks.bibtex_source import edited, source_entries
from refconv.library.checks.source_rules import entities, long_dois, unescaped

ESCAPED = [
    ("title = {Ice & snow}", "title = {Ice \\& snow}"),
    ('title = "50% of #1"', 'title = "50\\% of \\#1"'),
    ("title = {a_b and $a_b$ & \\(c\\)}", "title = {a\\_b and $a_b$ \\& \\(c\\)}"),
    ("title = {Ice} # { & snow}", "title = {Ice} # { \\& snow}"),
    ("TITLE = {{A & B}}", "TITLE = {{A \\& B}}"),
    ("note = {see \\url{a_b%20} & \\cite{x_y}}", "note = {see \\url{a_b%20} \\& \\cite{x_y}}"),
    ("title = {Ice \\& snow \\% \\_ \\# \\$5}", None),
    ("url = {a_b?c&d%20}, file = {a&b}, keywords = {a & b}, abstract = {50%}", None),
    ("title = {Ice &amp; snow}", None),
    ("title = jx, year = 2020", None),
    ("title = {The \\(a_b\\) and \\(c & d\\)}", None),
]


@pytest.mark.parametrize(("before", "after"), ESCAPED)
def test_unescaped_characters(before: str, after: str | None) -> None:
    text = f"@misc{{roe, {before}}}"

    faults = [*unescaped(text, source_entries(text)[0])]

    assert (
        edited(text, [fault.edit for fault in faults if fault.edit])
        == f"@misc{{roe, {after or before}}}"
    )
    assert bool(faults) is (after is not None)


def test_a_lone_dollar_has_no_repair() -> None:
    text = "@misc{roe, title = {For $5 only}}"

    (fault,) = unescaped(text, source_entries(text)[0])

    assert (fault.data["character"], fault.field, fault.edit) == ("$", "title", None)


ENTITIES = [
    ("title = {Ice &amp; snow}", "title = {Ice \\& snow}"),
    ("title = {M&uuml;ller &#8211; &#x2014;}", "title = {Müller – —}"),
    ("author = {M&uuml;ller, A.}", "author = {Müller, A.}"),
    ("title = {&nothing; R&D;}", None),
    ("url = {a&amp;b}", None),
]


@pytest.mark.parametrize(("before", "after"), ENTITIES)
def test_entities(before: str, after: str | None) -> None:
    text = f"@misc{{roe, {before}}}"

    faults = [*entities(text, source_entries(text)[0])]

    assert (
        edited(text, [fault.edit for fault in faults if fault.edit])
        == f"@misc{{roe, {after or before}}}"
    )
    assert bool(faults) is (after is not None)


def test_an_entity_that_is_a_bracket_has_no_repair() -> None:
    text = "@misc{roe, title = {a &lt; b}}"

    assert [fault.edit for fault in entities(text, source_entries(text)[0])] == [None]


DOIS = [
    ("doi = {https://doi.org/10.1000/182}", "doi = {10.1000/182}"),
    ('DOI = "doi:10.1000/182."', 'DOI = "10.1000/182"'),
    ("doi = { 10.1000/182 }", None),
    ("doi = {none}", None),
    ("doi = {10.1000/182}, doi = {https://doi.org/10.1000/182}", None),
]


@pytest.mark.parametrize(("before", "after"), DOIS)
def test_long_dois(before: str, after: str | None) -> None:
    text = f"@misc{{roe, {before}}}"

    faults = [*long_dois(text, source_entries(text)[0])]

    assert (
        edited(text, [fault.edit for fault in faults if fault.edit])
        == f"@misc{{roe, {after or before}}}"
    )
    assert bool(faults) is (after is not None)
