"""Codecs of BibTeX's fields: titles, ranges, identifiers and lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from attrs import evolve

from refconv.core.codes import Code
from refconv.core.csl import unpack_list
from refconv.core.diagnostics import problem
from refconv.core.fields import Codec, Decoded, Raw, Raws
from refconv.formats.bibtex.latex.addresses import escaped, unescaped
from refconv.values.combinators import same
from refconv.values.databases import is_eprint
from refconv.values.identifiers import bare_doi
from refconv.values.pages import normal_pages
from refconv.values.standard_numbers import decode_numbers, encode_numbers


def first(decode: Callable[[Raw], Any], encode: Callable[[Any], Raw] = same) -> Codec:
    """Return a codec for one key and one value; the syntax reports repeated fields."""

    def decode_first(raws: Raws) -> Decoded:
        values = raws[0]
        value = decode(values[0]) if isinstance(values[0], str) else None
        if len(values) == 1:
            return Decoded(value)
        unused = tuple((0, i) for i, raw in enumerate(values) if i and raw != values[0])
        return Decoded(value, unused)

    return Codec(decode_first, lambda value: ((encode(value),),))


def _with_subtitle(raws: Raws) -> Decoded:
    """Join a title and its subtitle, which is kept too: it shows where to divide them again."""
    titles, subtitles = raws
    title, subtitle = (values[0] if values else "" for values in (titles, subtitles))
    unused = [(0, i) for i, raw in enumerate(titles) if i and raw != titles[0]]
    unused += [(1, i) for i in range(0 if title else 1, len(subtitles))]
    whole = _joined(title, subtitle) if title and subtitle else title or subtitle
    return Decoded(whole, tuple(unused))


def _joined(title: str, subtitle: str) -> str:
    return f"{title}{' ' if title[-1] in '?!.:;–—' else ': '}{subtitle}"


def _divided(raws: Raws, kept: Raws) -> Raws:
    (whole,), subtitles = raws[0], [raw for raw in kept[1] if isinstance(raw, str) and raw]
    for subtitle in subtitles:
        title = whole.removesuffix(subtitle).rstrip(" ")
        for part in (title.removesuffix(":"), title):
            if part and _joined(part, subtitle) == whole:
                return (part,), (subtitle,)
    return raws


_PAGE = r"[^\W_]+(?:[.:][^\W_]+)*"
_RANGE = rf"{_PAGE}(?:-{_PAGE}|\+)?"
_PAGES = re.compile(rf"{_RANGE}(?:, ?{_RANGE})*")


def _write_pages(pages: str) -> str:
    return pages.replace("-", "--") if _PAGES.fullmatch(pages) else pages


# As an address has them; no DOI has a percent sign before these.
_QUOTED = re.compile(r"%(2[89F]|3[ABCE]|5[BD])", re.IGNORECASE)


def _decode_doi(raws: Raws) -> Decoded:
    decoded = URL.decode(raws)
    if (doi := bare_doi(decoded.value)) is None:
        found = problem(Code.BAD_IDENTIFIER, "invalid", kind="DOI", value=decoded.value)
        return decoded._replace(problem=found)
    if "%" in doi:
        doi = _QUOTED.sub(lambda match: chr(int(match[1], 16)), doi)
    return decoded._replace(value=doi)


def _pmcid(raw: str) -> str:
    return f"PMC{raw}" if raw.isdigit() else raw


def _keywords(raw: str) -> tuple[str, ...]:
    return unpack_list(raw) or (raw,)


def _write_keywords(values: tuple[str, ...]) -> str:
    return ("; " if any("," in value for value in values) else ", ").join(values)


def _archive(raws: Raws) -> Decoded:
    """Read ``archivePrefix`` and ``eprinttype``, two names of one thing."""
    values = [(place, i) for place, values in enumerate(raws) for i in range(len(values))]
    texts = [str(raws[place][i]) for place, i in values]
    value = texts[0]
    unused = [at for at, text in zip(values, texts, strict=True) if text.lower() != value.lower()]
    return Decoded("arXiv" if value.lower() == "arxiv" else value, tuple(unused))


def _event_place(raws: Raws) -> Decoded:
    """Read ``venue`` or ``location``; a lone ``location`` is kept: it may be the publisher's."""
    venues, locations = raws
    value = (venues or locations)[0]
    unused = [(0, i) for i, raw in enumerate(venues) if raw != value]
    unused += [(1, i) for i, raw in enumerate(locations) if not venues or raw != value]
    return Decoded(value, tuple(unused))


def _write_eprint_type(archive: str) -> str:
    return archive.lower() if archive == "arXiv" else archive


def _write_archive(archive: str) -> Raws:
    if is_eprint(archive, "0"):
        return (archive,), (_write_eprint_type(archive),), ()
    return (), (), (archive,)


ZOTERO_ARCHIVES = frozenset({"arxiv", "googlebooks", "hdl", "jstor", "pubmed"})
"""The types of eprints that Zotero reads; any other is a line of Extra with an underscore."""


