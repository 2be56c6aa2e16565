"""Which elements are written for Zotero: those that it stores in the variable's own field.

``zotero_elements.tsv`` is made by ``python -m tools.zotero_endnote_rows`` from the measured tables
of what Zotero stores.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from refconv.core.edtf import Date
from refconv.core.fields import Codec, Field, FieldMap, Raws
from refconv.core.model import BY_NAME, ItemType
from refconv.formats.endnote.generic_codecs import DATE, WITH_MONTH
from refconv.values.date_fields import whole_text

NOWHERE = "-"


def element_of(field: Field) -> str:
    """Return the element that a field is written to: of two, the second is the one for Zotero."""
    return _WRITTEN.get(field.variable, field.keys[0].partition(":")[0])


_WRITTEN: Mapping[str, str] = {
    "URL": "urls/web-urls/url",
    "container-title-short": "periodical/abbr-1",
}


@cache
def _elements() -> Mapping[tuple[str, ItemType], str]:
    text = resources.files("refconv.formats.endnote").joinpath("zotero_elements.tsv")
    rows = (line.split("\t") for line in text.read_text("utf-8").splitlines()[2:])
    return {(name, ItemType(kind)): path for name, path, kinds in rows for kind in kinds.split()}


def _day(date: Date) -> str:
    """Return a date as Zotero stores it: in ISO's form, or as it is printed."""
    if date.start is None:
        return date.literal
    return whole_text(date) if date.literal else date.edtf()


def _encode_issued(date: Date) -> Raws:
    if date.literal and date.points and date.points[0].year == 0:
        # Zotero's "0000///Spring term" of RIS, which it shows no date of.
        return (), (), ()
    years, *_ = WITH_MONTH.encode(date)
    day = _day(date)
    return (years, (day,) if (day,) != years else (), ())


_CODECS: Mapping[str, Codec] = {
    "issued": Codec(WITH_MONTH.decode, _encode_issued),
}
_DAY = Codec(DATE.decode, lambda date: ((_day(date),),))


def fields_for_zotero(main: FieldMap, text: Codec, names: Codec) -> tuple[Field, ...]:
    """Return the fields of a table as they are for Zotero, each for some item types.

    Args:
        main: The table for EndNote.
        text: The codec of a text.
        names: The codec of a list of names.
    """
    kinds: dict[tuple[tuple[str, ...], str, Codec], set[ItemType]] = defaultdict(set)
    for kind in ItemType:
        for keys, variable, codec in _rows(main, kind, text, names):
            kinds[keys, variable, codec].add(kind)
    return tuple(Field(*row, frozenset(types)) for row, types in kinds.items())


def _rows(
    main: FieldMap, kind: ItemType, text: Codec, names: Codec
) -> Iterator[tuple[tuple[str, ...], str, Codec]]:
    elements = {name: path for (name, of), path in _elements().items() if of == kind}
    for field in main.fields_for(kind):
        if field.variable not in elements:
            is_day = field.codec is DATE
            codec = _DAY if is_day else _CODECS.get(field.variable, field.codec)
            if field.variable == "accessed":
                yield ("access-date",), "accessed", _DAY
            else:
                yield field.keys, field.variable, codec
    for name, path in elements.items():
        if path != NOWHERE:
            made = {"names": names, "date": _DAY}
            yield (path,), name, made.get(BY_NAME[name].kind, text)
