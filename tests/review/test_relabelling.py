"""Corrected labels: the reference that a labelled string gives, and what a correction changes."""

from __future__ import annotations

from attrs import evolve

from refconv import Name
from refconv.review.relabelling import parse_labelled, relabel
from tests.review.marked import CORRECTED, SWALLOWED, parse_marked


def test_marks_are_parsed() -> None:
    text, (author, title) = parse_marked("<author|Doe J>. <title|On>.")

    assert (text, text[author.start : author.end]) == ("Doe J. On.", "Doe J")
    assert (title.label, title.start, title.end) == ("title", 7, 9)


def test_a_labelled_string_is_parsed_as_free_text_is() -> None:
    reference = parse_labelled(*parse_marked(CORRECTED))

    assert reference.author == (Name("Doe", "J."),)
    assert (reference.title, reference.container_title) == ("On tests", "Nature")
    assert (reference.volume, reference.page, str(reference.type)) == (
        "1",
        "2-3",
        "article-journal",
    )


def test_a_dash_stands_for_the_previous_authors() -> None:
    text, segments = parse_marked("<author|———>. <title|On>. <publisher|Verlag>, <issued|1824>.")

    reference = parse_labelled(text, segments, "Morgenstern, Karl")

    assert reference.author == (Name("Morgenstern", "Karl"),)


def test_other_labels_change_the_record() -> None:
    text, before = parse_marked(SWALLOWED)
    _, after = parse_marked(CORRECTED)

    reference = relabel(parse_labelled(text, before), text, before, after)

    assert (reference.title, reference.container_title, str(reference.type)) == (
        "On tests", "Nature", "article-journal",
    )  # fmt: skip
    assert reference == parse_labelled(text, after)


def test_what_was_edited_by_hand_stays() -> None:
    text, before = parse_marked(SWALLOWED)
    _, after = parse_marked(CORRECTED)
    by_hand = evolve(parse_labelled(text, before), DOI="10.1000/1", author=(Name("Doe", "Jane"),))

    reference = relabel(by_hand, text, before, after)

    assert (reference.container_title, reference.DOI) == ("Nature", "10.1000/1")
    assert reference.author == (Name("Doe", "Jane"),)


def test_text_that_loses_its_label_is_kept_beside_other_keys() -> None:
    text, before = parse_marked(
        "<author|Doe J>. <title|On tests>. <note|Two volumes>. <issued|2020>."
    )
    after = (before[0], before[1], before[3])
    own = evolve(parse_labelled(text, before), custom=(("bibtex:file", "a.pdf"),))

    reference = relabel(own, text, before, after)

    assert reference.note == ""
    assert reference.custom[0] == ("bibtex:file", "a.pdf")
    assert [key for key, _ in reference.custom[1:]] == ["text:unlabelled"]


def test_et_al_is_corrected() -> None:
    text, after = parse_marked("<author|Doe J, et al>. <title|On tests>. <issued|2020>.")
    before = after[1:]
    current = evolve(parse_labelled(text, before), et_al={"editor"})

    assert relabel(current, text, before, after).et_al == {"author", "editor"}
    assert relabel(relabel(current, text, before, after), text, after, before).et_al == {"editor"}
