"""Labelled strings as text that one reads and edits by hand.

A line is a reference, with its values in braces: ``{author:Roe, A.} ({issued:1999}). …``. Lists are
separated by empty lines; a line that begins with ``#`` is a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from tools.tagger.labels import LABELS, Labelled

_VALUE = re.compile(r"\{([^{}:]*):([^{}]*)\}")


def parsed(line: str, source: str = "", group: str = "") -> Labelled:
    """Parse a line.

    Raises:
        ValueError: A label does not exist, or a brace is left over.

    >>> parsed("{author:Roe, A.} {issued:1999}.").spans
    (('author', 0, 7), ('issued', 8, 12))
    """
    text = ""
    spans: list[tuple[str, int, int]] = []
    done = 0
    for match in _VALUE.finditer(line):
        label, value = match.groups()
        if label not in LABELS:
            msg = f"unknown label {label!r}"
            raise ValueError(msg)
        text += line[done : match.start()]
        spans.append((label, len(text), len(text) + len(value)))
        text += value
        done = match.end()
    text += line[done:]
    if "{" in text or "}" in text:
        msg = "a brace that belongs to no value"
        raise ValueError(msg)
    return Labelled(text, tuple(spans), source, group)


def printed(item: Labelled) -> str:
    """Return a labelled string as a line; the inverse of :func:`parsed`."""
    result = ""
    done = 0
    for label, start, end in item.spans:
        result += f"{item.text[done:start]}{{{label}:{item.text[start:end]}}}"
        done = end
    return result + item.text[done:]


def read(path: Path) -> Iterator[Labelled]:
    """Read a file; each of its lists is a group, that training and tests do not share.

    Raises:
        ValueError: A line is malformed; the message has file and line.
    """
    number = 1
    for place, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            number += 1
        elif not line.startswith("#"):
            try:
                yield parsed(line, path.stem, f"{path.stem} {number}")
            except ValueError as error:
                msg = f"{path}:{place}: {error}"
                raise ValueError(msg) from None


def write(path: Path, items: Iterable[Labelled], comment: str = "") -> None:
    """Write labelled strings, whose groups are lists."""
    lists = ["\n".join(map(printed, group)) for _, group in groupby(items, lambda item: item.group)]
    head = "".join(f"# {line}\n" for line in comment.splitlines())
    path.write_text(head + "\n\n".join(lists) + "\n", "utf-8")
