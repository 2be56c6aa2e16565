"""An example of Word's bibliography sources for the tests of all formats."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tests.formats.examples import XML_TOKENS, Example

_HEAD = (
    '<?xml version="1.0"?>\n<b:Sources xmlns:b="http://schemas.openxmlformats.org/'
    'officeDocument/2006/bibliography" SelectedStyle="">\n'
)


def _file(entries: Iterable[str]) -> str:
    return f"{_HEAD}{''.join(entries)}</b:Sources>\n"


def _fields_of(entry: str) -> list[str]:
    """Return the elements of a source but for its tag and its type."""
    lines = [line.strip() for line in entry.splitlines()[1:-1]]
    return [line for line in lines if not re.match("<b:(?:Tag|SourceType)>", line)]


def _entry(native: str, lines: str) -> str:
    kind, _, thesis = native.partition(": ")
    more = "<b:ThesisType>PhD thesis</b:ThesisType>" if thesis else ""
    return (
        f"<b:Source><b:Tag>x</b:Tag><b:SourceType>{kind}</b:SourceType>{lines}{more}</b:Source>\n"
    )


_WORD = Example(
    sample=_file(
        [
            "<b:Source><b:Tag>clark97</b:Tag><b:SourceType>Book</b:SourceType>"
            "<b:Author><b:Author><b:NameList><b:Person><b:Last>Clark</b:Last>"
            "<b:First>Andy</b:First></b:Person></b:NameList></b:Author></b:Author>"
            "<b:Title>Being There</b:Title><b:Year>1997</b:Year></b:Source>\n"
        ]
    ),
    tokens=XML_TOKENS,
    entry=_entry,
    file=_file,
    fields_of=_fields_of,
    words=(
        *(
            "<b:Source>",
            "</b:Source>",
            "<b:SourceType>Book</b:SourceType>",
            "<b:Title>",
            "</b:Title>",
        ),
        *("<b:Author><b:Author><b:NameList><b:Person><b:Last>", "<b:Corporate>", "<b:Year>2001"),
        *("</b:Last></b:Person></b:NameList></b:Author></b:Author>", "&amp;", "<b:Month>May"),
    ),
)

EXAMPLES = {"word-xml": _WORD}
