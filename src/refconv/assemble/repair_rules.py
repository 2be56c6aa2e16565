"""The tables of repairs: what words around a value, or marks inside it, say of its label.

Every repair is a row, each row has its test, and the first row that fits is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple

# ── joints ────────────────────────────────────────────────────────────────────────────────────────

_PUNCTUATION = re.compile(r"\W{0,4}")
_LISTED = re.compile(r"[\s,;&/]{0,4}(?:(?:and|und|et|y|e|и|sowie)\s{1,2})?")
JOINTS: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(("author", "editor", "translator", "page"), _LISTED),
    **dict.fromkeys(
        (
            "title",
            "container-title",
            "collection-title",
            "publisher",
            "publisher-place",
            "genre",
            "event-title",
            "note",
        ),
        _PUNCTUATION,
    ),
}
"""What may stand between two segments of one label for them to be one value."""

SHORT_NAME = re.compile(r"(?=.*\w\. )(?:[A-Z][\w.&'\u2019-]*(?: |\Z)){1,6}")
"""A few words with capitals, cut short, as journals' names are."""

# ── contexts ──────────────────────────────────────────────────────────────────────────────────────


class Context(NamedTuple):
    """A row: a label, the words before it (at their end) or after it, the label it should have.

    ``needs`` and ``lacks`` name labels that must, or must not, be there besides.
    """

    label: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    becomes: str
    needs: str = ""
    lacks: str = ""


