"""Corrections: labels and values of one reference, and where else they may be due."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from refconv import Date, Name, Reference, Segment
from refconv.review.recurrence import recurs, style_of
from refconv.web.corrections import edited, relabelled, reread
from refconv.web.wire import references_of, text_of
from tests.web.asking import Asker


def labelled(marked: str) -> tuple[str, tuple[Segment, ...]]:
    """Read ``<label value>`` marks: the string without them, and its segments."""
    text, segments = "", []
    for piece in marked.replace(">", "<").split("<"):
        label, space, value = piece.partition("|")
        if space:
            segments.append(Segment(label, value, len(text), len(text) + len(value), 0.9))
        text += value if space else piece
    return text, tuple(segments)


SWALLOWED = "<author|Doe J>. <title|On tests. Nature>. <issued|2020>;<volume|1>:<page|2–3>."
RIGHT = (
    "<author|Doe J>. <title|On tests>. <container-title|Nature>. "
    "<issued|2020>;<volume|1>:<page|2–3>."
)


def test_marks_are_read() -> None:
    assert labelled("<author|Doe J>. <title|On>.") == (
        "Doe J. On.",
        (Segment("author", "Doe J", 0, 5, 0.9), Segment("title", "On", 7, 9, 0.9)),
    )


# ── labels ──────────────────────────────────────────────────────────────────────────────────────


def test_other_labels_change_the_record() -> None:
    text, before = labelled(SWALLOWED)
    _, after = labelled(RIGHT)

    record = relabelled(reread(text, before), text, before, after)

    assert (record.title, record.container_title, str(record.type)) == (
        "On tests", "Nature", "article-journal",
    )  # fmt: skip
    assert record == reread(text, after)


def test_what_was_edited_by_hand_stays() -> None:
    text, before = labelled(SWALLOWED)
    _, after = labelled(RIGHT)
    by_hand = evolve(reread(text, before), DOI="10.1000/1", author=(Name("Doe", "Jane"),))

    record = relabelled(by_hand, text, before, after)

    assert (record.container_title, record.DOI) == ("Nature", "10.1000/1")
    assert record.author == (Name("Doe", "Jane"),)


def test_the_page_keeps_what_its_own_citation_does_not_say(seed: Any, ask: Asker) -> None:
    own = seed["entries"][-1]
    without_title = [s for s in own["segments"] if s[0] != "title"]
    entry = {"item": own["record"]["item"], "text": own["text"], "previous": "",
             "before": own["segments"], "after": without_title}  # fmt: skip

    (record,) = ask.api("relabel", entries=[entry])["records"]

    rows = dict(record["rows"])
    assert "title" not in rows
    assert rows["DOI"] == "10.1038/s41409-025-02662-7"
    assert record["kept"][0][0] == "text:unlabelled"


@pytest.mark.parametrize(
    "segments",
    [
        [["title", 5, 2, 1]],
        [["title", 0, 2000, 1]],
        [["title", 0, 4, 1], ["author", 3, 6, 1]],
        [["title", -1, 4, 1]],
        [[1, 0, 4, 1]],
        ["title"],
        "title",
        None,
    ],
)
def test_segments_that_are_none(ask: Asker, segments: Any) -> None:
    import json  # noqa: PLC0415

    entry = {"item": {"type": "book"}, "text": "Doe J. On", "before": [], "after": segments}
    answer = ask("/api/relabel", json.dumps({"entries": [entry]}).encode())

    assert answer.status == 400
    assert "segment" in answer.json["problem"]


# ── values ──────────────────────────────────────────────────────────────────────────────────────

JANE = Name(family="Doe", given="Jane", orcid="0000-0002-1825-0097")
RECORD = Reference(
    type="book", author=(JANE, Name(literal="Barnes and Noble, Inc.")), et_al={"author"}
)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("title", "A Title", {"title": "A Title"}),
        ("title", "A title\n in lines ", {"title": "A title in lines"}),
        ("issued", "2024-05", {"issued": Date.on(2024, 5)}),
        ("issued", "in press", {"issued": Date(literal="in press")}),
        ("keyword", "one\ntwo", {"keyword": ("one", "two")}),
        ("type", "thesis", {"type": "thesis"}),
        ("id", "doe", {"id": "doe"}),
        ("author", "", {"author": (), "et_al": frozenset()}),
        # A name that stays as it is shown stays as it is: its ORCID, an institution's comma.
        (
            "author",
            "Barnes and Noble, Inc.\nDoe, Jane\nvan der Berg, Jan\nWorld Health Organization",
            {
                "author": (
                    Name(literal="Barnes and Noble, Inc."),
                    JANE,
                    Name(family="Berg", given="Jan", non_dropping_particle="van der"),
                    Name(literal="World Health Organization"),
                ),
                "et_al": frozenset(),
            },
        ),
        ("author", "Doe, Jane\net al.", {"author": (JANE,)}),
        ("editor", "King, Martin, Jr.\net al.", {
            "editor": (Name(family="King", given="Martin", suffix="Jr."),),
            "et_al": frozenset({"author", "editor"}),
        }),
    ],
)  # fmt: skip
def test_another_value(name: str, text: str, expected: dict[str, Any]) -> None:
    assert edited(RECORD, name, text) == evolve(RECORD, **expected)


def test_a_value_as_it_is_shown_changes_nothing(seed: Any) -> None:
    for reference in references_of([entry["record"]["item"] for entry in seed["entries"]]):
        for variable, value in reference.variables():
            shown = text_of(reference, variable.name, value)
            assert edited(reference, variable.name, shown) == reference


@pytest.mark.parametrize(("name", "text"), [("nothing", "x"), ("type", "nothing"), ("et_al", "x")])
def test_what_is_no_field(name: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"nothing|et_al"):
        edited(RECORD, name, text)


# ── where the same style recurs ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "after", "other", "expected"),
    [
        # A title that swallowed its journal.
        (
            SWALLOWED,
            RIGHT,
            "<author|Roe R, Poe P>. <title|Of trials. Science>. <issued|1999>.",
            "<author|Roe R, Poe P>. <title|Of trials>. <container-title|Science>. <issued|1999>.",
        ),
        # A number that is an issue.
        (
            "<container-title|Cell>, <issued|2020>, <volume|1> (2), <page|3>.",
            "<container-title|Cell>, <issued|2020>, <volume|1> (<issue|2>), <page|3>.",
            "<container-title|Brain>, <issued|2001>, <volume|34> (12), <page|56–78>.",
            "<container-title|Brain>, <issued|2001>, <volume|34> (<issue|12>), <page|56–78>.",
        ),
        # A place that was taken for a publisher.
        (
            "<title|A book>. <publisher|Berlin>: <issued|1999>.",
            "<title|A book>. <publisher-place|Berlin>: <issued|1999>.",
            "<title|Another>. <publisher|New York>: <issued|2003>.",
            "<title|Another>. <publisher-place|New York>: <issued|2003>.",
        ),
        # A segment that is in no field.
        (
            "<author|Doe J>. <title|Review>. <title|A book>. <issued|1999>.",
            "<author|Doe J>. Review. <title|A book>. <issued|1999>.",
            "<author|Roe R>. <title|Review>. <title|Other>. <issued|2001>.",
            "<author|Roe R>. Review. <title|Other>. <issued|2001>.",
        ),
        # A value that has brackets in it.
        (
            "<container-title|Cell>. <page|12(3):45>. <issued|2020>.",
            "<container-title|Cell>. <volume|12(3)>:<page|45>. <issued|2020>.",
            "<container-title|Brain>. <page|7(10):811>. <issued|1999>.",
            "<container-title|Brain>. <volume|7(10)>:<page|811>. <issued|1999>.",
        ),
        # Limits alone.
        (
            "<title|Cells. In>: <container-title|Life>. <issued|2020>.",
            "<title|Cells>. In: <container-title|Life>. <issued|2020>.",
            "<title|Bees. In>: <container-title|Food>. <issued|1999>.",
            "<title|Bees>. In: <container-title|Food>. <issued|1999>.",
        ),
        # Two that are one.
        (
            "<author|Doe J>. <title|First>: <note|second>. <issued|1999>.",
            "<author|Doe J>. <title|First: second>. <issued|1999>.",
            "<author|Roe R>. <title|Third>: <note|fourth>. <issued|2001>.",
            "<author|Roe R>. <title|Third: fourth>. <issued|2001>.",
        ),
    ],
)
def test_the_same_style(before: str, after: str, other: str, expected: str) -> None:
    text, segments = labelled(before)
    style = style_of(text, segments, labelled(after)[1])
    assert style is not None

    found = recurs(style, *labelled(other))

    assert found is not None
    assert [s[:4] for s in map(tuple_of, found)] == [
        s[:4] for s in map(tuple_of, labelled(expected)[1])
    ]


def tuple_of(segment: Segment) -> tuple[str, str, int, int]:
    return segment.label, segment.text, segment.start, segment.end


@pytest.mark.parametrize(
    "other",
    [
        # other marks
        "<author|Roe R>, <title|Of trials, Science>, <issued|1999>;<volume|7>.",
        # other labels around
        "<editor|Roe R>. <title|Of trials. Science>. <issued|1999>;<volume|7>.",
        # read rightly
        "<author|Roe R>. <title|Of trials>. <container-title|Science>. <issued|1999>.",
        # what would be the journal looks otherwise
        "<author|Roe R>. <title|Of trials. and errors>. <issued|1999>;<volume|7>.",
    ],
)
def test_another_style(other: str) -> None:
    text, segments = labelled(SWALLOWED)
    style = style_of(text, segments, labelled(RIGHT)[1])
    assert style is not None

    assert recurs(style, *labelled(other)) is None


def test_what_is_right_already_is_not_named() -> None:
    text, segments = labelled("<title|Cells. In>: <container-title|Life>. <issued|2020>.")
    _, right = labelled("<title|Cells>. In: <container-title|Life>. <issued|2020>.")
    style = style_of(text, segments, right)
    assert style is not None

    other = labelled("<title|Bees>. In: <container-title|Food>. <issued|1999>.")

    assert recurs(style, *other) is None


def test_no_correction_has_no_style() -> None:
    text, segments = labelled(RIGHT)

    assert style_of(text, segments, segments) is None


def test_long_windows_are_left_alone() -> None:
    words = "word. " * 200
    text, before = labelled(f"<author|Doe J>. <title|{words}Nature>. <issued|2020>.")
    _, after = labelled(
        f"<author|Doe J>. <title|{words[:-2]}>. <container-title|Nature>. <issued|2020>."
    )

    assert style_of(text, before, after) is None


@pytest.mark.parametrize(
    ("joint", "value", "other"),
    [
        (" ", "A1", " ".join(["1" * 95] * 6) + ";"),
        ("-", "A1", "1-" * 290 + ";"),
        ("", "12", "1" * 590 + ";"),
        (" (", "ab", ("a" + " " * 120 + "(") * 4),
    ],
    ids=["words with numbers", "glued by a mark", "glued numbers", "white space"],
)
def test_many_values_are_told_apart_in_one_way(joint: str, value: str, other: str) -> None:
    # (In many ways, it would take longer than anyone waits.)
    marks = f"<author|Doe J>. {joint.join([f'<volume|{value}>'] * 6)} <issued|1999>"
    text, after = labelled(marks)
    note = (after[0], Segment("note", "", after[1].start, after[-2].end, 0.9), after[-1])

    style = style_of(text, note, after)

    held = f"<author|Doe J>. <note|{other.replace('<', ' ')}> <issued|1999>"
    assert style is None or recurs(style, *labelled(held)) is None


def test_asked_over_the_wire(ask: Asker) -> None:
    text, before = labelled(SWALLOWED)
    others = ["<author|Roe R>. <title|Of trials. Science>. <issued|1999>.", RIGHT]

    answer = ask.api(
        "recur",
        text=text,
        before=wire(before),
        after=wire(labelled(RIGHT)[1]),
        others=[{"text": t, "segments": wire(s)} for t, s in map(labelled, others)],
    )

    ((index, segments),) = answer["found"]
    assert (index, segments[2][:3]) == (0, ["container-title", 18, 25])


def wire(segments: tuple[Segment, ...]) -> list[list[Any]]:
    return [[s.label, s.start, s.end, s.confidence] for s in segments]
