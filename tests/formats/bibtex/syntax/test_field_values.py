"""Values of fields as their codecs are given them."""

from __future__ import annotations

import pytest

from refconv.core.fields import Raw
from refconv.formats.bibtex.latex.field_styles import CODE, NAMES, TITLE, FieldStyle
from refconv.formats.bibtex.syntax.field_values import read_value, text_with
from refconv.formats.bibtex.syntax.name_lists import NativeName

VALUES: list[tuple[str, FieldStyle | str | None, Raw, tuple[str, ...]]] = [
    (r"a\_b  c", None, r"a\_b c", ()),
    (r"a\_b", TITLE, "a_b", ()),
    (r"a  \foo b", TITLE, {"latex": r"a \foo b"}, (r"\foo",)),
    ("1--2", CODE, "1--2", ()),
    (r"D{\"o}e, A.", NAMES, (NativeName("A.", "", "Döe"),), ()),
    (r"D\foo{o}e, A.", NAMES, {"latex": r"D\foo{o}e, A."}, (r"\foo{o}",)),
]


@pytest.mark.parametrize(("source", "style", "raw", "unknown"), VALUES)
def test_a_value_is_read_in_the_style_of_its_key(
    source: str, style: FieldStyle | str | None, raw: Raw, unknown: tuple[str, ...]
) -> None:
    assert read_value(source, style) == (raw, unknown, ())


def test_the_text_of_latex_is_that_of_its_key() -> None:
    styles: dict[str, FieldStyle | str] = {"title": TITLE, "author": NAMES}
    read = text_with(styles.get)

    assert read("title", r"{A} \foo") == '<span class="nocase">A</span> \\foo'
    assert read("author", "Doe, A.") == (NativeName("A.", "", "Doe"),)
    assert read("url", r"\foo") == r"\foo"
