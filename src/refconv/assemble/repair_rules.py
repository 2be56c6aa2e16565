"""Repair rules: what the words beside a value, or the punctuation in it, say of its label.

The steps of :mod:`refconv.assemble.record` apply them. Each rule has a test row of its own in
``tests/assemble/test_repair_rules.py``; of a table the first rule that matches is applied.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern

# ── separators ────────────────────────────────────────────────────────────────────────────────────

_PUNCTUATION = lazy_pattern(r"\W{0,4}")
_LISTED = lazy_pattern(r"[\s,;&/]{0,4}(?:(?:and|und|et|y|e|и|sowie)\s{1,2})?")
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

ABBREVIATED_NAME = lazy_pattern(r"(?=.*\w\. )(?:[A-Z][\w.&'\u2019-]*(?: |\Z)){1,6}")
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
    return lazy_pattern(rf"(?:^|\W)(?:{words})[\s.:,()\[]{{0,5}}\Z", re.IGNORECASE)


def _after(words: str) -> re.Pattern[str]:
    return lazy_pattern(rf"[\s.,;(\[]{{0,5}}(?:{words})(?!\w)", re.IGNORECASE)


_EDITORS = (
    r"eds?|edit(?:or|ors|ores|ed)|hrsgg?|hgg?|éds?|dirs?|coords?|orgs?|red|compilers?|comps?|под "
    r"ред|ред"
    r"|coordinador(?:es)?|organizador(?:es)?|compilador(?:es)?|a cura di|utg|toim|szerk|haz|der|"
    r"yay\. haz"
    r"|עורך|עורכת|עורכים|محرر|محررون|編著?|编著?|主编"
)
_EDITED_BY = (
    r"edited by|ed\. by|hrsg\.? v(?:on|\.)|hg\.? v(?:on|\.)|herausgegeben von|a cura di|in|sous "
    r"la dir\.? de"
    r"|edición de|pod red\."
)
_CONTAINER_WORDS = r"in|dans|im|en|em|//|eds?|editors?|hrsgg?|hgg?|בתוך|في|w|i"
_TRANSLATED_BY = (
    r"trans(?:l|lated)?\.? by|trans|übers(?:etzt)?\.? v(?:on|\.)|trad\.? (?:par|por)|traduit par"
    r"|trad\.(?: (?:it|esp|fr|port|ingl)\.)? d[ei]|traducción de|traduzione di|tradução de|"
    r"traducido por"
    r"|vertaald door|przeł|tłum|övers\.? av|overs\.? av|çev"
)
_CHAPTER_WORDS = r"chap(?:ter)?s?|chs?|cap|kap(?:itel)?|rozdz|гл"
_DOCTORATE = r"doctorat|tesis doctoral|tesi di dottorato|tese de doutorado|mémoire de master"
_DOCTORATE_IN = rf"(?:{_DOCTORATE}) (?:en|em|in)"
_TRANSLATORS = r"trans|transl|translators?|übers|trad|çev"
_DIRECTORS = r"directors?|writers? (?:&|and) directors?|regisseure?|regie|réal"
_PAGES = r"pp?|pages?|págs?|pag|s|seiten?|стр|с|bl"
_PAGES_BEFORE = rf"{_PAGES}|ss|str|עמ['’׳]|ص|ص ص"
_LEAVES = r"f|fls?|leaves|feuillets|hojas|folhas"
_NUMBER = r"no|nr|n|number|issue|heft|h|iss|fasc|núm|вып|№|#"
_VOLUME = r"vol|vols|volume|bd|band|tome?|tomo|jg|jahrgang|т|том"
_ACCESSED = (
    r"accessed|retrieved|visited|viewed|cited|abgerufen(?: am)?|zugriff(?: am)?|consulté(?: le)?"
    r"|consultado(?: el)?|(?:last |date )?(?:accessed|checked|visited)(?: on| in)?|access date"
    r"|дата обращения|geraadpleegd(?: op)?|letzter zugriff|stand|hämtad|dostęp|acesso em"
    r"|consultato(?: il)?"
)
_ARCHIVED = (
    r"archived(?: from the original)?(?: on| at)?|archiviert(?: vom original)?(?: am)?|archivé le"
)
_UPDATED = (
    r"(?:last )?(?:updated|modified|revised|reviewed)(?: on)?|date modified|aktualisiert(?: am)?|"
    r"mis à jour le"
    r"|atualizado em|actualizado el|last update"
)
_EPUB = r"epub|(?:published|available|first) online|online first"
_ORIGINALLY = (
    r"(?:originally|first) published(?: in)?|orig\. publ\.|reprint of|original work published(?: "
    r"in)?"
    r"|ed\. or|ed\. orig|éd\. orig|1st ed\. pub|zuerst"
)

_STATES = (
    r"in press|in print|forthcoming|to appear|to be published|submitted(?: for publication)?"
    r"|under review|in preparation|im druck|im erscheinen|erscheint demnächst|à paraître"
    r"|sous presse|en prensa|in stampa|в печати|accepted(?: for publication)?|ahead of print"
)

PROCEEDINGS_BEFORE = lazy_pattern(
    r"\b(?:proc(?:eedings|\.)?)(?: of)?(?: the)?(?: \d+(?:st|nd|rd|th))?\s\Z", re.IGNORECASE
)
"""Words before the name of a meeting that make it the name of its proceedings."""

CONTEXT_RULES: tuple[ContextRule, ...] = (
    ContextRule(
        "author",
        None,
        lazy_pattern(rf"[\s.,]{{0,3}}(?:\(|(?<=, ))(?:{_DIRECTORS})\b", re.IGNORECASE),
        "director",
    ),
    ContextRule(
        "author",
        None,
        lazy_pattern(r"[\s.,]{0,3}\((?:hosts?|podcasters?|presenters?)\b", re.IGNORECASE),
        "host",
    ),
    ContextRule(
        "author",
        None,
        lazy_pattern(r"[\s.,]{0,3}\((?:executive )?producers?\b", re.IGNORECASE),
        "producer",
    ),
    ContextRule(
        "author", None, lazy_pattern(r"[\s.,]{0,3}\(composers?\b", re.IGNORECASE), "composer"
    ),
    ContextRule("editor", _before(r"directed by|dir\. by|regie(?: von)?"), None, "director"),
    ContextRule("author", _before(r"directed by|regie(?: von)?"), None, "director", needs="title"),
    ContextRule("title", _before(_TRANSLATED_BY), None, "translator", lacks="translator"),
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
    ContextRule("accessed", _before(_ARCHIVED), None, "note"),
    ContextRule("issued", _before(_ARCHIVED), None, "note"),
    ContextRule("accessed", _before(_UPDATED), None, "issued", lacks="issued"),
    ContextRule("accessed", _before(_UPDATED), None, "revised"),
    ContextRule("issued", _before(_UPDATED), None, "revised", needs="issued"),
    ContextRule("issued", _before(_ACCESSED), None, "accessed"),
    ContextRule("issued", _before(_EPUB), None, "available-date", needs="issued"),
    ContextRule("issued", _before(_ORIGINALLY), None, "original-date", needs="issued"),
    ContextRule("issued", lazy_pattern(r"\A\s?\[\Z"), None, "original-date", needs="issued"),
    ContextRule("publisher", PROCEEDINGS_BEFORE, None, "container-title", lacks="container-title"),
    ContextRule("issued", _before(_NUMBER), None, "issue", needs="volume", lacks="issue"),
    ContextRule("page", _before(r"e?-?issn"), None, "ISSN"),
    ContextRule("page", _before(r"isbn(?:-1[03])?"), None, "ISBN"),
    ContextRule("page", _before(_PAGES_BEFORE), None, "page"),
    ContextRule(
        "page", None, lazy_pattern(rf"\s?(?:{_PAGES})\b", re.IGNORECASE), "number-of-pages"
    ),
    ContextRule(
        "page",
        lazy_pattern(r"[.;]\s{1,2}\Z"),
        lazy_pattern(rf"\s?(?:{_LEAVES})(?:\.|\Z)", re.IGNORECASE),
        "number-of-pages",
    ),
    ContextRule("page", _before(_VOLUME), None, "volume", lacks="volume"),
    ContextRule("volume", _before(r"pp?|pages?|s"), None, "page", lacks="page"),
    ContextRule("volume", None, _after(r"vols|volumes|bde|bände|tomes"), "number-of-volumes"),
    ContextRule("volume", _before(_CHAPTER_WORDS), None, "chapter-number"),
    ContextRule("page", _before(_CHAPTER_WORDS), None, "chapter-number"),
    ContextRule("volume", _before(_NUMBER), None, "issue", lacks="issue"),
    ContextRule("issue", _before(_VOLUME), None, "volume", lacks="volume"),
    ContextRule("container-title", _before(_DOCTORATE_IN), None, "note"),
    ContextRule("number", _before(r"pp?|pages?"), None, "page", lacks="page"),
    ContextRule(
        "number",
        _before(r"(?:pub\.? ?l|p\.l|law|app\w*|docket|patent|report|paper)\.?(?: nos?)?"),
        None,
        "number",
    ),
    ContextRule("author", None, _after(r"s\. ?v\."), "container-title", lacks="container-title"),
    ContextRule("number", _before(_NUMBER), None, "issue", needs="volume", lacks="issue"),
)
"""Labels that the words beside a value correct."""

SUPPLEMENT_BEFORE = lazy_pattern(
    r"\b(?:suppl(?:ement)?|sonderheft|beiheft|special issue|spec|part|pt)\b\.?\s?(?:no\.?\s?)?\Z",
    re.IGNORECASE,
)
"""Words before an issue's number that belong to it."""

