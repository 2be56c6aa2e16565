"""Repair a file in place: only what is repaired changes in it, or nothing is written.

BibTeX is changed field by field, other formats line by line or, where their lines are not those
that refconv writes, as a whole. Then the new text is read: it must hold the repaired references,
and everything else as it was.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from attrs import frozen

from refconv.core.codes import Code, Severity
from refconv.core.model import Reference
from refconv.core.report import Loss, Read
from refconv.formats.registry import WRITTEN
from refconv.io import encoding as coding
from refconv.io.api import read, write
from refconv.library.checks.bibtex_source import (
    Edit,
    SourceEntry,
    changes_of_entry,
    edited,
    source_entries,
)
from refconv.library.checks.check_rules import RULES
from refconv.library.checks.checking import Finding, check, fix


@frozen
class Repaired:
    """The result of a repair: the new content of the file, what is repaired, what is left.

    ``data`` is the old content if nothing changes. If something could be repaired, but the file
    cannot be written without losing something, ``refused`` says why; then nothing changes, and
    ``losses`` are what would be lost.
    """

    data: bytes
    fixed: tuple[Finding, ...] = ()
    left: tuple[Finding, ...] = ()
    refused: str = ""
    losses: tuple[Loss, ...] = ()


class _Refused(Exception):  # noqa: N818 (an outcome, which does not leave the module)
    """Raised if the file cannot be written."""

    def __init__(self, why: str, losses: Sequence[Loss] = ()) -> None:
        super().__init__(why)
        self.why, self.losses = why, tuple(losses)


def check_data(
    data: bytes,
    format: str | None = None,
    *,
    name: str = "",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """Check the content of a file.

    Args:
        data: The content.
        format: As for :func:`refconv.read`.
        name: The file's name.
        select: As for :func:`refconv.library.check`.
        ignore: As for :func:`refconv.library.check`.
    """
    result = read(data, format, name=name)
    source = _source(data) if result.format in _BIBTEX else ""
    return check(result, select=select, ignore=ignore, source=source, name=name)


def repair_data(
    data: bytes,
    format: str | None = None,
    *,
    name: str = "",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    unsafe: bool = False,
) -> Repaired:
    r"""Repair the content of a file.

    Args:
        data: The content.
        format: As for :func:`refconv.read`.
        name: The file's name.
        select: As for :func:`refconv.library.check`.
        ignore: As for :func:`refconv.library.check`.
        unsafe: As for :func:`refconv.library.fix`.

    >>> repair_data(b"@book{roe, title={Ice & snow}}", ignore=["missing"]).data
    b'@book{roe, title={Ice \\& snow}}'
    """
    words = ([*select], [*ignore])
    found = check_data(data, format, name=name, select=words[0], ignore=words[1])
    if not any(one.is_fixable and (one.is_safe or unsafe) for one in found):
        return Repaired(data, left=found)
    try:
        new = _Repair(data, format, name, words, unsafe=unsafe).run()
    except _Refused as refused:
        return Repaired(data, left=found, refused=refused.why, losses=refused.losses)
    left = check_data(new, format, name=name, select=words[0], ignore=words[1])
    return Repaired(new, _gone(found, left), left)


def _gone(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings that are there no more."""
    rest = [(one.code, one.index, one.path, one.message) for one in after]
    gone = []
    for one in before:
        key = (one.code, one.index, one.path, one.message)
        if key in rest:
            rest.remove(key)
        elif one.is_fixable:
            gone.append(one)
    return tuple(gone)


_BIBTEX = ("bibtex", "biblatex")
_ROUNDS = 5
"""A repair may uncover another; more than a few in a row are none."""


def _source(data: bytes) -> str:
    """Return the text of a file as its reader sees it."""
    text, _ = coding.decode(data)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


