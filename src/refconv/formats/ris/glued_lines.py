"""Lines that hold several fields, and lines that are no field: what programs put between records.

``DO  - 10.1000/1     LK  - https://…`` is two fields that a program has glued together. ``Record #3
of 18`` and ``Provider: …`` stand between the records of some databases' exports.
"""

from __future__ import annotations

import re

from refconv.core.lazy_pattern import lazy_pattern
from refconv.formats.ris.tags import KNOWN_TAGS

_TAGS = "|".join(sorted(KNOWN_TAGS))
_GLUED = lazy_pattern(rf"(?<=\S)[^\S\n]{{2,}}(?=(?:{_TAGS})  -(?:\s|$))")
# Where a line itself has one space for two, others in it may.
_LOOSELY_GLUED = lazy_pattern(rf"(?<=\S)(?:[^\S\n]{{3,}}|\t)(?=(?:{_TAGS})[^\S\n]{{1,4}}-(?:\s|$))")
_LOOSE_START = lazy_pattern(rf"\s*(?:{_TAGS})(?: |[^\S\n]*\t[^\S\n]*)-\s")
# No field is shorter than that, its tag and its dash.
_SHORTEST = 5


def is_glued(line: str) -> bool:
    """Return whether a field spelled as it should be may hold others; quick if it does not."""
    return line.find("  -", _SHORTEST) >= 0


def unglued(line: str) -> list[str]:
    """Return the fields that are glued together in a line.

    >>> unglued("DO  - 10.1000/1     LK  - https://a.example")
    ['DO  - 10.1000/1', 'LK  - https://a.example']
    """
    glue = _LOOSELY_GLUED if _LOOSE_START.match(line) else _GLUED
    return glue.split(line)


def without_glue(value: str) -> str:
    """Return a value of one line, with one space where it would be taken for several fields.

    >>> without_glue("On tags:  TI  - is one")
    'On tags: TI  - is one'
    """
    return _GLUED.sub(" ", value) if "  -" in value else value


# Records are counted, and Ovid links to each of them, wherever their ends may be.
_COUNTED = lazy_pattern(
    r"Record #?\d+ of \d+|Link to the (?:Ovid|External) .{0,4000}", re.IGNORECASE | re.DOTALL
)
# What Cochrane, ACM, ProQuest and EBSCO write over their records, and lines that part these.
_HEADING = lazy_pattern(
    r"(?:Provider|Database|Content|Search Name|Last Saved|Date Run|Comment|Copyright)s?\s*:.*"
    r"|(?:Document|Result|Item) \d+ of \d+.*|[_=*~#-]{3,}",
    re.IGNORECASE | re.DOTALL,
)


def is_counted(line: str) -> bool:
    """Return whether a line counts or links a record, and is no part of any field.

    >>> is_counted("Record #3 of 18")
    True
    """
    return _COUNTED.fullmatch(line) is not None


def is_banner(line: str) -> bool:
    """Return whether a line between the records says where they come from.

    >>> is_banner("Provider: A Publisher"), is_banner("My reading list")
    (True, False)
    """
    return is_counted(line) or _HEADING.fullmatch(line) is not None
