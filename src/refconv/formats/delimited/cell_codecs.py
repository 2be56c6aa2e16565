"""Codecs of cells: a list of names, keywords or numbers is the text of one cell.

Names are written ``Family, Given; Family, Given``. They are read in that order or in the natural
one, between semicolons, vertical bars, lines, "and" or, where no other mark stands, commas.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from attrs import evolve

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.edtf import Date, Edge, Point
from refconv.core.fields import Codec, Decoded, NameList, Raws
from refconv.core.model import Name
from refconv.values.combinators import first_of, idempotent
from refconv.values.date_fields import PY_AND_DA, decode_one, encode_date
from refconv.values.identifiers import ORCID_FORM, bare_doi, bare_orcid, find_orcid, is_orcid
from refconv.values.inverted_names import decode_name, encode_name
from refconv.values.markup import plain
from refconv.values.months import MONTHS, fold
from refconv.values.names import parse_names
from refconv.values.orcid_lists import add_orcids, encode_orcids, short_key
from refconv.values.pages import normal_pages, stable_pages
from refconv.values.standard_numbers import number_codec
from refconv.values.text import one_line

TEXT = first_of(encode=plain, repeats=True)
"""A text, without rich text's markup; of several columns that hold it, the first."""

NOTES = Codec(
    lambda raws: Decoded("\n\n".join(raws[0])),
    lambda value: ((plain(value),),),
)
"""The text of several columns."""

VERBATIM = first_of(repeats=True)
"""A text as it is."""

# ── names ─────────────────────────────────────────────────────────────────────────────────────────

_ET_AL = re.compile(r"(?:and |& )?(?:et\.? al(?:ii)?|others)\.?|\[\.\.\.\]|\.\.\.|…", re.IGNORECASE)
_MARKS = re.compile(r"\s*(?:;+|\|+|\n|(?<!:)//)\s*")
# An id behind a full name of Scopus: Hale, Nora (57190000000)
_ID = re.compile(r"\s*[(\[]\d{6,}[)\]]\Z")
_ORCID_BEHIND = re.compile(
    rf" ?[(\[](?:orcid:? ?)?(?:https?://orcid\.org/)?{ORCID_FORM}[)\]]\Z", re.IGNORECASE
)
_LEADING_AND = re.compile(r"\A(?:and|&) (?=\S)")
_AND = re.compile(r",? (?:and|&) ")
# A family name and initials, in either order, with nothing else: Smith J., J. A. Smith
_WITH_INITIALS = re.compile(
    r"[^\W\d_][\w'’ -]{1,40} (?:[^\W\d_a-z]\.?[ -]?){1,4}"
    r"|(?:[^\W\d_a-z]\.[ -]?){1,4} ?[^\W\d_][\w'’ -]{1,40}"
)
_SUFFIX = re.compile(r"(?:[JS]r|I{2,3}|IV)\.?", re.IGNORECASE)


@lru_cache(4096)
def names_of(cell: str) -> NameList:
    """Read the names of a cell.

    >>> [str(name) for name in names_of("Hale, Nora; Pike S.; Lake Survey Group").names]
    ['Hale, Nora', 'Pike, S.', 'Lake Survey Group']
    """
    parts = [part for part in _MARKS.split(cell.strip()) if part]
    if len(parts) < 2 and not _MARKS.search(cell.strip()):
        return _unmarked(cell.strip())
    kept = [part for part in parts if not _ET_AL.fullmatch(part)]
    names = tuple(name for part in kept for name in _one(part))
    return NameList(names, len(kept) < len(parts))


