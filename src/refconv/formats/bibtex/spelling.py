"""How values are spelled in a file: as the dialect does, and as a user's style wants them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

from attrs import evolve, frozen

from refconv.core.fast import FastPath
from refconv.core.fields import Codec, Raws
from refconv.formats.bibtex.latex import encode as plain_latex
from refconv.formats.bibtex.latex.case_protection import needs_nothing, protected
from refconv.formats.bibtex.latex.characters import (
    ascii_of,
    composed,
    to_commands,
    transliterated,
)
from refconv.formats.bibtex.latex.encode import Encode
from refconv.formats.bibtex.latex.field_styles import FieldStyle
from refconv.formats.style import Style


def _same(text: str) -> str:
    return text


def _always(_: str) -> bool:
    return True


@frozen
class Spelling:
    """How a dialect writes values.

    Attributes:
        encode: Writes a text as LaTeX.
        names: Returns what is written of a list of names.
        letters: Returns what is written of the letters of a written value.
        is_kept: Whether ``letters`` leaves a text as it is, and nothing else changes it either.
        verbatim: Returns what is written of a value that is no LaTeX.
        key: Returns what is written of a citation key.
        is_ascii: Whether nothing but ASCII is written.
        months_as_numbers: Whether a month is written as a number.
    """

    encode: Encode = plain_latex.encode
    names: Callable[[str], str] = _same
    letters: Callable[[str], str] = _same
    is_kept: Callable[[str], bool] = _always
    verbatim: Callable[[str], str] = _same
    key: Callable[[str], str] = _same
    is_ascii: bool = False
    months_as_numbers: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether texts are written otherwise than the dialect does."""
        return self.is_kept is not _always


PLAIN_SPELLING = Spelling()
"""The spelling of both dialects without any choice."""


def styled(plain: Spelling, style: Style) -> Spelling:
    """Return the spelling of a dialect as a style changes it."""
    made = evolve(plain, months_as_numbers=style.months == "numbers")
    if style.characters == "unicode" and style.case == "as-read":
        return made
    has_commands, is_ascii = style.characters != "unicode", style.characters == "ascii"

    def encode(text: str, field: FieldStyle) -> str:
        if field.protects:
            text = protected(text, style.case)
        if not has_commands or text.isascii():
            return plain.encode(text, field)
        text = composed(text)
        written = to_commands(plain.encode(transliterated(text) if is_ascii else text, field))
        return "".join(map(_bare, written)) if is_ascii else written

    def is_kept(text: str) -> bool:
        return (not has_commands or text.isascii()) and needs_nothing(text, style.case)

    return evolve(
        made,
        encode=encode,
        letters=_letters(style),
        is_kept=is_kept,
        verbatim=verbatim_in_ascii if is_ascii else _same,
        key=_ascii if is_ascii else _same,
        is_ascii=is_ascii,
    )


def _letters(style: Style) -> Callable[[str], str]:
    if style.characters == "unicode":
        return _same
    if style.characters == "latex":
        return lambda text: to_commands(composed(text))
    return lambda text: to_commands(transliterated(composed(text)))


def _ascii(text: str) -> str:
    return text if text.isascii() else "".join(map(ascii_of, text))


def _bare(char: str) -> str:
    """Return a character that a formula has kept, without signs that LaTeX would obey."""
    return char if char.isascii() else "".join(filter(str.isalnum, ascii_of(char)))


def verbatim_in_ascii(text: str) -> str:
    """Return a value that is no LaTeX in ASCII: an address percent-encoded (RFC 3987 3.1).

    >>> verbatim_in_ascii("https://example.org/é"), verbatim_in_ascii("Regal é")
    ('https://example.org/%C3%A9', 'Regal e')
    """
    if text.isascii():
        return text
    is_address = "://" in text or text.startswith("10.")
    if not is_address:
        return _ascii(text)
    return "".join(char if char.isascii() else quote(char, errors="replace") for char in text)


def fast_paths(fast: Mapping[Codec, FastPath], spelling: Spelling) -> Mapping[Codec, FastPath]:
    """Return the fast paths, for those values alone that are written as they are."""
    if not spelling.is_changed:
        return fast
    return {codec: _kept_only(path, spelling.is_kept) for codec, path in fast.items()}


def _kept_only(path: FastPath, is_kept: Callable[[str], bool]) -> FastPath:
    is_plain, encode_plain = path.is_plain, path.encode_plain

    def both(text: str) -> object:
        return is_kept(text) and is_plain is not None and is_plain(text)

    def encoded(value: object) -> Raws | None:
        raws = None if encode_plain is None else encode_plain(value)
        return raws if raws is not None and str(raws).isascii() else None

    return evolve(
        path,
        is_plain=both if is_plain is not None else None,
        encode_plain=encoded if encode_plain is not None else None,
    )