PREFIX_RULES: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = (
    (frozenset({"issue"}), SUPPLEMENT_BEFORE),
    (frozenset({"container-title", "publisher"}), PROCEEDINGS_BEFORE),
)
"""Labels → words before such a value that belong to it."""

SUPPLEMENT_ALONE = lazy_pattern(
    r"\W{0,4}\b(suppl(?:ement)?|SI|special issue|sonderheft)\b(?!\.?\s*\d)", re.IGNORECASE
)
"""An issue after the volume that is a word without a number."""

CONTAINED = lazy_pattern(
    r"(?:^|[\s.,;\"\u201d])(?:in|im|dans|en|в)\b[\s:]{0,4}\Z|//\s?\Z", re.IGNORECASE
)
"""What stands before the container of a part, or before its editors."""

BEFORE_EDITOR = lazy_pattern(
    r",?\s(?:eds?\.|edited by|hrsg\. v(?:on|\.)|hg\. v(?:on|\.)|a cura di|éd\. par|red\.)\s",
    re.IGNORECASE,
)
"""What stands between a book and its editors."""

SERIES_OPENS = lazy_pattern(r"[(\[]\s?=?\s?\Z|\bcoll\.\s?(?:«\s)?\Z")
"""What stands before a series that is set apart, in brackets or by its word."""
IN_SERIES = lazy_pattern(
    r"\b(?:Bd|Band|Nr|Heft|no|nr|n|n[°º]|vol|v|t|núm)\b\.?[°º]?\s?\Z", re.IGNORECASE
)
"""A word before the number in such a series."""

