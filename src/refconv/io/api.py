"""The public functions: read, write and convert.

::

    bytes ──decode──▶ text ──split──▶ Record ──decode──▶ Reference
    Reference ──encode──▶ Record ──join──▶ text; what parsing that text would miss ▶ Loss
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Self

from attrs import evolve

from refconv.clients import Client
from refconv.core.arguments import check_many, check_type
from refconv.core.diagnostics import Diagnostic
from refconv.core.keys import table_of
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Reference
from refconv.core.report import (
    Block,
    Converted,
    Loss,
    Losses,
    Origin,
    Read,
    SetAside,
    Written,
)
from refconv.formats.registry import FORMATS
from refconv.formats.style import DEFAULT, Style
from refconv.io.convert import Conversion, read_chunks
from refconv.io.detection import chosen_format, chosen_target
from refconv.io.encoding import check_encoding
from refconv.io.files import check_not_same, target_format, whole_file
from refconv.io.free_text_format import moved_origin
from refconv.io.garbage import garbage_collection_paused
from refconv.io.input import Input, StrPath, input_of_data, input_of_file
from refconv.io.write import Entries, Naming, Writer

__all__ = [
    "FORMATS",
    "Writer",
    "convert",
    "dump",
    "iter_load",
    "load",
    "parse",
    "parse_strings",
    "read",
    "read_input",
    "target_format",
    "write",
]


def parse(text: str, *, page_record: bool = True) -> Read:
    """Parse free text: a reference list, a page that holds one, or a contributor block.

    Args:
        text: The pasted text.
        page_record: Whether the record of the page itself ("Cite this article", or its
            contributors) is among the references.

    Raises:
        TypeError: if ``text`` is not a str.

    >>> parse("1. Ng A. Rivers and lakes. Nature. 2001;3:4-5.")[0].title
    'Rivers and lakes'
    """
    check_type(text, str, "text", "a str")
    return read(text, "text", page_record=page_record)


def parse_strings(strings: Iterable[str]) -> Read:
    """Parse strings each of which is a reference: no string is judged, divided or joined.

    The strings count as a list, so that a dash repeats the authors of the string before.

    Args:
        strings: Reference strings, as from a column of a table. Line ends within them are spaces;
            a printed number or sign before the reference is taken off.

    Returns:
        The references; ``references[i]`` and ``origins[i]`` are those of ``strings[i]``, offsets
        count from its beginning, and the line of a diagnostic is ``i + 1``. A blank string gives an
        empty reference and a diagnostic.

    Raises:
        TypeError: if ``strings`` is a single string, or holds anything else.

    >>> [reference.title for reference in parse_strings(["Ng A. Rivers. Oxford: OUP, 2001.", ""])]
    ['Rivers', '']
    """
    checked = check_many(strings, str, "strings", "a list of str")
    given = [_LINE_ENDS.sub(" ", string) for string in checked]
    text = "".join(f"{string}\n" for string in given)
    result = read_input(input_of_data(text, "lines", None))
    starts = accumulate((len(string) + 1 for string in given), initial=0)
    pairs = zip(result.origins, starts, strict=False)
    return evolve(result, origins=tuple(moved_origin(origin, -start) for origin, start in pairs))


_LINE_ENDS = lazy_pattern(r"[\r\n]")


def read(
    data: str | bytes,
    format: str | None = None,
    *,
    name: str | None = None,
    page_record: bool = True,
    encoding: str | None = None,
) -> Read:
    """Read references; bad input gives diagnostics, never an exception.

    Args:
        data: A file's content.
        format: A name of :data:`FORMATS`; by default the content decides, or else the suffix of
            ``name``. Content that is plainly in another format is read as that.
        name: The file's name, for the diagnostics.
        page_record: As for :func:`parse`.
        encoding: The encoding of bytes, by a name of Python's; by default it is detected.

    Raises:
        TypeError: if ``data`` is not a str or bytes.
        ValueError: if the format or the encoding is unknown.

    >>> read("@book{ng2001, title = {Rivers}, year = 2001}")[0].title
    'Rivers'
    """
    check_type(data, (str, bytes), "data", "a str or bytes (load() reads files)")
    return read_input(input_of_data(data, format, name, encoding), page_record=page_record)


def read_input(input_: Input, *, page_record: bool = True) -> Read:
    """Read a whole input; without ``page_record``, leave out the record of the page itself."""
    references: list[Reference] = []
    diagnostics: list[Diagnostic] = []
    blocks: list[Block] = []
    origins: list[Origin] = []
    set_aside: list[SetAside] = []
    page: Reference | None = None
    for result in read_chunks(input_, page_record=page_record):
        if page is None and result.page_record is not None:
            page = result.references[result.page_record]
        references += result.references
        diagnostics += result.diagnostics
        blocks += result.blocks
        origins += result.origins
        set_aside += result.set_aside
    diagnostics.sort(key=lambda one: (one.line, one.column))
    return Read(
        tuple(references),
        tuple(diagnostics),
        page,
        tuple(origins),
        tuple(blocks),
        input_.format.name,
        set_aside=tuple(set_aside),
    )


def load(
    path: StrPath,
    format: str | None = None,
    *,
    page_record: bool = True,
    encoding: str | None = None,
) -> Read:
    """Read a file; without ``format``, its content decides, or else its suffix.

    Args:
        path: The file to read.
        format: As for :func:`read`.
        page_record: As for :func:`parse`.
        encoding: As for :func:`read`.

    Raises:
        OSError: if the file cannot be read.
        ValueError: if the format or the encoding is unknown.
    """
    data, name = Path(path).read_bytes(), os.fspath(path)
    return read(data, format, name=name, page_record=page_record, encoding=encoding)


@garbage_collection_paused()
def write(
    references: Iterable[Reference] | Reference,
    format: str,
    *,
    for_: Client | None = None,
    style: Style = DEFAULT,
    blocks: Sequence[Block] = (),
) -> Written:
    """Write references as a text, and report what the text cannot hold.

    Args:
        references: One, several, or what :func:`read` returned.
        format: A name of :data:`FORMATS` other than ``text``.
        for_: The program that will read the file: ``zotero`` or ``endnote``.
        style: How the text is written, where the format has a choice.
        blocks: What the file holds beside references, as ``Read.blocks`` of the same format.

    Raises:
        TypeError: if ``references`` holds anything else.
        ValueError: if the format cannot be written, or the program is unknown.

    >>> print(write(Reference(type="book", title="Rivers", issued=2001), "bibtex").text)
    @book{2001rivers,
      title = {Rivers},
      year = {2001},
    }
    <BLANKLINE>
    """
    chosen = chosen_target(format)
    entries = Entries(chosen, for_, style=style)
    given = _references(references)
    naming = Naming(entries.legal_id, lambda: table_of(r.id for r in given))
    parts: list[str] = []
    losses: list[Losses] = []
    for index, reference in enumerate(given):
        ids = naming.assign(reference.id, entries.made_key(reference))
        part, lost = entries.write(index, reference, ids)
        parts.append(part)
        losses.append(lost)
    return Written(entries.join.of_parts(parts, blocks), Losses.joined(losses))


def _references(given: Iterable[Reference] | Reference) -> list[Reference]:
    several = [given] if isinstance(given, Reference) else given
    return check_many(several, Reference, "references", "a Reference or several")


def dump(
    references: Iterable[Reference] | Reference,
    path: StrPath,
    format: str | None = None,
    *,
    for_: Client | None = None,
    style: Style = DEFAULT,
    blocks: Sequence[Block] = (),
) -> Written:
    """Write references to a file, whole or not at all; the suffix decides the format.

    Raises:
        OSError: if the file cannot be written.
        ValueError: as for :func:`write`, or if no format has the suffix.
    """
    name = format or target_format(path)
    written = write(references, name, for_=for_, style=style, blocks=blocks)
    with whole_file(path) as file:
        file.write(written.text.encode("utf-8", "replace"))
    return evolve(written, losses=written.losses.named(os.fspath(path)))


def iter_load(
    path: StrPath,
    format: str | None = None,
    *,
    page_record: bool = True,
    on_diagnostic: Callable[[Diagnostic], object] | None = None,
    encoding: str | None = None,
) -> Loading:
    """Read a file's references one by one, in little memory.

    Args:
        path: The file to read.
        format: As for :func:`read`.
        page_record: As for :func:`parse`.
        on_diagnostic: Called with each diagnostic as it comes, at the end with those that are
            counted; by default they are collected in ``diagnostics`` of the result.
        encoding: As for :func:`read`.

    Raises:
        OSError: if the file cannot be read (raised with the first reference).
        ValueError: if the format or the encoding is unknown.
    """
    return Loading(
        path, format, page_record=page_record, on_diagnostic=on_diagnostic, encoding=encoding
    )


class Loading(Iterator[Reference]):
    """An iterator over the references of a file; ``diagnostics`` has those reported so far.

    The file is open from the first reference to the last. In a ``with`` statement it is closed at
    the end of that, too.
    """

    def __init__(
        self,
        path: StrPath,
        format: str | None,
        *,
        page_record: bool,
        on_diagnostic: Callable[[Diagnostic], object] | None,
        encoding: str | None,
    ) -> None:
        self._path, self._format, self._page_record = path, format, page_record
        self._encoding = encoding
        self.diagnostics: list[Diagnostic] = []
        self._on_diagnostic = on_diagnostic or self.diagnostics.append
        if format is not None:
            chosen_format(format)
        check_encoding(encoding)
        self._references = self._read()

    def __next__(self) -> Reference:
        return next(self._references)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing more is read."""
        self._references.close()

    def _read(self) -> Generator[Reference, None, None]:
        with Path(self._path).open("rb") as file:
            text = input_of_file(file, self._format, os.fspath(self._path), self._encoding)
            for result in read_chunks(text, page_record=self._page_record):
                for diagnostic in result.diagnostics:
                    self._on_diagnostic(diagnostic)
                yield from result.references


