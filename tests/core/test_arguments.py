"""Wrong use of the public functions raises at once, and names the argument."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest

import refconv
from refconv import Date, Name, Reference
from refconv.core.arguments import check_many, check_type, unknown

WRONG: Sequence[tuple[Callable[[], object], type[Exception], str]] = [
    (lambda: refconv.parse(None), TypeError, "text must be a str, not NoneType"),  # type: ignore[arg-type]
    (lambda: refconv.parse(["a"]), TypeError, "text must be a str, not list"),  # type: ignore[arg-type]
    (lambda: refconv.find(b"a"), TypeError, "text must be a str, not bytes"),  # type: ignore[arg-type]
    (lambda: refconv.segments("Ng A."), TypeError, "strings must be a list of str, not str"),
    (lambda: refconv.segments(["a", 1]), TypeError, "strings[1] must be a str, not int"),  # type: ignore[list-item]
    (lambda: refconv.parse_strings("a"), TypeError, "strings must be a list of str, not str"),
    (
        lambda: refconv.read(io.StringIO()),  # type: ignore[arg-type]
        TypeError,
        "data must be a str or bytes (load() reads files), not StringIO",
    ),
    (
        lambda: refconv.write("x", "ris"),  # type: ignore[arg-type]
        TypeError,
        "references must be a Reference or several, not str",
    ),
    (
        lambda: refconv.write([Reference(), "x"], "ris"),  # type: ignore[list-item]
        TypeError,
        "references[1] must be a Reference, not str",
    ),
    (lambda: refconv.write([], "RSI"), ValueError, "unknown format 'RSI' (did you mean 'ris'?)"),
    (lambda: refconv.write([], "latex"), ValueError, "format 'latex' can only be read (for"),
    (lambda: refconv.write([], "marc"), ValueError, "format 'marc' can only be read"),
    (lambda: Reference(type="boook"), ValueError, "unknown type 'boook' (did you mean 'book'?)"),
    (
        lambda: Reference().journal,  # type: ignore[attr-defined]
        AttributeError,
        "a Reference has no attribute 'journal' (it is 'container_title')",
    ),
    (
        lambda: refconv.dumps,  # type: ignore[attr-defined]
        AttributeError,
        "module 'refconv' has no attribute 'dumps' (write() returns the text)",
    ),
    (lambda: refconv.read("", "bibtx"), ValueError, "unknown format 'bibtx' (did you mean"),
    (
        lambda: refconv.read("", 7),  # type: ignore[arg-type]
        TypeError,
        "format must be the name of a format, not int",
    ),
    (
        lambda: refconv.write([], "ris", for_="Zotero"),  # type: ignore[arg-type]
        ValueError,
        "unknown program 'Zotero' (did you mean 'zotero'?)",
    ),
    (lambda: Reference(type="articel"), ValueError, "unknown type 'articel' (did you mean"),
    (
        lambda: Reference(author=["Smith, John"]),  # type: ignore[list-item]
        TypeError,
        "author must be a list of Name, not ('Smith, John',)",
    ),
    (
        lambda: Reference().changed(titel="x"),
        TypeError,
        "unknown variable 'titel' (did you mean 'title'?)",
    ),
    (lambda: Name.parse(""), ValueError, "no name in ''"),
    (lambda: Name.parse(3), TypeError, "text must be a text, not int"),  # type: ignore[arg-type]
    (lambda: Date.parse(" "), ValueError, "no date in an empty text"),
    (lambda: Date.parse(2020), TypeError, "text must be a text, not int"),  # type: ignore[arg-type]
    (
        lambda: Reference.from_csl([{"type": "book"}]),  # type: ignore[arg-type]
        TypeError,
        "item must be a CSL-JSON item (a mapping), not list",
    ),
]


@pytest.mark.parametrize(("call", "kind", "message"), WRONG)
def test_wrong_use_names_the_argument(
    call: Callable[[], object], kind: type[Exception], message: str
) -> None:
    with pytest.raises(kind) as raised:
        call()

    assert str(raised.value).startswith(message)


@pytest.mark.parametrize("values", [["a"], ("a",), iter(["a"]), {"a": 1}.keys()])
def test_several_values_may_come_in_any_iterable(values: Any) -> None:
    assert check_many(values, str, "strings", "a list of str") == ["a"]


def test_a_value_of_the_type_passes() -> None:
    check_type(3, (int, str), "number", "an int")


UNKNOWN = [
    ("rsi", "did you mean 'ris'?"),
    ("bibtec", "did you mean 'bibtex'?"),
    ("BIB", "did you mean 'bibtex'?"),
    ("word", "known: ris, rst, bibtex"),
]


@pytest.mark.parametrize(("given", "hint"), UNKNOWN)
def test_an_unknown_word_is_answered_by_the_nearest(given: str, hint: str) -> None:
    assert (
        unknown("format", given, ["ris", "rst", "bibtex"]) == f"unknown format {given!r} ({hint})"
    )
