"""Acts, treaties, bills, hearings, and what law is written in."""

from __future__ import annotations

from collections.abc import Mapping

from refconv.tag.forms.form_parts import DATE, MONTH, SECTION, YEAR

_CODES = r"(?:U\. ?S\. ?C\.?(?: ?[AS]\.)?|USC|C\. ?F\. ?R\.|CFR)"
_GAZETTES = (
    r"(?:UNTS|U\.N\.T\.S\.|LNTS|L\.N\.T\.S\.|ILM|I\.L\.M\.|U\.S\.T\.|UST|ATS|CTS|TIAS|T\.I\.A\.S\."
    r"|UKTS|BGBl\.? II)"
)
_ACT = (
    r"(?P<title>[A-Z][^\[\]“”‘\"§:;.]{3,110}? (?:Act|Acts|Measure|Ordinance|Order|Rules"
    r"|Regulations"
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
ACTS: Mapping[str, str] = {
    "American statute": (
        r"(?:(?P<title>[A-Z][^§“”\"]{4,140}?),? )?(?:Pub\. ?L\.|P\.L\.|Public Law)(?: ?Nos?\.?)? ?"
        r"(?P<number>\d{1,3}[-–]\d{1,4})(?:,? (?P<section>(?:§+|tit\.|sec\.) ?[^,]{1,30}))?"
        r"(?:, (?P<volume>\d{1,3}) (?P<container_title>Stat\.?) (?P<page>\d{1,5})(?:, [\d–-]{1,9})"
        r"?)?"
        rf"(?: \((?P<issued>{YEAR})\))?(?:[ ,]*\(?codified[^()]{{3,80}}\)?)?"
    ),
    "section of a code": (
        rf"(?:(?P<title>[A-Z][^§“”\"]{{4,140}}?),? )?(?P<volume>\d{{1,3}}) (?"
        rf"P<container_title>{_CODES}) "
        rf"(?:§+|pt\.|[Pp]art|[Ss]ec\.) ?(?P<section>{SECTION})(?: \((?:West )?(?"
        rf"P<issued>{YEAR})\))?"
    ),
    "section of a state code": (
        rf"(?P<container_title>[A-Z][A-Za-z.]{{1,10}}(?: [A-Z&][A-Za-z.]{{0,12}}){{0,5}} ?(?:Code|"
        rf"Stat\.|Laws"
        rf"|Law|Rev\.)(?: (?:Ann\.|Stat\.))?),? (?:tit\. \d{{1,3}},? )?§+ ?(?P<section>{SECTION})"
        rf"(?: \((?:[A-Z][\w.’']{{1,15}} )?(?P<issued>{YEAR})\))?"
    ),
    "notice in the Federal Register": (
        rf"(?:(?P<title>[A-Z][^“”\"]{{4,200}}?),? )?(?P<volume>\d{{1,3}}) (?"
        rf"P<container_title>Fed\. ?Reg\.) "
        rf"(?P<page>[\d,]{{1,7}})(?:, [\d,]{{1,7}})? \((?:proposed )?(?P<issued>{DATE}|{YEAR})\)"
    ),
    "act by year": (
        rf"{_ACT} {YEAR})(?: \((?P<jurisdiction>{_STATES})\))?(?:, (?P<number>S\.?I\.? "
        rf"{YEAR}/\d{{1,5}}))?"
        rf"{_PROVISION}"
    ),
    "act of a year": rf"{_ACT} of {YEAR}){_PROVISION}",
    "Canadian statute": (
        rf"(?P<title>[A-Z][^\[\]“”\"§:;]{{3,110}}?), (?P<container_title>R\.?S\.?[CO]\.?|S\.?"
        rf"[CO]\.?|RS(?:BC|A|"
        rf"M|NS|NB|S|Q|Y)|S(?:BC|A|M|NS|NB|S|Q)|CQLR|CCSM)(?: (?P<issued>{YEAR}),)? ?c\.? ?(?"
        rf"P<chapter_number>"
        rf"[\w.-]{{1,10}})(?: \(\d[a-z]{{2}} Supp\))?{_PROVISION}"
    ),
    "German statute": (
        rf"(?P<title>[A-ZÄÖÜ][^§“”:;]{{3,160}}?(?:gesetz(?:buch|es)?|[Vv]erordnung|[Oo]rdnung|"
        rf"Gesetz|Verfassung"
        rf"|Richtlinie)[^§“”:;]{{0,120}}?)(?:,? (?:vom|v\.) (?P<issued>\d{{1,2}}\. ?"
        rf"(?:\d{{1,2}}\.|"
        rf"[^\W\d_]{{3,9}}) ?{YEAR}))?,? \(?(?P<container_title>(?:BGBl|RGBl|GVBl|GBl|BAnz|ABl)"
        rf"\.?(?: [IV]{{1,3}})?)"
        rf"(?: (?P<issued2>{YEAR}))?,?(?: Nr\. \d{{1,3}},?)? S\. ?(?P<page>\d{{1,5}})\)?"
    ),
    "act of the EU in OJ": (
        rf"{_EU_ACT},? \[(?P<issued>{YEAR})\] (?P<container_title>OJ) (?P<volume>[LC]\s?"
        rf"\d{{1,4}})(?:/|,? ?p\.? ?)"
        rf"(?P<page>\d{{1,5}}(?:[-–]\d{{1,5}})?)"
    ),
    "act of the EU in OJ by date": (
        rf"{_EU_ACT},? \(?(?P<container_title>OJ|Official Journal|ABl\.?|JO) (?P<volume>[LC]\s?"
        rf"\d{{1,4}}),? "
        rf"(?P<issued>{DATE}),? (?:pp?|S)\. ?(?P<page>\d{{1,5}}(?:[-–]\d{{1,5}})?)\)?"
    ),
    "treaty with its dates": (
        rf"(?P<title>[A-Z][^\[\]“”\"]{{6,180}}?),? \(?(?:adopted|opened for signature|signed|done|"
        rf"concluded|signature)"
        rf"(?: (?:on|at [A-Z][a-z]+))? (?P<issued>{DATE})(?:,? entered into force {DATE})?\)?,? "
        rf"(?P<volume>\d{{1,5}}) (?P<container_title>{_GAZETTES}) (?P<page>\d{{1,5}}|[XVI]{{1,6}})"
        rf"(?: \((?:entered into force [^()]{{5,20}}|[A-Z][^()]{{1,20}})\))?(?:,? arts?\.? "
        rf"[^;]{{1,20}})?"
    ),
    "treaty": (
        rf"(?P<title>[A-Z][^\[\]“”\"]{{6,180}}?)(?:, (?P<event_place>[A-Z][^\W\d_]+(?: "
        rf"[A-Z][^\W\d_]+)?))?,"
        rf" (?:art\. [\w()]{{1,8}}, )?(?:opened for signature )?(?P<issued>{DATE}), (?"
        rf"P<volume>\d{{1,5}}) "
        rf"(?P<container_title>{_GAZETTES}) (?P<page>\d{{1,5}}|[XVI]{{1,6}})(?: \((?:entered into "
        rf"force [^()"
        rf"]{{5,20}}"
        rf"|[A-Z][^()]{{1,20}})\))?"
    ),
    "treaty by number": (
        rf"(?P<title>[A-Z][^\[\]“”\"]{{6,180}}?),? (?:\((?:adopted |opened for signature |signed )"
        rf"?(?P<issued>{DATE}|"
        rf"{YEAR})(?:, entered into force {DATE})?\)|(?P<issued2>{DATE})),? (?"
        rf"P<container_title>C?ETS|CETS) "
        rf"(?:[Nn]o\.? ?)?(?P<number>\d{{1,3}})"
    ),
    "bill of Congress": (
        rf"(?:(?P<title>[A-Z][^“”\"]{{4,140}}?),? )?(?P<number>(?:H\. ?R\.|S\.|H\. ?J\. ?Res\.|"
        rf"S\. ?J\. ?Res\.|H\. ?Res\.|"
        rf"S\. ?Res\.|H\. ?Con\. ?Res\.) ?\d{{1,5}}),? (?P<authority>\d{{2,3}}(?:st|nd|rd|th|d) "
        rf"Cong\.)"
        rf"(?:,? (?P<section>§ ?[^()]{{1,20}}?))?(?: \((?:as [^()]{{3,60}}, )?(?P<issued>{YEAR}|"
        rf"{DATE})\))?"
        rf"(?: \(enacted\))?"
    ),
    "hearing of Congress": (
        rf"(?:(?P<author>[A-Z][^“”\"]{{4,120}}?[a-z])\. )?(?P<title>[A-Z][^.“”\"]{{3,160}}?[:,.] "
        rf"Hearings? "
        rf"[Bb]efore [^“”\"]{{4,140}}?)[.,] (?P<number>\d{{2,3}}(?:st|nd|rd|th|d) Cong\.(?:,? "
        rf"\d\w{{1,2}} [Ss]ess\.)?)"
        rf"(?:,? (?P<page>\d{{1,4}}(?:[-–]\d{{1,4}})?))?,? \(?(?P<issued>{DATE}|{YEAR})\)?"
    ),
}

MORE_ACTS: Mapping[str, str] = {
    "rule, restatement or constitution": (
        r"(?P<title>Restatement \((?:First|Second|Third)\) of [A-Z][A-Za-z&: ]{2,60}?|Fed\. R\. (?"
        r":Civ|Crim|App|Bankr)\. P\."
        r"|Fed\. R\. Evid\.|U\.S\. Const\.|[A-Z][a-z]{2,5}\. Const\.),? (?P<section>(?:(?:art|"
        r"amend|pmbl)\. ?|§+ ?|r\. )?"
        r"[\dIVXLC][\w.()-]{0,12}(?:,? (?:§+|cl\.|cmt\.) ?[\w()-]{1,6}){0,3})(?: \((?:"
        r"(?P<authority>Am\. L\. "
        r"Inst\.) )?"
        rf"(?P<issued>{YEAR})\))?"
    ),
    "French act": (
        rf"(?P<title>(?:Loi|Décret|Ordonnance|Arrêté)(?: organique| constitutionnelle)?(?: n[°º] ?"
        rf"[\d-]{{2,10}})? du "
        rf"\d{{1,2}}(?:er)? {MONTH} {YEAR}[^“”«]{{0,200}}?)(?:, (?P<container_title>JORF|J\.?"
        rf"O\.?)(?: n[°º] ?\d{{1,4}})?"
        rf"(?: du)? (?P<issued>\d{{1,2}}(?:er)? {MONTH} {YEAR})(?:, (?:p\. ?(?P<page>\d{{1,6}})|"
        rf"texte [^;]{{1,20}}))?)?"
    ),
    "resolution of the UN in American form": (
        rf"(?P<title>(?:G\.A\.|S\.C\.|H\.R\.C\.|E\.S\.C\.|Human Rights Council) Res\. "
        rf"[\w/()]{{1,16}})"
        rf"(?:, (?P<note>[A-Z¶][^“”]{{1,120}}?))?(?: \((?P<issued>{DATE})\))?,? "
        rf"U\.N\. Doc\. (?P<number>[ASEH]/[\w/.-]{{3,30}}\w)(?: \((?P<issued2>{DATE}|{YEAR})\))?"
    ),
    "act of a Spanish or Portuguese speaking country": (
        r"(?:(?P<author>[A-ZÀ-Þ][A-ZÀ-Þ .()]{3,40})\. )?(?P<title>(?:Ley|Decreto|Real Decreto"
        r"|Resolución"
        r"|Lei|Portaria|Decreto-Lei|Resolução|Emenda Constitucional|Legge|Decreto legislativo)"
        r"(?: [Cc]omplementar| [Oo]rgánica| [Ff]ederal| [Ll]egislativo)? (?:[Nn][.º°o]{1,2} ?"
        r"|núm\. )?"
        rf"\d[\d./-]{{0,12}}(?:,? (?:de|del) (?:\d{{1,2}}º? (?:de )?[a-zç]{{3,10}},? (?:de "
        rf")?)?{YEAR})?"
        rf"(?:[.,:] [A-ZÀ-Þ][^“”]{{6,300}}?|,? (?:que|por la|sobre|do|da|relativa)"
        rf"\b[^“”.]{{6,200}}?)?)"
        r"[.,] (?P<container_title>Diario Oficial(?: de la [A-Z]\w+)?|Boletín "
        r"Oficial[^,.\d]{0,30}|BOE|DOF"
        r"|Gaceta Oficial|Diário da República|Gazzetta Ufficiale|G\.U\.|DOU)"
        rf"(?:,? (?:[Nn][.ºo°úum]{{1,3}}\.? ?)(?P<number>\d[\d./]{{0,9}}))?(?:,? (?:de(?:l)? |\()?"
        rf"(?P<issued>\d{{1,2}} (?:de )?[a-zç]{{3,10}}\.?,? (?:de )?{YEAR})\)?)?"
    ),
    "report of Congress": (
        rf"(?:(?P<title>[A-Z][^“”\"]{{6,160}}?), )?"
        r"(?P<number>(?:S\.|H\.R\.|H\.) (?:Exec\. |Misc\. )?(?:Rep|Doc)\. (?:No\. "
        r")?\d{2,3}-\d{1,4})"
        rf"(?:,? (?:at |pt\. \d, at )?(?P<page>\d{{1,4}}(?:[-–]\d{{1,4}})?))? \("
        rf"(?P<issued>{DATE}|{YEAR})\)"
    ),
    "debate of Parliament": (
        rf"(?P<container_title>(?:HC|HL|WA|PBC) Deb(?:s|ates?)?),? (?P<issued>{DATE}),? "
        rf"(?:vol(?:ume)?\.? (?P<volume>\d{{1,4}}),? )?(?:cols?\.?|cc?\.?) ?(?P<page>\d{{1,5}}"
        rf"(?:WH|WS|W|GC)?"
        rf"(?:[-–]\d{{1,5}}\w{{0,2}})?)"
    ),
    "debate of Congress": (
        rf"(?P<volume>\d{{1,3}}) (?P<container_title>Cong\. Rec\.) (?P<page>[HSED]?[\d,]{{1,7}}"
        rf"(?:[-–][HSED]?[\d,]{{1,6}})?) \((?:daily ed\. )?(?P<issued>{DATE}|{YEAR})\)"
    ),
    "resolution of the UN": (
        r"(?P<author>UNSC|UNGA|UNHRC|HRC|ECOSOC|UN (?:Security Council|General Assembly|Human "
        r"Rights Council)),? "
        rf"(?P<title>Res(?:olution)? [\dA-Z][\w()/ ]{{0,16}}?)(?:,? ‘(?P<note>[^’]{{4,150}})’)? "
        rf"\((?P<issued>{DATE})\),? "
        r"(?:UN Doc\.? )?(?P<number>[ASE]/[\w/.-]{3,30}\w)"
    ),
    "report of a commission": (
        r"(?P<author>(?:Law Commission|Scottish Law Commission|Home Office|Ministry of [A-Z]\w+|"
        r"Department (?:of|for) [A-Z][\w ]+?"
        r"|HM Treasury|House of (?:Commons|Lords)[^,]{0,80}?|[A-Z]\w+ Committee[^,]{0,60}?)), "
        r"[‘']?(?P<title>[^()“”‘’]{4,160}?)[’']? "
        r"\((?P<number>(?:Law Com|Scot Law Com|Cm|Cmnd|HC|HL Paper|LC|CP|Report)(?: No)?\.? ?"
        r"[\d-]{1,8}(?:-[IVX]{1,4})?), "
        rf"(?P<issued>(?:{MONTH} )?{YEAR})\)(?: (?:paras?|pp?\.?)? ?[\d.–, -]{{1,20}})?"
    ),
    "German commentary": (
        r"(?P<author>[A-ZÄÖÜ][^\W\d_]+(?:[/ -][A-ZÄÖÜ][^\W\d_]+){0,4}(?:, [A-ZÄÖÜ][^\W\d_]+)?), (?"
        r"P<title>[A-ZÄÖÜ][^,\d“”]{1,80}?), "
        r"(?P<edition>\d{1,3})\. Aufl(?:\.|age),? (?:(?P<publisher_place>[A-ZÄÖÜ][^\W\d_]+(?:[/ "
        r"][A-ZÄÖÜ][^\W\d_]+)?),? )?"
        rf"(?P<issued>{YEAR}),? (?:(?P<section>§§? ?\d{{1,4}}[a-z]?)?,? ?(?:Rn|Rdnr|Rz)\.? ?"
        rf"\d{{1,4}}(?: ff?\.?)?|S\. (?P<page>\d{{1,4}}))"
    ),
}
