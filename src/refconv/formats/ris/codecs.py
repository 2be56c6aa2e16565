"""Codecs of RIS's rows, beside those for names and dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from refconv.codecs import bare_doi, normal_pages, same
from refconv.dates import Date
from refconv.fields import Codec, Decoded, Raws
from refconv.formats.ris.dates import decode_date, encode_date
from refconv.formats.ris.tags import key_of, tag_of
from refconv.formats.ris.values import one_line, plain
from refconv.report import Code


def first(
    decode: Callable[[str], str | Date | None],
    encode: Callable[[Any], str],
    *,
    repeats: bool = False,
) -> Codec:
    """Make a codec for one key of one value: the first that can be read.

    Other values are unused where they say something else; that is said unless the key ``repeats``
    by nature.
    """

    def decode_first(raws: Raws) -> Decoded:
        values = [decode(raw) for raw in raws[0]]
        value = next((value for value in values if value is not None), None)
        if value is None:
            return Decoded(None)
        if len(values) == 1:
            return Decoded(value)
        others = tuple((0, i) for i, other in enumerate(values) if other != value)
        if others and not repeats:
            return Decoded(value, others, Code.DUPLICATE_FIELD, "given more than once, first taken")
        return Decoded(value, others)

    return Codec(decode_first, lambda value: ((encode(value),),))


def either(keys: tuple[str, ...], encode: Callable[[str], str] = plain) -> Codec:
    """Make a codec for keys that are one tag: each value goes under the key that it reads as."""
    places = {key: i for i, key in enumerate(keys)}
    one = first(same, same)

    def decode(raws: Raws) -> Decoded:
        order = [(position, i) for position, values in enumerate(raws) for i in range(len(values))]
        decoded = one.decode((tuple(raws[position][i] for position, i in order),))
        unused = tuple(order[i] for _, i in decoded.unused)
        return Decoded(decoded.value, unused, decoded.code, decoded.message)

    def write(value: str) -> Raws:
        text = encode(value)
        place = places.get(key_of(tag_of(keys[0]), one_line(text)), 0)
        return tuple((text,) if i == place else () for i in range(len(keys)))

    return Codec(decode, write)


TEXT = first(same, plain)
"""A text, without rich text's markup."""

VERBATIM = first(same, same)
"""A text as it is."""

URL = first(same, same, repeats=True)
"""The first of an item's addresses."""


_NOWHERE = frozenset({"nan", "none", "null", "undefined"})


def _decode_pages(raws: Raws) -> Decoded:
    """Join a first and a last page; what the range does not stand for is left over."""
    starts, ends = raws
    pages = normal_pages(starts[0]).strip() if starts else ""
    unused = [(0, i) for i, raw in enumerate(starts) if i and raw != starts[0]]
    for i, raw in enumerate(ends):
        end = raw.strip()
        if i == 0 and pages and not re.search("[-,;]", pages) and end.casefold() not in _NOWHERE:
            pages = pages if pages == end else f"{pages}-{end}"
        elif not pages.endswith(f"-{end}"):
            unused.append((1, i))
    # What Ovid writes where there are none.
    if not pages or pages.casefold() in ("no-specified", "no pagination"):
        return Decoded(None)
    return Decoded(pages, tuple(unused))


PAGES = Codec(_decode_pages, lambda value: ((value,), ()))
"""SP and EP, written as a whole range in SP."""


def _decode_keywords(raws: Raws) -> Decoded:
    parts = (part.strip() for raw in raws[0] for part in raw.split(";"))
    return Decoded(tuple(part for part in parts if part) or None)


KEYWORDS = Codec(_decode_keywords, lambda values: (tuple(plain(value) for value in values),))
"""Keywords, one a line; several in a line stand between semicolons."""

NOTES = Codec(
    lambda raws: Decoded("\n\n".join(raws[0])),
    lambda value: (tuple(part for part in plain(value).split("\n\n") if part),),
)
"""A text of paragraphs, each on a tag of its own."""

DATE = first(decode_date, encode_date)
"""A date in one value."""


