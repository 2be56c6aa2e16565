"""What one variable says about another in EndNote, beside what it says in RIS."""

from __future__ import annotations

from collections.abc import Callable

from refconv.core.model import ItemType, Reference
from refconv.formats import reference_managers as shared
from refconv.formats.endnote.paths import NUMBER, carry, number_of, rank
from refconv.formats.endnote.vocabulary import PATHS


def _swapped(reference: Reference, source: str, target: str) -> Reference:
    """Let names, with the fact that their list is incomplete, be those of another role."""
    names = getattr(reference, source)
    if not names or getattr(reference, target):
        return reference
    et_al = {target if name == source else name for name in reference.et_al}
    return reference.changed(**{target: names, source: ()}, et_al=et_al)


def _is_edited_book(reference: Reference, type_key: str) -> bool:
    return reference.type == ItemType.BOOK and (type_key, "Edited Book") in reference.custom


def preparing(type_key: str) -> Callable[[Reference], Reference]:
    """Make the function that fills the fields EndNote shows, for a format's type key."""

    def prepare(reference: Reference) -> Reference:
        # An edited book has its editors where other books have their authors.
        if _is_edited_book(reference, type_key):
            reference = _swapped(reference, "editor", "author")
        return shared.before_writing(reference)

    return prepare


def completing(type_key: str, accession_key: str) -> Callable[[Reference], Reference]:
    """Make the function that takes back what :func:`preparing` adds."""

    def complete(reference: Reference) -> Reference:
        reference = shared.without_accession_mark(reference, accession_key)
        reference = shared.after_reading(reference)
        if _is_edited_book(reference, type_key):
            reference = _swapped(reference, "author", "editor")
        return reference

    return complete


def without_number(reference: Reference, native: str) -> Reference:
    """Take out numbers of types that XML does not show: further ones, and what the name says."""
    places = [i for i, (key, _) in enumerate(reference.custom) if key == f"endnote-xml:{NUMBER}"]
    if places and carry(NUMBER, reference.custom[places[0]][1]) not in (None, number_of(native)):
        del places[0]
    if not places:
        return reference
    custom = (pair for i, pair in enumerate(reference.custom) if i not in places)
    return reference.changed(custom=custom)


def in_order(reference: Reference) -> Reference:
    """Order XML's keys in ``custom`` as its elements are."""

    def place(pair: tuple[str, object]) -> tuple[int, int]:
        prefix, _, key = pair[0].partition(":")
        return rank(PATHS.name_of(key)) if prefix == "endnote-xml" else (0, 0)

    custom = tuple(sorted(reference.custom, key=place))
    return reference if custom == reference.custom else reference.changed(custom=custom)
