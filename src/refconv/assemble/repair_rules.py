"""Repair rules: what the words beside a value, or the punctuation in it, say of its label.

The steps of :mod:`refconv.assemble.record` apply them. Each rule has a test row of its own in
``tests/assemble/test_repair_rules.py``; of a table the first rule that matches is applied.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple

# ── separators ────────────────────────────────────────────────────────────────────────────────────

_PUNCTUATION = re.compile(r"\W{0,4}")
_LISTED = re.compile(r"[\s,;&/]{0,4}(?:(?:and|und|et|y|e|и|sowie)\s{1,2})?")
SEPARATORS: Mapping[str, re.Pattern[str]] = {
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
"""What may stand between two segments of one label that are one value."""

ABBREVIATED_NAME = re.compile(r"(?=.*\w\. )(?:[A-Z][\w.&'\u2019-]*(?: |\Z)){1,6}")
"""A few capitalised words with a stop behind one: a journal's abbreviated name."""

# ── context rules ─────────────────────────────────────────────────────────────────────────────────


class ContextRule(NamedTuple):
    """A value's label, the words directly before or after it, and the label it gets.

    ``needs`` names a label that the reference must also have, ``lacks`` one that it must not have.
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
_CONTAINER_WORDS = r"in|dans|im|//|eds?|editors?|hrsgg?|hgg?"
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
"""Words before the name of a meeting that make it the name of its proceedings."""

CONTEXT_RULES: tuple[ContextRule, ...] = (
    ContextRule("author", None, _after(_EDITORS), "editor", lacks="editor"),
    ContextRule("author", _before(_EDITED_BY), None, "editor", needs="author"),
    ContextRule("author", _before(_TRANSLATED_BY), None, "translator"),
    ContextRule("editor", _before(_TRANSLATED_BY), None, "translator"),
    ContextRule("editor", None, _after(_TRANSLATORS), "translator"),
    ContextRule(
        "title",
        _before(_CONTAINER_WORDS),
        None,
        "container-title",
        "title",
        lacks="container-title",
    ),
    ContextRule("issued", _before(_ACCESSED), None, "accessed"),
    ContextRule("issued", _before(_EPUB), None, "available-date", needs="issued"),
    ContextRule("issued", _before(_ORIGINALLY), None, "original-date", needs="issued"),
    ContextRule("issued", re.compile(r"\A\s?\[\Z"), None, "original-date", needs="issued"),
    ContextRule("publisher", PROCEEDINGS_BEFORE, None, "container-title", lacks="container-title"),
    ContextRule("issued", _before(_NUMBER), None, "issue", needs="volume", lacks="issue"),
    ContextRule("page", _before(r"e?-?issn"), None, "ISSN"),
    ContextRule("page", _before(r"isbn(?:-1[03])?"), None, "ISBN"),
    ContextRule("page", _before(_PAGES), None, "page"),
    ContextRule("page", None, re.compile(rf"\s?(?:{_PAGES})\b", re.IGNORECASE), "number-of-pages"),
    ContextRule("page", _before(_VOLUME), None, "volume", lacks="volume"),
    ContextRule("volume", _before(r"pp?|pages?|s"), None, "page", lacks="page"),
    ContextRule("volume", None, _after(r"vols|volumes|bde|bände|tomes"), "number-of-volumes"),
    ContextRule("volume", _before(_NUMBER), None, "issue", lacks="issue"),
    ContextRule("issue", _before(_VOLUME), None, "volume", lacks="volume"),
    ContextRule("number", _before(r"pp?|pages?"), None, "page", lacks="page"),
    ContextRule("number", _before(_NUMBER), None, "issue", needs="volume", lacks="issue"),
)
"""Labels that the words beside a value correct."""

SUPPLEMENT_BEFORE = re.compile(
    r"\b(?:suppl(?:ement)?|sonderheft|beiheft|special issue|spec|part|pt)\b\.?\s?(?:no\.?\s?)?\Z",
    re.IGNORECASE,
)
"""Words before an issue's number that belong to it."""

PREFIX_RULES: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = (
    (frozenset({"issue"}), SUPPLEMENT_BEFORE),
    (frozenset({"container-title", "publisher"}), PROCEEDINGS_BEFORE),
)
"""Labels → words before such a value that belong to it."""

SUPPLEMENT_ALONE = re.compile(
    r"\W{0,4}\b(suppl(?:ement)?|SI|special issue|sonderheft)\b(?!\.?\s*\d)", re.IGNORECASE
)
"""An issue after the volume that is a word without a number."""

CONTAINED = re.compile(
    r"(?:^|[\s.,;\"\u201d])(?:in|im|dans|en|в)\b[\s:]{0,4}\Z|//\s?\Z", re.IGNORECASE
)
"""What stands before the container of a part, or before its editors."""

PAIRS: Mapping[str, str] = {
    "(": ")", "[": "]", "\u201c": "\u201d", "\u00ab": "\u00bb", "\u2018": "\u2019",
    "\u201e": "\u201c", '"': '"',
}  # fmt: skip
"""Opening → closing mark; a value that has one half takes in the other."""

# ── split rules ───────────────────────────────────────────────────────────────────────────────────


class SplitRule(NamedTuple):
    """A label, the pattern of a value that holds several, and the labels of its groups.

    It is applied only where none of the other labels has a value.
    """

    label: str
    pattern: re.Pattern[str]
    into: tuple[str, ...]


