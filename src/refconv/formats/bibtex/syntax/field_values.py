"""The value of a field as its codec is given it: verbatim, text, names, or kept LaTeX."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from refconv.core.diagnostics import Problem
from refconv.core.fields import Raw
from refconv.formats.bibtex.kept_latex import kept
from refconv.formats.bibtex.latex.decode import decode, decode_any, decode_plain
from refconv.formats.bibtex.latex.field_styles import FieldStyle, StyleOf
from refconv.formats.bibtex.latex.verbatim import read_verbatim
from refconv.formats.bibtex.latex.white_space import one_line, tidy
from refconv.formats.bibtex.syntax.name_lists import parse_names, read_names, unknown_commands


class ReadValue(NamedTuple):
    """A raw value, the LaTeX in it that could not be decoded, and what else is odd about it."""

    raw: Raw
    unknown: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_plain(source: str, style: FieldStyle | str | None) -> Raw | None:
    """Return the raw value of a source without LaTeX; quick, and ``None`` for any other."""
    if style is None:
        return read_verbatim(source)
    return None if isinstance(style, str) else decode_plain(source, style)


def read_value(source: str, style: FieldStyle | str | None) -> ReadValue:
    """Return the raw value of a source.

    If LaTeX in it could not be decoded, the raw value is the source itself
    (:mod:`refconv.formats.bibtex.kept_latex`).
    """
    if (plain := read_plain(source, style)) is not None:
        return ReadValue(plain)
    if style is None or isinstance(style, str):
        names, problems = read_names(source)
        unknown = unknown_commands(source, names)
        raw = kept(one_line(source)) if unknown else names or one_line(source)
        return ReadValue(raw, unknown, problems)
    text, unknown = decode_any(source, style)
    return ReadValue(kept(tidy(source)) if unknown else text, unknown)


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
