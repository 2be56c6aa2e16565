"""Examples of CSL-JSON and CSL-YAML for the tests of all formats."""

from __future__ import annotations

import json

from tests.formats.examples import JSON_TOKENS, Example


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
    tokens=JSON_TOKENS,
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


def _yaml_fields_of(entry: str) -> list[str]:
    """Return the lines of a written item but for its id and type, those of one variable joined."""
    lines = [line[2:] for line in entry.splitlines()][2:]
    joined = "".join(f"⏎{line}" if line.startswith((" ", "-")) else f"\n{line}" for line in lines)
    return joined.strip("\n").split("\n") if joined else []


_CSL_YAML = Example(
    sample=(
        "---\nreferences:\n- id: clark97\n  type: book\n  title: Being There\n  author:\n"
        "  - family: Clark\n    given: Andy\n  issued: 1997\n...\n"
    ),
    tokens=r"^ *- |^ +|[\w-]+:|[][{},\"'#*&|>]|[\w-]+|\s",
    entry=lambda native, lines: (
        f"- id: x\n  type: {native}\n"
        + "".join(f"  {line}\n" for line in lines.replace("⏎", "\n").splitlines())
    ),
    file=lambda entries: f"---\nreferences:\n{''.join(entries)}...\n",
    fields_of=_yaml_fields_of,
    words=(
        *("---\n", "references:\n", "- id: a\n", "  type: book\n", "  author:\n", "  - family: "),
        *("    given: ", "  issued: 2001-05\n", "  issued:\n    date-parts: [[2001]]\n", "...\n"),
        *("  title: *a\n", "&a ", "<<: ", "  title: '", '"', "[", "{a: ", "|\n", "\t", "!!null "),
    ),
)

EXAMPLES = {"csl-json": _CSL_JSON, "jsonl": _JSON_LINES, "csl-yaml": _CSL_YAML}
