"""An example of Web of Science plain text for the tests of all formats."""

from __future__ import annotations

import re

from tests.formats.examples import Example

_SHORT = re.compile(r"^(?:AU|BA) .*\n(?:   .*\n)*", re.MULTILINE)


def _fields_of(entry: str) -> list[str]:
    """Return the lines of an entry but for its type, the abbreviated names and its end."""
    lines = _SHORT.sub("", entry).splitlines()
    return [line for line in lines if line and not re.match("PT |ER", line)]


_WOS = Example(
    sample=(
        "FN Clarivate Analytics Web of Science\nVR 1.0\n"
        "PT J\nAU Clark, A\nAF Clark, Andy\nTI Being There\nSO MINDS\nPY 1997\nER\n\nEF\n"
    ),
    tokens=r"^[A-Z][A-Z0-9] |^   |[;:,/.]|[\w-]+|\s",
    entry=lambda native, lines: (
        f"PT {native[:1]}\n{lines}\n" + (f"DT {native[2:]}\n" if native[2:] else "") + "ER\n\n"
    ),
    fields_of=_fields_of,
    words=(
        *("PT J\n", "ER\n", "AU Clark, A\n", "AF Clark, Andy\n   Moreno, Ana\n", "EF\n"),
        *("DT Article; Book Chapter\n", "PY 2001\nPD MAR 15\n", "OI Clark, Andy/", "FN "),
    ),
)

EXAMPLES = {"wos": _WOS}
