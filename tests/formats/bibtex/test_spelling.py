"""How a user's style spells values, and what reading then returns."""

from __future__ import annotations

import pytest

from refconv.core.model import Name, Reference
from refconv.formats.style import Style
from refconv.io.api import write

LATEX, ASCII = Style(characters="latex"), Style(characters="ascii")
WRITTEN = [
    (LATEX, {"title": "Über R&D — 漢"}, 'title = {{\\"U}ber R\\&D {\\textemdash} 漢}'),
    (ASCII, {"title": "Über R&D — 漢"}, 'title = {{\\"U}ber R\\&D {\\textemdash} Han}'),
    (ASCII, {"title": "５０％ {"}, "title = {50\\% \\textbraceleft{}}"),
    (ASCII, {"title": "$x_ш$"}, "title = {$x_sh$}"),
    (LATEX, {"author": [Name(family="Žižek", given="Slavoj")]}, "{\\v{Z}}i{\\v{z}}ek, Slavoj"),
    (ASCII, {"author": [Name(literal="日本 Group")]}, "author = {{RiBen Group}}"),
    (ASCII, {"URL": "https://example.org/ä"}, "url = {https://example.org/%C3%A4}"),
    (LATEX, {"URL": "https://example.org/ä"}, "url = {https://example.org/ä}"),
    (ASCII, {"custom": [("bibtex:shelf", "Süd 1")]}, "shelf = {Sud 1}"),
    (ASCII, {"keyword": ["Süd", "ice"]}, 'keywords = {S{\\"u}d, ice}'),
    (Style(months="numbers"), {"issued": "2001-02/2001-03"}, 'month = feb # "--" # mar'),
    (Style(case="none"), {"title": 'A <span class="nocase">B</span>'}, "title = {A B}"),
]


@pytest.mark.parametrize(("style", "values", "part"), WRITTEN)
def test_values_are_spelled_in_the_style(
    style: Style, values: dict[str, object], part: str
) -> None:
    reference = Reference(type="article-journal", id="a", **values)  # type: ignore[arg-type]

    assert part in write(reference, "bibtex", style=style).text


def test_a_transliterated_value_is_a_loss_and_a_command_is_none() -> None:
    reference = Reference(id="ü", title="Жук", note="é")

    assert [str(loss.message) for loss in write(reference, "bibtex", style=ASCII).losses] == [
        "id changed: 'ü' (kept as 'u')",
        "title changed: 'Жук' (kept as 'Zhuk' in title)",
    ]
    assert write(reference, "bibtex", style=LATEX).losses == ()


def test_braces_for_case_lose_nothing() -> None:
    written = write(Reference(id="a", title="Ice of Peru"), "bibtex", style=Style(case="title"))

    assert not written.losses
    assert [loss.path for loss in written.losses.respelled] == ["title"]


def test_a_key_that_ascii_cannot_write_is_lost() -> None:
    reference = Reference(id="a", custom=[("bibtex:größe", "1")])

    assert [loss.place for loss in write(reference, "bibtex", style=ASCII).losses] == [
        "bibtex:größe"
    ]
