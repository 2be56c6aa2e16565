"""Codecs for what stands in other places too: identifiers, and lines of Zotero's Extra field."""

from __future__ import annotations

import re
from collections.abc import Callable

from refconv.clients.zotero_extra import label_of
from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.edtf import Date
from refconv.core.fields import Codec, Decoded, Raws
from refconv.core.model import BY_NAME
from refconv.formats.ris.codecs import first, settled
from refconv.values.combinators import bare_doi, same
from refconv.values.date_fields import decode_date
from refconv.values.identifiers import PMCID_FORM, is_arxiv
from refconv.values.markup import plain


def beside(main: Codec, others: int) -> Codec:
    """Make a codec for a key, and for places where its value is found without belonging there.

    The latter are read where the key is not given, and kept always.
    """

    def decode(raws: Raws) -> Decoded:
        kept = tuple((p, i) for p in range(1, len(raws)) for i in range(len(raws[p])))
        decoded = main.decode(raws[:1]) if raws[0] else Decoded(None)
        if decoded.value is not None:
            return Decoded(decoded.value, decoded.unused + kept, decoded.problem)
        elsewhere = main.decode((tuple(raws[p][i] for p, i in kept),)) if kept else decoded
        own = tuple((0, i) for i in range(len(raws[0])))
        found = problem(Code.BAD_IDENTIFIER, "unreadable") if raws[0] else decoded.problem
        return Decoded(elsewhere.value, own + kept, found)

    return Codec(decode, lambda value: main.encode(value) + ((),) * others)


_DOI = beside(settled(first(bare_doi, same)), 2)
_ANY = settled(first(lambda raw: bare_doi(raw) or raw.strip() or None, same))


def _decode_doi(raws: Raws) -> Decoded:
    """Read a DOI; where there is none, what DO has is kept as one."""
    decoded = _DOI.decode(raws)
    if decoded.value is not None or not raws[0]:
        return decoded
    kept = _ANY.decode(raws[:1])
    unused = tuple(place for place in decoded.unused if place[0]) + kept.unused
    found = problem(Code.BAD_IDENTIFIER, "invalid", kind="DOI", value=kept.value)
    return kept._replace(unused=unused, problem=found)


DOI = Codec(_decode_doi, lambda value: (*_ANY.encode(value), (), ()))
"""A DOI without resolver, or where there is none one among the notes and types."""


def _found(pattern: str) -> Callable[[str], str | None]:
    search = re.compile(pattern, re.IGNORECASE).search
    return lambda raw: match[0] if (match := search(raw)) else None


def labelled(label: str) -> Callable[[str], str]:
    """Make a function that puts a label before a value."""
    return lambda value: f"{label}: {value}"


def unlabelled(label: str) -> Callable[[str], str | None]:
    """Make a function that takes a label off a value, if it has it."""
    # Most labels are never met with: their patterns are compiled when they are.
    pattern = rf"\s*{label}\s*:\s*"

    def take(raw: str) -> str | None:
        match = re.match(pattern, raw, re.IGNORECASE)
        return (raw[match.end() :] if match else raw) or None

    return take


_PMID = _found(r"(?<!\d)\d{1,8}(?!\d)")
_PMCID = _found(PMCID_FORM)

IN_AN = "AN:"
"""What stands before a PubMed number until it is known that its accession number is PubMed's."""


def _pmid_or_accession(raw: str) -> str | None:
    return IN_AN + raw if raw.isdecimal() else _PMID(raw)


PMID = beside(settled(first(_pmid_or_accession, lambda value: value.removeprefix(IN_AN))), 1)
"""A PubMed number in AN; :func:`refconv.formats.ris.rules.after_reading` takes the mark off."""

PMID_EXTRA = beside(settled(first(_PMID, labelled("PMID"))), 1)
"""A PubMed number in a line of Zotero's Extra field."""

_PMCID_TEXT = settled(first(_PMCID, same))
_PMCID_LINE = settled(first(_PMCID, labelled("PMCID")))
PMCID = beside(_PMCID_TEXT, 2)
PMCID_EXTRA = beside(_PMCID_LINE, 2)
"""A PubMed Central number where an accession number may be one too."""

PMCID_ONLY = beside(_PMCID_TEXT, 1)
PMCID_ONLY_EXTRA = beside(_PMCID_LINE, 1)
"""The same where it cannot."""


def _history(raw: str) -> Date:
    """Read ``2013/02/15/received`` and ``Received: 2013-02-15``."""
    text = re.sub(r"^(?:received|revised|accepted)\s*:\s*", "", raw, flags=re.IGNORECASE)
    return decode_date(re.sub(r"/(?:received|revised|accepted)$", "/", text, flags=re.IGNORECASE))


HISTORY = beside(Codec(first(_history, same).decode, lambda value: ((),)), 1)  # noqa: ARG005
"""A date of an article's history, which is only read: other readers would take it for PY."""


def history_extra(name: str) -> Codec:
    """Make a codec for such a date in a line of Zotero's Extra field."""
    put = labelled(label_of(name))
    return beside(settled(first(_history, lambda date: put(date.edtf() or date.literal))), 1)


def extra_line(name: str) -> Codec:
    """Make a codec for a variable in a line of Zotero's Extra field."""
    label = label_of(name)
    take, put = unlabelled(label), labelled(label)
    if BY_NAME[name].kind == "date":
        return settled(first(_date_after(take), lambda date: put(date.edtf() or date.literal)))
    return settled(first(take, lambda value: put(plain(value))))


def _date_after(take: Callable[[str], str | None]) -> Callable[[str], Date | None]:
    return lambda raw: None if (text := take(raw)) is None else decode_date(text)


CITATION_KEY = settled(first(unlabelled("citation key"), same))
ARCHIVE_ID = settled(first(unlabelled("arXiv"), same))
GENRE = settled(first(unlabelled("type"), plain))


def _decode_either(raws: Raws) -> Decoded:
    own, extra = raws
    return GENRE.decode((own + extra,))


def _encode_genre(value: str) -> Raws:
    (texts,) = GENRE.encode(value)
    # Any other word there would make another type of item, or none.
    return ((), ("type: preprint",)) if texts == ("preprint",) else (texts, ())


GENRE_EXTRA = Codec(_decode_either, _encode_genre)
"""The kind of an article, which for a preprint is a type of Zotero's."""


def _decode_archive_id(raws: Raws) -> Decoded:
    place, arxiv = raws
    return ARCHIVE_ID.decode((place + arxiv,))


def _encode_archive_id(value: str) -> Raws:
    (texts,) = ARCHIVE_ID.encode(value)
    return texts, tuple(f"arXiv: {text}" for text in texts if is_arxiv(text))


ARCHIVE_ID_EXTRA = Codec(_decode_archive_id, _encode_archive_id)
"""A place in an archive, and an arXiv number in a line of Zotero's Extra field too."""
