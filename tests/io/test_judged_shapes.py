"""Judging references by their shape gives what judging each of them gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refconv.clients import Client
from refconv.clients.judged import Judged
from refconv.clients.judges import judge_for
from refconv.clients.zotero.stored import READERS
from refconv.core.edtf import Date
from refconv.core.model import ItemType, Name, Reference
from refconv.formats.registry import FORMATS
from refconv.io.judged_shapes import JudgedShapes
from refconv.io.write import _shapes_for

# Values that are plain, each with its first word or number; no two are the same.
WORDS = st.sampled_from("River Mountain Ocean Desert Island Forest Prairie Volcano".split())
NUMBERS = st.integers(1000, 9000).map(str)
NAMES = st.builds(lambda family: Name(family=family, given="Ann B."), WORDS)
TEXTS = ("title", "container_title", "publisher", "publisher_place", "collection_title", "section")
COUNTS = ("volume", "issue", "edition", "number", "number_of_pages", "chapter_number")
MARKED = (
    "<i>E. coli</i>",
    "CO<sub>2</sub>",
    '<span class="nocase">RNA</span>',
    '<span class="nocase">DNA</span>-seq and <i>Homo</i>',
)
GENRES = ("PhD thesis", "Master's thesis", "Report", "Map")
ROLES = ("author", "editor", "translator", "director", "illustrator")


@st.composite
def plain_references(draw: st.DrawFn) -> Reference:
    """Draw references whose values are plain, of any type."""
    values: dict[str, Any] = {}
    for place, attribute in enumerate(draw(st.sets(st.sampled_from(TEXTS)))):
        values[attribute] = f"{draw(WORDS)} {'abcdefgh'[place] * 3} and {'mnopqrst'[place] * 4}"
    if draw(st.booleans()):
        values["title"] = f"{draw(WORDS)} aaa {draw(st.sampled_from(MARKED))} of mmmm"
    if draw(st.booleans()):
        values["genre"] = draw(st.sampled_from(GENRES))
    numbers = draw(st.lists(NUMBERS, min_size=len(COUNTS), max_size=len(COUNTS), unique=True))
    kept = draw(st.sets(st.sampled_from(COUNTS)))
    values |= {name: numbers[place] for place, name in enumerate(COUNTS) if name in kept}
    for place, role in enumerate(draw(st.sets(st.sampled_from(ROLES), max_size=2))):
        values[role] = (Name(family=("Roe", "Poe")[place], given="Ann B."),)
    if draw(st.booleans()):
        values["issued"] = Date.parse(draw(st.sampled_from(["1999", "1999-04", "1999-04-17"])))
    keys = draw(st.sets(st.sampled_from(("groups", "timestamp", "biburl"))))
    texts = ("2019-03-05", "Forest", "to read, cited", "publisher", "River aaa", "a", "1999")
    is_kept = draw(st.booleans())
    if is_kept and keys:
        values["custom"] = tuple(
            (f"bibtex:{key}", draw(st.sampled_from(texts))) for key in sorted(keys)
        )
    if draw(st.booleans()):
        values["keyword"] = ("fish", "long rivers")
    return Reference(type=draw(st.sampled_from(ItemType)), **values)


def judged_alone(name: str, client: Client, reference: Reference) -> list[Judged]:
    return _shapes_for(FORMATS[name], client).judge(reference)


JUDGED: list[tuple[str, Client]] = [*((name, "zotero") for name in READERS), ("ris", "endnote")]


@pytest.mark.parametrize(("name", "client"), JUDGED)
@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(reference=plain_references())
def test_a_shape_is_judged_as_each_of_its_references(
    name: str, client: Client, reference: Reference
) -> None:
    shapes = JudgedShapes(name, lambda one: judged_alone(name, client, one))

    found = shapes.find(reference)

    assert found is None or sorted(map(repr, found)) == sorted(
        map(repr, judged_alone(name, client, reference))
    )


def test_a_reference_is_judged_by_its_shape() -> None:
    asked: list[Reference] = []

    def judge(reference: Reference) -> list[Judged]:
        asked.append(reference)
        return [Judged("edition", reference.edition, elsewhere="a note")]

    shapes = JudgedShapes("ris", judge)
    found = [shapes.find(Reference(type="map", edition=number)) for number in (7, 8)]

    assert found == [[Judged("edition", number, elsewhere="a note")] for number in ("7", "8")]
    assert len(asked) == 1


@pytest.mark.parametrize(
    "judged", [Judged("title", "a", "b"), Judged("author[0]", "a"), Judged("volume", "", "3")]
)
def test_what_depends_on_the_values_is_not_found_by_the_shape(judged: Judged) -> None:
    shapes = JudgedShapes("ris", lambda _: [judged])

    assert shapes.find(Reference(type="map", title="Rivers")) is None


def test_a_format_without_a_model_has_no_shapes() -> None:
    assert judge_for("zotero", "mods") is None
    assert JudgedShapes("mods", lambda _: []).find(Reference(title="Rivers")) is None
