"""LaTeX of a reference becomes text, emphasis, labels and links, at their places."""

from __future__ import annotations

import pytest

from refconv.documents.marked import MarkedSpan, MarkedText
from refconv.documents.tex.latex_text import decoded_latex, without_comments


def decoded(latex: str) -> tuple[MarkedText, tuple[str, ...]]:
    source = without_comments(latex)
    return decoded_latex(source, 0, len(source.text), {})


TEXTS = [
    (r"G. M{\"u}ller and J.-P. B\"ar", "G. Müller and J.-P. Bär"),
    (r"41\penalty0 (2):\penalty0 113--127", "41 (2): 113–127"),
    (r"a \hskip 1em plus 0.5em minus 0.4em\relax b", "a b"),
    (r"{\em Journal\/}~{\bf 3}", "Journal 3"),
    (r"\url{https://a.example/b\_c%20d}", "https://a.example/b_c%20d"),
    (r"\leavevmode\vrule height 2pt depth -1.6pt width 23pt, {\em Title}", "———, Title"),
    (r"\foo{kept} and \bar", "kept and"),
    (r"J\BPBI K. \BBA {} L", "J. K. & L"),
    (r"\bibinfo{unknown}{kept}", "kept"),
    ("a % comment\n  b", "a b"),
    (r"50\% and \& more", "50% and & more"),
]


@pytest.mark.parametrize(("latex", "text"), TEXTS)
def test_text(latex: str, text: str) -> None:
    assert decoded(latex)[0].text == text


def test_spans() -> None:
    latex = r"\bibinfo{title}{On \emph{Apis}}, \href{https://doi.org/10.1000/1}{Water}"

    assert {*decoded(latex)[0].spans} == {
        MarkedSpan(0, 7, "label", "title"),
        MarkedSpan(3, 7, "i"),
        MarkedSpan(9, 14, "link", "https://doi.org/10.1000/1"),
    }


def test_words_are_at_their_places() -> None:
    latex = r"Bo~Roe, G. M\"uller: {\em Rivers} of the north"
    text = decoded(latex)[0]

    for word in ("Roe", "Rivers", "north"):
        start = text.text.index(word)
        place = text.offsets[start]
        assert latex[place : place + len(word)] == word


def test_commands_that_are_not_known() -> None:
    assert decoded(r"\foo{a} \foo{b} \emph{c}")[1] == (r"\foo",)


def test_comments_keep_places() -> None:
    source = without_comments("ab%x\n cd%y\nef")

    assert source.text == "abcdef"
    assert [source.offset(i) for i in range(6)] == [0, 1, 6, 7, 11, 12]