PAIRS: Mapping[str, str] = {
    "(": ")", "[": "]", "\u201c": "\u201d", "\u00ab": "\u00bb", "\u2018": "\u2019",
    "\u201e": "\u201c", '"': '"',
}  # fmt: skip
"""Opening → closing mark; a value that has one half takes in the other."""

# ── split rules ───────────────────────────────────────────────────────────────────────────────────


class SplitRule(NamedTuple):
    """A label, the pattern of a value that holds several, and the labels of its groups.

    It is applied only where none of the other labels has a value. ``needs`` are labels that the
    reference must have, ``lacks`` those that it must not have.
    """

    label: str
    pattern: re.Pattern[str]
    into: tuple[str, ...]
    needs: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()


def _split(label: str, pattern: str, *into: str, needs: str = "", lacks: str = "") -> SplitRule:
    return SplitRule(
        label, lazy_pattern(pattern, re.IGNORECASE), into, frozenset(needs.split()),
        frozenset(lacks.split()),
    )  # fmt: skip


_ARXIV_CLASS = (
    r"(?:hep-(?:ph|th|ex|lat)|astro-ph|gr-qc|quant-ph|cond-mat|math-ph|nucl-(?:th|ex)|physics|math"
    r"|nlin|cs|stat|q-bio|econ|eess)(?:\.[A-Za-z-]{2,20})?"
)
_RANGE = r"[^\W\d_]{0,4}\d+[^\W\d_]?(?:\s?[-\u00ad\u2010-\u2015\u2212]{1,2}\s?[^\W\d_]{0,4}\d+)?"
_SUPPLEMENT = r"(?:suppl|spec|sonderh|beih|special|SI|part|pt)\b[^:)]*"
_RESOLVER = r"(?:https?://)?(?:\w+[.-]){0,3}doi\.org/+"
_STATES_AND_COUNTRIES = (
    r"USA|U\.S\.A\.|UK|U\.K\.|Alabama|Arizona|California|Colorado|Connecticut|Florida|Georgia|"
    r"Hawaii"
    r"|Illinois|Indiana|Iowa|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Missouri|"
    r"Nevada"
    r"|New Jersey|New Mexico|New York|North Carolina|Ohio|Oregon|Pennsylvania|Tennessee|Texas|Utah"
    r"|Virginia|Washington|Wisconsin|AZ|CA|CO|CT|DC|FL|GA|HI|IL|LA|MA|MD|MI|MN|NC|NJ|NM|NV|NY|OH|"
    r"OR|PA"
    r"|TX|UT|VA|WA|WI|Argentina|Australia|Austria|Belgium|Brazil|Canada|Chile|China|Colombia|"
    r"Croatia"
    r"|Czech Republic|Denmark|Egypt|England|Estonia|Finland|France|Germany|Greece|Hungary|Iceland|"
    r"India"
    r"|Indonesia|Iran|Ireland|Israel|Italy|Japan|Korea|South Korea|Latvia|Lithuania|Malaysia|Mexico"
    r"|Netherlands|The Netherlands|New Zealand|Norway|Poland|Portugal|Romania|Russia|Scotland|"
    r"Serbia"
    r"|Singapore|Slovakia|Slovenia|South Africa|Spain|Sweden|Switzerland|Taiwan|Thailand|Turkey|"
    r"Ukraine"
    r"|Vietnam|Wales"
)
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
    _split("issue", r"(\d+)\s?,\s?(Article\s\d+)", "issue", "page"),
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
    _split("publisher", r"(СПб|М|Л|Киев|Минск|Ростов н/Д)\.?", "publisher-place"),
    _split("note", rf"\[?({_ARXIV_CLASS})\]?", "archive-collection"),
    _split("note", rf"(?:{_ACCESSED})[: ]{{1,2}}(.{{0,30}}\d{{4}}.{{0,10}})", "accessed"),
    _split(
        "editor",
        r"([^,]{3,120}), (?:eds?\.|edited by|hg\. v(?:on|\.)|hrsg\. v(?:on|\.)|a cura di|dir\.|"
        r"red\.|éds?\.) (\S.*)",
        *("container-title", "editor"),
    ),
    _split(
        "container-title",
        r"(.{3,200}?),? (?:vol\.?|volume|Bd\.?|Band|t\.|tome|tomo) ?(\d{1,4}[A-Z]?|[IVXLC]{1,6})",
        *("container-title", "volume"),
    ),
    _split(
        "container-title",
        r"((?=.*\b(?:proceedings|proc\.|symposium|conference|workshop|congress|meeting)\b)"
        r".{8,200}?), "
        rf"((?-i:[A-Z])[^,\d]{{2,24}}, (?-i:{_STATES_AND_COUNTRIES}))",
        *("container-title", "event-place"),
        lacks="publisher-place",
    ),
    _split(
        "container-title", r"(Wikipedia)[.,] (Wikimedia Foundation)", "container-title", "publisher"
    ),
    _split(
        "container-title",
        r"((?:Advances in Neural Information Processing Systems|NIPS|NeurIPS)) (\d{1,3})",
        *("container-title", "volume"),
    ),
    _split(
        "container-title",
        r"(.{2,120}?)\. (.{2,60}?)\.?",
        "container-title",
        "publisher",
        needs="medium",
    ),
    _split(
        "publisher",
        r"(.{3,120}?)[\]).,]{1,2} ((?:ProQuest|UMI|EThOS|NDLTD)\b.{0,80})",
        "publisher",
        "archive",
    ),
    _split(
        "publisher",
        r"((?:.{0,40}\b)?(?:uni\w+|school|college|institut\w*|faculdade|escola)\b[^,]{2,60}), "
        r"(?!.*\b(?:uni|dep|school|college|institut|lab|comput|facul))([^\W\d_][^,:\d]{2,24})",
        *("publisher", "publisher-place"),
        needs="genre",
        lacks="publisher-place",
    ),
    _split(
        "author",
        r"([A-Z][a-z]+), ([A-Z]\w+(?: \w+){0,5}?)(?:,? trans\.?)?",
        "author",
        "title",
        needs="translator",
        lacks="title",
    ),
    _split(
        "collection-title", r"(.{3,120}?),? (?:pages|pp?\.|S\.) (\d\S*)", "collection-title", "page"
    ),
    _split(
        "title", r"(.{3,300}?)\s?: ((?:дис|автореф)\.(?: ?\.{2,3}|…)?.{0,60})", *("title", "genre")
    ),
    _split(
        "title",
        r"(.{3,250}?)[,.] (?:wyd\.|изд\.|bs\.|uitg\.|izd\.) ?(\d{1,3})",
        "title",
        "edition",
    ),
    _split(
        "title",
        r"(.{3,250}?)[,.] (\d{1,3})\.?,? ?(?:(?:überarb|erw|neubearb|verb|völlig neubearb)\.?,?\s?"
        r"(?:u\.|und)?\s?){0,2}(?:Aufl(?:age)?|udg|uppl|utg|baskı|basım|painos)\b\.?",
        "title",
        "edition",
    ),
    _split(
        "title",
        r"[“”\"„«]?(.{3,250}?)[”\"“»],? (?:in|i|w|en|em|dans|u|v|в):? (?-i:(?=[A-ZÀ-ÞА-Я]))"
        r"(.{3,150})",
        *("title", "container-title"),
    ),
    _split("title", rf"({_STATES})[.,:]\s(\S.*)", "status", "title"),
    _split(
        "title", r"(.{3,300}?)[.,]? (?:translated|trans\.) by (\S.{2,120})", "title", "translator"
    ),
    _split("title", r"(.{3,300}?)[.,]? (?:edited|ed\.) by (\S.{2,120})", "title", "editor"),
    _split("title", r"(.{3,300}?)[.,]? directed by (\S.{2,120})", "title", "director"),
    _split(
        "title",
        r"(.{8,300}?) \(((?:[A-Z][a-z]{2,8}\.? \d{1,2}, )?\d{4})\)\. (\S.{2,80})",
        "title",
        "issued",
        "publisher",
    ),
    _split(
        "title",
        r"(.{8,300}?) \((?=.{0,16}\d{4}\))([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\)",
        "title",
        "issued",
    ),
    _split(
        "title",
        r"(.{8,300}?) (?:[-\u2013|]) ([A-Z][^-\u2013|]{1,50})",
        "title",
        "container-title",
        needs="accessed URL",
        lacks="author",
    ),
    _split("title", r"(.{3,300}?)[.,;] R package version (\d[\w.-]{0,12})", "title", "version"),
    _split("genre", r"R package version (\d[\w.-]{0,12})", "version"),
    _split("PMID", r"(\d{4}-\d{3}[\dX])", "ISSN"),
    _split("edition", r"(preprint|draft|manuscript)", "genre"),
    _split("URL", rf"{_RESOLVER}(10\..+)", "DOI"),
)
SPLIT_RULES: Mapping[str, tuple[SplitRule, ...]] = {
    label: tuple(rule for rule in _RULES if rule.label == label)
    for label in dict.fromkeys(rule.label for rule in _RULES)
}
"""Values that hold several, by label."""

