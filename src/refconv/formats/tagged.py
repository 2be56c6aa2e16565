"""Lines of formats that put a tag before each value: RIS, EndNote's import format, PubMed's.

A file's text goes in, its physical lines come out; the lines of one value go in, the value comes
out. Which lines begin a field is for each format to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence


def physical_lines(text: str) -> list[str]:
    r"""Split a text at its line ends, whichever it has, without byte order marks.

    >>> physical_lines("TY  - BOOK\r\nER  - ")
    ['TY  - BOOK', 'ER  - ']
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if "\ufeff" in text:
        lines = [line.lstrip(" \ufeff") if "\ufeff" in line[:4] else line for line in lines]
    return lines


def unwrapped(lines: Sequence[str], looks_like_field: Callable[[str], object]) -> str:
    """Join the lines of a value in prose, each stripped and not empty.

    Lines are kept apart unless they look like one text that was wrapped at a margin. A line that
    could be taken for the beginning of a field is joined to the one before it, so that the value
    can be written and read again.
    """
    kept: list[list[str]] = []
    for line in lines:
        if kept and looks_like_field(line):
            kept[-1].append(line)
        else:
            kept.append([line])
    paragraphs = [" ".join(parts) for parts in kept]
    return (" " if len(paragraphs) > 1 and _is_wrapped(paragraphs) else "\n").join(paragraphs)


# A margin breaks lines at 50 to 90 characters: shorter ones are lines of their own, and longer ones
# have no margin.
_SHORTEST, _LONGEST = 50, 90


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Return whether a margin broke the lines: all but the last are nearly equally long."""
    lengths = [len(line) for line in lines[:-1]]
    return min(lengths) >= _SHORTEST and max(lengths) <= _LONGEST and len(lines[-1]) <= _LONGEST
