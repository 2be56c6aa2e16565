"""Records to text, and what the text can hold of a value."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from refconv.core.fields import Raw, Record
from refconv.core.report import Block
from refconv.formats.base import Join
from refconv.formats.bibtex.kept_latex import kept, source_of
from refconv.formats.bibtex.latex.braces import is_balanced
from refconv.formats.bibtex.latex.encode import Encode, encode
from refconv.formats.bibtex.latex.encode import carry as carry_text
from refconv.formats.bibtex.latex.field_styles import FieldStyle, StyleOf
from refconv.formats.bibtex.latex.verbatim import read_verbatim, write_verbatim
from refconv.formats.bibtex.latex.white_space import clean, is_tidy, one_line, tidy
from refconv.formats.bibtex.syntax.field_values import read_value
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
    style_of: StyleOf, *, extended: bool = False, encode: Encode = encode
) -> Callable[[str, Raw], Raw | None]:
    """Return the ``carry`` of a dialect."""

    def carry(key: str, raw: Raw) -> Raw | None:
        if not _KEY.fullmatch(key):
            return None
        style = style_of(key.lower())
        if raw == "":
            return ""
        if (source := source_of(raw)) is not None:
            return _carry_latex(source, style)
        if isinstance(style, str):
            if _all_survive(raw):
                return raw
            names = carry_names(_clean_names(raw), extended=extended)
            text = one_line(clean(raw)) if isinstance(raw, str) else ""
            return names or text or None
        if not isinstance(raw, str):
            return None
        text = clean(raw)
        if style is None:
            return read_verbatim(write_verbatim(one_line(text))) or None
        return carry_text(text, style, encode) or None

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


def _same(written: str) -> str:
    return written


def join_with(
    style_of: StyleOf,
    *,
    extended: bool = False,
    encode: Encode = encode,
    changed_names: Callable[[str], str] = _same,
) -> Join:
    """Return the ``join`` of a dialect.

    Args:
        style_of: How the keys are written.
        extended: Whether names are written in biblatex's extended form where they need it.
        encode: Writes texts.
        changed_names: Returns what is written of a list of names.
    """

    def value(key: str, raw: Raw) -> str:
        style = style_of(key)
        if isinstance(raw, dict) and (source := source_of(raw)) is not None:
            return source
        if isinstance(style, str):
            names = raw if isinstance(raw, str) else format_names(raw, extended=extended)
            return changed_names(names)
        return write_verbatim(raw) if style is None else encode(raw, style)

    def entry(record: Record) -> str:
        return _entry(record, value)

    def before(blocks: Sequence[Block]) -> list[str]:
        return [_block(block) for block in blocks if block.kind != "comment"]

    def after(blocks: Sequence[Block]) -> list[str]:
        return [_block(block) for block in blocks if block.kind == "comment"]

    return Join(entry, separator="\n", before=before, after=after)


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


_MACROS = frozenset(MONTH_MACROS)


def _block(block: Block) -> str:
    """Write a block unchanged; one that would be read as something else becomes a comment."""
    chunks = list(scan(block.text))
    if all(c.closed and c.type.lower() in _NO_REFERENCES for c in chunks):
        return f"{block.text}\n"
    return "".join(f"% {line}\n" for line in block.text.split("\n"))


_NO_REFERENCES = {"", *SPECIAL, *CONTAINERS}
_ILLEGAL = re.compile(r"[\s\"#%'(),={}\\~\x00-\x1f\x7f-\x9f\ufeff\ud800-\udfff]+")


def legal_id(key: str) -> str:
    """Return a key without the characters that BibTeX and biblatex forbid (manual 2.3.1)."""
    return _ILLEGAL.sub("", key)


def legal_type(native: str) -> bool:
    """Return whether a name can be an entry type."""
    return _TYPE.fullmatch(native) is not None and native not in _NO_REFERENCES


_TYPE = re.compile(r"[a-z][a-z0-9_+-]*")