def _split(label: str, pattern: str, *into: str) -> SplitRule:
    return SplitRule(label, re.compile(pattern, re.IGNORECASE), into)


_ARXIV_CLASS = (
    r"(?:hep-(?:ph|th|ex|lat)|astro-ph|gr-qc|quant-ph|cond-mat|math-ph|nucl-(?:th|ex)|physics|math"
    r"|nlin|cs|stat|q-bio|econ|eess)(?:\.[A-Za-z-]{2,20})?"
)
_RANGE = r"[^\W\d_]{0,4}\d+[^\W\d_]?(?:\s?[-\u00ad\u2010-\u2015\u2212]{1,2}\s?[^\W\d_]{0,4}\d+)?"
_SUPPLEMENT = r"(?:suppl|spec|sonderh|beih|special|SI|part|pt)\b[^:)]*"
_RESOLVER = r"(?:https?://)?(?:\w+[.-]){0,3}doi\.org/+"
_RULES: tuple[SplitRule, ...] = (
    _split(
        "volume",
        rf"([\w.]+)\s?\(([^()]+)\)\s?[:,;]?\s?({_RANGE})",
        *("volume", "issue", "page"),
    ),
    _split("volume", r"([\w.]+)\s?\(([^()]+)\)", "volume", "issue"),
    _split(
        "volume",
        rf"(\w+)[\s,(]{{1,3}}({_SUPPLEMENT})\)?\s?:\s?({_RANGE})",
        *("volume", "issue", "page"),
    ),
    _split("volume", rf"(\w+)[\s,(]{{1,3}}({_SUPPLEMENT})\)?", "volume", "issue"),
    _split("volume", rf"([^\W\d_]?\d+)\s?[:,]\s?({_RANGE})", "volume", "page"),
    _split(
        "volume",
        r"([^\W\d_]?\d+)\s?,\s?(?:no\.?|nr\.?|n\.?|heft|h\.)?\s?(\d+(?:[-\u2013/]\d+)?)",
        *("volume", "issue"),
    ),
    _split("volume", r"(\d+)[./](\d+)", "volume", "issue"),
    _split("page", rf"(\d+)\s?\(([^()]+)\)\s?:\s?({_RANGE})", "volume", "issue", "page"),
    _split("page", rf"(\d+)\s?:\s?({_RANGE})", "volume", "page"),
    _split(
        "publisher",
        r"([^:,;]{2,40}(?:, [A-Z]{2})?)\s?:\s(\S.*)",
        *("publisher-place", "publisher"),
    ),
    _split("publisher-place", r"([^:]{2,40})\s?:\s(\S.*)", "publisher-place", "publisher"),
    _split(
        "note",
        r"(\d+) vols?\.?[,;. ]{0,3}(\d+(?:st|nd|rd|th) ed\.?)",
        *("number-of-volumes", "edition"),
    ),
    _split("note", r"(\d+) vols?\.?", "number-of-volumes"),
    _split(
        "note",
        r"(\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth|revised) (?:ed|edn|edition)\.?",
        "edition",
    ),
    _split("note", rf"\[?({_ARXIV_CLASS})\]?", "archive-collection"),
    _split("note", rf"(?:{_ACCESSED})[: ]{{1,2}}(.{{0,30}}\d{{4}}.{{0,10}})", "accessed"),
    _split("title", rf"({_STATES})[.,:]\s(\S.*)", "status", "title"),
    _split("PMID", r"(\d{4}-\d{3}[\dX])", "ISSN"),
    _split("edition", r"(preprint|draft|manuscript)", "genre"),
    _split("URL", rf"{_RESOLVER}(10\..+)", "DOI"),
)
SPLIT_RULES: Mapping[str, tuple[SplitRule, ...]] = {
    label: tuple(rules) for label, rules in groupby(_RULES, key=lambda rule: rule.label)
}
"""Values that hold several, by label."""

# ── repeated authors, states of publication ───────────────────────────────────────────────────────

DITTO = re.compile(
    r"(?:[\u2014\u2013\u2015\u2012_\u2e3a\u2e3b-]{2,}|[\u2014\u2015\u2e3a\u2e3b]"
    r"|(?:Ders|Dies|DERS|DIES|Idem|IDEM|Eadem|EADEM|Id|ID|Ead|EAD)\.?(?=[\s,:]|\Z))\s?[.,:;]?\s?"
)
"""What is printed instead of the authors of the reference before."""

STATUS = re.compile(rf"\b(?:{_STATES})\b", re.IGNORECASE)
"""A state of publication, which may be printed instead of a date."""

UNDATED = re.compile(r"\b(?:[Nn]\. ?d|[Ss]\. ?d|[Oo]\. ?J|б\. ?г)\b\.?")
"""What is printed where there is no date."""

# ── gap rules ─────────────────────────────────────────────────────────────────────────────────────

GAP_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number-of-volumes", re.compile(r"\b(\d{1,3}) ?(?:vols|volumes|Bde|Bände|tomes)\b\.?")),
    (
        "number-of-pages",
        re.compile(r"(?<!p\. )(?<!pp\. )\b(\d+) ?(?:pp?|pages|S|Seiten|с|стр)\b\.?"),
    ),
    ("archive-collection", re.compile(rf"\[\s?({_ARXIV_CLASS})\s?\]")),
    ("edition", re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)? (?:ed|edn|edition)\b\.?")),
)
"""Label → pattern of a value without a label, identified by the word beside it."""
