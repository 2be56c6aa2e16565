"""Reading, writing and converting: the top of the program.

::

    bytes ──decode──▶ text ──split──▶ Record ──table.read──▶ Reference
    Reference ──table.write──▶ Record ──join──▶ text; what reading that back would miss ▶ Loss
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from attrs import evolve

from refconv.clients import Client
from refconv.core.keys import table_of
from refconv.core.model import Reference
from refconv.core.report import Block, Converted, Diagnostic, Loss, Origin, Read, Written
from refconv.formats.registry import FORMATS
from refconv.io.convert import Conversion, read_chunks
from refconv.io.files import check_not_same, target_format, whole_file
from refconv.io.garbage import garbage_collection_paused
from refconv.io.input import Input, StrPath, chosen_format, input_of_data, input_of_file
from refconv.io.write import Entries, Naming, Writer

__all__ = [
    "FORMATS",
    "Writer",
    "convert",
    "dump",
    "iter_load",
    "load",
    "parse",
    "read",
    "read_input",
    "target_format",
    "write",
]


def parse(text: str, *, page_record: bool = True) -> Read:
    """Read free text: a reference list, a page that holds one, or a contributor block.

    Args:
        text: What was pasted.
        page_record: Whether a page's own record ("Cite this article", or its contributors) is among
            the references.
    """
    return read(text, "text", page_record=page_record)


def read(
    data: str | bytes,
    format: str | None = None,
    *,
    name: str | None = None,
    page_record: bool = True,
) -> Read:
    """Read references; bad input gives diagnostics, never an exception.

    Args:
        data: A file's content.
        format: A name of :data:`FORMATS`; ``None`` tells it from ``name``'s suffix or the content.
        name: The file's name, for the diagnostics.
        page_record: As for :func:`parse`.

    Raises:
        ValueError: for a format that there is none of.
    """
    return read_input(input_of_data(data, format, name), page_record=page_record)


def read_input(input_: Input, *, page_record: bool = True) -> Read:
    """Read all of a input_; with ``page_record`` not set, without a page's own record."""
    references: list[Reference] = []
    diagnostics: list[Diagnostic] = []
    blocks: list[Block] = []
    origins: list[Origin] = []
    page: Reference | None = None
    for part in read_chunks(input_, page_record=page_record):
        if page is None and part.page_record is not None:
            page = part.references[part.page_record]
        references += part.references
        diagnostics += part.diagnostics
        blocks += part.blocks
        origins += part.origins
    diagnostics.sort(key=lambda said: (said.line, said.column))
    return Read(
        tuple(references),
        tuple(diagnostics),
        page,
        tuple(origins),
        tuple(blocks),
        input_.format.name,
    )


def load(path: StrPath, format: str | None = None, *, page_record: bool = True) -> Read:
    """Read a file, its format told by ``format``, by its suffix, or by its content.

    Raises:
        OSError: where the file cannot be read.
        ValueError: for a format that there is none of.
    """
    return read(Path(path).read_bytes(), format, name=os.fspath(path), page_record=page_record)


@garbage_collection_paused()
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
    chosen = chosen_format(format)
    entries = Entries(chosen, for_)
    given = (references,) if isinstance(references, Reference) else tuple(references)
    naming = Naming(chosen.legal_id, lambda: table_of(r.id for r in given))
    parts: list[str] = []
    losses: list[Loss] = []
    for index, reference in enumerate(given):
        ids = naming.assign(reference.id, entries.made_key(reference))
        part, lost = entries.write(index, reference, ids)
        parts.append(part)
        losses += lost
    return Written(entries.join.of_parts(parts, blocks), tuple(losses))


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
    with whole_file(path) as file:
        file.write(written.text.encode("utf-8", "replace"))
    name = os.fspath(path)
    return evolve(written, losses=tuple(evolve(loss, name=name) for loss in written.losses))


def iter_load(
    path: StrPath,
    format: str | None = None,
    *,
    page_record: bool = True,
    say: Callable[[Diagnostic], object] | None = None,
) -> Loading:
    """Read a file's references one after the other, in little memory.

    Args:
        path: The file to read.
        format: A name of :data:`FORMATS`; told by suffix or content where it is not given.
        page_record: As for :func:`parse`.
        say: Is given each diagnostic as it comes; where there is none, they are kept in
            ``diagnostics`` of what is returned.

    Raises:
        OSError: where the file cannot be read (when the first reference is asked for).
        ValueError: for a format that there is none of.
    """
    return Loading(path, format, page_record=page_record, say=say)


class Loading:
    """The references of a file, in its order; ``diagnostics`` are those so far."""

    def __init__(
        self,
        path: StrPath,
        format: str | None,
        *,
        page_record: bool,
        say: Callable[[Diagnostic], object] | None,
    ) -> None:
        self._path, self._format, self._page_record = path, format, page_record
        self.diagnostics: list[Diagnostic] = []
        self._say = self.diagnostics.append if say is None else say
        if format:
            chosen_format(format)

    def __iter__(self) -> Iterator[Reference]:
        self.diagnostics.clear()
        with Path(self._path).open("rb") as file:
            text = input_of_file(file, self._format, os.fspath(self._path))
            for part in read_chunks(text, page_record=self._page_record):
                for said in part.diagnostics:
                    self._say(said)
                yield from part.references


def convert(
    src: StrPath,
    dst: StrPath,
    *,
    from_: str | None = None,
    to: str | None = None,
    for_: Client | None = None,
    page_record: bool = True,
    jobs: int = 1,
) -> Converted:
    """Convert a file; what belongs to it beside its references goes along where it can.

    Args:
        src: The file to read.
        dst: The file to write, whole or not at all.
        from_: The format of ``src``; told by suffix or content where it is not given.
        to: The format of ``dst``; told by the suffix where it is not given.
        for_: As for :func:`write`.
        page_record: As for :func:`parse`.
        jobs: How many processes share the work; one is this one.

    Raises:
        OSError: where a file cannot be read or written.
        ValueError: as for :func:`dump`, or where ``dst`` is ``src``.
    """
    target = chosen_format(to or target_format(dst))
    references: list[Reference] = []
    diagnostics: list[Diagnostic] = []
    losses: list[Loss] = []

    def say(said: Diagnostic | Loss) -> None:
        (losses if isinstance(said, Loss) else diagnostics).append(said)  # type: ignore[arg-type]

    with Path(src).open("rb") as file:
        text = input_of_file(file, from_, os.fspath(src))
        check_not_same(file, dst)
        transfer = Conversion(
            target, for_, page_record, jobs, name=os.fspath(dst), say=say, keep=references.extend
        )
        with whole_file(dst) as output:
            transfer.run([text], output)
    diagnostics.sort(key=lambda said: (said.line, said.column))
    return Converted(tuple(references), tuple(diagnostics), tuple(losses))
