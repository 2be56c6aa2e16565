"""Codecs of RIS's tags: pages, M1, tags that a value tells apart, lines of Zotero's Extra."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from refconv.clients.zotero.extra import label_of, labelled, unlabelled
from refconv.core.edtf import Date
from refconv.core.fields import Codec, Decoded, NameList, Raws
from refconv.core.model import BY_NAME, Name
from refconv.formats.reference_managers import ACCESSION, accession_of, marked, unmarked
from refconv.formats.ris.tags import key_of, tag_of
from refconv.values.combinators import first_of, idempotent, one_of, or_elsewhere, same
from refconv.values.date_fields import decode_date
from refconv.values.identifiers import (
    PMCID_FORM,
    bare_doi,
    doi_or_text,
    is_arxiv,
    reporting_other_texts,
)
from refconv.values.inverted_names import NAMES
from refconv.values.line_codecs import DATE, ISSUED, TEXT
from refconv.values.markup import plain
from refconv.values.pages import stable_pages
from refconv.values.standard_numbers import decode_numbers, encode_numbers


def either(keys: tuple[str, ...], encode: Callable[[str], str] = plain) -> Codec:
    """Return a codec for keys that are one tag: each value goes under the key that it reads as."""
    tag = tag_of(keys[0])
    return one_of(keys, encode, lambda text: key_of(tag, text))


def first_number(keys: tuple[str, ...]) -> Codec:
    """Return a codec for the keys of SN, of whose numbers the first is an item's.

    Patents and reports have other numbers beside it, of the application or of an order.
    """
    decode = first_of(keys=len(keys), repeats=True).decode
    return one_of(keys, plain, lambda text: key_of("SN", text), decode)


def numbers(keys: tuple[str, ...], kind: str) -> Codec:
    """Return a codec of ISSNs or ISBNs for the keys of SN, which is made for both."""
    decode = decode_numbers(kind, shared=True)
    return idempotent(
        one_of(keys, encode_numbers, lambda text: key_of(tag_of(keys[0]), text), decode)
    )


# ── pages, and what EndNote writes into M1 ────────────────────────────────────────────────────────

_NO_PAGES = frozenset({"no-specified", "no pagination"})
"""What Ovid writes where there are none."""

# An article's number as PubMed has it: pii: E1392.
_ITEM_NUMBER = re.compile(r"pii:\s*(?=\S)", re.IGNORECASE)


def _decode_pages(raws: Raws) -> Decoded:
    """Join a first and a last page; what the range does not stand for is left over."""
    starts, ends = raws
    pages = stable_pages(starts[0]) if starts else ""
    pages = stable_pages(_ITEM_NUMBER.sub("", pages, count=1)) if pages[:3] in _PII else pages
    unused = [(0, i) for i, raw in enumerate(starts) if i and raw != starts[0]]
    for i, raw in enumerate(ends):
        end = stable_pages(raw)
        if i == 0 and pages and not re.search("[-,;]", pages):
            pages = _range(pages, end)
        elif not pages.endswith(f"-{end}"):
            unused.append((1, i))
    if pages.casefold() in _NO_PAGES:
        return Decoded("")
    return Decoded(pages, tuple(unused)) if pages else Decoded(None)


_PII = ("pii", "PII")


def _range(start: str, end: str) -> str:
    """Return the pages from one to another; ``+`` stands for those that follow."""
    if end == "+":
        return start if start.endswith("+") else f"{start}+"
    return start if start == end else stable_pages(f"{start}-{end}")


PAGES = idempotent(Codec(_decode_pages, lambda value: ((value,), ())))
"""SP and EP, written as a whole range in SP."""


def or_m1(main: Codec, is_one: Callable[[str], object], nothing: Any) -> Codec:
    """Return a codec for a key, and for M1, which may hold its value: ``is_one`` tells whether."""

    def decode(raws: Raws) -> Decoded:
        if not raws[1]:
            return main.decode(raws[:1])
        if raws[0]:
            decoded = main.decode(raws[:1])
            others = tuple((1, i) for i in range(len(raws[1])))
            return Decoded(decoded.value, decoded.unused + others, decoded.problem)
        found = next((i for i, raw in enumerate(raws[1]) if is_one(raw)), None)
        others = tuple((1, i) for i in range(len(raws[1])) if i != found)
        if found is None:
            return Decoded(nothing, others)
        return Decoded(main.decode(((raws[1][found],),)).value, others)

    return Codec(decode, lambda value: (*main.encode(value), ()))


NUMBER_OR_M1 = or_m1(TEXT, re.compile(r"[A-Z]{0,4}\d[\w./ ()-]{0,15}").fullmatch, "")
"""An issue, which EndNote writes into M1; others write all kinds of things there."""

DATE_OR_M1 = or_m1(DATE, re.compile(r"\d{4}/\d{1,2}/.*").fullmatch, None)
"""The date of access to a web page, which EndNote writes into M1."""


# ── identifiers ───────────────────────────────────────────────────────────────────────────────────

_DOI = or_elsewhere(idempotent(first_of(bare_doi, same)), 2)
_ANY = reporting_other_texts(idempotent(first_of(doi_or_text)))


def _decode_doi(raws: Raws) -> Decoded:
    """Read a DOI; where there is none, what DO has is kept as one."""
    decoded = _DOI.decode(raws)
    if decoded.value is not None or not raws[0]:
        again = [place for place in decoded.unused if place[0]]
        same_doi = {(p, i) for p, i in again if bare_doi(raws[p][i]) == decoded.value}
        unused = tuple(place for place in decoded.unused if place not in same_doi)
        return decoded._replace(unused=unused)
    kept = _ANY.decode(raws[:1])
    return kept._replace(unused=(*(p for p in decoded.unused if p[0]), *kept.unused))


DOI = Codec(_decode_doi, lambda value: (*_ANY.encode(value), (), ()))
"""A DOI without resolver, or where there is none one among the notes and types."""


def _found(pattern: str) -> Callable[[str], str | None]:
    search = re.compile(pattern, re.IGNORECASE).search
    return lambda raw: match[0].upper() if (match := search(raw)) else None


_PMID = _found(r"(?<!\d)\d{1,8}(?!\d)")
_PMCID = _found(PMCID_FORM)


def _pmid_or_accession(raw: str) -> str | None:
    return ACCESSION + raw if raw.isdecimal() else _PMID(raw)


_PMID_TEXT = idempotent(first_of(_pmid_or_accession, unmarked))


def _decode_pmid(raws: Raws) -> Decoded:
    """Read AN, and beside it U1, whose number is PubMed's whatever the database is."""
    own, others = raws
    decoded = _PMID_TEXT.decode((own,)) if own else Decoded(None)
    number = next(filter(None, map(_PMID, others)), "")
    unused = decoded.unused + tuple((1, i) for i, raw in enumerate(others) if _PMID(raw) != number)
    if not number:
        return decoded._replace(unused=unused)
    value = decoded.value or ""
    if value and not value.startswith(ACCESSION):
        others_unused = tuple((1, i) for i in range(len(others)) if value != number)
        return decoded._replace(unused=decoded.unused + others_unused)
    return Decoded(marked(unmarked(value), number), unused, decoded.problem)


