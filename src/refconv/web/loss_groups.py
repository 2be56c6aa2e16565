"""What a program cannot keep, in plain words: each kind of loss once, with its count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias

from refconv.core.report import Loss
from refconv.web.display import field_title, type_title

PLURALS: Mapping[str, str] = {
    "orcid": "ORCIDs",
    "author": "authors",
    "editor": "editors",
    "container-title": "names of journals or books",
    "issued": "dates",
    "accessed": "dates of access",
    "page": "page numbers",
    "publisher-place": "places of publication",
    "genre": "kinds",
    "archive_location": "locations in an archive",
    "received": "dates of receipt",
    "revised": "dates of revision",
    "accepted": "dates of acceptance",
    "available-date": "dates of first appearance",
    "collection-title": "names of series",
    "collection-number": "numbers in a series",
    "container-title-short": "short names of journals",
    "suffix": "name suffixes",
    "dropping-particle": "name particles",
    "non-dropping-particle": "name particles",
    "given": "given names",
    "family": "family names",
    "literal": "names of institutions",
    "id": "citation keys",
    "status": "states of publication",
    "keyword": "lists of keywords",
}


class LossKind(NamedTuple):
    """What losses of one kind have in common."""

    place: str
    change: str
    detail: str = ""


Sentence: TypeAlias = Callable[[str, LossKind, int], str]


def loss_sentences(losses: Iterable[Loss], program: str) -> list[str]:
    """Return a sentence for each kind of loss, the most frequent first.

    Args:
        losses: What the file loses.
        program: The program or format that the file is for.

    >>> loss = Loss(0, "a", "author[0].orcid", "0000-0002-1825-0097")
    >>> loss_sentences([loss, loss], "Zotero")
    ['Zotero has no place for ORCIDs: 2 are left out.']
    """
    counts = Counter(map(_kind, losses))
    return [_SENTENCES[kind.change](program, kind, count) for kind, count in counts.most_common()]


def _kind(loss: Loss) -> LossKind:
    if loss.path.startswith("custom"):
        return LossKind("", "native")
    place = loss.place
    part = place.partition(".")[2]
    if part == "et-al":
        return LossKind(place, "et-al" if loss.value else "et-al added")
    if loss.path == "type" and loss.kept is not None:
        names = f"“{type_title(str(loss.value))}” becomes “{type_title(str(loss.kept))}”"
        return LossKind(place, "type", names)
    if loss.change == "added":
        return LossKind(part or place, "added")
    if loss.elsewhere:
        return LossKind(part or place, "elsewhere", loss.elsewhere)
    return LossKind(part or place, loss.change)


def plural(name: str) -> str:
    """Return how a sentence names several values of a field.

    >>> plural("orcid"), plural("volume"), plural("URL")
    ('ORCIDs', 'volumes', 'URLs')
    """
    if name in PLURALS:
        return PLURALS[name]
    title = field_title(name)
    title = title if title.isupper() else title[:1].lower() + title[1:]
    return title if title.endswith("s") else f"{title}s"


def _are(count: int) -> str:
    return f"{count} is" if count == 1 else f"{count} are"


def _references(count: int) -> str:
    return f"{count} reference" if count == 1 else f"{count} references"


def _lost(program: str, kind: LossKind, count: int) -> str:
    return f"{program} has no place for {plural(kind.place)}: {_are(count)} left out."


def _changed(program: str, kind: LossKind, count: int) -> str:
    return f"{program} keeps {plural(kind.place)} in another form: {_are(count)} changed."


def _elsewhere(program: str, kind: LossKind, count: int) -> str:
    return f"{program} keeps {plural(kind.place)} as {kind.detail}: {_are(count)} moved there."


def _added(_: str, kind: LossKind, count: int) -> str:
    return f"The file needs {plural(kind.place)}: {_are(count)} added."


def _native(program: str, _: LossKind, count: int) -> str:
    return f"{program} has no place for values of other programs: {_are(count)} left out."


def _et_al(program: str, _: LossKind, count: int) -> str:
    shown = f"{program} cannot mark a list of names as incomplete (“et al.”)"
    return f"{shown}: the mark is left out in {_references(count)}."


def _et_al_added(program: str, _: LossKind, count: int) -> str:
    return f"{program} marks lists of names as incomplete (“et al.”) in {_references(count)}."


def _type(program: str, kind: LossKind, count: int) -> str:
    return f"{program} lacks a type: {kind.detail} in {_references(count)}."


_SENTENCES: Mapping[str, Sentence] = {
    "lost": _lost,
    "changed": _changed,
    "elsewhere": _elsewhere,
    "added": _added,
    "native": _native,
    "et-al": _et_al,
    "et-al added": _et_al_added,
    "type": _type,
}
