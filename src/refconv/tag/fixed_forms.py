"""Reference strings of a fixed form: court decisions, statutes, treaties, standards.

Law and standards are cited in forms that citation guides prescribe to the comma (Bluebook, OSCOLA,
AGLC, the McGill Guide, German and French court practice, EU and UN documents). A pattern labels
such a string with certainty, where a tagger trained on scholarly lists guesses.
:data:`FORMS` is the whole table: a string that one of its patterns matches from end to end gets the
pattern's groups as segments, and is not tagged. No pattern fits an ordinary article, book or page:
each needs what only its kind has (``v`` between two parties, a reporter behind a year in square
brackets, ``§``, ``UNTS``, a standard's number in front).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.report import Segment

CONFIDENCE = 0.97
"""The confidence of a segment that a pattern found: of 300 invented strings 3 in 100 were cut
otherwise by hand."""

LONGEST = 600
"""Characters of the longest string that is matched: titles of EU acts are long, the rest is not."""


class Form(NamedTuple):
    """A form: its name, and the pattern of whole strings.

    The names of its groups are labels, with ``_`` for ``-``; a digit at the end of a name is left
    out, so that a label may stand at one of several places.
    """

    name: str
    pattern: re.Pattern[str]


# ── parts of patterns ─────────────────────────────────────────────────────────────────────────────

_YEAR = r"(?:1[5-9]|20)\d\d"
_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|jan|f[eé]v|mar|avr|mai|juin|jui|ao[uû]|sep"
    r"|oct|nov|d[eé]c|Jän|Mär|Mai|Okt|Dez|gen|apr|mag|giu|lug|ago|set|ott|dic|ene|abr|jul)"
    r"[^\W\d_]{0,7}\.?"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.|er)? {_MONTH},? {_YEAR}|{_MONTH} \d{{1,2}},? {_YEAR}"
    rf"|\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?{_YEAR}|{_YEAR}-\d\d-\d\d)"
)
_HEAD = (
    r"\s{0,3}(?:[\[(]?(?P<citation_number>\d{1,3})(?:[\])]\.?|\.)\s{1,3})?"
    r"(?:(?:See(?: also)?|Cf\.?|See, e\.g\.,|Accord|But see|Vgl\.|Siehe)\s)?"
)
_TAIL = r"(?:\s?\((?:[^()]{2,90})\))?[\s.;,]{0,3}"
_PARTY = r"[A-ZÀ-Þ(][^\n\[\]{}\"“”‘;:?!]{0,90}?"
_PARTIES = (
    rf"(?:(?:In re|In the Matter of|Matter of|Ex parte|Estate of|Re|The) {_PARTY}"
    rf"|{_PARTY} (?:v|vs|c)\.? {_PARTY})"
)
_REPORTER = (
    r"(?!(?:[^\d(]{0,40})(?:L\.? ?Rev|L\.? ?J\b|Law|Journal|Review|Stud|Quarterly))"
    r"[A-Z][A-Za-z.’'& ]{0,28}?(?: ?\(?[2-6](?:d|st|nd|rd|th)\)?)?(?: ?\([A-Z][A-Za-z]{1,5}\))?"
)
_COURT = (
    r"(?:UK(?:SC|HL|PC|UT|FTT|EAT|SIAC)|EW(?:CA|HC|COP|FC)(?: (?:Civ|Crim|Admin|Ch|QB|KB|Fam|Comm"
    r"|TCC|Pat))?|CS(?:IH|OH)|HCJAC|NI(?:CA|QB)|HCA|FCA|FCAFC|FamCA|NSW(?:CA|SC|CCA|LEC)|VSCA?|QCA"
    r"|QSC|WASCA?|SASCA?|TASSC|ACTSC|NTSC|SCC|CSC|FC|CAF|CF|ON(?:CA|SC|SCDC)|BC(?:CA|SC)"
    r"|AB(?:CA|QB|KB)|QC(?:CA|CS)|SKCA|MBCA|NSCA|NBCA|NZ(?:SC|CA|HC)|IE(?:SC|HC|CA)|SG(?:CA|HC)"
    r"|HKC(?:FA|FI)|ZA(?:CC|SCA)|INSC|ECHR)"
)
_PLACE = r"\d{1,5}[A-Z]?(?:[-–]\d{1,5})?"
_PIN = (
    rf"(?:,? (?:at )?(?:p\.? )?(?P<locator>{_PLACE}(?:, \d{{1,4}})?|\[\d{{1,4}}\]"
    r"|paras? \d{1,4})(?: ?n\.\d{1,3})?)?"
)
_PARAGRAPH = r"(?:,? ?(?:at )?\[\d{1,4}\](?:[-–]\[\d{1,4}\])?|,? (?:at )?paras? [\d–-]{1,9})?"
_ALSO = (
    r"(?:[,;] (?P<references>(?:(?:\[\d{4}\]|\(\d{4}\)) )?(?:\d{1,4} )?[A-Z][^,;()]{0,25}"
    r"(?:\(\d[a-z]{2}\) )?\d{1,5}(?:[,;] [^()]{3,80})?))?"
)
_SECTION = r"[\dA-Z][\w.()/:–-]{0,20}(?:, ?\d[\w.()–-]{0,12}){0,4}(?: et seq\.?| ff?\.)?"
_PEOPLE = r"[A-ZÀ-Þ][^\d\[\]“”‘\"(){}:;]{2,120}?"
_NAME = r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][^\W\d_]+)"
_PERSON = rf"{_NAME}(?:[ -](?:{_NAME}|de|van|von|di|la|del)){{1,4}}"
_PERSONS = rf"{_PERSON}(?:, {_PERSON}){{0,5}}(?:,? (?:and|&) {_PERSON})?"
_LAW_JOURNAL = r"(?:[A-Z][A-Za-z.’'&]{0,14} ?(?:of |and |& |the |to |in |on |for )*(?:the )?){1,8}"
_LAW_WORD = (
    r"(?=[^\d(]{0,70}(?:\bL\.|\bLaw|\bRev\b|Rev\.|\bJ\.|Journal|Review|Legal|LJ\b|LR\b|LQ\b|L\.J\."
    r"|Jur))"
)

# ── decisions ─────────────────────────────────────────────────────────────────────────────────────

_GERMAN_COURT = (
    r"(?:BGH|BVerfG|BVerwG|BAG|BSG|BFH|BPatG|EuGH|EuG|EGMR|KG|RG|OGH|VfGH|VwGH|BGer|BayObLG"
    r"|(?:OLG|LG|AG|VG|OVG|VGH|LAG|ArbG|LSG|SG|FG) [A-ZÄÖÜ][^\W\d_]{2,20}(?:[- "
    r"/][A-ZÄÖÜ][\w.]{1,15})?)"
)
_GERMAN_SERIES = (
    r"(?:BGHZ|BGHSt|BVerfGE|BVerwGE|BAGE|BFHE|BSGE|RGZ|RGSt|BGE|OGHZ|BVerfGK|EuGHE|BPatGE)"
)
_FRENCH_COURT = (
    r"(?:Cass\.? ?(?:(?:\d\w{1,3} )?(?:civ|com|soc|crim|ass|ch|req)[^,\d]{0,25}(?:\d[a-zè]{1,3})?)?"
    r"|CE(?:, (?:ass|sect)\.?)?|Cons\. (?:const|d['’]État)\.?|CJUE|CJCE|CEDH|T\. confl\."
    r"|(?:CA|TGI|TA|CAA|TJ) [A-Z][^,\d]{2,25})"
)
_DECISIONS = {
    "decision of the EU courts": (
        rf"(?:Joined )?Cases? (?P<number>[CTF]\s?[-‑–]\s?\d{{1,4}}/\d\d(?: P)?(?:(?:,| and|, and) "
        rf"[CTF]"
        rf"[-‑–]\d{{1,4}}/\d\d(?: P)?){{0,4}}|\d{{1,3}}/\d\d),? (?P<title>[^\[\]“”\"]{{3,160}}?)"
        rf"(?:,? \[(?P<issued>{_YEAR})\] (?P<container_title>ECR) (?P<page>(?:I+-)?\d{{1,6}})"
        rf"|,? (?:judgment of (?P<issued2>{_DATE}),? )?\(?(?P<references>(?:ECLI:)?"
        rf"EU:[CTF]:{_YEAR}:"
        rf"\d{{1,5}})\)?|,? \((?P<issued3>{_DATE}|{_YEAR})\))?(?:, (?:para(?:graph)?s?\.?|point) "
        rf"[\d–-]+)?"
    ),
    "American decision": (
        rf"(?P<title>{_PARTIES}),? (?P<volume>\d{{1,4}}) (?P<container_title>{_REPORTER}) "
        rf"(?:\(\d{{1,2}} [A-Z][A-Za-z.]{{2,12}}\) )?(?P<page>_{{2,4}}|\d{{1,5}}){_PIN}{_ALSO} "
        rf"\((?:(?P<authority>[A-Z][^()\d]{{0,30}}|\dd? Cir\.|\d{{1,2}}th Cir\.|[A-Z0-9][^()"
        rf"]{{2,30}}?)"
        rf",? )?(?P<issued>(?:{_MONTH} \d{{1,2}}, )?{_YEAR})\)"
    ),
    "American decision on a docket": (
        rf"(?P<title>{_PARTIES}), No\. (?P<number>[\w:.-]{{3,25}}),? (?P<container_title>{_YEAR} "
        rf"WL|"
        rf"{_YEAR} U\.S\. [^,\d]{{3,25}} LEXIS) (?P<page>\d{{3,9}})(?:,? at \*\d{{1,3}})? "
        rf"\((?:(?P<authority>[^()\d]{{2,30}}?|\d{{1,2}}(?:d|th|st|nd|rd) Cir\.) )?"
        rf"(?P<issued>{_DATE}|{_YEAR})\)"
    ),
    "decision of the human rights court": (
        rf"(?P<title>{_PARTIES}),? \(?(?:App(?:l(?:ication)?|\.)?)?\.? ?[Nn]os?\.? "
        rf"(?P<number>\d{{2,6}}/\d\d(?:(?:,| and) \d{{2,6}}/\d\d){{0,4}})\)?,? "
        rf"(?:\((?P<issued>{_YEAR})\) (?P<volume>\d{{1,3}}) (?P<container_title>EHRR) (?P<page>(?"
        rf":SE)?\d{{1,5}})"
        rf"|\((?P<authority>ECtHR|EComHR|ECHR|Commission)(?: \[?GC\]?)?,? (?P<issued2>{_DATE}|"
        rf"{_YEAR})\)"
        rf"|(?:(?P<authority2>ECtHR|ECHR),? )?(?P<issued3>{_DATE}|ECHR {_YEAR}))(?:, para [\d–-]+)?"
    ),
    "decision of the world court": (
        rf"(?P<title>[A-Z][^\[\]“”\"]{{5,150}}?)(?: \((?P<genre>Judgment|Advisory Opinion|Merits|"
        rf"Order"
        rf"|Jurisdiction|Preliminary Objections|Provisional Measures)\)|,? (?P<genre2>Judgment|"
        rf"Advisory Opinion|Merits),?)? (?:\[(?P<issued>{_YEAR})\] (?P<container_title>I\.?C\.?"
        rf"J\.? Rep(?:orts)?)"
        rf"|(?P<container_title2>I\.?C\.?J\.? Rep(?:orts)?\.?) (?P<issued2>{_YEAR})),? (?:p\. )?"
        rf"(?P<page>\d{{1,5}}){_PIN}"
    ),
    "neutral citation": (
        rf"(?P<title>{_PARTIES}),? \[(?P<issued>{_YEAR})\] (?P<authority>{_COURT}) "
        rf"(?P<number>\d{{1,5}}(?: \([A-Z][a-z]{{1,7}}\))?){_PARAGRAPH}{_ALSO}{_PARAGRAPH}"
    ),
    "Canadian neutral citation": (
        rf"(?P<title>{_PARTIES}),? (?P<issued>{_YEAR}) (?P<authority>{_COURT}) (?"
        rf"P<number>\d{{1,5}})"
        rf"{_PARAGRAPH}{_ALSO}{_PARAGRAPH}"
    ),
    "decision by year in square brackets": (
        rf"(?P<title>{_PARTIES}),? \[(?P<issued>{_YEAR})\] (?:(?P<volume>\d{{1,3}}) )?"
        rf"(?P<container_title>{_REPORTER}) (?P<page>\d{{1,5}}|[IVX]{{1,4}}-\d{{1,5}}){_PIN}"
        rf"{_PARAGRAPH}{_ALSO}(?: \((?P<authority>{_COURT}|[A-Z]{{2,5}})\))?"
    ),
    "decision by year in round brackets": (
        rf"(?P<title>{_PARTIES}),? \((?P<issued>{_YEAR})\),? (?P<volume>\d{{1,3}}) "
        rf"(?P<container_title>{_REPORTER}) (?P<page>\d{{1,5}}){_PIN}{_PARAGRAPH}{_ALSO}"
        rf"(?: \((?P<authority>{_COURT}|[A-Z]{{2,5}})\))?"
    ),
    "German decision": (
        rf"(?P<authority>{_GERMAN_COURT}),? (?P<genre>Urteil|Urt\.|U\.|Beschluss|Beschluß|Beschl\."
        rf"|Entscheidung|Entsch\.) (?:v\.|vom) (?P<issued>\d{{1,2}}\. ?\d{{1,2}}\. ?(?:\d\d)?\d\d|"
        rf"\d{{1,2}}\. [^\W\d_]{{3,9}} {_YEAR})(?:,? [–—-]|,)? (?:Az\.?:? |Rs\.? )?"
        rf"(?P<number>[A-Z0-9][^,;()–—]{{2,24}}?)"
        rf"(?: [–—-] (?P<title2>[^,;()\d]{{2,60}}?))?(?:(?:,| [–—=]| \() ?(?P<container_title>"
        rf"{_GERMAN_SERIES}|Slg\.|[A-Z][\w-]{{1,12}}(?: [A-Z][\w-]{{1,8}})?)(?: (?:{_YEAR}|(?"
        rf"P<volume>\d{{1,3}})),)?"
        rf" (?:S\. )?(?P<page>\d{{1,5}})(?: \((?P<locator>\d{{1,5}}(?: ff?\.)?)\)|, \d{{1,5}}| ff?"
        rf"\.)?\)?)?"
        rf"(?: [–—-] (?P<title>[A-Z][^,;]{{2,60}}?))?"
    ),
    "German collection of decisions": (
        rf"(?:(?P<authority>{_GERMAN_COURT}),? )?(?P<container_title>{_GERMAN_SERIES}) "
        rf"(?P<volume>\d{{1,3}}(?: [IVX]{{1,3}})?),? (?:S\. )?(?P<page>\d{{1,4}})"
        rf"(?: \((?P<locator>\d{{1,4}}(?: ff?\.)?)\)|, (?P<locator2>\d{{1,4}})| ff?\.)?"
        rf"(?: \((?P<issued>{_YEAR})\))?(?: [–—-] (?P<title>[A-Z][^,;]{{2,60}}?)"
        rf"| \((?P<title2>[A-ZÄÖÜ][^()\d]{{2,40}})\))?"
    ),
    "French decision": (
        rf"(?P<authority>{_FRENCH_COURT}),? (?P<issued>\d{{1,2}}(?:er)? {_MONTH} {_YEAR}),? "
        rf"(?:[Nn][°ºo]s?\.? ?|req\. n° ?)(?P<number>[\dC][\w./ -]{{2,22}})"
        rf"(?:, (?P<container_title>[A-Z][^,;\d]{{1,40}}?)(?: {_YEAR})?,? (?:(?:p\.|n[°º]) ?)?"
        rf"(?P<page>[\dIVX][\w, °.-]{{0,20}}?))?(?:, (?:note|obs\.|concl\.)[^;]{{2,60}})?"
    ),
}

# ── acts ──────────────────────────────────────────────────────────────────────────────────────────

_CODES = r"(?:U\. ?S\. ?C\.?(?: ?[AS]\.)?|USC|C\. ?F\. ?R\.|CFR)"
_GAZETTES = (
    r"(?:UNTS|U\.N\.T\.S\.|LNTS|L\.N\.T\.S\.|ILM|I\.L\.M\.|U\.S\.T\.|UST|ATS|CTS|TIAS|T\.I\.A\.S\."
    r"|UKTS|BGBl\.? II)"
)
_ACT = (
    r"(?P<title>[A-Z][^\[\]“”‘\"§:;.]{3,110}? (?:Act|Acts|Measure|Ordinance|Order|Rules|Regulations"
    r"|Code|Constitution)(?: \([A-Z][^()]{2,40}\))?"
)
_STATES = r"(?:UK|Cth|NSW|Vic|Qld|SA|WA|Tas|ACT|NT|NZ|Eng|Scot|NI|Imp|Ireland)"
_PROVISION = (
    r"(?:,? (?P<section>(?:ss?|sch|pts?|arts?|regs?|cls?|divs?|[Ss]ections?|[Ss]chedule|"
    r"[Aa]rticle)\.? ?"
    r"[\dIVX][\w.()–-]{0,16}(?:(?:,| and) ?[\w()–-]{1,10}){0,3}))?"
)
_EU_ACT = (
    r"(?P<title>(?:(?:Council|Commission|Parliament) )?(?:(?:Implementing|Delegated|Framework) )?"
    r"(?:Regulation|Directive|Decision|Recommendation) (?:\((?:EU|EC|EEC|Euratom|CFSP)(?:, "
    r"[A-Z][a-z]+)?\) )?"
    r"(?:No\.? )?\d{1,4}/\d{1,4}(?:/[A-Z]{2,7})?[^\[\]“”]{0,400}?)"
)
_ACTS = {
    "American statute": (
        r"(?:(?P<title>[A-Z][^§“”\"]{4,140}?),? )?(?:Pub\. ?L\.|P\.L\.|Public Law)(?: ?Nos?\.?)? ?"
        r"(?P<number>\d{1,3}[-–]\d{1,4})(?:,? (?P<section>(?:§+|tit\.|sec\.) ?[^,]{1,30}))?"
        r"(?:, (?P<volume>\d{1,3}) (?P<container_title>Stat\.?) (?P<page>\d{1,5})(?:, [\d–-]{1,9})"
        r"?)?"
        rf"(?: \((?P<issued>{_YEAR})\))?(?:[ ,]*\(?codified[^()]{{3,80}}\)?)?"
    ),
    "section of a code": (
        rf"(?:(?P<title>[A-Z][^§“”\"]{{4,140}}?),? )?(?P<volume>\d{{1,3}}) (?"
        rf"P<container_title>{_CODES}) "
        rf"(?:§+|pt\.|[Pp]art|[Ss]ec\.) ?(?P<section>{_SECTION})(?: \((?:West )?(?"
        rf"P<issued>{_YEAR})\))?"
    ),
    "section of a state code": (
        rf"(?P<container_title>[A-Z][A-Za-z.]{{1,10}}(?: [A-Z&][A-Za-z.]{{0,12}}){{0,5}} ?(?:Code|"
        rf"Stat\.|Laws"
        rf"|Law|Rev\.)(?: (?:Ann\.|Stat\.))?),? (?:tit\. \d{{1,3}},? )?§+ ?(?P<section>{_SECTION})"
        rf"(?: \((?:[A-Z][\w.’']{{1,15}} )?(?P<issued>{_YEAR})\))?"
    ),
    "notice in the Federal Register": (
        rf"(?:(?P<title>[A-Z][^“”\"]{{4,200}}?),? )?(?P<volume>\d{{1,3}}) (?"
        rf"P<container_title>Fed\. ?Reg\.) "
        rf"(?P<page>[\d,]{{1,7}})(?:, [\d,]{{1,7}})? \((?:proposed )?(?P<issued>{_DATE}|{_YEAR})\)"
    ),
    "act by year": (
        rf"{_ACT} {_YEAR})(?: \({_STATES}\))?(?:, (?P<number>S\.?I\.? {_YEAR}/\d{{1,5}}))?"
        rf"{_PROVISION}"
    ),
    "act of a year": rf"{_ACT} of {_YEAR}){_PROVISION}",
    "Canadian statute": (
        rf"(?P<title>[A-Z][^\[\]“”\"§:;]{{3,110}}?), (?P<container_title>R\.?S\.?[CO]\.?|S\.?"
        rf"[CO]\.?|RS(?:BC|A|"
        rf"M|NS|NB|S|Q|Y)|S(?:BC|A|M|NS|NB|S|Q)|CQLR|CCSM)(?: (?P<issued>{_YEAR}),)? ?c\.? ?(?"
        rf"P<chapter_number>"
        rf"[\w.-]{{1,10}})(?: \(\d[a-z]{{2}} Supp\))?{_PROVISION}"
    ),
    "German statute": (
        rf"(?P<title>[A-ZÄÖÜ][^§“”:;]{{3,160}}?(?:gesetz(?:buch|es)?|[Vv]erordnung|[Oo]rdnung|"
        rf"Gesetz|Verfassung"
        rf"|Richtlinie)[^§“”:;]{{0,120}}?)(?:,? (?:vom|v\.) (?P<issued>\d{{1,2}}\. ?(?:\d{{1,2}}\.|"
        rf"[^\W\d_]{{3,9}}) ?{_YEAR}))?,? \(?(?P<container_title>(?:BGBl|RGBl|GVBl|GBl|BAnz|ABl)"
        rf"\.?(?: [IV]{{1,3}})?)"
        rf"(?: (?P<issued2>{_YEAR}))?,?(?: Nr\. \d{{1,3}},?)? S\. ?(?P<page>\d{{1,5}})\)?"
    ),
    "act of the EU in OJ": (
        rf"{_EU_ACT},? \[(?P<issued>{_YEAR})\] (?P<container_title>OJ) (?P<volume>[LC]\s?"
        rf"\d{{1,4}})(?:/|,? ?p\.? ?)"
        rf"(?P<page>\d{{1,5}}(?:[-–]\d{{1,5}})?)"
    ),
    "act of the EU in OJ by date": (
        rf"{_EU_ACT},? \(?(?P<container_title>OJ|Official Journal|ABl\.?|JO) (?P<volume>[LC]\s?"
        rf"\d{{1,4}}),? "
        rf"(?P<issued>{_DATE}),? (?:pp?|S)\. ?(?P<page>\d{{1,5}}(?:[-–]\d{{1,5}})?)\)?"
    ),
    "treaty with its dates": (
        rf"(?P<title>[A-Z][^\[\]“”\"]{{6,180}}?),? \(?(?:adopted|opened for signature|signed|done|"
        rf"concluded|signature)"
        rf"(?: (?:on|at [A-Z][a-z]+))? (?P<issued>{_DATE})(?:,? entered into force {_DATE})?\)?,? "
        rf"(?P<volume>\d{{1,5}}) (?P<container_title>{_GAZETTES}) (?P<page>\d{{1,5}}|[XVI]{{1,6}})"
        rf"(?: \((?:entered into force [^()]{{5,20}}|[A-Z][^()]{{1,20}})\))?(?:,? arts?\.? "
        rf"[^;]{{1,20}})?"
    ),
    "treaty": (
        rf"(?P<title>[A-Z][^\[\]“”\"]{{6,180}}?)(?:, (?P<event_place>[A-Z][^\W\d_]+(?: "
        rf"[A-Z][^\W\d_]+)?))?,"
        rf" (?:art\. [\w()]{{1,8}}, )?(?:opened for signature )?(?P<issued>{_DATE}), (?"
        rf"P<volume>\d{{1,5}}) "
        rf"(?P<container_title>{_GAZETTES}) (?P<page>\d{{1,5}}|[XVI]{{1,6}})(?: \((?:entered into "
        rf"force [^()"
        rf"]{{5,20}}"
        rf"|[A-Z][^()]{{1,20}})\))?"
    ),
    "treaty by number": (
        rf"(?P<title>[A-Z][^\[\]“”\"]{{6,180}}?),? (?:\((?:adopted |opened for signature |signed )"
        rf"?(?P<issued>{_DATE}|"
        rf"{_YEAR})(?:, entered into force {_DATE})?\)|(?P<issued2>{_DATE})),? (?"
        rf"P<container_title>C?ETS|CETS) "
        rf"(?:[Nn]o\.? ?)?(?P<number>\d{{1,3}})"
    ),
    "bill of Congress": (
        rf"(?:(?P<title>[A-Z][^“”\"]{{4,140}}?),? )?(?P<number>(?:H\. ?R\.|S\.|H\. ?J\. ?Res\.|"
        rf"S\. ?J\. ?Res\.|H\. ?Res\.|"
        rf"S\. ?Res\.|H\. ?Con\. ?Res\.) ?\d{{1,5}}),? (?P<authority>\d{{2,3}}(?:st|nd|rd|th|d) "
        rf"Cong\.)"
        rf"(?:,? (?P<section>§ ?[^()]{{1,20}}?))?(?: \((?:as [^()]{{3,60}}, )?(?P<issued>{_YEAR}|"
        rf"{_DATE})\))?"
        rf"(?: \(enacted\))?"
    ),
    "hearing of Congress": (
        rf"(?:(?P<author>[A-Z][^“”\"]{{4,120}}?[a-z])\. )?(?P<title>[A-Z][^.“”\"]{{3,160}}?[:,.] "
        rf"Hearings? "
        rf"[Bb]efore [^“”\"]{{4,140}}?)[.,] (?P<number>\d{{2,3}}(?:st|nd|rd|th|d) Cong\.(?:,? "
        rf"\d\w{{1,2}} [Ss]ess\.)?)"
        rf"(?:,? (?P<page>\d{{1,4}}(?:[-–]\d{{1,4}})?))?,? \(?(?P<issued>{_DATE}|{_YEAR})\)?"
    ),
}

_MORE_ACTS = {
    "rule, restatement or constitution": (
        r"(?P<title>Restatement \((?:First|Second|Third)\) of [A-Z][A-Za-z&: ]{2,60}?|Fed\. R\. (?"
        r":Civ|Crim|App|Bankr)\. P\."
        r"|Fed\. R\. Evid\.|U\.S\. Const\.|[A-Z][a-z]{2,5}\. Const\.),? (?P<section>(?:(?:art|"
        r"amend|pmbl)\. ?|§+ ?|r\. )?"
        r"[\dIVXLC][\w.()-]{0,12}(?:,? (?:§+|cl\.|cmt\.) ?[\w()-]{1,6}){0,3})(?: \((?:Am\. L\. "
        r"Inst\. )?"
        rf"(?P<issued>{_YEAR})\))?"
    ),
    "French act": (
        rf"(?P<title>(?:Loi|Décret|Ordonnance|Arrêté)(?: organique| constitutionnelle)?(?: n[°º] ?"
        rf"[\d-]{{2,10}})? du "
        rf"\d{{1,2}}(?:er)? {_MONTH} {_YEAR}[^“”«]{{0,200}}?)(?:, (?P<container_title>JORF|J\.?"
        rf"O\.?)(?: n[°º] ?\d{{1,4}})?"
        rf"(?: du)? (?P<issued>\d{{1,2}}(?:er)? {_MONTH} {_YEAR})(?:, (?:p\. ?(?P<page>\d{{1,6}})|"
        rf"texte [^;]{{1,20}}))?)?"
    ),
    "resolution of the UN": (
        r"(?P<author>UNSC|UNGA|UNHRC|HRC|ECOSOC|UN (?:Security Council|General Assembly|Human "
        r"Rights Council)),? "
        rf"(?P<title>Res(?:olution)? [\dA-Z][\w()/ ]{{0,16}}?)(?:,? ‘(?P<note>[^’]{{4,150}})’)? "
        rf"\((?P<issued>{_DATE})\),? "
        r"(?:UN Doc\.? )?(?P<number>[ASE]/[\w/.-]{3,30}\w)"
    ),
    "report of a commission": (
        r"(?P<author>(?:Law Commission|Scottish Law Commission|Home Office|Ministry of [A-Z]\w+|"
        r"Department (?:of|for) [A-Z][\w ]+?"
        r"|HM Treasury|House of (?:Commons|Lords)[^,]{0,80}?|[A-Z]\w+ Committee[^,]{0,60}?)), "
        r"[‘']?(?P<title>[^()“”‘’]{4,160}?)[’']? "
        r"\((?P<number>(?:Law Com|Scot Law Com|Cm|Cmnd|HC|HL Paper|LC|CP|Report)(?: No)?\.? ?"
        r"[\d-]{1,8}(?:-[IVX]{1,4})?), "
        rf"(?P<issued>(?:{_MONTH} )?{_YEAR})\)(?: (?:paras?|pp?\.?)? ?[\d.–, -]{{1,20}})?"
    ),
    "German commentary": (
        r"(?P<author>[A-ZÄÖÜ][^\W\d_]+(?:[/ -][A-ZÄÖÜ][^\W\d_]+){0,4}(?:, [A-ZÄÖÜ][^\W\d_]+)?), (?"
        r"P<title>[A-ZÄÖÜ][^,\d“”]{1,80}?), "
        r"(?P<edition>\d{1,3})\. Aufl(?:\.|age),? (?:(?P<publisher_place>[A-ZÄÖÜ][^\W\d_]+(?:[/ "
        r"][A-ZÄÖÜ][^\W\d_]+)?),? )?"
        rf"(?P<issued>{_YEAR}),? (?:(?P<section>§§? ?\d{{1,4}}[a-z]?)?,? ?(?:Rn|Rdnr|Rz)\.? ?"
        rf"\d{{1,4}}(?: ff?\.?)?|S\. (?P<page>\d{{1,4}}))"
    ),
}

# ── books and articles of law ─────────────────────────────────────────────────────────────────────

_LITERATURE = {
    "article in a law review, title in quotes": (
        rf"(?P<author>{_PEOPLE}), [‘'“\"](?P<title>[^“”\"\[\]]{{4,250}}?),?[’'”\"],? "
        rf"(?:\((?P<issued>{_YEAR})\)|\[(?P<issued2>{_YEAR})\])(?: (?P<volume>\d{{1,3}})(?: ?\((?"
        rf"P<issue>[\d–/-]{{1,5}})\)"
        rf"|:(?P<issue2>\d{{1,3}}))?)? (?P<container_title>{_LAW_WORD}{_LAW_JOURNAL}|"
        rf"[A-Z][A-Za-z]{{1,7}}) "
        rf"(?P<page>\d{{1,5}})(?:,? (?:at )?(?P<locator>\d{{1,5}}(?:[-–]\d{{1,5}})?))?"
    ),
    "article in a law review, year last": (
        rf"(?P<author>{_PEOPLE}), [“\"]?(?P<title>[A-Z][^“”\"\[\]]{{4,250}}?),[”\"]? (?"
        rf"P<volume>\d{{1,3}}) "
        rf"(?P<container_title>{_LAW_WORD}{_LAW_JOURNAL}) (?P<page>\d{{1,5}})"
        rf"(?:, (?P<locator>\d{{1,5}}(?:[-–]\d{{1,5}})?(?: n\.\d{{1,3}})?))? \((?P<issued>{_YEAR})"
        rf"\)"
    ),
    "book with publisher and year in brackets": (
        rf"(?P<author>{_PEOPLE}), (?P<title>[A-Z][^“”‘\"\[\]()]{{3,200}}?) \((?:(?"
        rf"P<edition>\d{{1,2}}(?:st|nd|rd|th) "
        rf"(?:rev )?edn?|rev edn?), )?(?P<publisher>[A-Z][^(),:;\d]{{1,40}}?),? (?:(?"
        rf"P<edition2>\d{{1,2}}(?:st|nd|rd|th)"
        rf" ed), )?(?P<issued>{_YEAR})\)(?: (?P<page>\d{{1,4}}(?:[-–]\d{{1,4}})?))"
    ),
    "book in capitals": (
        r"(?P<author>[A-ZÀ-Þ][A-ZÀ-Þ.’' &,-]{3,80}?), (?P<title>[A-ZÀ-Þ][A-ZÀ-Þ’'&,:; -]{3,160}?)"
        r"(?: (?P<page>\d{1,4}(?:[-–]\d{1,4})?(?: n\.\d{1,3})?))? \((?:(?P<editor>[A-Z][^()"
        r"\d]{3,60}?) eds?\.,? )?"
        rf"(?:(?P<edition>\d{{1,2}}(?:d|th|st|nd|rd)|rev\.) ed\.,? )?(?P<issued>{_YEAR})\)"
    ),
}

# ── archives, reports, patents ────────────────────────────────────────────────────────────────────

_ARCHIVE = (
    r"(?:TNA|PRO|NARA|BArch|ASVe|AGI|AHN|BnF|AN|The National Archives|National Archives[^,]{0,40}"
    r"|[^,;]{0,50}(?:Archiv(?:e|es|io|o)?|archiv|Library|Bibliothek|Bibliothèque|Biblioteca|"
    r"Record Office"
    r"|Special Collections)\b[^,;]{0,50})"
)
_SHELF = (
    r"[A-Z][^“”,;]{0,60}?(?:, (?:[Bb]ox|[Ff]older|[Ff]ol\.|[Ff]asc\.|[Bb]usta|b\.|f\.|c\.|Nr\.|No\."
    r"|vol\.|[A-Z])[^“”,;]{0,50}){0,4}"
)
_RECORDS = {
    "letter in an archive": (
        rf"(?P<author>[A-ZÀ-Þ][^\d,“”]{{1,40}}(?:, [A-ZÀ-Þ][^\d,“”]{{1,30}}?)?) to (?"
        rf"P<recipient>{_PERSON}|[A-ZÀ-Þ][^\W\d_]{{2,20}}), "
        rf"(?P<issued>{_DATE}|{_YEAR}), (?P<archive_location>{_SHELF}), (?P<archive>{_ARCHIVE})"
        r"(?:, (?P<archive_place>[A-Z][^,;\d]{2,40}))?"
    ),
    "document in an archive": (
        rf"(?P<archive>{_ARCHIVE}),? (?P<archive_location>(?=[^“”‘]{{0,60}}\d)"
        rf"[A-Z][^“”‘’]{{2,90}}?)"
        rf"(?:, (?P<author>[A-ZÀ-Þ][^\W\d_]{{1,20}}) to (?P<recipient>[A-ZÀ-Þ][^\W\d_]{{1,20}})|, "
        rf"[“‘](?P<title>[^“”‘’]{{3,120}}?),?[”’])?,? "
        rf"(?P<issued>{_DATE})"
    ),
    "report of a geological survey": (
        rf"(?P<author>{_PEOPLE}), (?P<issued>{_YEAR}), (?P<title>[A-Z][^“”]{{6,250}}?): (?"
        rf"P<publisher>[A-Z][A-Za-z. ]{{2,40}}?Survey) "
        r"(?P<genre>(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)? ){0,2}(?:Report|Paper|Bulletin|Circular|Map|"
        r"Series|Memoir|Publication))s? "
        r"(?:[Nn]o\. )?(?P<number>[A-Z]?[\d–-]{1,12}(?:-?[A-Z])?), (?P<number_of_pages>\d{1,4}) p"
    ),
    "patent of inventors": (
        r"(?P<author>[^;“”]{3,120}?), inventors?; (?P<publisher>[^;“”]{2,80}?), (?:assignees?|"
        r"applicants?)\. (?P<title>[^.“”]{3,160}?)\. "
        r"(?P<genre>[A-Z]\w+(?: \w+)? [Pp]atent(?: [Aa]pplication)?) (?P<number>[A-Z]{2} ?[\d,/. "
        r"]{5,14}(?: ?[A-Z]\d?)?)\. "
        rf"(?P<issued>{_YEAR}(?: [A-Z][a-z]{{2}}(?: \d{{1,2}})?)?)"
    ),
    "book with a quotation in its title": (
        rf"(?P<author>{_PEOPLE}), (?P<title>„[^“”„]{{3,100}}“[.:] (?!In:? )"
        rf"[A-ZÄÖÜ][^“”„]{{4,150}}?), "
        r"(?P<publisher_place>[A-ZÄÖÜ][^\W\d_]+(?:(?:/| u\. a\.| am )[A-ZÄÖÜ]?[^\W\d_]*)?) "
        rf"(?P<issued>{_YEAR})(?:, S\. (?P<page>\d{{1,4}}(?:[-–]\d{{1,4}})?)(?: ff?\.)?)?"
    ),
}

# ── chapters in Japanese ──────────────────────────────────────────────────────────────────────────

_JAPANESE = {
    "chapter in Japanese": (
        rf"(?P<author>[^「」『』\d（(]{{2,40}}?)(?:[（(](?P<issued>{_YEAR})年?[）)])?「(?"
        rf"P<title>[^「」]{{2,80}})」[、,，]? ?"
        rf"(?P<editor>[^「」『』、,，]{{2,30}}?)編著?『(?P<container_title>[^『』]{{2,80}})』(?"
        rf"P<publisher>[^、,，\d]{{2,30}})"
        rf"(?:[、,，] ?(?P<issued2>{_YEAR})年?)?(?:[、,，] ?(?:pp?\. ?)?(?P<page>\d{{1,4}}(?"
        rf":[-–－]\d{{1,4}})?)頁?)?。?"
    ),
}

# ── entries of dictionaries ───────────────────────────────────────────────────────────────────────

_ENTRIES = {
    "entry under its word": (
        r"(?P<container_title>[A-ZÀ-Þ][^“”\"\[\]]{3,90}?)(?:, (?P<edition>\d{1,2}(?:st|nd|rd|th) "
        r"ed\.))?,? "
        r"s\.\s?v\. [“\"‘](?P<title>[^“”\"]{1,80}?),?[”\"’],?(?: by (?P<author>[^,\d]{3,60}?),)?"
        rf"(?: (?:accessed|last modified|retrieved)(?: on)? (?P<accessed>{_DATE}))?(?:,? (?"
        rf"P<URL>https?://\S{{2,200}}[\w/]))?"
    ),
}

# ── films and posts in MLA's form ─────────────────────────────────────────────────────────────────

_NETWORK = (
    r"(?:Twitter|X|Facebook|Instagram|TikTok|Reddit|LinkedIn|Mastodon|Tumblr|Bluesky|Threads"
    r"|YouTube)"
)
_MEDIA = {
    "film": (
        rf"(?P<title>[^.“”\"\[\]()]{{2,120}})\. (?:[Dd]irected by|[Dd]ir\.) (?"
        rf"P<director>{_PERSONS})"
        rf"(?:[,.] (?:[Pp]erformances? by|[Pp]erf\.|[Ss]tarring|[Ww]ritten by [^,.]{{3,60}}, "
        rf"performances by) "
        rf"(?P<performer>{_PERSONS}))?[,.] (?:(?P<publisher_place>[A-Z][^\W\d_]+(?: "
        rf"[A-Z][^\W\d_]+)?): )?"
        rf"(?P<publisher>[A-Z0-9][^,:“”\"]{{1,60}}?),(?: (?P<publisher_place2>[A-Z][^\d“”]{{2,30}}"
        rf"?),)? (?P<issued>{_YEAR})(?:\. (?P<medium>Film|DVD|Blu-ray|VHS))?"
    ),
    "recording": (
        r"(?P<author>[A-ZÀ-Þ][^.“”\"]{1,60})\. (?P<title>[^.“”\"]{1,80})\. (?"
        r"P<publisher>[A-Z][^.,“”\"]{2,60}), "
        rf"(?P<issued>{_YEAR})[.,] (?P<medium>CD|LP|MP3|Vinyl|Audio CD|Cassette)"
    ),
    "post": (
        rf"(?P<author>(?:[^“”\"()@]{{2,60}}? \(@[\w.]{{2,30}}\)|@[\w.]{{2,30}}(?: \([^()"
        rf"]{{2,50}}\))?))\. "
        rf"[“\"](?P<title>[^“”\"]{{2,300}}?)[.,]?[”\"] (?P<container_title>{_NETWORK}), (?"
        rf"P<issued>{_DATE})"
        rf"(?:, \d{{1,2}}:\d\d ?[ap]\.?m\.?)?(?:, (?P<URL>(?:https?://)?"
        rf"[\w-]+\.[\w.-]+/\S{{1,200}}[\w/]))?"
    ),
}

# ── standards ─────────────────────────────────────────────────────────────────────────────────────

_BODY = (
    r"(?:ISO(?:/(?:IEC|TS|TR|DIS|FDIS|PAS|HL7|ASTM)){0,2}(?: (?:TS|TR))?|IEC(?: (?:TS|TR))?|ASTM|"
    r"ANSI(?:/[A-Z]{2,6})?"
    r"|DIN(?: EN)?(?: ISO)?(?:/IEC)?|EN(?: ISO)?(?:/IEC)?|BS(?: EN)?(?: ISO)?|NF(?: EN)?(?: ISO)?|"
    r"IEEE(?: Std\.?)?"
    r"|ITU-[TR]|JIS|GB(?:/T)?|ÖNORM|SN EN|UNE(?:-EN)?(?:-ISO)?|UNI(?: EN)?(?: ISO)?|NEN(?:-EN)?|"
    r"SS-EN|CSA|AS/NZS"
    r"|AS|NZS|(?:ABNT )?NBR(?: ISO)?|NIST SP|NFPA|API|SAE|VDI|CEN/TS|ETSI(?: [A-Z]{2})?|3GPP TS)"
)
_NUMBER = (
    rf"(?P<number>{_BODY}[ -]?(?:Standard )?[A-Z]{{0,2}}[ -]?\d(?:[\w./:+–—-]{{0,18}}\w)?"
    r"(?: \([A-Z]\))?)"
)
_SEPARATED = r"(?:[.,:;]? |,? [–—-] )"
_STANDARDS = {
    "standard with publisher behind its place": (
        rf"{_NUMBER}{_SEPARATED}(?:\((?P<issued>{_YEAR})\)[.,:]? )?[“\"]?(?"
        rf"P<title>[A-ZÄÖÜ][^“”\"]{{4,220}}?)[”\"]?[.,;] "
        r"(?P<publisher_place>[A-ZÄÖÜ][^\W\d_]+(?:[ -][A-ZÄÖÜ][^\W\d_]+)?(?:, [A-Z]{2})?): "
        rf"(?P<publisher>[A-ZÄÖÜ][^:;\d]{{1,70}}?)(?:[,;] (?P<issued2>{_YEAR}))?"
    ),
    "standard with publisher, place and year": (
        rf"{_NUMBER}{_SEPARATED}[“\"]?(?P<title>[A-ZÄÖÜ][^“”\"]{{4,220}}?)[,.]?[”\"]?,? (?"
        rf"P<publisher>{_BODY} International"
        rf"|{_BODY}|International Organization for Standardization|[A-Z][^,;:\d]{{2,60}}),? "
        r"(?P<publisher_place>[A-ZÄÖÜ][^\W\d_]+(?:[ -][A-ZÄÖÜ][^\W\d_]+)?(?:, [A-Z][^\W\d_]{1,12})"
        r"{0,2}),? "
        rf"\(?(?P<issued>{_YEAR})\)?"
    ),
    "standard with publisher and place": (
        rf"{_NUMBER}{_SEPARATED}(?P<title>[A-ZÄÖÜ][^“”\"]{{4,220}}?)[.,] (?P<publisher>{_BODY}|"
        rf"International Organization for "
        r"Standardization|International Electrotechnical Commission|European Committee for "
        r"Standardization|Beuth(?: Verlag)?"
        r"|British Standards Institution|Deutsches Institut für Normung|AFNOR|CEN), (?"
        r"P<publisher_place>[A-ZÄÖÜ][^\W\d_]+(?:, [A-Z][^\W\d_]+)?)"
    ),
    "standard under its title": (
        rf"(?P<title>[A-Z][^“”\"]{{8,200}}?), {_NUMBER}(?:, (?P<issued>{_YEAR}))?"
    ),
    "standard": (
        rf"{_NUMBER}{_SEPARATED}[“\"]?(?P<title>[A-ZÄÖÜ][^“”\"]{{4,220}}?)[.,]?[”\"]?(?:,? \(?(?"
        rf"P<issued>(?:{_MONTH} )?{_YEAR})\)?)?"
    ),
}


def _forms(table: dict[str, str]) -> list[Form]:
    return [Form(name, lazy_pattern(_HEAD + pattern + _TAIL)) for name, pattern in table.items()]


FORMS: tuple[Form, ...] = (
    *_forms(_DECISIONS),
    *_forms(_ACTS),
    *_forms(_MORE_ACTS),
    *_forms(_LITERATURE),
    *_forms(_RECORDS),
    *_forms(_JAPANESE),
    *_forms(_ENTRIES),
    *_forms(_MEDIA),
    *_forms(_STANDARDS),
)
"""The forms, in the order in which they are tried."""

_HINTS = (
    # Courts, codes and acts.
    r" (?:v|vs|c)\.? [A-Z(]",
    r"In re |Ex parte |Re [A-Z]|Cases? [CTF\d]",
    r"§|Pub\. ?L|Public Law|P\.L\.|Cong\.|Fed\. ?Re?g?\.|Restatement|Const\.",
    r", (?:R?S[A-Z]{1,2}|CQLR|CCSM)\b",
    r"UNTS|U\.N\.T|ETS |ILM|I\.L\.M|LNTS|I\.?C\.?J|JORF",
    (
        r"\b(?:Acts?|Order|Rules|Regulations|Code|Ordinance|Measure|Constitution)"
        r"(?: \([^()]{2,40}\))?(?: of)? \d{4}"
    ),
    r"OJ\b|BGBl|RGBl|GVBl|ABl|JO [LC]",
    (
        r"\b(?:BGH(?:Z|St)?|BGE|BVerf\w{1,3}|BVerwGE?|BAGE?|BSGE?|BFHE?|EuGH?|EGMR|O?LG|KG|RG|OGHZ?"
        r"|BPatG|Cass\.|CE|CJ[UC]E|CEDH|Cons\.|VGH?|AG|FG)[ ,]"
    ),
    r"Law Com|Cmn?d? \d|HC \d|HL Paper|Aufl|UN ?(?:SC|GA|HRC)|ECOSOC|HRC",
    # Articles and books in the forms of law.
    r"\[\d{4}\] |[’'”\"],? [(\[]\d{4}[)\]]|[A-Za-z.] \d{4}\) \d| ed\.,? \d{4}\)",
    r", \d{1,3} [A-Z][^,(\d]{1,60} \d{1,5}(?:, [\d–n. -]{1,12})? \(",
    r"\d \((?:[A-Z][^()]{3,50}, )?(?:\d{1,2}[a-z]{1,2} ed\., )?\d{4}\)\.?\Z",
    # Archives, media, reports, standards.
    r"\d[.,] (?:Audio )?(?:CD|LP|MP3|Vinyl|Cassette)\.?\Z",
    r"[Aa]rchi[vo]|Librar|Biblio|Record Office|TNA|NARA|PRO,|AGI|AHN|AN,",
    r"[Dd]irected by|\bDir\. |@\w|s\.\s?v\.|編|inventor|, „|Survey [A-Z]|(?:Std|ISO|IEC) ?\d",
    (
        r"\A\W{0,3}(?:\d{1,3}\W{1,3})?(?:ISO|IEC|ASTM|ANSI|DIN|EN|BS|NF|IEEE|ITU|JIS|GB|ÖNORM|"
        r"UN[EI]"
        r"|NEN|CSA|AS|NBR|ABNT|NIST|NFPA|API|SAE|VDI|ETSI|3GPP)[ /-]"
    ),
)
_HINT = lazy_pattern("|".join(_HINTS))
"""What every form holds something of: most strings are seen through at once."""


def fixed_form(text: str) -> tuple[str, tuple[Segment, ...]] | None:
    """Return the name of the form that a string has, with its segments; ``None`` if it has none.

    >>> name, segments = fixed_form("R v Thornley [2003] UKHL 41")
    >>> name, [(one.label, one.text) for one in segments][:2]
    ('neutral citation', [('title', 'R v Thornley'), ('issued', '2003')])
    """
    if len(text) > LONGEST or not _HINT.search(text):
        return None
    for form in FORMS:
        if match := form.pattern.fullmatch(text):
            return form.name, _segments_of(match)
    return None


def _segments_of(match: re.Match[str]) -> tuple[Segment, ...]:
    found = []
    for group, value in match.groupdict().items():
        if value:
            bare = _STOP_OF_SENTENCE.sub(r"\1", value.rstrip(_EDGES))
            start = match.start(group)
            found.append(Segment(_label(group), bare, start, start + len(bare), CONFIDENCE))
    return tuple(sorted(found, key=lambda segment: segment.start))


_EDGES = " ,;:"
_STOP_OF_SENTENCE = lazy_pattern(r"([\d)])\.\Z")


def _label(group: str) -> str:
    label = group.rstrip("0123456789")
    return label if label in _UNDERSCORED else label.replace("_", "-")


_UNDERSCORED = frozenset({"archive_location"})
"""CSL names with an underscore."""
