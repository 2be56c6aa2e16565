"""Records to text, and what the text can hold of a value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from refconv.core.fields import Raw, Record
from refconv.core.report import Block
from refconv.formats.base import Join
from refconv.formats.bibtex.kept_latex import kept, source_of
from refconv.formats.bibtex.latex.braces import is_balanced
from refconv.formats.bibtex.latex.encode import carry as carry_text
from refconv.formats.bibtex.latex.field_styles import FieldStyle, StyleOf
from refconv.formats.bibtex.latex.verbatim import read_verbatim, write_verbatim
from refconv.formats.bibtex.latex.white_space import clean, is_tidy, one_line, tidy
from refconv.formats.bibtex.spelling import PLAIN_SPELLING, Spelling
from refconv.formats.bibtex.syntax.field_values import read_value
from refconv.formats.bibtex.syntax.layout import PLAIN_LAYOUT, Layout
from refconv.formats.bibtex.syntax.name_lists import (
    NativeName,
    carry_names,
    format_names,
    survives,
)
from refconv.formats.bibtex.syntax.scanner import CONTAINERS, SPECIAL, scan
from refconv.formats.bibtex.syntax.string_macros import MONTH_MACROS

_KEY = re.compile(r"[^\W\d][^\s\"#%'(),={}\\~@\x00-\x1f\x7f-\x9f\ufeff]*")


def carry_with(
    style_of: StyleOf, spelling: Spelling = PLAIN_SPELLING, *, extended: bool = False
) -> Callable[[str, Raw], Raw | None]:
    """Return the ``carry`` of a dialect."""
    letters = spelling.letters

    def carry_any_names(raw: Raw) -> Raw | None:
        names = carry_names(_clean_names(raw), extended=extended, letters=letters)
        text = letters(one_line(clean(raw))) if isinstance(raw, str) else ""
        return names or text or None

    def carry(key: str, raw: Raw) -> Raw | None:
        if not _KEY.fullmatch(key) or (spelling.is_ascii and not key.isascii()):
            return None
        style = style_of(key.lower())
        if raw == "":
            return ""
        if (source := source_of(raw)) is not None:
            is_written = not spelling.is_ascii or source.isascii()
            return _carry_latex(source, style) if is_written else None
        if isinstance(style, str):
            is_kept = not spelling.is_changed or str(raw).isascii()
            return raw if is_kept and _all_survive(raw) else carry_any_names(raw)
        if not isinstance(raw, str):
            return None
        text = clean(raw)
        if style is None:
            return read_verbatim(write_verbatim(spelling.verbatim(one_line(text)))) or None
        if spelling.months_as_numbers and key.lower() == "month" and text in MONTH_MACROS:
            return month_number(text)
        return carry_text(text, style, spelling.encode, spelling.is_kept) or None

    return carry


def _carry_latex(source: str, style: FieldStyle | str | None) -> Raw | None:
    """Return kept LaTeX if it reads as the same again, else its text as that is carried."""
    if style is None:
        return None
    raw = kept(source)
    is_safe = is_tidy(source) or source == tidy(clean(source))
    if is_safe and is_balanced(source) and read_value(source, style)[0] == raw:
        return raw
    return None


def _all_survive(names: Raw) -> bool:
    return (
        isinstance(names, tuple)
        and names != ()
        and all(isinstance(name, NativeName) and survives(name) for name in names)
    )


def _clean_names(raw: Raw) -> Raw:
    if isinstance(raw, str):
        return clean(raw)
    if isinstance(raw, list | tuple):
        return tuple(_clean_names(part) for part in raw)
    return raw


def join_with(
    style_of: StyleOf,
    spelling: Spelling = PLAIN_SPELLING,
    layout: Layout = PLAIN_LAYOUT,
    *,
    extended: bool = False,
) -> Join:
    """Return the ``join`` of a dialect.

    Args:
        style_of: How the keys are written.
        spelling: How values are written.
        layout: How entries are laid out.
        extended: Whether names are written in biblatex's extended form where they need it.
    """
    value = _value_with(style_of, spelling, extended=extended)
    macros = layout.definitions()

    def entry(record: Record) -> str:
        return _entry(record, value)

    def laid_out(record: Record) -> str:
        fields = [(key, *_written(key, raw, value, spelling)) for key, raw in record.fields]
        is_latex = [style_of(key.lower()) is not None for key, _ in record.fields]
        return layout.entry(record.type, record.id, fields, is_latex)

    def before(blocks: Sequence[Block]) -> list[str]:
        written = (_block(block, macros) for block in blocks if block.kind != "comment")
        return [text for text in written if text]

    def after(blocks: Sequence[Block]) -> list[str]:
        return [_block(block) for block in blocks if block.kind == "comment"]

    is_plain = layout == PLAIN_LAYOUT and not spelling.months_as_numbers
    start = "".join(f"{text}\n" for text in macros.values())
    write = entry if is_plain else laid_out
    return Join(write, f"{start}\n" if start else "", "\n", before=before, after=after)


def _value_with(
    style_of: StyleOf, spelling: Spelling, *, extended: bool
) -> Callable[[str, Raw], str]:
    """Return what writes the value of a key."""

    def value(key: str, raw: Raw) -> str:
        style = style_of(key)
        if isinstance(raw, dict) and (source := source_of(raw)) is not None:
            return source
        if isinstance(style, str):
            names = raw if isinstance(raw, str) else format_names(raw, extended=extended)
            return spelling.names(spelling.letters(names))
        if style is None:
            return write_verbatim(spelling.verbatim(raw))
        return spelling.encode(raw, style)

    return value


def _entry(record: Record, value: Callable[[str, Raw], str]) -> str:
    lines = [f"@{record.type}{{{record.id},"]
    for key, raw in record.fields:
        if key.lower() == "month" and set(months := str(raw).split("--")) <= _MACROS:
            written = ' # "--" # '.join(months)
        else:
            written = f"{{{value(key.lower(), raw)}}}"
        lines.append(f"  {key} = {written},")
    lines.append("}\n")
    return "\n".join(lines)


def _written(
    key: str, raw: Raw, value: Callable[[str, Raw], str], spelling: Spelling
) -> tuple[str, bool]:
    """Return the source of a value, and whether it is one of macros, without braces."""
    if key.lower() == "month" and set(months := str(raw).split("--")) <= _MACROS:
        if spelling.months_as_numbers and len(months) == 1:
            return month_number(months[0]), False
        return ' # "--" # '.join(months), True
    return value(key.lower(), raw), False


def month_number(macro: str) -> str:
    """Return the number of a month's macro."""
    return str(MONTH_MACROS.index(macro) + 1)