# ── rules over values alone ───────────────────────────────────────────────────────────────────────

_THESIS_GENRE = (
    r"(?:unpublished |unveröffentlichte |inaugural-?)?(?:ph\.? ?d\.?|doctoral|master['’]?s?|m\. ?"
    r"sc\.?|m\. ?a\.)"
    r" (?:thesis|dissertation)|thèse (?:de|pour)\b.*|mémoire de .*|dissertação(?: \(| de).*|tese(?"
    r": \(| de).*"
    r"|tesis (?:doctoral|de).*|tesi di .*|trabalho de conclusão.*|diss\.(?: .{1,30})?|"
    r"habilitation\w*"
)
_CITIES = (
    r"amsterdam|athens|barcelona|basel|beijing|belo horizonte|berlin|bern|berkeley|bogotá|bologna|"
    r"bonn|boston|brasília"
    r"|brasilia|bratislava|brussels|bruxelles|bucharest|budapest|buenos aires|cairo|cambridge(?:, "
    r"(?:ma|uk))?|cambridge"
    r"|canberra|cape town|chicago|copenhagen|cracow|delhi|den haag|dublin|edinburgh|firenze|"
    r"florence|frankfurt(?: am main"
    r"| a\. ?m\.)?|freiburg|genève|geneva|gent|göteborg|göttingen|hamburg|heidelberg|helsinki|"
    r"istanbul|jakarta|jena"
    r"|jerusalem|kiel|köln|københavn|kraków|kyoto|københavn|leipzig|leiden|lima|lisboa|lisbon|"
    r"liverpool|london|los angeles"
    r"|lund|lyon|madrid|manchester|melbourne|méxico|mexico city|milan|milano|montréal|montreal|"
    r"moscow|mumbai|münchen"
    r"|munich|münster|napoli|nairobi|new delhi|new haven|new york|oslo|ottawa|oxford|paris|"
    r"philadelphia|porto alegre"
    r"|prague|praha|princeton|quito|recife|rio de janeiro|roma|rome|rotterdam|santiago|são paulo|"
    r"seoul|shanghai|singapore"
    r"|stockholm|strasbourg|stuttgart|sydney|taipei|tehran|tel aviv|the hague|tokyo|torino|toronto"
    r"|tübingen|turin|uppsala"
    r"|utrecht|venezia|venice|vienna|warsaw|warszawa|washington(?:,? d\.? ?c\.?)?|wien|wiesbaden|"
    r"würzburg|zagreb|zürich"
)
_MAY_BE_GENRE = ("publisher-place", "publisher", "container-title", "note", "collection-title")
VALUE_RULES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    *((label, lazy_pattern(_THESIS_GENRE, re.IGNORECASE), "genre") for label in _MAY_BE_GENRE),
    ("publisher", lazy_pattern(_CITIES, re.IGNORECASE), "publisher-place"),
    (
        "edition",
        lazy_pattern(
            r"repr(?:int)?(?:ed)?\.?|rpt\.?|neudruck|nachdr(?:uck)?\.?|reimpr\.?|rist\.?",
            re.IGNORECASE,
        ),
        "reprint",
    ),
)
"""Label, pattern of a whole value, and the label it gets if there is none of that yet."""

