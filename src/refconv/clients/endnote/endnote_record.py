"""What EndNote stores of one record: values by the names that its reference type gives fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from refconv.clients.same_values import Creator


def _values(fields: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    stripped = {name: (one.strip() for one in values) for name, values in fields.items()}
    kept = {name: tuple(filter(None, values)) for name, values in stripped.items()}
    return {name: values for name, values in kept.items() if values}


@frozen
class EndNoteRecord:
    """One record as EndNote stores it.

    Attributes:
        type: The value of ``TY``.
        fields: Values by the names of fields; trimmed, none is empty.
    """

    type: str
    fields: Mapping[str, Sequence[str]] = field(factory=dict, converter=_values)


ET_AL = "et al.,"
"""What stands last in a list of names that is incomplete."""


def stored_name(text: str) -> Creator:
    """Return a name as EndNote understands it.

    Source: EndNote's manual, "Entering author names". A comma at the end makes an institution of
    it, two commas stand for one in its name, and without any the last word is the family name.

    >>> stored_name("Roe, Ann, Jr."), stored_name("Ann Roe")
    (Creator(role='', last='Roe', first='Ann, Jr.'), Creator(role='', last='Roe', first='Ann'))
    >>> stored_name("Acme,, Inc."), stored_name("World Bank,")
    (Creator(role='', last='Acme, Inc.', first=None), Creator(role='', last='World Bank', \
first=None))
    """
    if ",," in text:
        return Creator("", text.replace(",,", ",").strip())
    family, comma, given = text.partition(",")
    if comma:
        return Creator("", family.strip(), given.strip() or None)
    given, _, family = text.strip().rpartition(" ")
    return Creator("", family, given.strip() or None)
