"""The tables, row by row: what an entry of a type with some fields is, and as what it is written.

``rows/<format>.txt`` has, in blocks that empty lines part, a few lines of an entry and, indented,
what they are: members of CSL-JSON, then the lines that are written for them again (``=`` for the
same, ``zotero`` and ``endnote`` before what is written for these alone), then the types of which
that is so; ``others`` are all types of the file's head that no other line of the block names. A
block that begins with ``types`` has types alone: as which CSL type each is read, and as which it is
written; one with ``written`` the CSL types and as what they are.

``pytest tests/formats/test_rows.py --update-golden`` rewrites the indented lines: look at the
difference before you commit it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

import refconv
from refconv.core.lens import encode_reference
from tests.formats.examples import examples

FILES = sorted(Path(__file__).parent.glob("*/rows/*.txt"))


def written(name: str, reference: refconv.Reference) -> dict[str, list[str]]:
    """Return the lines that are written for nobody in particular (``""``), and for programs."""
    format = refconv.FORMATS[name]
    if format.join is None:
        return {}
    clients = (None, *format.dialects)
    records = [
        encode_reference(format.table_for(c), reference, format.carry_for(c or None)).record
        for c in clients
    ]
    joins = [format.join_for(client) or format.join for client in clients]
    entries = [
        examples()[name].fields_of(join.entry(record))
        for join, record in zip(joins, records, strict=True)
    ]
    return {client or "": entry for client, entry in zip(clients, entries, strict=True)}


def read_entries(name: str, lines: Sequence[str], natives: Sequence[str]) -> refconv.Read:
    """Read an entry with some lines in each of the types."""
    example = examples()[name]
    text = example.file(example.entry(native, "\n".join(lines)) for native in natives)
    return refconv.read(text, name)


def read_in_types(
    name: str, lines: Sequence[str], natives: Sequence[str]
) -> list[tuple[refconv.Reference, dict[str, Any]]]:
    """Return a reference with some lines in each of the types, and what it has as CSL-JSON."""
    references = read_entries(name, lines, natives).references
    items = json.loads(refconv.write(references, "csl-json").text)
    return [(r, flat(item)) for r, item in zip(references, items, strict=True)]


def flat(item: dict[str, Any]) -> dict[str, Any]:
    """Return the members of an item, those of other formats beside its own."""
    own = item.pop("custom", {}).get("refconv", {})
    keys: dict[str, list[Any]] = {}
    for key, value in own.pop("keys", ()):
        keys.setdefault(key, []).append(value)
    return {k: v for k, v in {**item, **own, **keys}.items() if k != "id"}


def outcomes(name: str, lines: Sequence[str], natives: Sequence[str]) -> dict[str, str]:
    """Return what some lines are in each of the types, beside what the type says alone."""
    found = {}
    bare = read_in_types(name, (), natives)
    for native, (empty, alone), (reference, members) in zip(
        natives, bare, read_in_types(name, lines, natives), strict=True
    ):
        new = {key: value for key, value in members.items() if alone.get(key) != value}
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
    """Return a line for all types with the same outcome, the most frequent one last."""
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
    """Return the CSL type of each type, and what is written where that is not the same again."""
    found = {}
    for native in natives:
        read = read_entries(name, (), [native])
        again = types_written(name, read.references[0])
        unknown = any(one.code == refconv.Code.UNKNOWN_TYPE for one in read.diagnostics)
        found[native] = f"{read.references[0].type}" + (", unknown" if unknown else "")
        found[native] += "" if again in ("", native) else f" → {again}"
    return found


def types_written(name: str, reference: refconv.Reference) -> str:
    """Return the type that is written for nobody in particular, and for programs if it is other."""
    format = refconv.FORMATS[name]
    if format.join is None:
        return ""
    tables = {client or "": format.table_for(client) for client in (None, *format.dialects)}
    types = {
        c: encode_reference(t, reference, format.carry_for(c or None)).record.type
        for c, t in tables.items()
    }
    return ", ".join(
        f"{client} {kind}".strip()
        for client, kind in types.items()
        if not client or kind != types[""]
    )


def expected(name: str, block: str, head: Sequence[str]) -> str:
    """Return a block as it should be."""
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
    """Return the types of a file, which its head names."""
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
