"""Reading, writing and converting: the top of the program.

::

    bytes ──decode──▶ text ──split──▶ Record ──table.read──▶ Reference
    Reference ──table.write──▶ Record ──join──▶ text; what reading that back would miss ▶ Loss
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from attrs import evolve

from refconv import encoding
from refconv.fields import FieldMap, Record
from refconv.formats import FORMATS as FILE_FORMATS
from refconv.formats import Client, Format, guess
from refconv.keys import assign_ids, unique_ids
from refconv.lens import read_record, where_written, write_record
from refconv.losses import differences
from refconv.model import Reference
from refconv.progress import watched
from refconv.report import (
    Block,
    Code,
    Converted,
    Diagnostic,
    Loss,
    Origin,
    Read,
    Severity,
    Written,
)
from refconv.text import TEXT

StrPath: TypeAlias = str | os.PathLike[str]

FORMATS: Mapping[str, Format] = {**FILE_FORMATS, TEXT.name: TEXT}
"""Every format by name; ``text`` is only read."""


def parse(text: str, *, source: bool = True) -> Read:
    """Read free text: a reference list, a page that holds one, or a contributor block.

    Args:
        text: What was pasted.
        source: Whether a page's own record ("Cite this article", or its contributors) is among
            the references.
    """
    return read(text, "text", source=source)


def read(
    data: str | bytes, format: str | None = None, *, name: str | None = None, source: bool = True
) -> Read:
    """Read references; bad input gives diagnostics, never an exception.

    Args:
        data: A file's content.
        format: A name of :data:`FORMATS`; ``None`` tells it from ``name``'s suffix or the content.
        name: The file's name, for the diagnostics.
        source: As for :func:`parse`.

    Raises:
        ValueError: for a format that there is none of.
    """
    text, diagnostics = encoding.decode(data) if isinstance(data, bytes) else (data, [])
    text = text.removeprefix("\ufeff")
    chosen = _format(format) if format else _format_of(name, text)
    if not text.strip():
        empty = Diagnostic(Code.EMPTY, "nothing to read", severity=Severity.NOTE)
        return Read(diagnostics=tuple(_named(said, name) for said in diagnostics or [empty]))
    references: list[Reference] = []
    split = chosen.split(text)
    diagnostics += split.diagnostics
    for record in watched(split.records, "reading"):
        reference, said = read_record(chosen.table, record)
        references.append(reference)
        diagnostics += said
    diagnostics += _duplicates(split.records)
    origins = split.origins or tuple(Origin(line=record.line) for record in split.records)
    own = split.source
    kept = [i for i in range(len(references)) if source or i != own]
    return Read(
        tuple(references[i] for i in kept),
        _placed(diagnostics, text, name),
        references[own] if own is not None and source else None,
        tuple(origins[i] for i in kept),
        split.blocks,
    )


def load(path: StrPath, format: str | None = None, *, source: bool = True) -> Read:
    """Read a file, its format told by ``format``, by its suffix, or by its content.

    Raises:
        OSError: where the file cannot be read.
        ValueError: for a format that there is none of.
    """
    return read(Path(path).read_bytes(), format, name=os.fspath(path), source=source)


def write(
    references: Iterable[Reference] | Reference,
    format: str,
    *,
    for_: Client | None = None,
    blocks: Sequence[Block] = (),
) -> Written:
    """Write references, and say what the text does not carry.

    Args:
        references: One, several, or what :func:`read` gave.
        format: A name of :data:`FORMATS` other than ``text``.
        for_: The program that will read the file: ``zotero`` or ``endnote``.
        blocks: What else the file shall hold, as ``Read.blocks`` of the same format.

    Raises:
        ValueError: for a format that cannot be written, or a program that is not known.
    """
    chosen = _format(format)
    if chosen.join is None:
        raise ValueError(f"{chosen.name} is only read")
    if for_ not in (None, *CLIENTS):
        raise ValueError(f"no program {for_!r}: {', '.join(CLIENTS)}")
    table = chosen.table_for(for_)
    given = assign_ids([references] if isinstance(references, Reference) else references)
    records: list[Record] = []
    losses: list[Loss] = []
    legal = unique_ids(given, chosen.legal_id)
    for index, reference in enumerate(watched(legal, "writing")):
        record = write_record(table, reference, chosen.carry)
        records.append(record)
        losses += _losses(chosen, table, index, given[index], record)
    return Written(chosen.join(records, blocks), tuple(losses))


CLIENTS: tuple[Client, ...] = ("zotero", "endnote")
"""The programs that files can be written for."""


def dump(
    references: Iterable[Reference] | Reference,
    path: StrPath,
    format: str | None = None,
    *,
    for_: Client | None = None,
    blocks: Sequence[Block] = (),
) -> Written:
    """Write references to a file, whole or not at all; the format is told by the suffix.

    Raises:
        OSError: where the file cannot be written.
        ValueError: as for :func:`write`, or for a suffix that tells no format.
    """
    written = write(references, format or target_format(path), for_=for_, blocks=blocks)
    replace_file(path, written.text)
    name = os.fspath(path)
    return evolve(written, losses=tuple(evolve(loss, name=name) for loss in written.losses))


def convert(
    src: StrPath,
    dst: StrPath,
    *,
    from_: str | None = None,
    to: str | None = None,
    for_: Client | None = None,
    source: bool = True,
) -> Converted:
    """Convert a file; what belongs to it beside its references goes along where it can.

    Args:
        src: The file to read.
        dst: The file to write, whole or not at all.
        from_: The format of ``src``; told by suffix or content where it is not given.
        to: The format of ``dst``; told by the suffix where it is not given.
        for_: As for :func:`write`.
        source: As for :func:`parse`.

    Raises:
        OSError: where a file cannot be read or written.
        ValueError: as for :func:`dump`.
    """
    data = Path(src).read_bytes()
    to = to or target_format(dst)
    from_ = from_ or source_format(src, data)
    was = read(data, from_, name=os.fspath(src), source=source)
    written = dump(was, dst, to, for_=for_, blocks=was.blocks if from_ == to else ())
    return Converted(was.references, was.diagnostics, written.losses)


def source_format(path: StrPath, data: bytes) -> str:
    """Tell the format of a file to read: by its suffix, if that tells, else by its content."""
    return _format_of(os.fspath(path), encoding.decode(data)[0]).name


def target_format(path: StrPath) -> str:
    """Tell the format of a file to write by its suffix.

    Raises:
        ValueError: where the suffix tells none.
    """
    suffix = Path(path).suffix.lower()
    for format in FILE_FORMATS.values():
        if suffix in format.suffixes:
            return format.name
    known = ", ".join(s for format in FILE_FORMATS.values() for s in format.suffixes)
    raise ValueError(f"{os.fspath(path)}: no format is known by {suffix or 'no suffix'} ({known})")


def replace_file(path: StrPath, text: str) -> None:
    """Write a file by way of a temporary one beside it, so that it is never half there."""
    target = Path(path).resolve()
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "replace"))
        # mkstemp makes a private file; a new one is as open as the user's mask lets it be.
        mask = os.umask(0)
        os.umask(mask)
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~mask
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}: {', '.join(FORMATS)}")
    return FORMATS[name]


# Suffixes that more than one format has: the content tells.
_SHARED = frozenset({".json", ".txt", ".text", ".md", ".xml"})


def _format_of(name: str | None, text: str) -> Format:
    suffix = Path(name or "").suffix.lower()
    if suffix not in _SHARED:
        for format in FORMATS.values():
            if suffix in format.suffixes:
                return format
    return FORMATS[guess(text)]


def _losses(
    format: Format, table: FieldMap, index: int, reference: Reference, record: Record
) -> Iterable[Loss]:
    back, _ = read_record(format.table, record)
    for path, value, kept in differences(reference, back):
        where = ""
        if kept is not None:
            name = path.partition("[")[0].partition(".")[0]
            where = where_written(table, record.type).get(name, "")
        yield Loss(index, reference.id, path, value, kept, where)


def _duplicates(records: Sequence[Record]) -> Iterable[Diagnostic]:
    first: dict[str, int] = {}
    for record in records:
        if record.id and record.id in first:
            message = f"key {record.id!r} is that of line {first[record.id]} too, both are kept"
            yield Diagnostic(Code.DUPLICATE_KEY, message, record.line)
        first.setdefault(record.id, record.line)


def _placed(
    diagnostics: Iterable[Diagnostic], text: str, name: str | None
) -> tuple[Diagnostic, ...]:
    """Put diagnostics in order; one of a line alone is of the first word in it."""
    lines: list[str] = []
    placed: list[Diagnostic] = []
    for said in diagnostics:
        column = said.column
        if said.line and not column:
            lines = lines or _LINE_END.split(text)
            line = lines[said.line - 1] if said.line <= len(lines) else ""
            column = len(line) - len(line.lstrip()) + 1 if line.strip() else 1
        placed.append(_named(evolve(said, column=column), name))
    return tuple(sorted(placed, key=_place))


_LINE_END = re.compile(r"\r\n|\r|\n")


def _place(diagnostic: Diagnostic) -> tuple[int, int]:
    return diagnostic.line, diagnostic.column


def _named(diagnostic: Diagnostic, name: str | None) -> Diagnostic:
    return evolve(diagnostic, name=name) if name else diagnostic
