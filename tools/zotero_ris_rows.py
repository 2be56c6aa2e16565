"""Write the rows of RIS for Zotero: ``python -m tools.zotero_ris_rows``.

For each item type and variable: the tag under which Zotero stores the value in the variable's own
field, or the label of a line of its Extra field. The measured tables of :mod:`refconv.clients`
decide; the table of RIS for all programs is kept wherever it does as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from refconv.clients.zotero.extra import bare_label, fields_of_lines, label_of
from refconv.clients.zotero.ris_reader import places_of_tags, type_of_ris
from refconv.clients.zotero.schema import field_for, general_name, item_types, own_name
from refconv.core.fast import plan
from refconv.core.model import BY_NAME, VARIABLES, ItemType
from refconv.formats import ris
from refconv.formats.ris import zotero_lines, zotero_types
from refconv.formats.ris.tags import tag_of

TARGET = Path(ris.__file__).with_name("zotero_rows.tsv")

_OWN_WAY = frozenset(
    """id title issued accessed DOI URL keyword note annote categories citation-key abstract
    PMID PMCID received revised accepted
    type container-title-short""".split()
)
"""Variables whose rows or rules stay as they are: they have codecs of several tags."""

_NOT_FREE = frozenset(
    "TY ER AU TI T1 KW N1 RN ID M2 LA SP EP SN SV DO UR DA PY Y1 Y2 AB L1 L2 L3 L4".split()
)
_AMBIGUOUS = frozenset("A1 ED J2 JA JO JF BT N2 M3 AV H1 H2 OP CT".split())
"""Tags that Zotero reads, and other programs or refconv read as something else."""


_BY_HAND = frozenset(
    {
        (ItemType.ARTICLE, "genre"),
        (ItemType.ARTICLE_JOURNAL, "number"),
        (ItemType.ARTICLE_MAGAZINE, "number"),
        (ItemType.ARTICLE_NEWSPAPER, "number"),
        (ItemType.MUSICAL_SCORE, "composer"),
    }
)
"""Rows that the table has already: the genre of a preprint is its item type, and the number of an
article stands among its pages, the composer is the first name of a document.
"""


class Way(NamedTuple):
    """How a variable of an item type reaches Zotero: a tag, or the label of a line."""

    tag: str
    label: str = ""


class Become(NamedTuple):
    """A RIS type that is written, and the item type that it becomes in Zotero."""

    native: str
    kind: str


def becomes(kind: ItemType) -> tuple[Become, ...]:
    """Return what a CSL type is written as and becomes; broadcasts are of two kinds."""
    if kind == ItemType.BROADCAST:
        return Become("ADVS", "tvBroadcast"), Become("POD", "podcast")
    native = ris.TABLE.write_type(kind)
    return (Become(native, zotero_types.LINES.get(native) or type_of_ris(native)),)


def reaches(native: str, tag: str, kind: str) -> str | None:
    """Return the field or role of an item type in which Zotero stores a tag's value."""
    what, _, name = places_of_tags(native).get(tag, "").partition(" ")
    if what == "creator":
        return name if name in item_types()[kind].roles else item_types()[kind].roles[0]
    if what != "field":
        return None
    return (
        name
        if name in item_types()[kind].fields
        else own_name(general_name(name, type_of_ris(native)), kind)
    )


def is_right(one: Become, variable: str, tag: str) -> bool:
    """Return whether a tag reaches the field of a variable."""
    field = wanted(one.kind, variable)
    return field is not None and reaches(one.native, tag, one.kind) == field


def serves(kinds: tuple[Become, ...], variable: str, tag: str) -> bool:
    """Return whether a tag is right for the first of several types, and stored by the others."""
    first, *others = kinds
    return is_right(first, variable, tag) and all(
        tag in places_of_tags(one.native) for one in others
    )


def wanted(kind: str, variable: str) -> str | None:
    """Return the field or role of an item type that is a variable's."""
    field = zotero_lines.WANTED.get((kind, variable)) or field_for(variable, kind)
    return item_types()[kind].roles[0] if field is None and variable == "author" else field


def way(kinds: tuple[Become, ...], variable: str, taken: set[str]) -> Way:
    """Return the way of a variable that RIS's own tag does not bring where it belongs."""
    free = places_of_tags(kinds[0].native).keys() - taken - _NOT_FREE - _AMBIGUOUS
    for one in sorted(free):
        if serves(kinds, variable, one):
            return Way(one)
    if BY_NAME[variable].kind == "names":
        return Way("M2", label_of(variable))
    labels = [line_label(one.kind, variable, wanted(one.kind, variable)) for one in kinds[::-1]]
    kept = (one for one in labels if all(_is_kept(one, kind.kind) for kind in kinds))
    return Way("M2", next(kept, labels[0]))


def _is_kept(label: str, kind: str) -> bool:
    keys = fields_of_lines(kind)
    return keys.get(bare_label(label), "") is not None


def line_label(zotero: str, variable: str, wanted: str | None) -> str:
    """Return the label of a line that sets the wanted field, or at least stays in Extra."""
    keys = fields_of_lines(zotero)
    candidates = [
        variable if variable.isupper() else label_of(variable),
        wanted or "",
        *zotero_lines.OTHER_LABELS.get(variable, ()),
    ]
    for one in candidates:
        if wanted is not None and one and keys.get(bare_label(one)) == wanted:
            return one
    for one in candidates:
        if one and bare_label(one) not in keys:
            return one
    return ""


def rows() -> Iterator[tuple[str, str, str, str]]:
    """Yield variable, tag, label and item types of each row."""
    found: Mapping[tuple[str, str, str], list[str]] = defaultdict(list)
    for kind in ItemType:
        if ris.TABLE.read_type(ris.TABLE.write_type(kind)) == kind:
            for name, (tag, label) in ways(kind).items():
                found[name, tag, label].append(str(kind))
    yield "variable", "tag", "label", "types"
    for (name, tag, label), kinds in sorted(found.items()):
        yield name, tag, label, " ".join(kinds)


def ways(kind: ItemType) -> dict[str, Way]:
    """Return the ways of the variables of an item type for which RIS's own tag does not do."""
    kinds = becomes(kind)
    planned = plan(ris.TABLE, kind).fields
    written = {one.field.variable: tag_of(one.field.keys[0]) for one in planned}
    names = [one.name for one in VARIABLES if one.name not in _OWN_WAY]
    taken = {written[name] for name in _OWN_WAY & written.keys()}
    chosen: dict[str, Way] = {}
    if kind == ItemType.MOTION_PICTURE:
        # Films with a cast are written as VIDEO.
        chosen["performer"] = Way("C1")
        taken.add("C1")
    for name in names:
        tag = written.get(name, "M2")
        if tag != "M2" and serves(kinds, name, tag):
            chosen[name] = Way(tag)
            taken.add(tag)
    for name in names:
        if name not in chosen:
            chosen[name] = way(kinds, name, taken)
            taken |= {chosen[name].tag} - {"M2"}
    return {
        name: one
        for name, one in chosen.items()
        if (one.tag == "M2" or one.tag != written.get(name)) and (kind, name) not in _BY_HAND
    }


def text() -> str:
    """Return the text of the table."""
    header = "# Made by python -m tools.zotero_ris_rows from the tables of Zotero; do not edit"
    return "\n".join((header, *("\t".join(row) for row in rows()), ""))


def main() -> None:
    """Write the table."""
    TARGET.write_text(text(), "utf-8")


if __name__ == "__main__":
    main()