_MACROS = frozenset(MONTH_MACROS)


def _block(block: Block, macros: Mapping[str, str] = {}) -> str:
    """Write a block unchanged; one that would be read as something else becomes a comment.

    ``macros`` are definitions that the file has at its beginning.
    """
    name = _DEFINED.match(block.text) if macros else None
    known = macros.get(name[1].lower()) if name is not None else None
    if known is not None and _text_of(block.text) == _text_of(known):
        return ""
    chunks = list(scan(block.text))
    if known is None and all(c.closed and c.type.lower() in _NO_REFERENCES for c in chunks):
        return f"{block.text}\n"
    return "".join(f"% {line}\n" for line in block.text.split("\n"))


def _text_of(definition: str) -> str:
    """Return the text that a macro is defined as, without braces or quotes."""
    text = definition.rstrip()[:-1].partition("=")[2].strip().rstrip(",").rstrip()
    is_quoted = len(text) > 1 and text[0] + text[-1] in ('""', "{}")
    return text[1:-1] if is_quoted else text


_DEFINED = re.compile(r"@\s*string\s*[{(]\s*([^\s=]+)", re.IGNORECASE)
_NO_REFERENCES = {"", *SPECIAL, *CONTAINERS}
_ILLEGAL = re.compile(r"[\s\"#%'(),={}\\~\x00-\x1f\x7f-\x9f\ufeff\ud800-\udfff]+")


def legal_id(key: str) -> str:
    """Return a key without the characters that BibTeX and biblatex forbid (manual 2.3.1)."""
    return _ILLEGAL.sub("", key)


def legal_type(native: str) -> bool:
    """Return whether a name can be an entry type."""
    return _TYPE.fullmatch(native) is not None and native not in _NO_REFERENCES


_TYPE = re.compile(r"[a-z][a-z0-9_+-]*")
