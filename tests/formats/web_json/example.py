"""Examples of the JSON of databases for the tests of all formats."""

from __future__ import annotations

from tests.formats.examples import JSON_TOKENS, Example

_CROSSREF = Example(
    sample='{"DOI": "10.1000/1", "type": "book", "title": ["Being There"], "published": {}}',
    tokens=JSON_TOKENS,
    entry=lambda native, lines: f'{{"type": "{native}", "title": []{lines and ", "}{lines}}}',
    file=lambda entries: (
        f'{{"message-type": "work-list", "message": {{"items": [{",".join(entries)}]}}}}'
    ),
    words=(
        *(
            '{"status": "ok", "message": {"items": [',
            '{"DOI": "10.1000/1"',
            '"title": ["A"]',
            "}, {",
        ),
        *('"author": [{"family": "A", "name": "B"', '"issued": {"date-parts": [[2001, 5]]', "null"),
        *('"container-title": ["', '"event": {"start": {', '"institution": [{"place": [', "}]}}"),
    ),
)

_ZOTERO = Example(
    sample='[{"key": "AB", "data": {"itemType": "book", "title": "Being There"}}]',
    tokens=JSON_TOKENS,
    entry=lambda native, lines: f'{{"itemType": "{native}"{lines and ", "}{lines}}}',
    file=lambda entries: f"[{','.join(entries)}]",
    words=(
        *(
            '[{"key": "A", "data": {',
            '"itemType": "note"',
            '"itemType": "attachment"',
            "}}]",
            "null",
        ),
        *('"creators": [{"creatorType": "editor", "name": "', '"extra": "PMID: 1\\ntype: book'),
        *('"tags": [{"tag": "', '"date": "2004-07-00 July 2004"', '"parentItem": "A"', "}}, {"),
    ),
)

EXAMPLES = {"crossref": _CROSSREF, "zotero-json": _ZOTERO}