class _Repair:
    """The repair of a file's content."""

    def __init__(
        self,
        data: bytes,
        format: str | None,
        name: str,
        words: tuple[list[str], list[str]],
        *,
        unsafe: bool,
    ) -> None:
        self._data, self._format, self._name = data, format, name
        # Rules that compare all references have no repair, and take long.
        slow = [code for code, rule in RULES.items() if rule.is_slow]
        self._select, self._ignore = words[0], [*words[1], *slow]
        self._unsafe = unsafe

    def run(self) -> bytes:
        """Return the repaired content."""
        found = coding.detect(io.BytesIO(self._data), None)
        text = self._data[found.mark :].decode(found.name or "utf-8", "replace")
        if not found.name or text.encode(found.name, "replace") != self._data[found.mark :]:
            raise _Refused("the file has broken characters")
        newline = "\r\n" if "\r\n" in text else "\n"
        plain = text.replace("\r\n", "\n")
        if "\r" in plain or plain.replace("\n", newline) != text:
            raise _Refused("the file has line ends of several kinds")
        result = self._read(plain)
        if result.format not in WRITTEN:
            raise _Refused(f"files of the format {result.format} cannot be written")
        repair = self._bibtex if result.format in _BIBTEX else self._other
        new = plain
        for _ in range(_ROUNDS):
            before, new = new, repair(new)
            if new == before:
                break
        try:
            written = new.replace("\n", newline).encode(found.name)
        except UnicodeEncodeError as error:
            raise _Refused(f"its encoding, {found.name}, lacks a character") from error
        return self._data[: found.mark] + written

    def _read(self, text: str) -> Read:
        return read(text, self._format, name=self._name)

    def _fixed(self, result: Read) -> tuple[Reference, ...]:
        fixed = fix(result, select=self._select, ignore=self._ignore, unsafe=self._unsafe)
        return fixed.references

    # ── BibTeX: field by field ────────────────────────────────────────────────────────────────────

    def _bibtex(self, text: str) -> str:
        result = self._read(text)
        entries = source_entries(text)
        if len(entries) != len(result):
            raise _Refused("its entries cannot be told apart")
        if edits := self._source_edits(text, result):
            return self._with_source_edits(text, result, entries, edits)
        expected, changes = [*result], list[Edit]()
        for index, reference in enumerate(self._fixed(result)):
            found = _changes(text, entries[index], result[index], reference, result.format)
            if reference != result[index] and found is not None:
                expected[index] = reference
                changes += found
        new = edited(text, changes)
        self._compare(result, expected, new)
        return new

    def _source_edits(self, text: str, result: Read) -> list[tuple[int, Edit]]:
        """Return the changes of how entries are written, each with the index of its entry."""
        found = check(result, select=self._select, ignore=self._ignore, source=text)
        return [
            (one.index, one.edit)
            for one in found
            if one.edit is not None and (one.is_safe or self._unsafe)
        ]

    def _with_source_edits(
        self,
        text: str,
        result: Read,
        entries: Sequence[SourceEntry],
        edits: Sequence[tuple[int, Edit]],
    ) -> str:
        """Return the text with those changes that change nothing in what is read."""
        new = edited(text, [edit for _, edit in edits])
        try:
            self._compare(result, result.references, new)
        except _Refused:
            by_entry: dict[int, list[Edit]] = {}
            for index, edit in edits:
                by_entry.setdefault(index, []).append(edit)
            kept = (own for place, own in by_entry.items() if _is_same(text, entries[place], own))
            new = edited(text, [edit for own in kept for edit in own])
            self._compare(result, result.references, new)
        return new

    # ── other formats ─────────────────────────────────────────────────────────────────────────────

    def _other(self, text: str) -> str:
        result = self._read(text)
        fixed = self._fixed(result)
        if fixed == result.references:
            return text
        new = _line_by_line(text, result, fixed)
        if new is not None:
            try:
                self._compare(result, fixed, new)
            except _Refused:
                pass  # the whole is written
            else:
                return new
        return self._whole(result, fixed)

    def _whole(self, result: Read, fixed: Sequence[Reference]) -> str:
        """Return the file as refconv writes it."""
        unread = [one for one in result.diagnostics if _is_unread(one.code, one.severity)]
        if unread:
            raise _Refused(f"part of it is not read ({unread[0].message})")
        written = write(fixed, result.format, blocks=result.blocks)
        if written.losses:
            raise _Refused("values would be lost", written.losses)
        text = written.text.replace("\r\n", "\n")
        self._compare(result, fixed, text)
        return text

    def _compare(self, before: Read, expected: Sequence[Reference], text: str) -> None:
        """Refuse a new text that does not hold what is expected."""
        after = self._read(text)
        is_same = len(after) == len(expected) and all(
            one == other.changed(id=other.id or one.id)
            for one, other in zip(after, expected, strict=True)
        )
        blocks = [[block.text for block in one.blocks] for one in (before, after)]
        if not is_same or blocks[0] != blocks[1]:
            raise _Refused("another value would change")