def _encode_pmid(value: str) -> Raws:
    if not value.startswith(ACCESSION):
        return (*_PMID_TEXT.encode(value), ())
    number, pmid = accession_of(value)
    return (number,) if number else (), (f"{pmid} [pmid]",) if pmid else ()


PMID = Codec(_decode_pmid, _encode_pmid)
"""A PubMed number in AN, marked until the whole record is read."""

PMID_EXTRA = or_elsewhere(idempotent(first_of(_PMID, labelled("PMID"))), 1)
"""A PubMed number in a line of Zotero's Extra field."""

_PMCID_TEXT = idempotent(first_of(_PMCID, same))
_PMCID_LINE = idempotent(first_of(_PMCID, labelled("PMCID")))
PMCID = or_elsewhere(_PMCID_TEXT, 2)
PMCID_EXTRA = or_elsewhere(_PMCID_LINE, 2)
"""A PubMed Central number where an accession number may be one too."""

PMCID_ONLY = or_elsewhere(_PMCID_TEXT, 1)
PMCID_ONLY_EXTRA = or_elsewhere(_PMCID_LINE, 1)
"""The same where it cannot."""


def _history(raw: str) -> Date | None:
    """Read ``2013/02/15/received`` and ``Received: 2013-02-15``."""
    text = re.sub(r"^(?:received|revised|accepted)\s*:\s*", "", raw, flags=re.IGNORECASE)
    date = re.sub(r"/(?:received|revised|accepted)$", "/", text, flags=re.IGNORECASE)
    return decode_date(date) if date.strip() else None


HISTORY = or_elsewhere(Codec(first_of(_history, same).decode, lambda value: ((),)), 1)  # noqa: ARG005
"""A date of an article's history, which is only read: other readers would take it for PY."""


