"""Strings of other renderers, labelled for the tagger: by marks, and by the record they show."""

from __future__ import annotations

from tools.tagger.external.aligned import aligned
from tools.tagger.external.csl import MARKUP
from tools.tagger.external.marked import labelled_of
from tools.tagger.labels import Labelled


def marked(text: str) -> str:
    """Write ``<name|value>`` as the renderer marks it."""
    return text.replace("<", MARKUP.opens).replace("|", MARKUP.named).replace(">", MARKUP.closes)


def shown(item: Labelled | None) -> list[tuple[str, str]]:
    return [(label, item.text[start:end]) for label, start, end in item.spans] if item else []


def test_marks_become_bare_values() -> None:
    text = marked(
        "<author|<NAME|Oda, L.> and <NAME|M. Ito> et al.> (<issued|1990>). <title|“On snow.”> "
        "<container-title|Snow,><volume| vol. 3,><issue| no. 2,> <page|pp. 1–9>."
    )
    assert shown(labelled_of(text, MARKUP, "csl", "apa")) == [
        ("author", "Oda, L. and M. Ito et al"),
        ("issued", "1990"),
        ("title", "On snow"),
        ("container-title", "Snow"),
        ("volume", "3"),
        ("issue", "2"),
        ("page", "1–9"),
    ]


def test_what_is_printed_twice_is_left_out() -> None:
    text = marked("<title|On snow> <author|<NAME|Oda>> <title|On snow>, <issued|1990>.")
    assert labelled_of(text, MARKUP, "csl", "apa") is None


def test_a_printed_reference_is_labelled_by_its_record() -> None:
    record = {
        "title": "On snow: a first study",
        "author": [{"family": "Oda", "given": "Lisa"}, {"family": "Ito", "given": "M."}],
        "container-title": "Snow",
        "volume": "3",
        "issue": "2",
        "page": "101-109",
        "issued": {"date-parts": [[1990, 3]]},
    }
    text = "L. Oda and M. Ito. “On snow: a first study”. In: Snow 3.2 (Mar. 1990), pp. 101– 109."
    assert shown(aligned(text, record, "biblatex", "numeric")) == [
        ("author", "L. Oda and M. Ito"),
        ("title", "On snow: a first study"),
        ("container-title", "Snow"),
        ("volume", "3"),
        ("issue", "2"),
        ("issued", "Mar. 1990"),
        ("page", "101– 109"),
    ]
    assert aligned("Another work.", record, "biblatex", "numeric") is None