CHAPTER = lazy_pattern(r"(?:Chap(?:ter)?|Ch|Kap(?:itel)?|Cap)s?\.?", re.IGNORECASE)
"""A word before a number that is no volume: of a chapter."""
SECTION_OF_JOURNAL = lazy_pattern(r"([A-HL])(\d{1,4})")
"""A volume with the letter of its journal's section glued to it: ``Phys. Rev. D94``."""
SECTIONED_JOURNAL = lazy_pattern(
    r"\b(?:Phys|Rev|Lett|Nucl|Acta|Proc|Mod|Eur|Int|Astrophys|J|Cryst\w*|Instrum|Sci)\.?\Z"
)
"""The end of the name of a journal that has sections."""

# ── brackets behind a title ───────────────────────────────────────────────────────────────────────

BRACKET_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("version", lazy_pattern(r"(?:version|ver\.|v\.?|release) ?(\d[\w.-]{0,12})", re.IGNORECASE)),
    (
        "number",
        lazy_pattern(
            r"(?:(?:report|publication|working paper|technical report|episode|season \d{1,2}, "
            r"episode|special report|issue brief"
            r"|document|order|accession|grant|standard|UMI)\s)?(?:no\.|nr\.|number|№) ?([\w][\w./ "
            r"-]{0,30})",
            re.IGNORECASE,
        ),
    ),
    ("number", lazy_pattern(r"(?:episode|ep\.) ?(\d{1,5})", re.IGNORECASE)),
    ("edition", lazy_pattern(r"(\d{1,3}(?:st|nd|rd|th)|rev\.) ed\.?", re.IGNORECASE)),
)
"""Label → what stands in brackets behind a title, with the value as its group."""