def _labelled_date(label: str) -> Callable[[Date], str]:
    return lambda date: f"{label}: {date.edtf() or date.literal}"


def history_extra(name: str) -> Codec:
    """Return the codec of such a date in a line of Zotero's Extra field."""
    return or_elsewhere(idempotent(first_of(_history, _labelled_date(label_of(name)))), 1)


def extra_line(name: str, label: str = "") -> Codec:
    """Return the codec of a variable in a line of Zotero's Extra field."""
    label = label or label_of(name)
    take, put = unlabelled(label), labelled(label)
    if BY_NAME[name].kind == "date":
        return idempotent(first_of(_date_after(take), _labelled_date(label)))
    return idempotent(first_of(take, lambda value: put(plain(value))))


CITATION_KEY_LINE = extra_line("citation-key")

_WITHOUT_ISSUED = unlabelled("issued")


def _decode_issued(raws: Raws) -> Decoded:
    years, days, lines = raws
    texts = tuple(_WITHOUT_ISSUED(line) or line for line in lines)
    return ISSUED.decode((years + texts, days))


def _encode_issued(date: Date) -> Raws:
    if date.start is None:
        return (), (), (f"Issued: {date.literal}",)
    return (*ISSUED.encode(date), ())


ISSUED_EXTRA = idempotent(Codec(_decode_issued, _encode_issued))
"""A date, or in a line of Zotero's Extra field what is none: it would read ``in`` of ``in press``.
"""


def name_lines(label: str) -> Codec:
    """Return the codec of names in lines of Zotero's Extra field: ``Guest: Okoro || Una``."""
    take = unlabelled(label)

    def decode(raws: Raws) -> Decoded:
        texts = [one.replace(" || ", ", ", 1) for raw in raws[0] if (one := take(raw)) is not None]
        return NAMES.decode((tuple(texts),)) if texts else Decoded(None)

    def encode(value: NameList) -> Raws:
        return (tuple(f"{label}: {_in_line(name)}" for name in value.names),)

    return idempotent(Codec(decode, encode))


def _in_line(name: Name) -> str:
    if name.literal:
        return name.literal
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    return " || ".join(filter(None, (family, ", ".join(filter(None, (given, name.suffix))))))


def _date_after(take: Callable[[str], str | None]) -> Callable[[str], Date | None]:
    return lambda raw: None if (text := take(raw)) is None else decode_date(text)


ARCHIVE_ID = idempotent(first_of(unlabelled("arXiv"), same))
GENRE = idempotent(first_of(unlabelled("type"), plain))


_WITHOUT_LABEL = unlabelled("genre")


def _decode_either(raws: Raws) -> Decoded:
    own = tuple([_WITHOUT_LABEL(raw) or raw for raw in raws[0]])
    return GENRE.decode((own + raws[1],))


def _encode_program(value: str) -> Raws:
    (texts,) = GENRE.encode(value)
    is_language = texts and key_of("LA", texts[0]) == "LA:program"
    return ((), texts) if is_language else (texts, ())


def _decode_program(raws: Raws) -> Decoded:
    column = 0 if raws[0] else 1
    decoded = GENRE.decode((raws[column],))
    unused = [(column, i) for _, i in decoded.unused]
    unused += [(1, i) for i in range(len(raws[1])) if not column]
    return decoded._replace(unused=tuple(unused))


GENRE_OR_PROGRAM = Codec(_decode_program, _encode_program)
"""The kind of a program, or its programming language, for which Zotero has LA."""


def _encode_genre(value: str) -> Raws:
    (texts,) = GENRE.encode(value)
    # Any other word there would make another type of item, or none.
    if texts == ("preprint",):
        return (), ("type: preprint",)
    return tuple(f"Genre: {text}" for text in texts), ()


GENRE_EXTRA = Codec(_decode_either, _encode_genre)
"""The kind of an article, which for a preprint is a type of Zotero's."""


def _decode_archive_id(raws: Raws) -> Decoded:
    place, arxiv, digits = raws
    return ARCHIVE_ID.decode((place + arxiv + digits,))


def _encode_archive_id(value: str) -> Raws:
    (texts,) = ARCHIVE_ID.encode(value)
    if texts and key_of("AN", texts[0]) == "AN:PMID":
        return (), (), texts
    return texts, tuple(f"arXiv: {text}" for text in texts if is_arxiv(text)), ()


ARCHIVE_ID_EXTRA = Codec(_decode_archive_id, _encode_archive_id)
"""A place in an archive, and an arXiv number in a line of Zotero's Extra field too."""
