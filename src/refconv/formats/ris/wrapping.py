"""Values of several RIS lines: which lines are one text, and how a value comes back once written.

Everything here is a pure function of a tag and its lines, so that losses can be computed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from refconv.formats.ris.glued_lines import is_counted, without_glue
from refconv.formats.ris.tags import KNOWN_TAGS
from refconv.formats.ris.types import KNOWN_TYPES
from refconv.formats.tagged import unwrapped
from refconv.values.html_text import decode_entities, rich_paragraphs, rich_text
from refconv.values.markup import plain, runs
from refconv.values.text import one_line

PROSE_TAGS = frozenset({"AB", "AD", "N1", "N2", "RN"})
"""Tags whose values may be of several lines; of any other's, the lines are one text."""

LINK_TAGS = frozenset({"L1", "L2", "L3", "L4", "UR"})
"""Tags whose values are addresses."""

_LOOSE = re.compile(r"\s*([A-Za-z][A-Za-z0-9])[^\S\n]{1,4}[-\u2013\u2014](?:\s|$)")


_TIGHT_TYPE = re.compile(
    r"TY(?:[^\S\n]{1,4}[-\u2013\u2014]\s*|[-\u2013\u2014]\s+)(\w{2,7})\s*", re.ASCII
)


def is_tight_type(line: str) -> bool:
    """Return whether a line is a TY with a known type and without a space beside the dash.

    >>> is_tight_type("TY -JOUR"), is_tight_type("TY-JOUR")
    (True, False)
    """
    match = _TIGHT_TYPE.fullmatch(line)
    return match is not None and match[1].upper() in KNOWN_TYPES


def looks_like_tag(line: str) -> bool:
    """Return whether a line could be taken for the beginning of a field, however it is spelled."""
    match = _LOOSE.match(line)
    if line[2:5] == "  -" or line.strip() == "ER" or is_tight_type(line) or is_counted(line):
        return True
    return match is not None and match[1].upper() in KNOWN_TAGS


def joined_lines(tag: str, lines: Sequence[str]) -> str:
    """Join the lines of a field's value, each stripped and not empty."""
    if tag not in PROSE_TAGS or len(lines) < 2:
        # A margin that cuts an address cuts it anywhere.
        return ("" if tag in LINK_TAGS else " ").join(lines)
    return unwrapped(lines, looks_like_tag)


_TITLES = frozenset("BT CT J1 J2 JA JF JO ST T1 T2 T3 TI TT".split())
_PARAGRAPHS = frozenset({"AB", "N1", "N2", "RN"})
_PASSES = 8
"""How often a text may be escaped, or have markup that appears once other markup is gone."""


def is_marked(text: str) -> bool:
    """Return whether a text may have entities or elements of HTML; quick for those without."""
    return "<" in text or "&" in text


def unmarked(tag: str, value: str) -> str:
    r"""Decode the entities of a value, and the HTML and JATS of titles, abstracts and notes.

    >>> unmarked("JO", "Food &amp; Function"), unmarked("AB", "<title>Aim</title><p>To see</p>")
    ('Food & Function', 'Aim\nTo see')
    """
    for _ in range(_PASSES):
        if tag in _TITLES:
            again = rich_text(value)
        elif tag in _PARAGRAPHS:
            again = rich_paragraphs(value).replace("\n\n", "\n")
        else:
            again = decode_entities(value)
        if again == value:
            break
        value = again
    return value


def carried(tag: str, text: str) -> str:
    """Return a value as reading returns it once it is written; empty if nothing of it is left."""
    text = _carried(tag, text)
    if not is_marked(text):
        return text
    for _ in range(_PASSES):
        again = _carried(tag, plain(unmarked(tag, text))) if is_marked(text) else text
        if again == text:
            return text
        text = again
    # Escaped too often to be written.
    return text.replace("&", "").replace("<", "") if is_marked(text) else text


def escaped(text: str) -> str:
    """Return a text whose markup Zotero keeps: it removes tags, and decodes entities once.

    >>> escaped("On <i>E. coli</i>, p < 0.05")
    'On &lt;i&gt;E. coli&lt;/i&gt;, p &lt; 0.05'
    """
    parts = []
    for kind, run in runs(text):
        if kind == "text":
            parts.append(_ENTITY.sub("&amp;", run).replace("<", "&lt;"))
        elif "nocase" not in run:
            name = run[1:-1] if kind == "open" else f"/{run[1:-1].partition(' ')[0]}"
            parts.append(f"&lt;{name}&gt;")
    return "".join(parts)


_ENTITY = re.compile(r"&(?=#?\w{1,32};)")


def carried_markup(tag: str, text: str) -> str:
    """Return a value with markup as reading returns it once :func:`escaped` is written."""
    for _ in range(_PASSES):
        if "<" not in (text := one_line(text)):
            return carried(tag, text)
        again = unmarked(tag, _carried(tag, escaped(text)))
        if again == text:
            return text
        text = again
    return carried(tag, text)


def _carried(tag: str, text: str) -> str:
    if tag not in PROSE_TAGS or "\n" not in text:
        return without_glue(one_line(text))
    lines = [line for line in map(one_line, text.split("\n")) if line]
    return without_glue(joined_lines(tag, lines))