# ── repeated authors, states of publication ───────────────────────────────────────────────────────

DITTO = lazy_pattern(
    r"(?:[\u2014\u2013\u2015\u2012_\u2e3a\u2e3b-]{2,}|[\u2014\u2015\u2e3a\u2e3b]"
    # A shorter dash may begin any point of a list.
    r"|\u2013(?=\s?[.,:(])"
    r"|(?:Ders|Dies|DERS|DIES|Idem|IDEM|Eadem|EADEM|Id|ID|Ead|EAD)\.?(?=[\s,:]|\Z))\s?[.,:;]?\s?"
)
"""What is printed instead of the authors of the reference before."""

STATUS = lazy_pattern(rf"\b(?:{_STATES})\b", re.IGNORECASE)
"""A state of publication, which may be printed instead of a date."""

UNDATED = lazy_pattern(r"\b(?:[Nn]\. ?d|[Ss]\. ?d|[Oo]\. ?J|б\. ?г)\b\.?")
"""What is printed where there is no date."""

# ── gap rules ─────────────────────────────────────────────────────────────────────────────────────

GAP_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "original-date",
        lazy_pattern(
            r"\b(?:[Oo]riginal(?:ly)?(?: work)? published|[Ff]irst published"
            r"|[Zz]uerst(?: erschienen)?|[Ee]rstmals(?: erschienen)?"
            r"|[Oo]riginalausgabe|ed\. or(?:ig)?\.|[Oo]rig\. ed\."
            r"|[Pp]ubli[ée] pour la première fois)(?: in| en|:)? (1[4-9]\d\d|20\d\d)\b"
        ),
    ),
    (
        "reprint",
        lazy_pattern(
            r"(?<!as )\b([Rr]epr(?:int)?(?:ed)?|[Rr]pt|[Nn]eudruck|[Nn]achdruck|[Rr]eimpr|rist)"
            r"\b\.?"
        ),
    ),
    (
        "version",
        lazy_pattern(r"\b(?:R package )?[Vv]ersion (\d(?:[\w.-]{0,11}\w)?)(?=[).,;\s]|\Z)"),
    ),
    ("number-of-volumes", lazy_pattern(r"\b(\d{1,3}) ?(?:vols|volumes|Bde|Bände|tomes)\b\.?")),
    (
        "number-of-pages",
        lazy_pattern(r"(?<!p\. )(?<!pp\. )(?<!\d[:.])\b(\d+) ?(?:pp?|pages|S|Seiten|с|стр)\b\.?"),
    ),
    ("archive-collection", lazy_pattern(rf"\[\s?({_ARXIV_CLASS})\s?\]")),
    ("edition", lazy_pattern(r"\b(\d{1,3})(?:st|nd|rd|th)? (?:ed|edn|edition)\b\.?")),
)
"""Label → pattern of a value without a label, identified by the word beside it."""
