"""Labelled segments into a record: what the words between them say, repairs, the item type.

The order of the work, for each reference string:

1. segments of one value that was cut in two are joined (:data:`JOINTS`);
2. the words between segments correct labels and complete values (:data:`CONTEXTS`);
3. a value that holds several is cut into them (:data:`CUTS`);
4. what is repeated by a dash is filled in; the item type is told (:mod:`refconv.text.item_types`);
5. what no label and no table accounts for is kept as ``unlabelled``.

Every repair is a row of a table, and none of them guesses twice: a row that fits is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from refconv.fields import Record
from refconv.model import ItemType
from refconv.report import Segment
from refconv.text.item_types import genre_in, item_type
from refconv.text.names import says_et_al
from refconv.text.text_dates import split_year_suffix

# ── 1. joints ─────────────────────────────────────────────────────────────────────────────────────

_PUNCTUATION = re.compile(r"[^\w]{0,4}")
_LISTED = re.compile(r"[\s,;&/]*(?:(?:and|und|et|y|e|и|sowie)\s+)?")
JOINTS = {
    "author": _LISTED,
    "editor": _LISTED,
    "translator": _LISTED,
    "page": _LISTED,
    "title": _PUNCTUATION,
    "container-title": _PUNCTUATION,
    "collection-title": _PUNCTUATION,
    "publisher": _PUNCTUATION,
    "publisher-place": _PUNCTUATION,
    "genre": _PUNCTUATION,
    "event-title": _PUNCTUATION,
    "note": _PUNCTUATION,
}
"""What may stand between two segments of one label for them to be one value."""

# ── 2. contexts ───────────────────────────────────────────────────────────────────────────────────


class Context(NamedTuple):
    """A row: a label, the words before (at their end) or after it, and the label it should have.

    ``needs`` and ``lacks`` name labels that must, or must not, be there besides.
    """

    label: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    becomes: str
    needs: str = ""
    lacks: str = ""


def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w])(?:{words})[\s.:,(\[]*\Z", re.IGNORECASE)


def _after(words: str) -> re.Pattern[str]:
    return re.compile(rf"[\s.,;(\[]*(?:{words})\b", re.IGNORECASE)


_EDITORS = r"eds?|edit(?:or|ors|ed)|hrsgg?|hgg?|éds?|dirs?|coords?|red|compilers?|comps?|под ред|ред"
_PAGES = r"pp?|pages?|págs?|pag|s|seiten?|стр|с|bl"
_NUMBER = r"no|nr|n|number|issue|heft|h|iss|fasc|núm|вып|№|#"
_VOLUME = r"vol|vols|volume|bd|band|tome?|tomo|jg|jahrgang|т|том"
_ACCESSED = (
    r"accessed|retrieved|visited|viewed|cited|abgerufen(?: am)?|zugriff(?: am)?|consulté(?: le)?|consultado(?: el)?"
    r"|(?:last |date )?(?:accessed|checked|visited)(?: on| in)?|access date|дата обращения|geraadpleegd(?: op)?"
    r"|letzter zugriff|stand|hämtad|dostęp|acesso em|consultato(?: il)?"
)
CONTEXTS: tuple[Context, ...] = (
    Context("author", None, _after(_EDITORS), "editor", lacks="editor"),
    Context("author", _before(r"edited by|ed\. by|hrsg\.? v(?:on|\.)|a cura di|in"), None, "editor", needs="author"),
    Context("author", _before(r"trans(?:l|lated)?\.? (?:by)?|übers(?:etzt)?\.? von|trad\.? (?:par)?"), None, "translator"),
    Context("editor", None, _after(r"trans|transl|translators?|übers|trad"), "translator"),
    Context("title", _before(r"in|in:|dans|im"), None, "container-title", needs="title", lacks="container-title"),
    Context("issued", _before(_ACCESSED), None, "accessed"),
    Context("issued", _before(r"epub|(?:published|available|first) online|online first"), None, "available-date", needs="issued"),
    Context("issued", re.compile(r"\A\s*\[\Z"), None, "original-date", needs="issued"),
    Context("issued", _before(r"(?:originally|first) published(?: in)?|orig\. publ\.|reprint of"), None, "original-date", needs="issued"),
    Context("page", _before(r"e?-?issn"), None, "ISSN"),
    Context("page", _before(r"isbn(?:-1[03])?"), None, "ISBN"),
    Context("page", _before(_PAGES), None, "page"),
    Context("page", None, re.compile(rf"\s?(?:{_PAGES})\b", re.IGNORECASE), "number-of-pages"),
    Context("page", _before(_VOLUME), None, "volume", lacks="volume"),
    Context("volume", _before(r"pp|p|pages?|S"), None, "page", lacks="page"),
    Context("volume", None, re.compile(r"\s?(?:vols\b|volumes\b|bde\b|bände\b|tomes\b)", re.IGNORECASE), "number-of-volumes"),
    Context("volume", _before(_NUMBER), None, "issue", lacks="issue"),
    Context("issue", _before(_VOLUME), None, "volume", lacks="volume"),
    Context("number", _before(r"pp|p|pages?"), None, "page", lacks="page"),
    Context("number", _before(_NUMBER), None, "issue", needs="volume", lacks="issue"),
)  # fmt: skip

_SUPPLEMENT = re.compile(
    r"\b(?:(?:suppl(?:ement)?|sonderheft|beiheft|special issue|spec|part|pt)\.?\s*(?:no\.?\s*)?)\Z", re.IGNORECASE
)
_BARE_SUPPLEMENT = re.compile(r"\W*\b(suppl(?:ement)?|SI|special issue|sonderheft)\b\.?", re.IGNORECASE)
_PAIRS = {"(": ")", "[": "]", "\u201c": "\u201d", "\u00ab": "\u00bb", "\u2018": "\u2019", "\u201e": "\u201c"}

# ── 3. cuts ───────────────────────────────────────────────────────────────────────────────────────


class Cut(NamedTuple):
    """A row: a label whose value, where it matches, holds the values of several labels.

    The row counts only where none of the other labels has a value.
    """

    label: str
    pattern: re.Pattern[str]
    into: tuple[str, ...]


_RANGE = r"[^\W\d_]{0,4}\d+[^\W\d_]?(?:\s?[-\u00ad\u2010-\u2015\u2212]{1,2}\s?[^\W\d_]{0,4}\d+)?"
CUTS: tuple[Cut, ...] = (
    Cut("volume", re.compile(rf"([\w.]+)\s*\(([^()]+)\)\s*[:,;]?\s*({_RANGE})"), ("volume", "issue", "page")),
    Cut("volume", re.compile(r"([\w.]+)\s*\(([^()]+)\)"), ("volume", "issue")),
    Cut(
        "volume",
        re.compile(rf"(\w+)[\s,(]+((?:suppl|spec|sonderh|beih|special|SI|part|pt)\b[^:)]*)\)?\s*:\s*({_RANGE})", re.IGNORECASE),
        ("volume", "issue", "page"),
    ),
    Cut("volume", re.compile(r"(\w+)[\s,(]+((?:suppl|spec|sonderh|beih|special|SI|part|pt)\b[^:)]*)\)?", re.IGNORECASE), ("volume", "issue")),
    Cut("volume", re.compile(rf"([^\W\d_]?\d+)\s*[:,]\s*({_RANGE})"), ("volume", "page")),
    Cut("volume", re.compile(r"([^\W\d_]?\d+)\s*,\s*(?:no\.?|nr\.?|n\.?|heft|h\.)?\s*(\d+(?:[-\u2013/]\d+)?)", re.IGNORECASE), ("volume", "issue")),
    Cut("volume", re.compile(r"(\d+)[./](\d+)"), ("volume", "issue")),
    Cut("page", re.compile(rf"(\d+)\s*\(([^()]+)\)\s*:\s*({_RANGE})"), ("volume", "issue", "page")),
    Cut("page", re.compile(rf"(\d+)\s*:\s*({_RANGE})"), ("volume", "page")),
    Cut("publisher", re.compile(r"([^:,;]{2,40}(?:, [A-Z]{2})?)\s*:\s+(\S.*)"), ("publisher-place", "publisher")),
    Cut("publisher-place", re.compile(r"([^:]{2,40})\s*:\s+(\S.*)"), ("publisher-place", "publisher")),
    Cut("note", re.compile(r"(\d+) vols?\.?[,;. ]*(\d+(?:st|nd|rd|th) ed\.?)", re.IGNORECASE), ("number-of-volumes", "edition")),
    Cut("note", re.compile(r"(\d+) vols?\.?", re.IGNORECASE), ("number-of-volumes",)),
    Cut("edition", re.compile(r"(preprint|draft|manuscript)", re.IGNORECASE), ("genre",)),
    Cut("URL", re.compile(r"(?:https?://)?(?:\w+[.-])*doi\.org/+(10\..+)", re.IGNORECASE), ("DOI",)),
)  # fmt: skip
_CUTS: dict[str, list[Cut]] = {}
for _cut in CUTS:
    _CUTS.setdefault(_cut.label, []).append(_cut)

# ── 4. what a record says besides ─────────────────────────────────────────────────────────────────

_DITTO = re.compile(
    r"(?:[\u2014\u2013\u2015\u2012_\u2e3a\u2e3b-]{2,}|[\u2014\u2015\u2e3a\u2e3b]|(?:Ders|Dies|Id|Idem|Eadem)\.?(?=[\s,:]|\Z))\s*[.,:;]?\s*"
)
_STATUS = re.compile(
    r"\b(?:in press|in print|forthcoming|to appear|to be published|submitted(?: for publication)?|under review"
    r"|in preparation|im druck|im erscheinen|erscheint demnächst|à paraître|sous presse|en prensa|in stampa"
    r"|в печати|accepted(?: for publication)?|ahead of print)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")
_IN = re.compile(r"(?:^|[\s.,;\"\u201d])(?:in|im|dans|en|в)\b[\s:]*\Z|//\s*\Z", re.IGNORECASE)

# ── 5. what is left ───────────────────────────────────────────────────────────────────────────────

_GLUE = re.compile(
    r"""(?:URL)?\s*https?\s?:\s?/\s?/\s?[\w.]+/(?:abs/|doi/)* | doi\.org | </?\w+> | et\s+al | et\s+autres | u\.\s?a\.
      | (?P<word>[^\W\d_]+) | (?P<other>[\W\d_]+?)(?=[^\W\d_]|\Z)""",
    re.VERBOSE | re.IGNORECASE,
)
_GLUE_WORDS = frozenset(
    """in im dans en from of the a at on by and und et y e & with as also see p pp pg page pages pages. s ss
    seite seiten стр с vol vols volume volumes bd band t tome tomo tom jg jahrgang v т том no nr n nos
    number num issue iss heft h fasc № núm numéro número ed eds editor editors edited hrsg hrsgg hg hgg
    herausgegeben von v éd éds dir dirs sous la direction de cura di coord red под ред comp trans
    translated transl translator trad traduit par übers übersetzt aus dem doi url urn http https dx www
    org isbn issn eissn e-issn pmid pmcid pmc pubmed arxiv eprint available online internet retrieved
    accessed access date visited viewed cited last checked abgerufen am zugriff letzter consulté le
    verfügbar unter disponible sur consultado el disponibile stand al others edn edition aufl auflage
    ausgabe wyd изд suppl supplement part pt art article id ser series chap chapter kapitel ch fig
    published posted web link file free full text html pdf epub ahead print press forthcoming appear to
    be submitted revised enlarged st nd rd th version data set dataset computer software program thesis
    phd diss dissertation doctoral master's masters master report technical paper working discussion
    preprint patent conference presented proceedings proc und u o j m d c r l ol eb id. idem ders dies
    compiled issued pubmedcentral central retirado en ligne ff pii passim sous
    дата обращения режим доступа электронный ресурс
    제 권 호 집 쪽 통권 第 期 页 頁 卷 輯 辑 號 号 巻 集 年 月 日 版""".split()
)


@lru_cache(16384)
def substance(gap: str) -> str:
    """Give what a stretch between segments says beyond the words that join references together."""
    for match in _GLUE.finditer(gap):
        word = match.group()
        if match["word"] and word.casefold() not in _GLUE_WORDS:
            break
        if match["other"] and any(map(str.isdigit, word)):
            break
    else:
        return ""
    return " ".join(gap.split()).strip(" .,;:()[]")


# ── the work ──────────────────────────────────────────────────────────────────────────────────────


class Assembled(NamedTuple):
    """A record, its authors as printed (for a dash in the next), and what no label accounts for."""

    record: Record
    author: str
    unlabelled: tuple[tuple[int, str], ...]


class _Piece(NamedTuple):
    label: str
    text: str
    start: int
    end: int


def assemble(
    text: str, segments: Sequence[Segment], previous: str = "", line: int = 0
) -> Assembled:
    """Make a record of a labelled reference string.

    Args:
        text: The string, one reference in one line.
        segments: Its labelled segments, whose offsets count characters of ``text``.
        previous: The authors of the reference before, as printed.
        line: The line that the string begins in.
    """
    pieces = _joined(text, segments)
    gaps = [text[a:b] for a, b in zip((0, *(p.end for p in pieces)), (*(p.start for p in pieces), len(text)), strict=True)]  # fmt: skip
    left = tuple((i, said) for i, gap in enumerate(gaps) if (said := substance(gap)))
    fields = _fields(text, pieces, gaps)
    rest = [gap for gap in gaps if len(gap) > 3 and any(map(str.isalpha, gap))]
    if rest:
        fields["rest"] = rest
    if any(label in fields for label in _CUTS):
        _cut_values(fields)
    _dates(fields)
    _fill_ditto(fields, gaps[0], previous)
    kind = _typed(fields)
    offsets = [0, *(piece.end for piece in pieces)]
    unlabelled = tuple((offsets[i], said) for i, said in left if said not in fields.get("status", ()))
    author = ", ".join(fields.get("author") or fields.get("editor") or ())
    fields.pop("rest", None)
    fields.pop("in", None)
    values = [(label, value) for label, texts in fields.items() for value in texts]
    values += [("unlabelled", said) for _, said in unlabelled]
    return Assembled(Record(str(kind), "", tuple(values), line), author, unlabelled)


def _joined(text: str, segments: Sequence[Segment]) -> list[_Piece]:
    """Join segments of one value, and give values the brackets and quotes that they miss."""
    pieces: list[_Piece] = []
    for segment in segments:
        label, start, end = segment.label, segment.start, segment.end
        if pieces and pieces[-1].label == label and (joint := JOINTS.get(label)):
            last = pieces[-1]
            if joint.fullmatch(text, last.end, start):
                pieces[-1] = _Piece(label, text[last.start : end], last.start, end)
                continue
        value = segment.text
        if label in ("title", "container-title", "collection-title"):
            start, end = _balanced(text, start, end)
            value = text[start:end]
        pieces.append(_Piece(label, value, start, end))
    return pieces


_BRACKET = re.compile("[][()\"\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb]")


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    value = text[start:end]
    if not _BRACKET.search(value):
        return start, end
    for opener, closer in _PAIRS.items():
        opened, closed = value.count(opener), value.count(closer)
        if opened > closed and text.startswith(closer, end):
            return start, end + 1
        if closed > opened and start and text[start - 1] == opener:
            return start - 1, end
    if value.count('"') % 2:
        if text.startswith('"', end):
            return start, end + 1
        if start and text[start - 1] == '"':
            return start - 1, end
    return start, end


def _fields(text: str, pieces: Sequence[_Piece], gaps: Sequence[str]) -> dict[str, list[str]]:
    """Gather values by label, each as the words around it correct it."""
    fields: dict[str, list[str]] = {}
    present = {piece.label for piece in pieces}
    for i, piece in enumerate(pieces):
        before, after = gaps[i], gaps[i + 1]
        label, value = piece.label, piece.text
        if _talks(before) or _talks(after):
            label = _relabelled(label, before, after, fields, present)
            value = _completed(text, piece, before, after)
            if label == "container-title" and _IN.search(before):
                fields["in"] = [before]
            elif label == "editor" and _IN.search(before):
                fields["in"] = [before]
        if i == 0 and label == "publisher" and not present & _PEOPLE:
            label = "author"
        elif label == "volume" and i and pieces[i - 1].label == "volume" and "issue" not in present:
            label = "issue"
        fields.setdefault(label, []).append(value)
        if label == "volume" and "issue" not in present and (extra := _BARE_SUPPLEMENT.match(after)):
            fields["issue"] = [extra[1]]
    return fields


_PEOPLE = frozenset({"author", "editor"})
_TALKING = re.compile(r"[^\W\d_]|[\[#№]")


@lru_cache(16384)
def _talks(gap: str) -> bool:
    """Tell whether what stands between two segments may say anything of them."""
    return _TALKING.search(gap) is not None


def _relabelled(
    label: str, before: str, after: str, fields: dict[str, list[str]], present: set[str]
) -> str:
    for row in _contexts(label, before, after):
        if row.needs and row.needs not in fields and (row.needs == label or row.needs not in present):
            continue
        if row.lacks and row.lacks in present:
            continue
        return row.becomes
    return label


@lru_cache(16384)
def _contexts(label: str, before: str, after: str) -> tuple[Context, ...]:
    """Give the rows whose words stand before and after a segment."""
    return tuple(
        row
        for row in CONTEXTS
        if row.label == label
        and (row.before is None or row.before.search(before))
        and (row.after is None or row.after.match(after))
    )


def _completed(text: str, piece: _Piece, before: str, after: str) -> str:
    """Give a value the words beside it that belong to it: "et al.", "Suppl"."""
    if piece.label in ("author", "editor") and len(after) > 3 and says_et_al(after):
        return f"{piece.text} et al."
    if piece.label == "issue" and (match := _SUPPLEMENT.search(before)):
        return text[piece.start - len(before) + match.start() : piece.end]
    return piece.text


def _cut_values(fields: dict[str, list[str]]) -> None:
    for label, cuts in _CUTS.items():
        if label not in fields or len(fields[label]) > 1 or fields[label][0].isdecimal():
            continue
        for row in cuts:
            match = row.pattern.fullmatch(fields[label][0].strip())
            if match is None or any(other in fields for other in row.into if other != label):
                continue
            del fields[label]
            fields.update((name, [value]) for name, value in zip(row.into, match.groups(), strict=True))
            break


def _dates(fields: dict[str, list[str]]) -> None:
    """Put a date together that is printed in two places, and take the letter off its year."""
    dates = fields.get("issued")
    if not dates:
        said = next((m.group() for gap in fields.get("rest", ()) if (m := _STATUS.search(gap))), "")
        if said:
            fields["issued"] = [said]
            fields["status"] = [said]
        return
    if len(dates) > 1:
        with_year = [date for date in dates if _YEAR.search(date)]
        without = [date for date in dates if not _YEAR.search(date)]
        # A range is the conference's, or stands in the title.
        with_year.sort(key=lambda date: len(_YEAR.findall(date)) > 1)
        if len(with_year) == 1 and len(without) == 1:
            dates = fields["issued"] = [f"{without[0]} {with_year[0]}"]
        else:
            if len({_YEAR.findall(date)[0] for date in with_year}) == 1 and not without:
                # The same year twice: the fuller date says it.
                with_year = [max(with_year, key=len)]
            dates = fields["issued"] = [*with_year, *without]
    if not dates[0].isdecimal():
        year, suffix = split_year_suffix(dates[0])
        if suffix:
            fields["issued"] = [year, *dates[1:]]
            fields["year-suffix"] = [suffix]


def _fill_ditto(fields: dict[str, list[str]], head: str, previous: str) -> None:
    """Put the authors of the reference before in the place of a dash."""
    authors = fields.get("author")
    match = _DITTO.match(authors[0] if authors else head.lstrip())
    if match is None or not previous:
        return
    rest = authors[0][match.end() :].strip() if authors else ""
    joint = " " if re.match(r"(?:and|und|et|&)\b", rest) else ", "
    filled = previous + (joint + rest if rest else "")
    if "editor" in fields and authors is None and "container-title" not in fields:
        return
    if authors:
        authors[0] = filled
    else:
        fields["author"] = [filled]


def _typed(fields: dict[str, list[str]]) -> ItemType:
    """Tell the item type, and fill what follows from it."""
    kind = item_type(fields)
    if kind in _BOOKS and "title" not in fields and "container-title" in fields:
        fields["title"] = fields.pop("container-title")
    if "arXiv" in fields:
        fields["archive"] = ["arXiv"]
    if kind == ItemType.ARTICLE:
        fields.setdefault("genre", ["preprint"])
    elif "genre" not in fields and kind in _NAMED_KINDS:
        genre = next((found for gap in fields.get("rest", ()) if (found := genre_in(gap))), "")
        if genre:
            fields["genre"] = [genre]
    return kind


_BOOKS = frozenset({ItemType.BOOK, ItemType.THESIS, ItemType.REPORT})
_NAMED_KINDS = frozenset(
    {ItemType.THESIS, ItemType.REPORT, ItemType.PATENT, ItemType.DATASET, ItemType.SOFTWARE}
)
