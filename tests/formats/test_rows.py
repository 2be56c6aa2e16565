"""The tables, row by row: what an entry of a type with some fields is, and as what it is written.

``rows/<format>.txt`` has, in blocks that empty lines part, a few lines of an entry and, indented,
what they are: members of CSL-JSON, then the lines that are written for them again (``=`` for the
same, ``zotero`` and ``endnote`` before what is written for these alone), then the types of which
that is so; ``others`` are all types of the file's head that no other line of the block names. A
block that begins with ``types`` has types alone: as which CSL type each is read, and as which it is
written; one with ``written`` the CSL types and as what they are.

``pytest tests/formats/test_rows.py --update-golden`` rewrites the indented lines: look at the
difference before you keep it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

import refconv
from refconv.core.lens import write_record

FILES = sorted((Path(__file__).parent / "rows").glob("*.txt"))
_XML_NOISE = re.compile(r"<ref-type.*?</ref-type>|</?style[^>]*>|</?record>|<label>x</label>")


def _xml(native: str, lines: str) -> str:
    return f'<record><ref-type name="{native}">0</ref-type>{lines}</record>'


ENTRIES: Mapping[str, Callable[[str, str], str]] = {
    "bibtex": lambda native, lines: f"@{native}{{x,\n{lines.replace(chr(10), f',{chr(10)}')}\n}}",
    "csl-json": lambda native, lines: (
        json.dumps({"id": "x", "type": native})[:-1] + (f", {lines}" if lines else "") + "},"
    ),
    "endnote-xml": _xml,
    "enw": lambda native, lines: f"%0 {native}\n{lines}\n",
    "mods": lambda native, lines: f"<mods><genre>{native}</genre>{lines}</mods>",
    "nbib": lambda native, lines: f"PMID- 1\nPT  - {native}\n{lines}\n",
    "pubmed-xml": lambda native, lines: (
        "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><PublicationTypeList>"
        f"<PublicationType>{native}</PublicationType></PublicationTypeList></Article>"
        f"{lines}</MedlineCitation></PubmedArticle>"
    ),
    "ris": lambda native, lines: f"TY  - {native}\n{lines}\nER  - \n",
}
ENTRIES = {**ENTRIES, "biblatex": ENTRIES["bibtex"]}
"""How an entry of a type with some lines is made; ``x`` is its key."""


def fields_of(name: str, entry: str) -> list[str]:
    """Give what an entry has beside its type and key."""
    if name == "endnote-xml":
        return [re.sub(r">\s+<", "><", _XML_NOISE.sub("", entry)).strip()]
    if name == "csl-json":
        members = json.loads(entry)
        note = members.pop("note", "").replace("Citation Key: x", "").strip()
        members |= {"note": note} if note else {}
        members.get("custom", {}).get("refconv", {}).pop("zotero", None)
        members = {key: value for key, value in members.items() if value != {"refconv": {}}}
        return [
            json.dumps({key: value}, ensure_ascii=False)[1:-1]
            for key, value in members.items()
            if key not in ("id", "type")
        ]
    lines = [line.strip() for line in entry.splitlines()]
    if name in ("bibtex", "biblatex"):
        return [line.removesuffix(",") for line in lines[1:-1]]
    return [line for line in lines if line and not re.match("TY  -|ER  -|ID  -|%0 |%F ", line)]


def written(name: str, reference: refconv.Reference) -> dict[str, list[str]]:
    """Give what is written for nobody in particular (``""``), and for programs."""
    format = refconv.FORMATS[name]
    if format.join is None:
        return {}
    clients = (None, *format.dialects)
    records = [write_record(format.table_for(c), reference, format.carry) for c in clients]
    entries = [fields_of(name, format.join.entry(record)) for record in records]
    return {client or "": entry for client, entry in zip(clients, entries, strict=True)}


def read_entries(name: str, lines: Sequence[str], natives: Sequence[str]) -> refconv.Read:
    """Read an entry with some lines in each of the types."""
    text = "".join(ENTRIES[name](native, "\n".join(lines)) for native in natives)
    if name == "csl-json":
        text = f"[{text[:-1]}]"
    elif text.startswith("<"):
        text = f"<xml><records>{text}</records></xml>"
    return refconv.read(text, name)


def read_in_types(
    name: str, lines: Sequence[str], natives: Sequence[str]
) -> list[tuple[refconv.Reference, dict[str, Any]]]:
    """Give a reference with some lines in each of the types, and what it has as CSL-JSON."""
    references = read_entries(name, lines, natives).references
    items = json.loads(refconv.write(references, "csl-json").text)
    return [(r, flat(item)) for r, item in zip(references, items, strict=True)]


def flat(item: dict[str, Any]) -> dict[str, Any]:
    """Give the members of an item, those of other formats beside its own."""
    own = item.pop("custom", {}).get("refconv", {})
    keys: dict[str, list[Any]] = {}
    for key, value in own.pop("keys", ()):
        keys.setdefault(key, []).append(value)
    return {k: v for k, v in {**item, **own, **keys}.items() if k != "id"}


def outcomes(name: str, lines: Sequence[str], natives: Sequence[str]) -> dict[str, str]:
    """Give what some lines are in each of the types, beside what the type says alone."""
    found = {}
    bare = read_in_types(name, (), natives)
    for native, (empty, said), (reference, members) in zip(
        natives, bare, read_in_types(name, lines, natives), strict=True
    ):
        new = {key: value for key, value in members.items() if said.get(key) != value}
        found[native] = json.dumps(new, ensure_ascii=False)[1:-1]
        before = written(name, empty)
        after = {
            client: " | ".join(line for line in entry if line not in before[client])
            for client, entry in written(name, reference).items()
        }
        for client, entry in after.items():
            if not client or entry != after[""]:
                again = "=" if entry == " | ".join(lines) else entry
                found[native] += f" {client}".rstrip() + f" → {again}"
    return found


def grouped(found: Mapping[str, str], *, others: bool) -> Iterator[str]:
    """Give a line for all types with the same outcome, the most frequent one last."""
    groups: dict[str, list[str]] = {}
    for native, outcome in found.items():
        groups.setdefault(outcome, []).append(native)
    *rare, most = sorted(groups.items(), key=lambda group: len(group[1]))
    if others and not rare:
        yield f"  {most[0]}"
        return
    for outcome, natives in rare:
        yield f"  {outcome} : {', '.join(natives)}"
    yield f"  {most[0]} : {'others' if others else ', '.join(most[1])}"


def types_read(name: str, natives: Sequence[str]) -> dict[str, str]:
    """Give the CSL type of each type, and what is written where that is not the same again."""
    found = {}
    for native in natives:
        read = read_entries(name, (), [native])
        again = types_written(name, read.references[0])
        unknown = any(said.code == refconv.Code.UNKNOWN_TYPE for said in read.diagnostics)
        found[native] = f"{read.references[0].type}" + (", unknown" if unknown else "")
        found[native] += "" if again in ("", native) else f" → {again}"
    return found


def types_written(name: str, reference: refconv.Reference) -> str:
    """Give the type that is written for nobody in particular, and for programs if it is other."""
    format = refconv.FORMATS[name]
    if format.join is None:
        return ""
    tables = {client or "": format.table_for(client) for client in (None, *format.dialects)}
    types = {c: write_record(t, reference, format.carry).type for c, t in tables.items()}
    return ", ".join(
        f"{client} {kind}".strip()
        for client, kind in types.items()
        if not client or kind != types[""]
    )


def expected(name: str, block: str, head: Sequence[str]) -> str:
    """Give a block as it should be."""
    lines = [line for line in block.split("\n") if not line.startswith("  ")]
    first, *rest = lines[0].split(" ", 1)
    if first == "types":
        found: dict[str, str] = types_read(name, rest[0].split(", "))
        return "\n".join([*lines, *grouped(found, others=False)])
    if first == "written":
        kinds = {str(kind): refconv.Reference(type=kind, id="x") for kind in refconv.ItemType}
        found = {kind: types_written(name, reference) for kind, reference in kinds.items()}
        return "\n".join([*lines, *grouped(found, others=False)])
    return "\n".join([*lines, *grouped(outcomes(name, lines, head), others=True)])


def natives_of(head: str) -> list[str]:
    """Give the types of a file, which its head names."""
    return head.partition("\n")[2].removeprefix("In ").split(", ")


def blocks() -> Iterator[Any]:
    for path in FILES:
        head, *others = path.read_text("utf-8").rstrip("\n").split("\n\n")
        for number, block in enumerate(others):
            first = block.partition("\n")[0][:40]
            yield pytest.param(path, number, head, block, id=f"{path.stem}: {first}")


@pytest.mark.parametrize(("path", "number", "head", "block"), [*blocks()])
def test_rows(path: Path, number: int, head: str, block: str, pytestconfig: pytest.Config) -> None:
    wanted = expected(path.stem, block, natives_of(head))

    if pytestconfig.getoption("--update-golden"):
        parts = path.read_text("utf-8").rstrip("\n").split("\n\n")
        parts[number + 1] = wanted
        path.write_text("\n\n".join(parts) + "\n", "utf-8")
        block = wanted
    assert block == wanted