def convert(  # noqa: PLR0913 (all but the two paths are keywords)
    src: StrPath,
    dst: StrPath,
    *,
    from_: str | None = None,
    to: str | None = None,
    for_: Client | None = None,
    style: Style = DEFAULT,
    page_record: bool = True,
    jobs: int = 1,
    encoding: str | None = None,
) -> Converted:
    """Convert a file, with the blocks that belong to it where the target can hold them.

    Args:
        src: The file to read.
        dst: The file to write, whole or not at all.
        from_: The format of ``src``, as for :func:`read`.
        to: The format of ``dst``; by default the suffix decides.
        for_: As for :func:`write`.
        style: As for :func:`write`.
        page_record: As for :func:`parse`.
        jobs: Number of processes that share the work, this one included.
        encoding: The encoding of ``src``, as for :func:`read`.

    Raises:
        OSError: if a file cannot be read or written.
        ValueError: as for :func:`dump`, if ``dst`` is ``src``, or if the encoding is unknown.
    """
    target = chosen_target(to or target_format(dst))
    references: list[Reference] = []
    diagnostics: list[Diagnostic] = []
    losses: list[Loss] = []

    def collect(one: Diagnostic | Loss) -> None:
        (losses if isinstance(one, Loss) else diagnostics).append(one)  # type: ignore[arg-type]

    with Path(src).open("rb") as file:
        text = input_of_file(file, from_, os.fspath(src), encoding)
        check_not_same(file, dst)
        conversion = Conversion(
            target,
            for_,
            page_record,
            jobs,
            name=os.fspath(dst),
            on_report=collect,
            keep=references.extend,
            style=style,
        )
        with whole_file(dst) as output:
            conversion.run([text], output)
    diagnostics.sort(key=lambda one: (one.line, one.column))
    found = Losses(losses, conversion.respelled)
    return Converted(tuple(references), tuple(diagnostics), found)
