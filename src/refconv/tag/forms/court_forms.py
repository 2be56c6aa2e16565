"""Decisions of courts."""

from __future__ import annotations

from collections.abc import Mapping

from refconv.tag.forms.form_parts import (
    ALSO,
    COURT,
    DATE,
    MONTH,
    PARAGRAPH,
    PARTIES,
    PIN,
    REPORTER,
    YEAR,
)

_GERMAN_COURT = (
    r"(?:BGH|BVerfG|BVerwG|BAG|BSG|BFH|BPatG|EuGH|EuG|EGMR|KG|RG|OGH|VfGH|VwGH|BGer|BayObLG"
    r"|(?:OLG|LG|AG|VG|OVG|VGH|LAG|ArbG|LSG|SG|FG) [A-ZÄÖÜ][^\W\d_]{2,20}(?:[- "
    r"/][A-ZÄÖÜ][\w.]{1,15})?)"
)
_GERMAN_SERIES = (
    r"(?:BGHZ|BGHSt|BVerfGE|BVerwGE|BAGE|BFHE|BSGE|RGZ|RGSt|BGE|OGHZ|BVerfGK|EuGHE|BPatGE)"
)
_FRENCH_COURT = (
    r"(?:Cass\.? ?(?:(?:\d\w{1,3} )?(?:civ|com|soc|crim|ass|ch|req)[^,\d]{0,25}"
    r"(?:\d[a-zè]{1,3})?)?"
    r"|CE(?:, (?:ass|sect)\.?)?|Cons\. (?:const|d['’]État)\.?|CJUE|CJCE|CEDH|T\. confl\."
    r"|(?:CA|TGI|TA|CAA|TJ) [A-Z][^,\d]{2,25})"
)
DECISIONS: Mapping[str, str] = {
    "decision of the EU courts": (
        rf"(?:Joined )?Cases? (?P<number>[CTF]\s?[-‑–]\s?\d{{1,4}}/\d\d(?: P)?(?:(?:,| and|, and) "
        rf"[CTF]"
        rf"[-‑–]\d{{1,4}}/\d\d(?: P)?){{0,4}}|\d{{1,3}}/\d\d),? (?P<title>[^\[\]“”\"]{{3,160}}?)"
        rf"(?:,? \[(?P<issued>{YEAR})\] (?P<container_title>ECR) (?P<page>(?:I+-)?\d{{1,6}})"
        rf"|,? (?:judgment of (?P<issued2>{DATE}),? )?\(?(?P<references>(?:ECLI:)?"
        rf"EU:[CTF]:{YEAR}:"
        rf"\d{{1,5}})\)?|,? \((?P<issued3>{DATE}|{YEAR})\))?(?:, (?:para(?:graph)?s?\.?|point) "
        rf"[\d–-]+)?"
    ),
    "American decision by its public number": (
        rf"(?P<title>{PARTIES}), (?P<number>{YEAR}[ -](?!WL|U\.S\.)(?:[A-Z][A-Za-z]{{1,7}}"
        rf"(?:[ -]App)?\.?"
        rf"|[A-Z]{{2}}(?: App)?)[ -]\d{{1,6}}U?)(?:,? ¶+ ?\d{{1,3}})?"
        rf"(?:, (?P<volume>\d{{1,4}}) (?P<container_title>{REPORTER}) (?P<page>\d{{1,5}}){PIN})?"
    ),
    "American decision": (
        rf"(?P<title>{PARTIES}),? (?P<volume>\d{{1,4}}) (?P<container_title>{REPORTER}) "
        rf"(?:\(\d{{1,2}} [A-Z][A-Za-z.]{{2,12}}\) )?(?P<page>_{{2,4}}|\d{{1,5}}){PIN}{ALSO} "
        rf"\((?:(?P<authority>[A-Z][^()\d]{{0,30}}|\dd? Cir\.|\d{{1,2}}th Cir\.|[A-Z0-9][^()"
        rf"]{{2,30}}?)"
        rf",? )?(?P<issued>(?:{MONTH} \d{{1,2}}, )?{YEAR})\)"
        r"(?:, (?P<references2>(?:aff|rev|vac|cert|overrul|abrogat|modif|reh|appeal|superseded)"
        r"[a-z’'.]"
        r"{0,12}[^;]{3,160}))?"
    ),
    "American decision on a docket": (
        rf"(?P<title>{PARTIES}), No\. (?P<number>[\w:.-]{{3,25}}),? (?P<container_title>{YEAR} WL|"
        rf"{YEAR} U\.S\. [^,\d]{{3,25}} LEXIS) (?P<page>\d{{3,9}})(?:,? at \*\d{{1,3}})? "
        rf"\((?:(?P<authority>[^()\d]{{2,30}}?|\d{{1,2}}(?:d|th|st|nd|rd) Cir\.) )?"
        rf"(?P<issued>{DATE}|{YEAR})\)"
    ),
    "decision of the human rights court": (
        rf"(?P<title>{PARTIES}),? \(?(?:App(?:l(?:ication)?|\.)?)?\.? ?[Nn]os?\.? "
        rf"(?P<number>\d{{2,6}}/\d\d(?:(?:,| and) \d{{2,6}}/\d\d){{0,4}})\)?,? "
        rf"(?:\((?P<issued>{YEAR})\) (?P<volume>\d{{1,3}}) (?P<container_title>EHRR) (?P<page>(?"
        rf":SE)?\d{{1,5}})"
        rf"|\((?P<authority>ECtHR|EComHR|ECHR|Commission)(?: \[?GC\]?)?,? (?P<issued2>{DATE}|"
        rf"{YEAR})\)"
        rf"|(?:(?P<authority2>ECtHR|ECHR),? )?(?P<issued3>{DATE}|ECHR {YEAR}))(?:, para [\d–-]+)?"
    ),
    "decision of the world court": (
        rf"(?P<title>[A-Z][^\[\]“”\"]{{5,150}}?)(?: \((?P<genre>Judgment|Advisory Opinion|Merits|"
        rf"Order"
        rf"|Jurisdiction|Preliminary Objections|Provisional Measures)\)|,? (?P<genre2>Judgment|"
        rf"Advisory Opinion|Merits),?)? (?:\[(?P<issued>{YEAR})\] (?P<container_title>I\.?C\.?"
        rf"J\.? Rep(?:orts)?)"
        rf"|(?P<container_title2>I\.?C\.?J\.? Rep(?:orts)?\.?) (?P<issued2>{YEAR})),? (?:p\. )?"
        rf"(?P<page>\d{{1,5}}){PIN}"
    ),
    "neutral citation": (
        rf"(?P<title>{PARTIES}),? \[(?P<issued>{YEAR})\] (?P<authority>{COURT}) "
        rf"(?P<number>\d{{1,5}}(?: \([A-Z][a-z]{{1,7}}\))?){PARAGRAPH}{ALSO}{PARAGRAPH}"
    ),
    "Canadian neutral citation": (
        rf"(?P<title>{PARTIES}),? (?P<issued>{YEAR}) (?P<authority>{COURT}) (?"
        rf"P<number>\d{{1,5}})"
        rf"{PARAGRAPH}{ALSO}{PARAGRAPH}"
    ),
    "decision by year in square brackets": (
        rf"(?P<title>{PARTIES}),? \[(?P<issued>{YEAR})\] (?:(?P<volume>\d{{1,3}}) )?"
        rf"(?P<container_title>{REPORTER}) (?P<page>\d{{1,5}}|[IVX]{{1,4}}-\d{{1,5}}){PIN}"
        rf"{PARAGRAPH}{ALSO}(?: \((?P<authority>{COURT}|[A-Z]{{2,5}})\))?"
    ),
    "decision by year in round brackets": (
        rf"(?P<title>{PARTIES}),? \((?P<issued>{YEAR})\),? (?P<volume>\d{{1,3}}) "
        rf"(?P<container_title>{REPORTER}) (?P<page>\d{{1,5}}){PIN}{PARAGRAPH}{ALSO}"
        rf"(?: \((?P<authority>{COURT}|[A-Z]{{2,5}})\))?"
    ),
    "German decision": (
        rf"(?P<authority>{_GERMAN_COURT}),? (?P<genre>Urteil|Urt\.|U\.|Beschluss|Beschluß|Beschl\."
        rf"|Entscheidung|Entsch\.) (?:v\.|vom) (?P<issued>\d{{1,2}}\. ?\d{{1,2}}\. ?(?:\d\d)?\d\d|"
        rf"\d{{1,2}}\. [^\W\d_]{{3,9}} {YEAR})(?:,? [–—-]|,)? (?:Az\.?:? |Rs\.? )?"
        rf"(?P<number>[A-Z0-9][^,;()–—]{{2,24}}?)"
        rf"(?: [–—-] (?P<title2>[^,;()\d]{{2,60}}?))?(?:(?:,| [–—=]| \() ?(?P<container_title>"
        rf"{_GERMAN_SERIES}|Slg\.|[A-Z][\w-]{{1,12}}(?: [A-Z][\w-]{{1,8}})?)(?: (?P<volume>{YEAR}"
        rf"|\d{{1,3}}),)?"
        rf" (?:S\. )?(?P<page>\d{{1,5}})(?: \((?P<locator>\d{{1,5}}(?: ff?\.)?)\)|, \d{{1,5}}| ff?"
        rf"\.)?\)?)?"
        rf"(?: [–—-] (?P<title>[A-Z][^,;]{{2,60}}?)|, (?:juris|openJur|BeckRS)[^;]{{0,30}})?"
    ),
    "German collection of decisions": (
        rf"(?:(?P<authority>{_GERMAN_COURT}),? )?(?P<container_title>{_GERMAN_SERIES}) "
        rf"(?P<volume>\d{{1,3}}(?: [IVX]{{1,3}})?),? (?:S\. )?(?P<page>\d{{1,4}})"
        rf"(?: \((?P<locator>\d{{1,4}}(?: ff?\.)?)\)|, (?P<locator2>\d{{1,4}})| ff?\.)?"
        rf"(?: \((?P<issued>{YEAR})\))?(?: [–—-] (?P<title>[A-Z][^,;]{{2,60}}?)"
        rf"| \((?P<title2>[A-ZÄÖÜ][^()\d]{{2,40}})\))?"
    ),
    "French decision": (
        rf"(?P<authority>{_FRENCH_COURT}),? (?P<issued>\d{{1,2}}(?:er)? {MONTH} {YEAR}),? "
        rf"(?:(?P<title>[A-ZÀ-Þ][^,;\d]{{2,60}}), )?"
        rf"(?:[Nn][°ºo]s?\.? ?|req\. n° ?)(?P<number>[\dC][\w./ -]{{2,22}})"
        rf"(?:, (?P<container_title>[A-Z][^,;\d]{{1,40}}?)(?: {YEAR})?"
        rf"(?: (?P<volume>[IVX]{{1,4}}|\d{{1,2}}(?=,)))?,? (?:(?:p\.|n[°º]) ?)?"
        rf"(?P<page>[\dIVX][\w, °.-]{{0,20}}?))?(?:, (?:note|obs\.|concl\.)[^;]{{2,60}})?"
    ),
}