def _write_archive_for_zotero(archive: str) -> Raws:
    if archive.lower() in ZOTERO_ARCHIVES:
        return (archive,), (_write_eprint_type(archive),), ()
    return (), (), (archive,)


def _write_type_or_archive(archive: str) -> Raws:
    return _write_archive(archive)[1:]


_NOT_EPRINT = "archive:"
"""What stands before a number until it is known that its archive is no server of eprints."""


def marked(number: str) -> str:
    """Return the number of a database, marked for ``archive_location``."""
    return _NOT_EPRINT + number


def unmarked(number: str) -> str:
    """Return a number without its mark."""
    return number.removeprefix(_NOT_EPRINT)


_BEFORE_EPRINT = re.compile(
    r"(?:https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/|arxiv:\s*){1,3}", re.IGNORECASE
)


def _decode_eprint(raws: Raws) -> Decoded:
    eprints, numbers = raws
    if not eprints:
        return Decoded(marked(str(numbers[0])), tuple((1, i) for i in range(1, len(numbers))))
    values = [_BEFORE_EPRINT.sub("", unescaped(str(raw))) for raw in eprints]
    unused = [(0, i) for i, value in enumerate(values) if value != values[0]]
    return Decoded(values[0], (*unused, *((1, i) for i in range(len(numbers)))))


def _encode_eprint(number: str) -> Raws:
    bare = unmarked(number)
    return ((), (bare,)) if bare != number else ((escaped(number),), ())


# ── the codecs ────────────────────────────────────────────────────────────────────────────────────

TEXT = first(same)
NOTES = Codec(
    lambda raws: Decoded(
        "\n\n".join(dict.fromkeys(raw for raw in raws[0] if isinstance(raw, str) and raw)) or None
    ),
    lambda value: ((value,),),
)
"""Notes, each in a field of its own."""

TITLE = Codec(_with_subtitle, lambda title: ((title,), ()), _divided)
"""A title, and its subtitle where the file had one."""

RANGE = first(normal_pages)
PAGES = first(normal_pages, _write_pages)
DOI = Codec(_decode_doi, lambda doi: ((escaped(doi),),))
URL = first(unescaped, escaped)
"""An address or an identifier, which biblatex takes verbatim."""


def _numbers(kind: str) -> Codec:
    decode = decode_numbers(kind)
    return Codec(
        lambda raws: decode((tuple(map(str, raws[0])),)),
        lambda value: ((encode_numbers(value),),),
    )


ISSN, ISBN = _numbers("ISSN"), _numbers("ISBN")
OTHER_NUMBERS = {
    "issn": """eissn e-issn issn-e issne eissn-l pissn p-issn issn-p issn-l issn-print print-issn
    issn-online online-issn""".split(),
    "isbn": "eisbn e-isbn isbn-e isbn-13 isbn13 isbn-10 isbn10".split(),
}
"""Other keys of the numbers, as databases write them for the electronic edition."""

PMCID = first(_pmcid)
KEYWORDS = first(_keywords, _write_keywords)
NOTES_FOR_ZOTERO = evolve(NOTES, encode=lambda value: (tuple(value.split("\n\n")),))
"""The same: Zotero keeps no paragraphs in a note, and makes a note of each field."""

_UNDIVIDED = str.maketrans({",": "\u201a", ";": "\u037e"})


def _keywords_for_zotero(values: tuple[str, ...]) -> Raws:
    return KEYWORDS.encode(tuple(value.translate(_UNDIVIDED) for value in values))


KEYWORDS_FOR_ZOTERO = evolve(KEYWORDS, encode=_keywords_for_zotero)
"""The same: Zotero divides at each comma and semicolon, so that one in a keyword is another sign.

The one for the semicolon is a semicolon once the text is composed (NFC), as Zotero does.
"""

ARCHIVE = Codec(_archive, _write_archive)
ARCHIVE_FOR_ZOTERO = Codec(_archive, _write_archive_for_zotero)
_GENRES = {
    "mathesis": "Master's thesis",
    "phdthesis": "PhD thesis",
    "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
}
_GENRE_KEYS = {text: key for key, text in _GENRES.items()}


def _genre(raw: str) -> str:
    return _GENRES.get(raw, raw)


GENRE = first(_genre)
"""A kind of thesis or report; biblatex's keys for some are read (manual 4.9.2.8)."""

GENRE_KEY = first(_genre, lambda genre: _GENRE_KEYS.get(genre, genre))
"""The same; biblatex prints a key in the language of the document."""

EVENT_PLACE = Codec(_event_place, lambda place: ((place,), (place,)))
"""Where a conference was: ``venue`` (biblatex) and ``location`` (ACM's styles, Zotero)."""
EPRINT_TYPE = Codec(_archive, _write_type_or_archive)
EPRINT = Codec(_decode_eprint, _encode_eprint)
"""The number of a preprint, or in a key of its own that of a database, marked."""
