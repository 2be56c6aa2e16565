r"""Files attached to a reference: BibTeX's field ``file``, RIS's L1, EndNote's PDFs.

``custom`` keeps them under one key for all formats, ``file:attachment``, as ``{"path": "a.pdf"}``,
with a ``title`` and a ``type`` where there are any. Sources: JabRef's documentation, "Manage
associated files" (``description:path:type``, parted by semicolons); Zotero's BibTeX translator.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Reference
from refconv.core.rules import TypeRule

KEY = "file:attachment"


class Attachment(NamedTuple):
    """A file: where it is, what it is called, and its type as the format names it."""

    path: str
    title: str = ""
    type: str = ""


_PART = lazy_pattern(r"((?:[^\\:;]|\\.)*)([:;]|\Z)", re.DOTALL)
_PATH_OF_DRIVE = lazy_pattern(r"[A-Za-z]:[\\/].*")
_TO_ESCAPE = lazy_pattern(r"[\\:;]")
_ESCAPED = lazy_pattern(r"\\([\\:;])")
_DRIVE = lazy_pattern(r"[A-Za-z]\Z")
_PDF = frozenset({"PDF", "pdf", "application/pdf"})
_MOST_PARTS = 3


def parse_file_field(raw: str) -> tuple[Attachment, ...]:
    r"""Return the files in a value of BibTeX's field ``file``; none if it has another form.

    >>> [one.path for one in parse_file_field(":a\\:b.pdf:PDF;Notes:n.txt:text/plain")]
    ['a:b.pdf', 'n.txt']
    """
    files: list[Attachment] = []
    for parts in _cut(raw):
        if len(parts) == 1 and parts[0]:
            files.append(Attachment(parts[0]))
        elif len(parts) == _MOST_PARTS and parts[1]:
            title, path, kind = parts
            files.append(Attachment(path, title, kind))
        elif any(parts):
            return ()
    return tuple(one._replace(type="") if _is_implied(one) else one for one in files)


def _is_implied(one: Attachment) -> bool:
    return not one.title and one.type in _PDF and one.path.lower().endswith(".pdf")


def _cut(raw: str) -> list[list[str]]:
    r"""Cut a value at its semicolons and colons; that of a drive (``C:\``) is part of a path."""
    if _PATH_OF_DRIVE.fullmatch(raw) and ";" not in raw:
        return [[raw]]
    if "\\" not in raw and ":/" not in raw and raw[-1:] != ";":
        return [[part.strip() for part in entry.split(":")] for entry in raw.split(";")]
    entries: list[list[str]] = [[]]
    drive = ""
    for match in _PART.finditer(raw):
        text, mark = match[1], match[2]
        after = raw[match.end() : match.end() + 1]
        if mark == ":" and _DRIVE.match(text) and after in ("\\", "/") and entries[-1]:
            drive = f"{text}:"
            continue
        entries[-1].append(drive + _ESCAPED.sub(r"\1", text).strip())
        drive = ""
        if mark == ";":
            entries.append([])
        elif not mark:
            break
    return entries


def file_field(files: Iterable[Attachment]) -> str:
    r"""Return the value of BibTeX's field ``file`` for some files.

    >>> file_field([Attachment("a:b.pdf"), Attachment("c.txt")])
    ':a\\:b.pdf:PDF;c.txt'
    """
    return ";".join(map(_written, files))


def _written(one: Attachment) -> str:
    path = _TO_ESCAPE.sub(r"\\\g<0>", one.path)
    title = _TO_ESCAPE.sub(r"\\\g<0>", one.title)
    if one.title or one.type:
        return f"{title}:{path}:{one.type}"
    if one.path.lower().endswith(".pdf"):
        return f":{path}:PDF"
    return path if path == one.path else f":{path}:"


def file_rule(key: str, clean: Callable[[str], str] = str) -> TypeRule:
    """Return the rule of BibTeX, whose field ``file`` holds all files.

    Args:
        key: The key of ``custom`` for that field.
        clean: Removes what the format's programs escape in it.
    """

    def decode(reference: Reference) -> Reference:
        raws = [raw for name, raw in reference.custom if name == key]
        if not raws or not isinstance(raws[0], str) or raws != raws[:1] * len(raws):
            return reference
        if _files(reference):
            return reference
        files = parse_file_field(clean(raws[0]))
        if not files or parse_file_field(file_field(files)) != files:
            return reference
        rest = [pair for pair in reference.custom if pair[0] != key]
        return reference.changed(custom=[*rest, *((KEY, _as_json(one)) for one in files)])

    def encode(reference: Reference, _native: str) -> Reference:
        reference = decode(reference) if reference.custom else reference
        files = _files(reference)
        if not files or any(name == key for name, _ in reference.custom):
            return reference
        rest = [pair for pair in reference.custom if pair[0] != KEY]
        return reference.changed(custom=[*rest, (key, file_field(files))])

    return TypeRule("attached files", encode, decode, needs=frozenset({"custom"}))


def link_rule(key: str) -> TypeRule:
    """Return the rule of a format that has a key for the path of each file.

    Args:
        key: The key of ``custom`` for it.
    """

    def decode(reference: Reference) -> Reference:
        if not any(name == key for name, _ in reference.custom):
            return reference
        return reference.changed(
            custom=[
                (KEY, _as_json(Attachment(raw))) if name == key and isinstance(raw, str) else pair
                for pair in reference.custom
                for name, raw in (pair,)
            ]
        )

    def encode(reference: Reference, _native: str) -> Reference:
        if not _files(reference):
            return reference
        return reference.changed(
            custom=[
                pair if (one := _attachment(*pair)) is None else (key, one.path)
                for pair in reference.custom
            ]
        )

    return TypeRule("attached files", encode, decode, needs=frozenset({"custom"}))


def _files(reference: Reference) -> Sequence[Attachment]:
    if not reference.custom:
        return ()
    found = (_attachment(name, value) for name, value in reference.custom)
    return [one for one in found if one is not None]


def _attachment(name: str, value: Any) -> Attachment | None:
    if name != KEY or not isinstance(value, dict) or not value.get("path"):
        return None
    parts = [value.get(part, "") for part in Attachment._fields]
    return Attachment(*parts) if all(isinstance(part, str) for part in parts) else None


def _as_json(one: Attachment) -> dict[str, str]:
    return {part: text for part, text in one._asdict().items() if text}
