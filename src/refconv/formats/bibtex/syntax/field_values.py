"""The value of a field as its codec is given it: verbatim, text, names, or kept LaTeX."""

from __future__ import annotations

from collections.abc import Callable

from refconv.core.fields import Raw
from refconv.formats.bibtex.kept_latex import kept
from refconv.formats.bibtex.latex.decode import decode, decode_any, decode_plain
from refconv.formats.bibtex.latex.field_styles import Style, StyleOf
from refconv.formats.bibtex.latex.verbatim import read_verbatim
from refconv.formats.bibtex.latex.white_space import one_line, tidy
from refconv.formats.bibtex.syntax.name_lists import parse_names, unknown_commands


def read_value(source: str, style: Style | str | None) -> tuple[Raw, tuple[str, ...]]:
    """Return the raw value of a source, and the LaTeX in it that could not be decoded.

    If there is any, the raw value is the source itself
    (:mod:`refconv.formats.bibtex.kept_latex`).
    """
    if style is None:
        return read_verbatim(source), ()
    if isinstance(style, str):
        names = parse_names(source)
        unknown = unknown_commands(names) if "\\" in source else ()
        return (kept(one_line(source)) if unknown else names or one_line(source)), unknown
    if (plain := decode_plain(source, style)) is not None:
        return plain, ()
    text, unknown = decode_any(source, style)
    return kept(tidy(source)) if unknown else text, unknown


def text_with(style_of: StyleOf) -> Callable[[str, str], Raw]:
    """Return what reads the LaTeX of a key as the text or the names that its codec is given."""

    def read(key: str, source: str) -> Raw:
        style = style_of(key)
        if style is None:
            return read_verbatim(source)
        if isinstance(style, str):
            return parse_names(source) or one_line(source)
        return decode(source, style).text

    return read