def _is_same(text: str, entry: SourceEntry, edits: Sequence[Edit]) -> bool:
    """Return whether an entry, read alone, is the same after changes."""
    start, alone = entry.start, text[entry.start : entry.stop + 1]
    moved = [Edit(one.start - start, one.end - start, one.text) for one in edits]
    before, after = (read(one, "bibtex").references for one in (alone, edited(alone, moved)))
    return before == after


def _is_unread(code: Code, severity: Severity) -> bool:
    """Return whether a diagnostic means that writing the whole file would leave something out."""
    left_out = (Code.STRAY_TEXT, Code.LEFT_OUT, Code.CONTROL_CHARACTER)
    return severity == Severity.ERROR or (code in left_out and severity != Severity.NOTE)


def _changes(
    text: str, entry: SourceEntry, before: Reference, after: Reference, format: str
) -> list[Edit] | None:
    """Return what changes in the source of an entry."""
    if before == after:
        return None
    # Without a key of its own, an entry is written with another one.
    old = before if before.id else before.changed(id="key")
    texts = [write(one, format).text for one in (old, after)]
    return changes_of_entry(text, entry, *texts)


def _line_by_line(text: str, result: Read, fixed: Sequence[Reference]) -> str | None:
    """Return a text with the lines changed that differ as refconv writes them.

    ``None`` if a line is not found where it would be, or more than once.
    """
    lines = text.split("\n")
    starts = [origin.line - 1 for origin in result.origins]
    if len(starts) != len(fixed) or any(a >= b for a, b in pairwise(starts)):
        return None
    for index in reversed(range(len(fixed))):
        before, after = result[index], fixed[index]
        if before == after:
            continue
        named = [one.changed(id=before.id or "key") for one in (before, after)]
        old, new = (write(one, result.format).text.splitlines() for one in named)
        end = starts[index + 1] if index + 1 < len(starts) else len(lines)
        changed = _patched(lines[starts[index] : end], old, new)
        if changed is None:
            return None
        lines[starts[index] : end] = changed
    return "\n".join(lines)


def _patched(lines: list[str], old: list[str], new: list[str]) -> list[str] | None:
    """Return the lines of a record, with the changes that make one written record another."""
    patched = [*lines]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, first, last in reversed(matcher.get_opcodes()):
        if kind == "equal":
            continue
        anchor = old[start:end] or old[start - 1 : start]
        place = _place(patched, anchor)
        if place < 0:
            return None
        begin = place if start < end else place + 1
        patched[begin : place + len(anchor)] = new[first:last]
    return patched


def _place(lines: list[str], wanted: list[str]) -> int:
    """Return where lines stand among others, -1 if nowhere or more than once."""
    bare = [line.rstrip() for line in lines]
    looked = [line.rstrip() for line in wanted]
    size = len(looked)
    found = [i for i in range(len(bare) - size + 1) if bare[i : i + size] == looked]
    return found[0] if size and len(found) == 1 else -1