def _one(text: str) -> Iterator[Name]:
    """Read the name of a person or an institution, in either order; an ORCID may stand behind."""
    if (match := _ORCID_BEHIND.search(text)) is not None:
        names = [*_one(text[: match.start()])]
        yield from (evolve(one, orcid=find_orcid(match[0])) for one in names[:1])
        yield from names[1:]
        return
    text = _LEADING_AND.sub("", _ID.sub("", text))
    if not text.isascii() and text.lower() == text.upper() and "," not in text:
        # A name in a script without case has no space between its parts.
        yield from parse_names(text).names
        return
    name = decode_name(text)
    if name is None:
        return
    if not name.literal or "," in text:
        yield name
    else:
        yield from parse_names(text).names or (name,)


def _unmarked(cell: str) -> NameList:
    """Read a cell in which nothing but commas and "and" can separate names."""
    if ",," in cell or cell.endswith(","):
        return NameList(tuple(_one(cell)))
    parts = _AND.split(cell)
    if len(parts) > 1 and all(part.count(",") == 1 for part in parts):
        return NameList(tuple(name for part in parts for name in _one(part)))
    commas = [part.strip() for part in cell.split(",")]
    if len(commas) == 2 and len(parts) == 1:
        if not all(_WITH_INITIALS.fullmatch(part) for part in commas):
            kept = [part for part in commas if not _ET_AL.fullmatch(part)]
            return NameList(tuple(_one(", ".join(kept))), len(kept) < 2)
    elif (len(commas) == 3 and _SUFFIX.fullmatch(commas[2])) or len(commas) == len(parts) == 1:
        return NameList(tuple(_one(cell)))
    return parse_names(cell)


@lru_cache(4096)
def names_by_commas(cell: str) -> NameList:
    """Read the names of a cell whose names commas separate: ``Smith J, Jones K``."""
    first, *others = _MARKS.split(cell.strip())
    names = list(parse_names(first).names)
    for part in others:
        # PubMed puts a semicolon before the name of a group.
        names += parse_names(part).names if "," in part else _one(part.rstrip("."))
    return NameList(tuple(names), parse_names(first).et_al)


def _encode_names(value: NameList) -> str:
    texts = [text for name in value.names for text in _name_texts(name)]
    return "; ".join([*texts, *(["et al."] if value.et_al and texts else ())])


def _name_texts(name: Name) -> Iterator[str]:
    """Yield a name as it will be read again; an institution may need a comma behind it."""
    bare = Name.unchecked(**{k: v for k, v in vars(name).items() if k != "orcid"})
    text = one_line(plain(encode_name(bare)).replace(";", ","))
    if bare.literal:
        literal = one_line(plain(bare.literal))
        for candidate in (literal, f"{literal},", text):
            if names_of(candidate).names == (bare,) and tuple(_one(candidate)) == (bare,):
                yield candidate
                return
    if text:
        yield text


def _codec_of_names(read: Callable[[str], NameList]) -> Codec:
    def decode(raws: Raws) -> Decoded:
        lists = [read(raw) for raw in raws[0]]
        names = tuple(name for one in lists for name in one.names)
        return Decoded(NameList(names, any(one.et_al for one in lists)) if names else None)

    return idempotent(
        Codec(decode, lambda value: ((text,) if (text := _encode_names(value)) else (),))
    )


NAMES = _codec_of_names(names_of)
"""The names of a cell."""


def _decode_authors(raws: Raws) -> Decoded:
    """Read authors in full or, where these are not given, as indexes have them.

    The keys are those of authors, of authors that commas separate, of full names, of groups, of the
    first author and of ORCIDs. A name that stands in full too is not kept.
    """
    short, by_commas, full, groups, first, orcids = raws
    lists = [names_of(raw) for raw in short] + [names_by_commas(raw) for raw in by_commas]
    names = [name for one in lists for name in one.names]
    et_al = any(one.et_al for one in lists)
    unused: list[tuple[int, int]] = []
    in_full = [name for raw in full for name in names_of(raw).names]
    if len(in_full) >= len(names):
        names = in_full or names
    else:
        unused += [(2, i) for i in range(len(full))]
    names += [name for raw in groups for name in _groups(raw) if name not in names]
    if not names:
        names = [name for raw in first for name in names_by_commas(raw).names]
    else:
        unused += [(4, i) for i, raw in enumerate(first) if not _is_among(raw, names)]
    if not names:
        return Decoded(None)
    unused += [(5, i) for i in _add_orcids(names, orcids)]
    return Decoded(NameList(tuple(names), et_al), tuple(unused))


