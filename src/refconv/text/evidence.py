"""What makes a stretch of text read as a reference, and a line as the beginning of one.

Both judgements are sums over tables of patterns with weights, so that every reason can be read,
tested and argued with on its own row. All patterns are bounded: none can backtrack far.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Letters by case: ``re`` has no \p{Lu}.
_RANGE = range(0x41, 0x530)
UPPER = "[" + "".join(chr(c) for c in _RANGE if chr(c).isupper()) + "]"
LOWER = "[" + "".join(chr(c) for c in _RANGE if chr(c).islower()) + "'’´`-]"
# Scripts without case: Hebrew, Arabic, Thai, Hangul, kana, Han.
UNCASED = "[\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u0e01-\u0e30\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
PARTICLE = (
    r"(?:[Vv][ao]n|[Dd]e[nrsl]?|[Dd]i|[Dd]a|[Dd]u|[Dd]ella|[Dd]el|[Dd]os|[Dd]as|[Tt]e[nr]|[Ll][aeo]s?|[Zz]u[mr]?"
    r"|[Aa]l|[Ee]l|[Bb]in|[Ii]bn|[Aa]f|[Vv]om|[Yy]|[Ee]|[Ss]t\.|[Vv]\.)"
)
# Atomic groups: a name is matched in one way only, so that no pattern can backtrack far.
_NAME = rf"(?>(?:{PARTICLE}[ -]|[DdLl]['’]){{0,3}}{UPPER}[\w'’´`‑-]{{1,30}})"
_WORD = rf"(?>{UPPER}{LOWER}{{1,30}})"
_INITIALS = rf"(?>(?:{UPPER}{LOWER}?\.[ -]{{0,2}}){{1,5}})"


class Rule(NamedTuple):
    """One row: a name for tests and reports, the pattern, the weight that it adds."""

    name: str
    pattern: re.Pattern[str]
    weight: float


def _rules(*rows: tuple[str, str, float]) -> tuple[Rule, ...]:
    return tuple(Rule(name, re.compile(pattern), weight) for name, pattern, weight in rows)


# How a reference begins: the first row that matches counts.
BEGINNINGS = _rules(
    # Repeated authors: "—, 2002", "---. 2021b.", "______ (1999)".
    ("dash", r"(?:[—–―‒_⸺⸻-]{2,}|[—–―⸺⸻])\s?[.,:;(]|[—–―_⸺⸻-]{3,}\s|[—―⸺⸻]+\s", 2.0),
    # "Smith, J." "de Vaucouleurs, G.", "O'Brien, T.-H.," "Beal, M.F.;"
    ("family, initials", rf"{_NAME}(?: {_NAME}){{0,2}}, ?{UPPER}{LOWER}?[.\-‐ ,;:&(]", 2.0),
    ("family, initials at end", rf"{_NAME}(?: {_NAME}){{0,2}}, ?(?:{UPPER}\.?[ -]?){{1,4}}(?:\Z|[,;&(])", 2.0),
    # "Smith J," "Chen GM, Wang M" "Karassiov V P and" "Abel T.,"
    ("family initials", rf"{_NAME}(?: {_NAME})? (?:{UPPER}{{1,4}}|(?:{UPPER}\.? ?-?){{1,4}})(?:[,.:;&(]| and | et | und | y | [12]\d{{3}})", 2.0),
    # "SMITH, John" "Müller, Hans:" "Tarski, Alfred and"
    ("family, given", rf"{_NAME}(?: {_NAME}){{0,2}}, ?{_WORD}(?: (?:{_WORD}|{UPPER}\.)){{0,3}}(?:[.,:;(/]| and | & | und | et | y | e |\Z)", 1.6),
    # "J. Smith," "J.-P. Dupont et al." "S. W. BENSON"
    ("initials family", rf"{_INITIALS}(?:{_NAME}[ ,]?){{1,3}}(?:[.,:;&('\"“]| and | et | und | y |\Z|[A-Z])", 2.0),
    # "Thorsten Brants, Ashok C. Popat," "Eugene Charniak. 2000."
    ("given family", rf"{_WORD}(?: {UPPER}\.){{0,3}} {_NAME}(?: {_NAME})?(?:,| and | & | et | und |\. ?[\"“‘(]?(?:[12]\d{{3}}|{UPPER})| ?\([12]\d{{3}})", 1.3),
    ("same author", r"(?:Ders|Dies|Id|Ead|Idem|Eadem|Ib|DERS|DIES|ID|EAD|Derselbe|Dieselbe)\.?,? ?(?:[,:(]|[A-ZÀ-Þ])", 1.8),
    ("glued", rf"{_NAME},{UPPER}\.", 1.8),
    # "Smith and Jones", "Smith (2003)", "Smith et al", "Smith. 2003", "World Health Organization. (2003)"
    ("et al", rf"{_NAME}(?:,? {_NAME}){{0,3}},? (?:et al|u\. ?a\.|и др)", 2.0),
    ("name year", rf"{_NAME}(?: (?:{_NAME}|of|for|and|&|der|für|des|de|la)){{0,8}}[.,:]? ?\(?[12]\d{{3}}[a-z]?\b", 1.0),
    ("body.", rf"(?:The )?{_NAME}(?: (?:{_NAME}|of|for|and|&|der|für|des|de|la|on|the)){{1,9}}[.:,] ", 0.5),
    ("collaboration", r"(?:The )?[\w/ -]{2,40} (?:[Cc]ollaboration|[Cc]onsortium|[Gg]roup|[Cc]ommittee|[Nn]etwork|[Tt]eam)\b", 1.0),
    ("uncased", rf"{UNCASED}{{1,12}}(?:[,，、;；.．:：·]|\s)", 1.2),
    ("quote", r"[\"“„«‘‹]\S", 0.2),
    ("link", r"(?:https?://|www\.|doi:|arXiv:)", 0.0),
)
NO_BEGINNING = Rule("none", re.compile(""), -0.7)

# Beginnings that say that the line goes on with what stood before.
CONTINUATIONS = _rules(
    ("lower case", rf"(?!{PARTICLE}[ ']){LOWER}", -2.5),
    ("closing", r"[)\].,;:/&”»%]", -2.5),
    ("year", r"\(?[12]\d{3}[a-z]?\)?[\s.,;:)]|\(?[12]\d{3}[a-z]?\)?\Z", -2.0),
    ("digits", r"\d", -1.8),
    ("in", r"(?:In|in|IN|Dans|En|Em|Nel|W|В|En|Ed\.|Eds\.|Hrsg\.|Éd\.|Vol\.|vol\.|No\.|pp?\.|S\.|Pp\.)[:\s]", -2.2),
    ("month", r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d", -1.8),
    ("link line", r"(?:https?://|www\.|doi:|DOI|arXiv:|URL|Retrieved|Available|Accessed|PMID|ISBN|Verfügbar|Disponible)", -2.2),
)

# How the line before ends when a reference is over, and when it is not.
ENDINGS = _rules(
    ("open", r"(?:[,&(\[–—:/+-]|\b(?:and|und|et|y|e|of|the|in|In|für|der|die|des|de|la|le|du|von|zur|for|on|to|a|an|with|by|from|at|og|och|en|i|и|в)|[;=])\Z", -2.5),
    ("abbreviation", r"(?:\b(?:vol|Vol|no|No|pp|Pp|p|ed|Ed|eds|Eds|Hrsg|Proc|Conf|Univ|Int|Soc|Trans|Am|Rev|Phys|Lett|Chem|Med|Sci|Eur|Ann|Bull|Symp|Res|Nat|Clin|Acad|Appl|Dr|St|Jr|vs|cf|bzw|Aufl|Bd|Nr|S|Jg|Inst|Dept|Assoc|Math|Biol|Comput|Mech|Eng))\.\Z", -1.2),
    ("initial", rf"(?:^|[\s.)-]){UPPER} ?\.\Z", -1.3),
    ("stop after digits", r"[\d)\]a-z]{2}[.;]?\)?\Z|\d[.;]?\Z", 0.3),
    ("stop", r"[.)\]!?”\"»。．]\Z", 0.8),
    ("page", r"[:,.–−-]\s?[A-Za-z]?\d+(?:[–−-]{1,2}\s?[A-Za-z]?\d+)?\.?\Z", 1.0),
    ("link end", r"(?:https?://|doi\.org/|10\.\d{4,5}/)\S+\Z", 0.8),
    ("residue", r"(?:Google Scholar|CrossRef|Crossref|PubMed|Medline|Scopus|Web of Science)\]?\Z", 2.0),
)


def beginning(line: str) -> Rule:
    """Name the way in which a reference begins here, ``NO_BEGINNING`` where none does."""
    head = line[:160]
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
    """Say how far a line ends as a reference does: positive where it is complete."""
    tail = line[-40:]
    total = 0.0
    for rule in ENDINGS:
        if rule.pattern.search(tail):
            if rule.weight < 0:
                return rule.weight
            total += rule.weight
    return min(total, 2.0)


YEAR = re.compile(r"(?<![\d.:/-])(?:1[5-9]|20)\d{2}(?![\d])")
# Words that sentences have and titles hardly ever.
_PROSE = frozenset(
    "we our us was were is are has have had been this these that which they their it its be can may will would"
    " should could who whose not also however therefore you your he she his her"
    " wir ist sind wurde wurden werden wird dass daß sich nicht auch hat haben diese dieser dieses diesem diesen kann"
    " nous est sont ont été cette ces qui que mais son fue fueron este esta estos han são foi foram sono questo questa che"
    " это что как был была было были не мы".split()
)


# What references have in them: each row counts once.
TRAITS = _rules(
    ("year", YEAR.pattern, 1.0),
    ("year in brackets", r"[(\[](?:c\. ?|ca\. ?)?(?:1[5-9]|20)\d{2}[a-z]?(?:[–/-]\d{2,4})?(?:, [\w. ]{3,20})?[)\]]", 0.6),
    ("no date", r"\((?:n\.d\.|in press|forthcoming|o\. ?J\.|s\.d\.|im Druck|submitted|accepted)\)|\b(?:in press|to appear|unpublished|o\. ?J\.)", 0.8),
    ("volume:pages", r"\b\d{1,4}(?: ?\([^)]{1,14}\))?(?: ?[:,] ?|, pp?\. ?)[A-Za-z]?\d{1,6}(?: ?[–—−‐-]{1,2} ?[A-Za-z]?\d+)?", 0.8),
    ("range", r"(?<![\d-])\d{1,5} ?[–—−‐‑-]{1,2} ?\d{1,5}(?![\d-])", 0.4),
    ("pages", r"\b(?:pp?|S|Pp?|pág|págs|s|с|С|str)\. ?[A-Z]?\d+", 0.5),
    ("volume word", r"\b(?:[Vv]ol|[Nn]o|[Bb]d|[Nn]r|[Jj]g|[Tt]om|т|Т|№|[Ii]ss?ue|[Vv]olume|[Hh]eft|[Hh]\.)[.:]? ?\d", 0.4),
    ("initials", rf"(?:^|[ ,;.])(?:{UPPER}\.[ -]?){{1,3}}(?:[ ,;:]|{UPPER}|\Z)", 0.5),
    ("vancouver name", rf"{UPPER}{LOWER}{{1,20}} {UPPER}{{1,3}}(?:[,.]| and)", 0.6),
    ("et al", r"\bet al\b|\bu\. ?a\.|\band others\b|и др\.|等", 0.6),
    ("identifier", r"10\.\d{4,9}/\S|doi\.org|arXiv:\d|\bPMID:? ?\d|\bISBN\b|PMC\d{5}|hep-(?:ph|th|ex|lat)/|astro-ph", 1.0),
    ("link", r"https?://|www\.", 0.5),
    ("accessed", r"\b(?:[Aa]ccessed|[Rr]etrieved|[Cc]ited|[Zz]ugriff|[Aa]bgerufen|[Cc]onsulté|[Cc]onsultado|дата обращения|[Aa]vailable (?:at|from))\b", 0.6),
    ("editors", r"\((?:[Ee]ds?|[Hh]rsg|[Hh]g|[Éé]ds?|[Cc]oord|a cura di|red|Red)s?\.?\)|\b[Ee]ds?\.|\bHrsg\b|\bEditors?\b", 0.6),
    ("in", r"\b[Ii]n:? [A-Z]|\bIn:|\bDans\b|// ", 0.3),
    ("publisher", r"\b(?:Press|Verlag|Springer|Wiley|Elsevier|Publish\w*|Books|University|Universität|Éditions?|Presses|Editorial|Editore|Routledge|Sage|SAGE|Suhrkamp|Beck|Penguin|Издательство|Изд-во|出版社)\b", 0.4),
    ("place: publisher", rf"{_WORD}(?:, [A-Z]{{2}})? ?: {UPPER}{LOWER}", 0.3),
    ("series", r"\b(?:Proc(?:eedings|\.)|Journal|J\.|Zeitschrift|Revue|Review|Rev\.|Lett\.|Conference|Trans(?:actions|\.)|Phys\.|Ann(?:als|\.)|Acta|Arch(?:ives|\.)|Bull\.|Nature|Science|Lancet|thesis|Thesis|Diss(?:ertation|\.)|Report|Working Paper|PhD|Tech\. Rep)\b", 0.5),
    ("type code", r"\[(?:J|M|D|C|R|N|S|P|EB/OL|J/OL|M/OL)\]", 1.2),
)
# What they have not.
FAULTS = _rules(
    ("e-mail", r"\S@\S+\.\w{2,3}\b", -1.5),
    ("price", r"[€$£]\s?\d|\d\s?[€$£]|\bper (?:year|issue)\b", -2.0),
    ("copyright", r"©|\(c\) ?\d{4}|[Aa]ll rights reserved|Creative Commons|CC[ -]BY", -1.5),
    ("first person", r"\b(?:[Ww]e|[Oo]ur|wir|[Ww]ir|nous|I) (?:\w+ )?(?:thank|acknowledge|are|have|declare|danken|remercions)\b", -2.0),
    ("declares", r"\b(?:authors? (?:declare|report|read|contributed)|no (?:competing|conflicts?)|reports? (?:advisory|consult|grants|personal)|was supported by|is supported by|funded by|approved (?:by )?the|informed consent|contributed (?:to|equally))\b", -2.5),
    ("support", r"^(?:Supported by|Present address|Also at|Now at|Deceased|On leave|Corresponding author)", -3.0),
    ("history", r"^(?:Received|Accepted|Revised|Published(?: online)?|First [Oo]nline|Eingegangen|Reçu|Recibido|Manuscript received|Submitted|Available online|Issue date|Version of record)\b:?", -2.0),
    ("orcid", r"orcid\.org/|\bORCID\b", -1.5),
    ("question", r"\?\s*\Z|_{4,}", -0.5),
    ("caption", r"^(?:Fig(?:ure|\.)?|Table|Tabelle|Abb(?:ildung|\.)|Tableau|Tabla|Box|Scheme)\s?\d", -2.0),
    ("short title", r"\((?:wie|s\.|vgl\.|see|above,?)? ?(?:Anm|n|note|nota)\.? ?\d+\)|a\. ?a\. ?O\.|\b[Oo]p\. ?cit|^[Ee]bd|\b[Ll]oc\. ?cit|^[Ii]bid|\bsupra note", -2.0),
    ("symbols", r"[→⇒±≤≥∑∫√]| [=<>] |\d ?× ?10", -1.5),
    ("citation in brackets", r"\[\d{1,3}(?:[,–-] ?\d{1,3})*\][.,;]?(?:\s|\Z)(?!.{0,40}(?:1[89]|20)\d\d)", -1.0),
    ("menu", r"^(?:Download|View|Share|Sign in|Log in|Register|Subscribe|Buy|Access|Search|Cite|Email|Print|Skip to|Back to|Toggle|Cookie)\b", -1.2),
)
REFERENCE = 1.5
# A reference is rarely shorter or longer, in characters.
SHORT, LONG = 18, 1100


DATED = re.compile(
    YEAR.pattern
    + r"|\b(?:[Ii]n press|[Ff]orthcoming|[Tt]o appear|[Tt]o be published|[Uu]npublished|[Ss]ubmitted|[Ii]n preparation|[Nn]\. ?d\.|[Oo]\. ?J\.|[Ss]\. ?[da]\.|s\. ?f\.|б\. ?г\."
    r"|im Druck|im Erscheinen|à paraître|en prensa)|10\.\d{4}/|https?:|arXiv|hep-|astro-ph|cond-mat|quant-ph|these proceedings|personal communication|private communication|ibid"
)
_ADDRESS = re.compile(
    r"\b(?:Universit\w+|Institut\w*|Department|Dept|Dipartimento|Sezione|Laborator\w+|Faculty|Fakultät|Hospital|School of|Centre|Center|College|Academy|Observatory|Supported by"
    r"|Present address|Also at|Now at|Email|E-mail)\b",
    re.IGNORECASE,
)


def likeness(text: str) -> float:
    """Say how far a text reads as one reference: ``REFERENCE`` and more where it does.

    The sum is cut off at ``CERTAIN``.
    """
    head = text[:1500]
    words = head.split()
    total = 0.5 * max(-0.5, beginning(head).weight)
    total -= 22.0 * max(0.0, _prose(words) / (len(words) + 6) - 0.035)
    if not any(map(str.isalpha, head)):
        total -= 3.0
    if not DATED.search(head):
        # An address has names, places and numbers too, but neither a year nor a place in a journal.
        total -= 1.0 if LOCATOR.search(head) else 1.5
        if _ADDRESS.search(head):
            total -= 2.0
    if len(text) < SHORT:
        total -= 2.0
    if len(text) > LONG:
        total -= min(3.0, (len(text) - LONG) / 400)
    for rule in FAULTS:
        if rule.pattern.search(head):
            total += rule.weight
    for rule in TRAITS:
        if rule.pattern.search(head):
            total += rule.weight
            if total >= CERTAIN:
                break
    return total


# More than this need not be known.
CERTAIN = 3.0


def _prose(words: list[str]) -> int:
    return sum(word in _PROSE for word in words)


def prose_share(text: str) -> float:
    """Give the share of words that only sentences have."""
    words = text.lower().split()
    return _prose(words) / (len(words) + 6)


# Where in its container, or on the net, a work is found.
LOCATOR = re.compile(
    r"\d ?\([^)]{1,12}\) ?[:,]|\d ?[:;] ?[A-Za-z]?\d|\b[Pp]p?\. ?\d|\bS\. ?\d|, \d{1,4}, [A-Z]?\d|10\.\d{4}|https?:|\d{1,5} ?[–—−-]{1,2} ?\d{1,5}\b"
    r"|\b(?:[Vv]ol|[Bb]d|[Nn]o)\. ?\d|arXiv|: [A-Z][\w ]{2,30}(?:Press|Verlag|Books)"
)
