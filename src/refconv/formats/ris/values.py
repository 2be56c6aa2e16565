"""What a value of a RIS line can be: one line of text, or for a few tags several.

Everything here is a pure function of a tag and its lines, so that what is written can be foretold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from refconv.formats.ris.tags import KNOWN_TAGS
from refconv.values.markup import pieces

PROSE_TAGS = frozenset({"AB", "AD", "N1", "N2", "RN"})
"""Tags whose values may be of several lines; of any other's, the lines are one text."""

LINK_TAGS = frozenset({"L1", "L2", "L3", "L4", "UR"})
"""Tags whose values are addresses."""

_LOOSE = re.compile(r"\s*([A-Za-z][A-Za-z0-9])[^\S\n]{1,4}[-\u2013\u2014](?:\s|$)")
# Characters that a line has no place for, and what stands in their place.
_REPLACED: tuple[tuple[Iterable[int], str], ...] = (
    ((*range(9), *range(14, 28), *range(127, 160), 0xFEFF), ""),
    ((9, 31), " "),
    # No encoding of a file has a place for half of a pair.
    (range(0xD800, 0xE000), "\ufffd"),
)
_CONTROLS = {code: text for codes, text in _REPLACED for code in codes}


def looks_like_tag(line: str) -> bool:
    """Tell whether a line could be taken for the beginning of a field, however it is spelled."""
    match = _LOOSE.match(line)
    if line[2:5] == "  -":
        return True
    return match is not None and match[1].upper() in KNOWN_TAGS


def one_line(text: str) -> str:
    """Give a text without control characters, its lines joined by a space."""
    if text.isprintable():
        return text.strip()
    parts = (line.translate(_CONTROLS).strip() for line in text.splitlines())
    return " ".join(part for part in parts if part)


def is_plain(text: str) -> bool:
    """Tell quickly a text that comes back as it is from any line, and has no markup."""
    return text.isprintable() and "<" not in text and text[0] != " " and text[-1] != " "


def folded(tag: str, lines: Sequence[str]) -> str:
    """Make one value of a field's lines, which are stripped and not empty.

    Prose keeps its lines, unless they look like one text that was wrapped at a margin; a line that
    could be taken for a field goes on the one before it.
    """
    if tag not in PROSE_TAGS or len(lines) < 2:
        # A margin that cuts an address cuts it anywhere.
        return ("" if tag in LINK_TAGS else " ").join(lines)
    kept: list[list[str]] = []
    for line in lines:
        if kept and looks_like_tag(line):
            kept[-1].append(line)
        else:
            kept.append([line])
    pieces = [" ".join(parts) for parts in kept]
    return (" " if len(pieces) > 1 and _is_wrapped(pieces) else "\n").join(pieces)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell lines that a margin has broken: all but the last are nearly equally long."""
    lengths = [len(line) for line in lines[:-1]]
    return min(lengths) >= 50 and max(lengths) <= 90 and len(lines[-1]) <= 90


def carried(tag: str, text: str) -> str:
    """Give a value as it comes back once it is written; empty where nothing of it does."""
    if tag not in PROSE_TAGS or "\n" not in text:
        return one_line(text)
    return folded(tag, [line for line in map(one_line, text.split("\n")) if line])


# ── rich text ─────────────────────────────────────────────────────────────────────────────────────


def plain(text: str) -> str:
    """Take CSL's rich-text markup off a text; a tag without its partner is no markup."""
    for _ in range(_NESTED):
        if "<" not in text:
            break
        # Control characters will go, and what they had broken may then be markup.
        stripped = _without_markup("\n".join(map(one_line, text.split("\n"))))
        if stripped == text:
            break
        text = stripped
    return text


# Markup that shows only when other markup is gone is somebody's joke, and cut short.
_NESTED = 20


def _without_markup(text: str) -> str:
    return "".join(run for kind, run in pieces(text) if kind == "text")