def _groups(raw: str) -> Iterator[Name]:
    return (Name(literal=part) for part in _MARKS.split(raw.strip()) if part)


def _is_among(raw: str, names: Sequence[Name]) -> bool:
    """Return whether the names of a cell are among others, perhaps with initials."""
    keys = {short_key(encode_name(name)) for name in names}
    return all(short_key(encode_name(name)) in keys for name in names_by_commas(raw).names)


def _add_orcids(names: list[Name], orcids: Sequence[str]) -> tuple[int, ...]:
    """Add ORCIDs, each behind its name or in the order of the names; return what is not used."""
    if len(orcids) == 1 and "/" not in _RESOLVER.sub("", orcids[0]):
        found = [bare_orcid(part.strip()) for part in _MARKS.split(orcids[0].strip())]
        if len(found) == len(names) and all(is_orcid(one) for one in found if one):
            names[:] = [evolve(name, orcid=one) for name, one in zip(names, found, strict=True)]
            return ()
    return add_orcids(names, orcids)


_RESOLVER = re.compile(r"https?://(?:www\.)?orcid\.org/")


def _encode_authors(value: NameList) -> Raws:
    text, orcids = _encode_names(value), encode_orcids(value.names)
    return (text,) if text else (), (), (), (), (), (orcids,) if orcids else ()


AUTHORS = idempotent(Codec(_decode_authors, _encode_authors))

# ── lists ─────────────────────────────────────────────────────────────────────────────────────────


def _decode_keywords(raws: Raws) -> Decoded:
    parts = (part for raw in raws[0] for part in _keywords_of(raw))
    return Decoded(tuple(dict.fromkeys(part for part in parts if part)) or None)


def _keywords_of(raw: str) -> list[str]:
    """Cut a cell of keywords at semicolons or, where there are none, at bars, lines or commas."""
    mark = next((mark for mark in (";", "|", "//", "\n", ",") if mark in raw), ";")
    return [part.strip() for part in raw.split(mark)]


def _encode_keywords(values: Sequence[str]) -> Raws:
    parts = [part.strip() for value in values for part in one_line(plain(value)).split(";")]
    text = "; ".join(filter(None, parts))
    is_cut = len(_keywords_of(text)) > 1 and ";" not in text
    return ((f"{text};" if is_cut else text,) if text else (),)


KEYWORDS = idempotent(Codec(_decode_keywords, _encode_keywords))

ISSNS, ISBNS = (idempotent(number_codec(kind)) for kind in ("ISSN", "ISBN"))
"""The numbers of a journal or book: in print, and electronic."""

# ── dates ─────────────────────────────────────────────────────────────────────────────────────────

_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?Z?")


def _clean(raw: str) -> str:
    """Remove what spreadsheets add to dates: a decimal zero, a time that is midnight."""
    return _MIDNIGHT.sub(r"\1", re.sub(r"\A(\d{4})\.0\Z", r"\1", raw))


def _encode_date(date: Date) -> str:
    return date.edtf() if date.start is not None and not date.literal else encode_date(date)


DATE = idempotent(
    Codec(
        lambda raws: decode_one((tuple(map(_clean, raws[0])),)),
        lambda date: ((_encode_date(date),),),
    )
)
"""A date in one cell, written as EDTF has it."""


