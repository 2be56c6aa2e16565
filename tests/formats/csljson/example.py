"""An example of CSL-JSON for the tests of all formats."""

from __future__ import annotations

import json

from tests.formats.examples import Example


def _entry(native: str, lines: str) -> str:
    item = json.dumps({"id": "x", "type": native})
    return f"{item[:-1]}, {lines}}}" if lines else item


def _fields_of(entry: str) -> list[str]:
    members = json.loads(entry)
    note = members.pop("note", "").replace("Citation Key: x", "").strip()
    members |= {"note": note} if note else {}
    members.get("custom", {}).get("refconv", {}).pop("zotero", None)
    return [
        json.dumps({key: value}, ensure_ascii=False)[1:-1]
        for key, value in members.items()
        if key not in ("id", "type") and value != {"refconv": {}}
    ]


_CSL_JSON = Example(
    sample=(
        '[{"id": "clark97", "type": "book", "author": [{"family": "Clark", "given": "Andy"}],'
        ' "title": "Being There", "issued": {"date-parts": [[1997]]}}]'
    ),
    tokens=r"[][{}:,]|\"(?:\\.|[^\"\\])*\"|-?\d+|\w+|\s",
    entry=_entry,
    file=lambda entries: f"[{','.join(entries)}]",
    fields_of=_fields_of,
    words=(
        *('[{"id": "a", "type": "book"', '"author": [{"family": "', '"literal": "', "}]", "}, {"),
        *('"issued": {"date-parts": [[2001, 5]]', '"custom": {"refconv": {', '"keys": [["', "null"),
        *('"title": "<i>', '"references": [', '"circa": true', '"season": 2', "\\u0000", "1e999"),
    ),
)

_JSON_LINES = Example(
    sample=(
        '{"id": "clark97", "type": "book", "author": [{"family": "Clark", "given": "Andy"}],'
        ' "title": "Being There", "issued": {"date-parts": [[1997]]}}\n'
    ),
    tokens=_CSL_JSON.tokens,
    entry=lambda native, lines: _entry(native, lines) + "\n",
    fields_of=_fields_of,
    words=(*_CSL_JSON.words, "}\n{"),
)

EXAMPLES = {"csl-json": _CSL_JSON, "jsonl": _JSON_LINES}
