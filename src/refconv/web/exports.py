"""Records into files, and what each file cannot carry, said of the record's own rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from refconv.clients import Client
from refconv.core.model import Date, Name, Reference
from refconv.core.report import Block, Loss
from refconv.formats.registry import FILE_FORMATS
from refconv.io import api
from refconv.web.words import type_title

PROGRAMS: Mapping[Client, str] = {"zotero": "Zotero", "endnote": "EndNote"}
FIRST = "ris:zotero"
"""The target that is chosen at first: what most people import into."""
# BibTeX's own suffix is taken by BibTeX.
_SUFFIXES = {"biblatex": ".bib"}


class Target(NamedTuple):
    """A format, and the program that will read the file if one is meant."""

    key: str
    title: str
    format: str
    client: Client | None
    file: str


def _targets() -> Iterator[Target]:
    for name, format in FILE_FORMATS.items():
        if format.join is None:
            continue
        suffix = _SUFFIXES.get(name) or (*format.suffixes, ".txt")[0]
        yield Target(name, format.title, name, None, f"references{suffix}")
        for client in format.dialects:
            title = f"{format.title} for {PROGRAMS[client]}"
            yield Target(f"{name}:{client}", title, name, client, f"references{suffix}")


TARGETS: Mapping[str, Target] = {target.key: target for target in _targets()}


def export(
    references: Sequence[Reference], key: str, blocks: Sequence[tuple[str, Block]] = ()
) -> dict[str, Any]:
    """Write references for a target, with the losses by reference and row.

    Args:
        references: What to write.
        key: A key of :data:`TARGETS`.
        blocks: What else was read, each with its format; the target's own are written.

    Raises:
        ValueError: for a target that there is none of.
    """
    if key not in TARGETS:
        raise ValueError(f"no target {key!r}")
    target = TARGETS[key]
    own = [block for format, block in blocks if format == target.format]
    written = api.write(references, target.format, for_=target.client, blocks=own)
    losses: dict[int, list[list[str]]] = {}
    for loss in written.losses:
        losses.setdefault(loss.index, []).append(said(loss, references[loss.index]))
    return {"text": written.text, "file": target.file, "losses": losses}


def said(loss: Loss, reference: Reference) -> list[str]:
    """Say a loss of a row of the record: the row's name, and what becomes of it."""
    row, _, part = loss.path.partition(".")
    name, _, index = row.rstrip("]").partition("[")
    if name == "custom":
        if index:
            return ["kept", str(loss.value[0])]
        return ["kept", "keys of other formats"]
    if part == "et-al":
        return [name, "“et al.” is not carried" if loss.value else "“et al.” is added"]
    subject = ""
    if index:
        person = _people(reference, name)[int(index)]
        subject = (
            f"{_PARTS.get(part, part.replace('-', ' '))} of {person} " if part else f"{person} "
        )
    return [name, f"{subject}{_becomes(loss)}"]


def _people(reference: Reference, name: str) -> Sequence[Name]:
    people: Sequence[Name] = getattr(reference, name.replace("-", "_"))
    return people


def _becomes(loss: Loss) -> str:
    if loss.kept is None:
        return "is not carried"
    if loss.path == "type":
        return f"becomes {type_title(str(loss.kept)).lower()}"
    return f"becomes “{_shown(loss.kept)}”"


def _shown(value: Any) -> str:
    match value:
        case Date():
            return value.edtf() or value.literal
        case tuple():
            return "; ".join(map(str, value))
        case _:
            return str(value)


_PARTS = {"orcid": "ORCID", "given": "given name", "family": "family name"}