def beside(main: Codec, others: int) -> Codec:
    """Make a codec for a key, and for places where its value is found without belonging there.

    The latter are read where the key is not given, and kept always.
    """

    def decode(raws: Raws) -> Decoded:
        kept = tuple((p, i) for p in range(1, len(raws)) for i in range(len(raws[p])))
        decoded = main.decode(raws[:1]) if raws[0] else Decoded(None)
        if decoded.value is not None:
            return Decoded(decoded.value, decoded.unused + kept, decoded.code, decoded.message)
        elsewhere = main.decode((tuple(raws[p][i] for p, i in kept),)) if kept else decoded
        own = tuple((0, i) for i in range(len(raws[0])))
        code = decoded.code if not raws[0] else Code.BAD_IDENTIFIER
        return Decoded(elsewhere.value, own + kept, code)

    return Codec(decode, lambda value: main.encode(value) + ((),) * others)


DOI = beside(first(bare_doi, same), 2)
"""A DOI without resolver, or where there is none one among the notes and types."""


def _found(pattern: str) -> Callable[[str], str | None]:
    search = re.compile(pattern, re.IGNORECASE).search
    return lambda raw: match[0] if (match := search(raw)) else None


def labelled(label: str) -> Callable[[str], str]:
    """Make a function that puts a label before a value."""
    return lambda value: f"{label}: {value}"


def unlabelled(label: str) -> Callable[[str], str | None]:
    """Make a function that takes a label off a value, if it has it."""
    matched = re.compile(rf"\s*{label}\s*:\s*", re.IGNORECASE).match
    return lambda raw: raw[match.end() :] if (match := matched(raw)) else raw


def nowhere(decode: Callable[[str], str | Date | None], others: int) -> Codec:
    """Make a codec as :func:`beside` for a variable that is only read."""
    return beside(Codec(first(decode, same).decode, lambda value: ((),)), others)  # noqa: ARG005


_PMID = _found(r"(?<!\d)\d{1,8}(?!\d)")
_PMCID = _found(r"PMC\d+")

PMID = beside(first(_PMID, same), 1)
"""A PubMed number, by itself."""

PMID_READ = nowhere(_PMID, 1)
"""A PubMed number where there is no room to write it."""

PMID_EXTRA = beside(first(_PMID, labelled("PMID")), 1)
"""A PubMed number in a line of Zotero's Extra field."""

PMCID = beside(first(_PMCID, same), 2)
PMCID_EXTRA = beside(first(_PMCID, labelled("PMCID")), 2)
"""A PubMed Central number where an accession number may be one too."""

PMCID_ONLY = beside(first(_PMCID, same), 1)
PMCID_ONLY_EXTRA = beside(first(_PMCID, labelled("PMCID")), 1)
"""The same where it cannot."""


def _history(raw: str) -> Date:
    """Read ``2013/02/15/received`` and ``Received: 2013-02-15``."""
    text = re.sub(r"^(?:received|revised|accepted)\s*:\s*", "", raw, flags=re.IGNORECASE)
    return decode_date(re.sub(r"/(?:received|revised|accepted)$", "/", text, flags=re.IGNORECASE))


def extra_line(label: str) -> Codec:
    """Make a codec for a line of Zotero's Extra field."""
    put = labelled(label)
    return first(unlabelled(label), lambda value: put(plain(value)))


HISTORY = nowhere(_history, 1)
"""A date of an article's history, which is only read: other readers would take it for PY."""


def history_extra(label: str) -> Codec:
    """Make a codec for such a date in a line of Zotero's Extra field."""
    put = labelled(label)
    return beside(first(_history, lambda date: put(date.edtf() or date.literal)), 1)


CITATION_KEY = first(unlabelled("citation key"), same)
ARCHIVE_ID = first(unlabelled("arXiv"), same)
GENRE = first(unlabelled("type"), plain)

_ARXIV = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?")


def _encode_archive_id(value: str) -> Raws:
    return (value,), (f"arXiv: {value}",) if _ARXIV.fullmatch(value) else ()


ARCHIVE_ID_EXTRA = Codec(ARCHIVE_ID.decode, _encode_archive_id)
"""A place in an archive, and an arXiv number in a line of Zotero's Extra field too."""