def _decode_issued(raws: Raws) -> Decoded:
    """Join the date, the year, the month and the day."""
    dates, years, months, days = (tuple(map(_clean, texts)) for texts in raws)
    joined = _joined(years[0], months[0], days[0] if days else "") if years and months else ""
    unused = [(2 + k, i) for k, texts in enumerate((months, days)) for i in range(len(texts))]
    if joined:
        unused = [place for place in unused if place[1]]
    elif not dates and not years:
        return Decoded(None)
    decoded = PY_AND_DA.decode((years, (*dates, joined) if joined else dates))
    swapped = [(1 - key, i) for key, i in decoded.unused if key == 0 or i < len(dates)]
    return Decoded(decoded.value, tuple(swapped + unused), decoded.problem)


def _joined(year: str, month: str, day: str) -> str:
    """Return a date of its parts; empty if they make none."""
    number = int(month) if month.isascii() and month.isdecimal() else MONTHS.get(fold(month), 0)
    is_day = not day or (day.isascii() and day.isdecimal() and 1 <= int(day) <= 31)
    if not (re.fullmatch(r"[12]\d{3}", year, re.ASCII) and 1 <= number <= 12 and is_day):
        return ""
    text = f"{year}-{number:02d}" + (f"-{int(day):02d}" if day else "")
    return text if Date.from_edtf(text) is not None else ""


def _encode_issued(date: Date) -> Raws:
    return (_encode_date(date),), _year(date.start), (), ()


def _year(start: Point | Edge | None) -> tuple[str, ...]:
    is_whole = isinstance(start, Point) and not start.unspecified and 1000 <= start.year <= 9999
    return (str(start.year),) if isinstance(start, Point) and is_whole else ()


ISSUED = idempotent(Codec(_decode_issued, _encode_issued))
"""A date, and its year in a column of its own, by which tables are sorted."""

# ── pages and numbers ─────────────────────────────────────────────────────────────────────────────


def _decode_pages(raws: Raws) -> Decoded:
    """Read pages, or join the first one and the last."""
    pages, starts, ends = (tuple(map(stable_pages, texts)) for texts in raws)
    joined = ""
    if starts or ends:
        first, last = starts[0] if starts else "", ends[0] if ends else ""
        mark = "" if last == "+" else "-"
        joined = first if last in ("", first) else f"{first}{mark}{last}" if first else last
    value = pages[0] if pages else joined
    texts = {value, joined}
    unused = [(0, i) for i, text in enumerate(pages) if text not in texts]
    unused += [(1, i) for i in range(len(starts)) if i or not _begins(value, starts[0])]
    unused += [(2, i) for i in range(len(ends)) if i or (joined != value and ends[0] not in value)]
    return Decoded(normal_pages(value) or None, tuple(unused))


def _begins(pages: str, start: str) -> bool:
    return pages.startswith(start)


PAGES = idempotent(Codec(_decode_pages, lambda pages: ((plain(pages),), (), ())))

_FLOAT = re.compile(r"(\d+)\.0")


def _number(raw: str) -> str | None:
    match = _FLOAT.fullmatch(raw)
    return (match[1] if match is not None else raw) or None


NUMBER = first_of(_number, plain, repeats=True)
"""A number; spreadsheets make 12.0 of 12."""


def _decode_doi(raws: Raws) -> Decoded:
    """Read the first DOI; other columns often have it as an address."""
    values = [bare_doi(raw) for raw in raws[0]]
    value = next((value for value in values if value is not None), None)
    if value is None:
        found = problem(Code.BAD_IDENTIFIER, "invalid", kind="DOI", value=raws[0][0])
        return Decoded(None, problem=found)
    same = value.casefold()
    return Decoded(
        value, tuple((0, i) for i, one in enumerate(values) if (one or "").casefold() != same)
    )


DOI = idempotent(Codec(_decode_doi, lambda doi: ((doi,),)))

_PREFIXED = re.compile(r"(?:PMID|PubMed(?: ID)?)[: ]*(\d{1,8})|(\d{1,8})\.0", re.IGNORECASE)


def _pmid(raw: str) -> str | None:
    match = _PREFIXED.fullmatch(raw)
    return (match[1] or match[2] if match is not None else raw) or None


PMID = first_of(_pmid, repeats=True)
