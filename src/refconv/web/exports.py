"""The files that the page writes, and what each loses, described beside the record's rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from refconv.clients import Client
from refconv.core.model import BY_NAME, Date, Reference
from refconv.core.report import Block, Loss
from refconv.formats.registry import FILE_FORMATS, PLACES
from refconv.io import api
from refconv.web.display import type_title
from refconv.web.loss_groups import loss_sentences

CLIENT_TITLES: Mapping[Client, str] = {"zotero": "Zotero", "endnote": "EndNote"}
DEFAULT_TARGET = "ris:zotero"
"""The target that is chosen first: a file that most reference managers import."""
# The registry gives BibLaTeX no suffix, because it gives .bib to BibTeX.
_SUFFIXES = {"biblatex": ".bib"}
_PARTS = {"orcid": "ORCID", "given": "given name", "family": "family name"}


_PROGRAMS = {
    "bibtex": "LaTeX, Typst",
    "biblatex": "LaTeX, Typst",
    "hayagriva": "LaTeX, Typst",
    "word-xml": "Word",
    "enw": "EndNote",
    "endnote-xml": "EndNote",
}
OTHER_PROGRAM = "Other programs"
PROGRAMS = (*CLIENT_TITLES.values(), "LaTeX, Typst", "Word", OTHER_PROGRAM)
"""The programs that the targets are grouped by, in order."""


class Target(NamedTuple):
    """A format to write, and the client that the file is for, if any."""

    key: str
    title: str
    format: str
    client: Client | None
    file: str

    @property
    def program(self) -> str:
        """The program that people choose the target for, one of :data:`PROGRAMS`."""
        if self.client:
            return CLIENT_TITLES[self.client]
        return _PROGRAMS.get(self.format, OTHER_PROGRAM)

    @property
    def reader(self) -> str:
        """What reads the file, as sentences about its losses name it."""
        return CLIENT_TITLES[self.client] if self.client else self.title


def _targets() -> Iterator[Target]:
    for name, format in FILE_FORMATS.items():
        if format.join is None:
            continue
        suffix = _SUFFIXES.get(name) or (*PLACES[name].suffixes, ".txt")[0]
        yield Target(name, format.title, name, None, f"references{suffix}")
        for client in format.dialects:
            title = f"{format.title} for {CLIENT_TITLES[client]}"
            yield Target(f"{name}:{client}", title, name, client, f"references{suffix}")


TARGETS: Mapping[str, Target] = {target.key: target for target in _targets()}


def export(
    references: Sequence[Reference], key: str, blocks: Sequence[tuple[str, Block]] = ()
) -> dict[str, Any]:
    """Write references for a target.

    Args:
        references: What to write.
        key: A key of :data:`TARGETS`.
        blocks: Blocks of the inputs, each with its format; those of the target's format are
            written.

    Returns:
        ``text``, the name of the ``file``, ``losses``: by the index of the reference, as
        :func:`describe_loss` returns them, and ``summary``: a sentence for each kind of loss.

    Raises:
        ValueError: if the target is unknown.
    """
    if key not in TARGETS:
        raise ValueError(f"unknown target {key!r}")
    target = TARGETS[key]
    of_format = [block for format, block in blocks if format == target.format]
    written = api.write(references, target.format, for_=target.client, blocks=of_format)
    losses: dict[int, list[list[str]]] = {}
    for loss in written.losses:
        losses.setdefault(loss.index, []).append(describe_loss(loss, references[loss.index]))
    summary = loss_sentences(written.losses, target.reader)
    return {"text": written.text, "file": target.file, "losses": losses, "summary": summary}


def describe_loss(loss: Loss, reference: Reference) -> list[str]:
    """Return the row of the record that a loss belongs to, and its description.

    The row is the name of a variable, or ``kept`` for native keys; there the description is the
    key.
    """
    row, _, part = loss.path.partition(".")
    name, _, index = row.rstrip("]").partition("[")
    if name == "custom":
        return ["kept", str(loss.value[0]) if index else "keys of other formats"]
    if part == "et-al":
        return [name, "“et al.” is lost" if loss.value else "“et al.” is added"]
    subject = f"{_name_or_part(reference, name, int(index), part)} " if index else ""
    return [name, f"{subject}{_change(loss)}"]


def _name_or_part(reference: Reference, variable: str, index: int, part: str) -> str:
    person = getattr(reference, BY_NAME[variable].attribute)[index]
    return f"{_PARTS.get(part, part.replace('-', ' '))} of {person}" if part else str(person)


def _change(loss: Loss) -> str:
    if loss.kept is None:
        return f"is kept as {loss.elsewhere}" if loss.elsewhere else "is lost"
    if loss.path == "type":
        return f"becomes {type_title(str(loss.kept)).lower()}"
    return f"becomes “{_as_text(loss.kept)}”"


def _as_text(value: Any) -> str:
    match value:
        case Date():
            return str(value.edtf() or value.literal)
        case tuple():
            return "; ".join(map(str, value))
        case _:
            return str(value)
