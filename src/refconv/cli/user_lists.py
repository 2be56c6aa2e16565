"""Lists that a user gives as files: macros for journals, and journals' names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refconv.cli.printer import fail

if TYPE_CHECKING:
    from refconv.core.report import Read
    from refconv.library.journal_names import JournalList

_STRING = re.compile(r"@\s*string\s*[{(]\s*([^\s=]+)", re.IGNORECASE)


def strings_of_file(path: str) -> dict[str, str]:
    """Return the macros of a .bib file, each with its text; exit if it cannot be read."""
    return _strings(_read(path, "bibtex"))


def journals_of_files(paths: Sequence[str]) -> JournalList:
    """Return the journals of lists; exit if one cannot be read.

    A list is a table of names (.csv, .txt, .tsv), or a file of references that have both names.
    Files of macros that have the same names, such as IEEEfull.bib and IEEEabrv.bib, are a list
    together.

    Raises:
        click.UsageError: if there is no journal in any of them.
    """
    from refconv.library import journal_names  # noqa: PLC0415 (seldom needed)

    listed = journal_names.JournalList
    found = listed.of(())
    texts: dict[str, list[str]] = {}
    for path in paths:
        if Path(path).suffix.lower() in _TABLES:
            found = found.plus(listed.parse(_content(path).decode("utf-8", "replace")))
            continue
        read = _read(path, None)
        found = found.plus(listed.of_references(read))
        for name, text in _strings(read).items():
            texts.setdefault(name.lower(), []).append(text)
    pairs = [sorted(both, key=len, reverse=True)[:2] for both in texts.values() if len(both) > 1]
    found = found.plus(listed.of(pairs))
    if not len(found):
        raise click.UsageError(f"{', '.join(paths)}: no journal with two names")
    return found


_TABLES = (".csv", ".txt", ".tsv")


def _content(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        fail(path, error)


def _read(path: str, format: str | None) -> Read:
    from refconv.io.api import read  # noqa: PLC0415 (only where it is asked for)

    return read(_content(path), format, name=path)


def _strings(found: Read) -> dict[str, str]:
    """Return the macros of a file, each with its text."""
    from refconv.io.api import read  # noqa: PLC0415

    blocks = [block.text for block in found.blocks if block.kind == "string"]
    names = [match[1] for text in blocks if (match := _STRING.match(text)) is not None]
    # Entries whose titles are the macros: reading them puts the texts in.
    entries = [f"@misc{{x{index}, title = {name}}}" for index, name in enumerate(names)]
    texts = read("\n".join((*blocks, *entries)), "bibtex")
    return {name: one.title for name, one in zip(names, texts, strict=True) if one.title}
