"""Tables of how references begin, how their lines continue, and how they end.

The rows' names are signals of the chain (:mod:`refconv.page.line_signals`), which learned their
weights; the weights that stand here are for the places that have a single line to judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.patterns import (
    INITIALS,
    LOWER,
    NAME,
    PARTICLE,
    UNCASED,
    UPPER,
    WORD,
    Rule,
    any_of,
    rules,
)

_AND = " (?:and|&|et|und|y|e) "
# The small words of institutions' names.
_OF = (
    "of|for|and|&|the|on|in|der|die|für|des|und|im|zur|de|du|la|le|les|et|pour|d’|del|y|para|e|da|do|dos"
    "|della|dei|di|per|van|voor|het|en|og|och|i|af"
)
_YEAR = r"[12]\d{3}"
_TEAM = any_of("[Cc]ollaboration [Cc]onsortium [Gg]roup [Cc]ommittee [Nn]etwork [Tt]eam")
_SAME = any_of("Ders Dies Id Ead Idem Eadem Ib DERS DIES ID EAD Derselbe Dieselbe")

# The first row that matches counts.
BEGINNINGS = rules(
    # A repeated author: "—, 2002", "---. 2021b.", "______ (1999)".
    (
        "dash",
        (
            r"(?:(?<![—–―‒_⸺⸻-])[—–―‒_⸺⸻-]{2,}+|[—–―⸺⸻])\s?"
            r"(?:[.,:;(]|&|[12]\d{3}\b|(?:and|und|et)\b)"
            r"|(?<![—–―_⸺⸻-])[—–―_⸺⸻-]{3,}+\s|(?<![—―⸺⸻])[—―⸺⸻]++\s"
        ),
        2.0,
    ),
    # "Smith, J.", "de Vaucouleurs, G.,", "Beal, M.F.;"
    ("family, initials", rf"{NAME}(?: {NAME}){{0,2}}, ?{UPPER}{LOWER}?[.\-‐ ,;:&(]", 2.0),
    (
        "family, initials at end",
        rf"{NAME}(?: {NAME}){{0,2}}, ?(?:{UPPER}\.?[ -]?){{1,4}}(?:\Z|[,;&(])",
        2.0,
    ),
    # "Smith J,", "Chen GM, Wang M", "Karassiov V P and", "Abel T.,"
    (
        "family initials",
        (
            rf"{NAME}(?: {NAME})? (?:{UPPER}{{1,4}}|(?:{UPPER}\.? ?-?){{1,4}})"
            rf"(?:[,.:;&(]| and | et | und | y | {_YEAR})"
        ),
        2.0,
    ),
    # "SMITH, John", "Müller, Hans:", "Tarski, Alfred and"
    (
        "family, given",
        (
            rf"{NAME}(?: {NAME}){{0,2}}, ?{WORD}(?: (?:{WORD}|{UPPER}\.)){{0,3}}"
            rf"(?:[.,:;(/]|{_AND}| {_YEAR}|\Z)"
        ),
        1.6,
    ),
    # "J. Smith,", "J.-P. Dupont et al.", "S. W. BENSON"
    (
        "initials family",
        (
            rf"{INITIALS}(?:{NAME}[ ,]?){{1,3}}"
            r"(?:[.,:;&('\"“]| and | et | und | y |\Z|[A-Z]|arXiv|hep-)"
        ),
        2.0,
    ),
    # "Thorsten Brants, Ashok C. Popat,", "Eugene Charniak. 2000.", "King-Yuen Ng,",
    # "Lothar Weide/Ina Kolb (Hg.):"
    (
        "given family",
        (
            rf"{WORD}(?:{WORD})?(?: {UPPER}\.){{0,3}} {NAME}(?: {NAME})?(?:/{WORD} {NAME}){{0,3}}"
            rf"(?:,| and | & | et | und |\. ?[\"“‘(]?(?:{_YEAR}|{UPPER})"
            rf"| ?\((?:{_YEAR}|Hrsg|Hg|[Ee]ds?\b|[Rr]ed\.|szerk|dir\.|coord|orgs?\.|a cura|Bearb))"
        ),
        1.3,
    ),
    # "G R Mangun, Neural mechanisms"
    ("initials without stops", rf"(?:{UPPER} ){{1,3}}{NAME}(?:[,:]| and | et al)", 1.6),
    # "Karl Horst Schmidt: Zur Lage"
    ("given family:", rf"{WORD}(?: {WORD}| {UPPER}\.){{0,2}} {NAME}: ", 1.3),
    # "Ders., Titel", "Id., Fari"
    ("same author", rf"{_SAME}\.?,? ?(?:[,:(]|[A-ZÀ-Þ])", 1.8),
    ("et al", rf"{NAME}(?:,? {NAME}){{0,3}},? (?:et al|u\. ?a\.|и др)", 2.0),
    # "Smith and Jones (2003)", "World Health Organization. 2003"
    ("name year", rf"{NAME}(?: (?:{NAME}|{_OF})){{0,8}}[.,:]? ?\(?{_YEAR}[a-z]?\b", 1.0),
    ("body.", rf"(?:The )?{NAME}(?: (?:{NAME}|{_OF}|on|the)){{1,9}}[.:,] ", 0.5),
    ("collaboration", rf"(?:The )?[\w/ -]{{2,40}} {_TEAM}\b", 1.0),
    ("uncased", rf"{UNCASED}{{1,12}}(?:[,，、;；.．:：·]|\s)", 1.2),
    ("quote", r"[\"“„«‘‹]\S", 0.2),
    ("link", r"(?:https?://|www\.|doi:|arXiv:)", 0.0),
)
(NO_BEGINNING,) = rules(("none", "", -0.7))

_WITHIN = any_of(
    r"In in IN Dans En Em Nel W В Ed\. Eds\. Hrsg\. Éd\. Vol\. vol\. No\. pp?\. S\. Pp\."
)
_MONTH = any_of("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
_ONLINE = any_of(
    r"https?:// www\. doi: DOI arXiv: URL Retrieved Available Accessed PMID ISBN"
    r" Verfügbar Disponible"
)

# Beginnings that say that a line goes on with what stood before.
CONTINUATIONS = rules(
    ("link line", _ONLINE, -2.2),
    ("lower case", rf"(?!{PARTICLE}[ ']){LOWER}", -2.5),
    ("closing", r"[)\].,;:/&”»%]", -2.5),
    ("year", rf"\(?{_YEAR}[a-z]?\)?(?:[\s.,;:)]|\Z)", -2.0),
    ("digits", r"\d", -1.8),
    ("in", rf"{_WITHIN}[:\s]", -2.2),
    ("month", rf"{_MONTH}[a-z]{{0,6}}\.? \d", -1.8),
)

_SMALL_WORDS = any_of(
    "and und et y e of the in In für der die des de la le du von zur for on to a an with by from at"
    " og och en i и в"
)
_ABBREVIATIONS = any_of(
    "vol Vol no No pp Pp p ed Ed eds Eds Hrsg Proc Conf Univ Int Soc Trans Am Rev Phys"
    " Lett Chem Med"
    " Sci Eur Ann Bull Symp Res Nat Natl Acad Clin Appl Dr St Jr vs cf bzw Aufl Bd Nr S"
    " Jg Inst Dept"
    " Assoc Math Biol Comput Mech Eng Nucl Mod Instrum Methods Theor Exp Astron Surv Mon Not"
)
_RESIDUE = any_of("Google Scholar;CrossRef;Crossref;PubMed;Medline;Scopus;Web of Science", ";")

# How a line ends when a reference is over (more than 0), and when it is not.
ENDINGS = rules(
    ("open", rf"(?:[,&(\[–—:/+=-]|;|\b{_SMALL_WORDS})\Z", -2.5),
    # (After a number "p." and "S." count pages: "320 p.", "44 S.")
    ("abbreviation", rf"(?<!\d )\b{_ABBREVIATIONS}\.\Z", -1.2),
    ("initial", rf"(?:^|[\s.)-])(?<!\d ){UPPER} ?\.\Z", -1.3),
    ("stop after digits", r"[\d)\]a-z]{2}[.;]?\)?\Z|\d[.;]?\Z", 0.3),
    ("stop", r"[.)\]!?”\"»。．]\Z", 0.8),
    ("page", r"[:,.–−-]\s?[A-Za-z]?\d+(?:[–−-]{1,2}\s?[A-Za-z]?\d+)?\.?\Z", 1.0),
    ("link end", r"(?:https?://|doi\.org/|10\.\d{4,5}/)\S+\Z", 0.8),
    ("residue", rf"{_RESIDUE}\]?\Z", 2.0),
)


def beginning(line: str) -> Rule:
    """Name the way in which a reference begins here, ``NO_BEGINNING`` where none does."""
    first = line[:1]
    if first.islower():
        may_be = _SMALL_BEGINNING.match(line) is not None
    else:
        may_be = first.isalpha() or first in _SIGNS
    return _beginning(line[:160]) if may_be else NO_BEGINNING


# What small letters, and what signs a reference may begin with: one look tells most lines.
_SMALL_BEGINNING = lazy_pattern(rf"{PARTICLE}[ -]|[dl]['’]|d[ei][A-Z]|https?:|www\.|doi:|arXiv:")
_SIGNS = frozenset('—–―‒_⸺⸻-"“„«‘‹')


# The same line is judged several times, by several modules: so many lines are remembered.
_REMEMBERED = 4096


@lru_cache(maxsize=_REMEMBERED)
def _beginning(head: str) -> Rule:
    for rule in BEGINNINGS:
        if rule.pattern.match(head):
            return rule
    return NO_BEGINNING


def continuation(line: str) -> Rule | None:
    """Name the reason for which a line must belong to the one before, if there is one."""
    for rule in CONTINUATIONS:
        if rule.pattern.match(line):
            return rule
    return None


def ending(line: str) -> float:
    """Return how clearly a line ends as a reference does: more than 0 if it is complete."""
    return _ending(line[-_TAIL:])


# How far from the end a row looks, in characters; the others look at the whole tail.
_REACH = {
    "open": 8,
    "abbreviation": 14,
    "initial": 5,
    "stop after digits": 5,
    "stop": 1,
    "residue": 20,
}
_TAIL = 40

# The last character tells at little cost which rows may match; of a stop, the one before it too.
_LETTER, _DIGIT, _SHORT, _STOP, _SIGN = "letter", "digit", "stop after a letter", "stop", "sign"
_LAST = {
    "open": {_LETTER, _SIGN},
    "abbreviation": {_SHORT},
    "initial": {_SHORT},
    "stop": {_SHORT, _STOP, _SIGN},
    "page": {_DIGIT, _SHORT, _STOP},
    "residue": {_LETTER, _SIGN},
}
_BY_LAST = {
    last: tuple(
        (rule, _REACH.get(rule.name, _TAIL))
        for rule in ENDINGS
        if last in _LAST.get(rule.name, {last})
    )
    for last in (_LETTER, _DIGIT, _SHORT, _STOP, _SIGN)
}


def _last(tail: str) -> str:
    last = tail[-1:]
    if last == ".":
        return _SHORT if tail[-2:-1].isalpha() or tail[-2:-1] == " " else _STOP
    return _DIGIT if last.isdecimal() else _LETTER if last.isalpha() else _SIGN


def _endings(tail: str) -> Iterator[Rule]:
    for rule, reach in _BY_LAST[_last(tail)]:
        if rule.pattern.search(tail, max(0, len(tail) - reach)):
            yield rule


@lru_cache(maxsize=_REMEMBERED)
def _ending(tail: str) -> float:
    total = 0.0
    for rule in _endings(tail):
        if rule.weight < 0:
            return rule.weight
        total += rule.weight
    return min(total, 2.0)


def end_class(line: str) -> str:
    """Name how a line ends: an unfinished way, else the most telling of the finished ones."""
    return _end_class(line[-_TAIL:])


@lru_cache(maxsize=_REMEMBERED)
def _end_class(tail: str) -> str:
    name = "none"
    for rule in _endings(tail):
        if rule.weight < 0 or rule.name in _TELLING:
            return rule.name
        name = rule.name
    return name


_TELLING = frozenset({"page", "link end", "residue"})
DONE = frozenset(rule.name for rule in ENDINGS if rule.weight > 0)
