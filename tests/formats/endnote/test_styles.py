"""Rich text as runs of EndNote's XML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.formats.endnote.styles import Run, idempotent_text, runs_in, runs_of, text_of, tidy
from refconv.formats.xml.elements import Element

ITALIC, BOLD, BOTH = ("italic",), ("bold",), ("bold", "italic")
SUPER, SUB = ("superscript",), ("subscript",)

# (text with CSL's markup, runs)
BOTH_WAYS: list[tuple[str, list[Run]]] = [
    ("", []),
    ("plain", [((), "plain")]),
    ("<i>a</i> b", [(ITALIC, "a"), ((), " b")]),
    ("<b>a<i>b</i></b>c", [(BOLD, "a"), (BOTH, "b"), ((), "c")]),
    (
        "x<sup>2</sup>y<sub>1</sub>",
        [((), "x"), (SUPER, "2"), ((), "y"), (SUB, "1")],
    ),
    ("p < 0.05", [((), "p < 0.05")]),
]


@pytest.mark.parametrize(("text", "runs"), BOTH_WAYS)
def test_texts_and_runs(text: str, runs: list[Run]) -> None:
    assert [*runs_of(text)] == runs
    assert text_of(runs) == text


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        # EndNote has no face for these.
        ('<span class="nocase">DNA</span> b', [((), "DNA b")]),
        # Neighbours with the same faces are one run, and a face counts once.
        ("<i>a</i><i>b</i>", [(ITALIC, "ab")]),
        ("<i>a<i>b</i></i>", [(ITALIC, "ab")]),
        ("<i></i>a", [((), "a")]),
    ],
)
def test_markup_that_is_simplified(text: str, runs: list[Run]) -> None:
    assert [*runs_of(text)] == runs


def style(face: str, *content: Element | str) -> Element:
    return Element("style", {"face": face} if face else {}, 1, [*content])


@pytest.mark.parametrize(
    ("content", "runs"),
    [
        (["a"], [((), "a")]),
        ([style("normal", "a"), style("italic", "b")], [((), "a"), (ITALIC, "b")]),
        ([style("bold", style("italic", "a"))], [(BOTH, "a")]),
        ([style("italic bold underline", "a")], [(("italic", "bold"), "a")]),
        # A line break of the file's layout is a space, and none between elements.
        (["a \n   b"], [((), "a b")]),
        (["\n  ", style("", "a"), "\n"], [((), "a")]),
        # One that was written as a character is a line break.
        (["a\rb"], [((), "a\nb")]),
        ([Element("other", {}, 1, ["a"])], []),
    ],
)
def test_runs_in_an_element(content: list[Element | str], runs: list[Run]) -> None:
    assert [*runs_in(Element("title", {}, 1, content))] == runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" a ", "a"),
        ("a \n b\n", "a\nb"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\tb\x0bc\x1fd", "a b c d"),
        ("a\x00b\ufffe", "ab"),
        ("\ud800", "\ufffd"),
    ],
)
def test_tidy(text: str, expected: str) -> None:
    assert tidy(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<i>a</i>", "<i>a</i>"),
        ("<i>a", "<i>a"),
        ("<i>a</i><i>b</i>", "<i>ab</i>"),
        ('<span class="nocase">a</span>', "a"),
        # Markup that appears once other markup is removed.
        ('<<span class="nocase"></span>i>a</i>', "<i>a</i>"),
    ],
)
def test_settled(text: str, expected: str) -> None:
    assert idempotent_text(text) == expected


@given(st.lists(st.sampled_from(["<i>", "</i>", "<b>", "</b>", "<", ">", "a", " ", "\n", "\x00"])))
def test_settled_text_is_read_as_it_is_written(parts: list[str]) -> None:
    text = idempotent_text("".join(parts))

    assert idempotent_text(text) == text
    assert tidy(text_of(runs_of(text))) == text