def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W)(?:{words})[\s.:,()\[]{{0,5}}\Z", re.IGNORECASE)


def _after(words: str) -> re.Pattern[str]:
    return re.compile(rf"[\s.,;(\[]{{0,5}}(?:{words})(?!\w)", re.IGNORECASE)


_EDITORS = (
    r"eds?|edit(?:or|ors|ed)|hrsgg?|hgg?|éds?|dirs?|coords?|red|compilers?|comps?|под ред|ред"
)
_EDITED_BY = r"edited by|ed\. by|hrsg\.? v(?:on|\.)|herausgegeben von|a cura di|in"
_HOLDER = r"in|dans|im|//|eds?|editors?|hrsgg?|hgg?"
_TRANSLATED_BY = (
    r"trans(?:l|lated)?\.? by|trans|übers(?:etzt)?\.? v(?:on|\.)|trad\.? par|traduit par"
)
_TRANSLATORS = r"trans|transl|translators?|übers|trad"
_PAGES = r"pp?|pages?|págs?|pag|s|seiten?|стр|с|bl"
_NUMBER = r"no|nr|n|number|issue|heft|h|iss|fasc|núm|вып|№|#"
_VOLUME = r"vol|vols|volume|bd|band|tome?|tomo|jg|jahrgang|т|том"
_ACCESSED = (
    r"accessed|retrieved|visited|viewed|cited|abgerufen(?: am)?|zugriff(?: am)?|consulté(?: le)?"
    r"|consultado(?: el)?|(?:last |date )?(?:accessed|checked|visited)(?: on| in)?|access date"
    r"|дата обращения|geraadpleegd(?: op)?|letzter zugriff|stand|hämtad|dostęp|acesso em"
    r"|consultato(?: il)?"
)
_EPUB = r"epub|(?:published|available|first) online|online first"
_ORIGINALLY = r"(?:originally|first) published(?: in)?|orig\. publ\.|reprint of"

_STATES = (
    r"in press|in print|forthcoming|to appear|to be published|submitted(?: for publication)?"
    r"|under review|in preparation|im druck|im erscheinen|erscheint demnächst|à paraître"
    r"|sous presse|en prensa|in stampa|в печати|accepted(?: for publication)?|ahead of print"
)

PROCEEDINGS_BEFORE = re.compile(
    r"\b(?:proc(?:eedings|\.)?)(?: of)?(?: the)?(?: \d+(?:st|nd|rd|th))?\s\Z", re.IGNORECASE
)
"""Words in front of a meeting that make its name that of its proceedings."""

CONTEXTS: tuple[Context, ...] = (
    Context("author", None, _after(_EDITORS), "editor", lacks="editor"),
    Context("author", _before(_EDITED_BY), None, "editor", needs="author"),
    Context("author", _before(_TRANSLATED_BY), None, "translator"),
    Context("editor", _before(_TRANSLATED_BY), None, "translator"),
    Context("editor", None, _after(_TRANSLATORS), "translator"),
    Context("title", _before(_HOLDER), None, "container-title", "title", lacks="container-title"),
    Context("issued", _before(_ACCESSED), None, "accessed"),
    Context("issued", _before(_EPUB), None, "available-date", needs="issued"),
    Context("issued", _before(_ORIGINALLY), None, "original-date", needs="issued"),
    Context("issued", re.compile(r"\A\s?\[\Z"), None, "original-date", needs="issued"),
    Context("publisher", PROCEEDINGS_BEFORE, None, "container-title", lacks="container-title"),
    Context("issued", _before(_NUMBER), None, "issue", needs="volume", lacks="issue"),
    Context("page", _before(r"e?-?issn"), None, "ISSN"),
    Context("page", _before(r"isbn(?:-1[03])?"), None, "ISBN"),
    Context("page", _before(_PAGES), None, "page"),
    Context("page", None, re.compile(rf"\s?(?:{_PAGES})\b", re.IGNORECASE), "number-of-pages"),
    Context("page", _before(_VOLUME), None, "volume", lacks="volume"),
    Context("volume", _before(r"pp?|pages?|s"), None, "page", lacks="page"),
    Context("volume", None, _after(r"vols|volumes|bde|bände|tomes"), "number-of-volumes"),
    Context("volume", _before(_NUMBER), None, "issue", lacks="issue"),
    Context("issue", _before(_VOLUME), None, "volume", lacks="volume"),
    Context("number", _before(r"pp?|pages?"), None, "page", lacks="page"),
    Context("number", _before(_NUMBER), None, "issue", needs="volume", lacks="issue"),
)
"""What the words beside a value say of its label."""

SUPPLEMENT_BEFORE = re.compile(
    r"\b(?:suppl(?:ement)?|sonderheft|beiheft|special issue|spec|part|pt)\b\.?\s?(?:no\.?\s?)?\Z",
    re.IGNORECASE,
)
"""Words in front of an issue's number that belong to it."""

SUPPLEMENT_ALONE = re.compile(
    r"\W{0,4}\b(suppl(?:ement)?|SI|special issue|sonderheft)\b(?!\.?\s*\d)", re.IGNORECASE
)
"""An issue that has a word and no number, after the volume."""

IN = re.compile(r"(?:^|[\s.,;\"\u201d])(?:in|im|dans|en|в)\b[\s:]{0,4}\Z|//\s?\Z", re.IGNORECASE)
"""What stands before the thing that holds the work."""

PAIRS: Mapping[str, str] = {
    "(": ")", "[": "]", "\u201c": "\u201d", "\u00ab": "\u00bb", "\u2018": "\u2019",
    "\u201e": "\u201c", '"': '"',
}  # fmt: skip
"""Marks that a title takes in where it holds only one of the two."""

# ── cuts ──────────────────────────────────────────────────────────────────────────────────────────


class Cut(NamedTuple):
    """A row: a label whose value, where it matches, holds the values of several labels.

    The row counts only where none of the other labels has a value.
    """

    label: str
    pattern: re.Pattern[str]
    into: tuple[str, ...]


def _cut(label: str, pattern: str, *into: str) -> Cut:
    return Cut(label, re.compile(pattern, re.IGNORECASE), into)


_ARXIV_CLASS = (
    r"(?:hep-(?:ph|th|ex|lat)|astro-ph|gr-qc|quant-ph|cond-mat|math-ph|nucl-(?:th|ex)|physics|math"
    r"|nlin|cs|stat|q-bio|econ|eess)(?:\.[A-Za-z-]{2,20})?"
)
_RANGE = r"[^\W\d_]{0,4}\d+[^\W\d_]?(?:\s?[-\u00ad\u2010-\u2015\u2212]{1,2}\s?[^\W\d_]{0,4}\d+)?"
_SUPPLEMENT = r"(?:suppl|spec|sonderh|beih|special|SI|part|pt)\b[^:)]*"
_RESOLVER = r"(?:https?://)?(?:\w+[.-]){0,3}doi\.org/+"
_ROWS: tuple[Cut, ...] = (
    _cut(
        "volume",
        rf"([\w.]+)\s?\(([^()]+)\)\s?[:,;]?\s?({_RANGE})",
        *("volume", "issue", "page"),
    ),
    _cut("volume", r"([\w.]+)\s?\(([^()]+)\)", "volume", "issue"),
    _cut(
        "volume",
        rf"(\w+)[\s,(]{{1,3}}({_SUPPLEMENT})\)?\s?:\s?({_RANGE})",
        *("volume", "issue", "page"),
    ),
    _cut("volume", rf"(\w+)[\s,(]{{1,3}}({_SUPPLEMENT})\)?", "volume", "issue"),
    _cut("volume", rf"([^\W\d_]?\d+)\s?[:,]\s?({_RANGE})", "volume", "page"),
    _cut(
        "volume",
        r"([^\W\d_]?\d+)\s?,\s?(?:no\.?|nr\.?|n\.?|heft|h\.)?\s?(\d+(?:[-\u2013/]\d+)?)",
        *("volume", "issue"),
    ),
    _cut("volume", r"(\d+)[./](\d+)", "volume", "issue"),
    _cut("page", rf"(\d+)\s?\(([^()]+)\)\s?:\s?({_RANGE})", "volume", "issue", "page"),
    _cut("page", rf"(\d+)\s?:\s?({_RANGE})", "volume", "page"),
    _cut(
        "publisher",
        r"([^:,;]{2,40}(?:, [A-Z]{2})?)\s?:\s(\S.*)",
        *("publisher-place", "publisher"),
    ),
    _cut("publisher-place", r"([^:]{2,40})\s?:\s(\S.*)", "publisher-place", "publisher"),
    _cut(
        "note",
        r"(\d+) vols?\.?[,;. ]{0,3}(\d+(?:st|nd|rd|th) ed\.?)",
        *("number-of-volumes", "edition"),
    ),
    _cut("note", r"(\d+) vols?\.?", "number-of-volumes"),
    _cut(
        "note",
        r"(\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth|revised) (?:ed|edn|edition)\.?",
        "edition",
    ),
    _cut("note", rf"\[?({_ARXIV_CLASS})\]?", "archive-collection"),
    _cut("note", rf"(?:{_ACCESSED})[: ]{{1,2}}(.{{0,30}}\d{{4}}.{{0,10}})", "accessed"),
    _cut("title", rf"({_STATES})[.,:]\s(\S.*)", "status", "title"),
    _cut("PMID", r"(\d{4}-\d{3}[\dX])", "ISSN"),
    _cut("edition", r"(preprint|draft|manuscript)", "genre"),
    _cut("URL", rf"{_RESOLVER}(10\..+)", "DOI"),
)
CUTS: Mapping[str, tuple[Cut, ...]] = {
    label: tuple(rows) for label, rows in groupby(_ROWS, key=lambda row: row.label)
}
"""What the marks inside a value say it holds, by label."""

# ── repeats and states ────────────────────────────────────────────────────────────────────────────

DITTO = re.compile(
    r"(?:[\u2014\u2013\u2015\u2012_\u2e3a\u2e3b-]{2,}|[\u2014\u2015\u2e3a\u2e3b]"
    r"|(?:Ders|Dies|DERS|DIES|Idem|IDEM|Eadem|EADEM|Id|ID|Ead|EAD)\.?(?=[\s,:]|\Z))\s?[.,:;]?\s?"
)
"""What stands for the authors of the reference before."""

STATUS = re.compile(rf"\b(?:{_STATES})\b", re.IGNORECASE)
"""A state of publication in the place of a date."""

UNDATED = re.compile(r"\b(?:[Nn]\. ?d|[Ss]\. ?d|[Oo]\. ?J|б\. ?г)\b\.?")
"""What says that there is no date."""

# ── values between the values ─────────────────────────────────────────────────────────────────────

BETWEEN: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number-of-volumes", re.compile(r"\b(\d{1,3}) ?(?:vols|volumes|Bde|Bände|tomes)\b\.?")),
    (
        "number-of-pages",
        re.compile(r"(?<!p\. )(?<!pp\. )\b(\d+) ?(?:pp?|pages|S|Seiten|с|стр)\b\.?"),
    ),
    ("archive-collection", re.compile(rf"\[\s?({_ARXIV_CLASS})\s?\]")),
    ("edition", re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)? (?:ed|edn|edition)\b\.?")),
)
"""Values that were given no label, and the words that tell what they are."""
