"""Chunks of whole entries, so that files of any size are read in little memory.

A chunk ends before an entry that begins a line, where all braces before it pair up. Where they
never do, because an entry is malformed, the scanner finds the entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refconv.formats.bibtex.syntax.scanner import line_heads, scan
from refconv.formats.chunks import CHUNK_SIZE, Window

_LOOK_AHEAD = 4 * CHUNK_SIZE
"""Characters in which the end of an entry is searched for if others begin before it.

A brace that is never closed makes the scanner look so far from each chunk on, with all braces in
memory. No value that quotes other entries is as long.
"""


def cut(window: Window) -> Iterator[str]:
    """Cut a text into chunks of about :data:`CHUNK_SIZE` characters that are all of it."""
    while window.grow(CHUNK_SIZE + 1):
        if window.ended and len(window.text) <= CHUNK_SIZE:
            yield window.cut(len(window.text))
            continue
        even = _even(window.text[:CHUNK_SIZE])
        # If braces do not pair up, the first entry of many may be the only one that is even.
        yield window.cut(even if even > CHUNK_SIZE // 2 else _scanned(window))


def _even(text: str) -> int:
    """Return the last beginning of an entry before which all braces pair up."""
    depth = place = last = 0
    for start, _ in line_heads(text):
        depth += text.count("{", place, start) - text.count("}", place, start)
        place = start
        if depth == 0:
            last = start
    return last


def _scanned(window: Window) -> int:
    """Return the last beginning of an entry before which the ends of all entries are certain.

    It is among the first :data:`CHUNK_SIZE` characters if there is any.
    """
    while True:
        length = len(window.text)
        is_far = window.ended or length >= _LOOK_AHEAD
        last = 0
        for block in scan(window.text):
            limit = CHUNK_SIZE if last else length if window.ended else length // 2
            if block.type and block.start > limit:
                break
            if block.type:
                last = block.start or last
            if block.type and not block.closed and not is_far:
                last = 0
                break
        if last:
            return last
        if window.ended:
            return length
        window.grow(max(_LOOK_AHEAD, 2 * length))


_KEY = re.compile(r"^[ \t]*@[ \t]*[A-Za-z][\w+:-]*\s*[{(]\s*([^\s,={}\"]+)\s*,", re.MULTILINE)


def keys(text: str) -> Iterator[str]:
    """Yield the keys that a text's entries may have, without parsing them."""
    return (match[1] for match in _KEY.finditer(text))
