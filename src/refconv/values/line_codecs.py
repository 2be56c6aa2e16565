"""Codecs of formats that write a value as a line of text, RIS and EndNote: texts, lists, dates."""

from __future__ import annotations

from refconv.core.fields import Codec, Decoded, Raws
from refconv.values.combinators import first_of, idempotent
from refconv.values.date_fields import PY_AND_DA, decode_one, encode_date
from refconv.values.markup import plain
from refconv.values.text import one_line

TEXT = first_of(encode=plain)
"""A text, without rich text's markup."""

VERBATIM = first_of()
"""A text as it is."""

FIRST = first_of(encode=plain, repeats=True)
"""The first of several texts, which are all right."""

URL = first_of(repeats=True)
"""The first of an item's addresses."""


def _decode_keywords(raws: Raws) -> Decoded:
    parts = (part.strip() for raw in raws[0] for part in raw.split(";"))
    return Decoded(tuple(part for part in parts if part) or None)


def _encode_keywords(values: tuple[str, ...]) -> Raws:
    parts = (part.strip() for value in values for part in one_line(plain(value)).split(";"))
    return (tuple(part for part in parts if part),)


KEYWORDS = Codec(_decode_keywords, _encode_keywords)
"""Keywords, one a line; several in a line stand between semicolons."""

NOTES = Codec(
    lambda raws: Decoded("\n\n".join(raws[0])),
    lambda value: (tuple(part for part in plain(value).split("\n\n") if part),),
)
"""A text of paragraphs, each a value of its own."""

ISSUED = idempotent(PY_AND_DA)
"""A date in two keys: the year, and the date or what it says beside the year."""

DATE = idempotent(Codec(decode_one, lambda date: ((encode_date(date),),)))
"""A date in one value."""
