"""Parts of patterns that several tables of forms use."""

from __future__ import annotations

YEAR = r"(?:1[5-9]|20)\d\d"
MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|jan|f[eé]v|mar|avr|mai|juin|jui|ao[uû]"
    r"|sep"
    r"|oct|nov|d[eé]c|Jän|Mär|Mai|Okt|Dez|gen|apr|mag|giu|lug|ago|set|ott|dic|ene|abr|jul)"
    r"[^\W\d_]{0,7}\.?"
)
DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.|er)? {MONTH},? {YEAR}|{MONTH} \d{{1,2}},? {YEAR}"
    rf"|\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?{YEAR}|{YEAR}-\d\d-\d\d)"
)
HEAD = (
    r"\s{0,3}(?:[\[(]?(?P<citation_number>\d{1,3})(?:[\])]\.?|\.)\s{1,3})?"
    r"(?:(?:See(?: also)?|Cf\.?|See, e\.g\.,|Accord|But see|Vgl\.|Siehe)\s)?"
)
TAIL = r"(?:\s?\((?:[^()]{2,90})\))?[\s.;,]{0,3}"
PARTY = r"[A-ZÀ-Þ(][^\n\[\]{}\"“”‘;:?!]{0,90}?"
PARTIES = (
    rf"(?:(?:In re|In the Matter of|Matter of|Ex parte|Estate of|Re|The) {PARTY}"
    rf"|{PARTY} (?:v|vs|c)\.? {PARTY})"
)
REPORTER = (
    r"(?!(?:[^\d(]{0,40})(?:L\.? ?Rev|L\.? ?J\b|Law|Journal|Review|Stud|Quarterly))"
    r"[A-Z][A-Za-z.’'& ]{0,28}?(?: ?\(?[2-6](?:d|st|nd|rd|th)\)?)?(?: ?\([A-Z][A-Za-z]{1,5}\))?"
)
COURT = (
    r"(?:UK(?:SC|HL|PC|UT|FTT|EAT|SIAC)|EW(?:CA|HC|COP|FC)(?: (?:Civ|Crim|Admin|Ch|QB|KB|Fam|Comm"
    r"|TCC|Pat))?|CS(?:IH|OH)|HCJAC|NI(?:CA|QB)|HCA|FCA|FCAFC|FamCA|NSW(?:CA|SC|CCA|LEC)|VSCA?|QCA"
    r"|QSC|WASCA?|SASCA?|TASSC|ACTSC|NTSC|SCC|CSC|FC|CAF|CF|ON(?:CA|SC|SCDC)|BC(?:CA|SC)"
    r"|AB(?:CA|QB|KB)|QC(?:CA|CS)|SKCA|MBCA|NSCA|NBCA|NZ(?:SC|CA|HC)|IE(?:SC|HC|CA)|SG(?:CA|HC)"
    r"|HKC(?:FA|FI)|ZA(?:CC|SCA)|INSC|ECHR)"
)
PLACE = r"\d{1,5}[A-Z]?(?:[-–]\d{1,5})?"
PIN = (
    rf"(?:,? (?:at )?(?:p\.? )?(?P<locator>{PLACE}(?:, \d{{1,4}})?|\[\d{{1,4}}\]"
    r"|paras? \d{1,4})(?: ?n\.\d{1,3})?)?"
)
PARAGRAPH = r"(?:,? ?(?:at )?\[\d{1,4}\](?:[-–]\[\d{1,4}\])?|,? (?:at )?paras? [\d–-]{1,9})?"
ALSO = (
    r"(?:[,;] (?P<references>(?:(?:\[\d{4}\]|\(\d{4}\)) )?(?:\d{1,4} )?[A-Z][^,;()]{0,25}"
    r"(?:\(\d[a-z]{2}\) )?\d{1,5}(?:[,;] [^()]{3,80})?))?"
)
SECTION = r"[\dA-Z][\w.()/:–-]{0,20}(?:, ?\d[\w.()–-]{0,12}){0,4}(?: et seq\.?| ff?\.)?"
PEOPLE = r"[A-ZÀ-Þ][^\d\[\]“”‘\"(){}:;]{2,120}?"
NAME = r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][^\W\d_]+)"
PERSON = rf"{NAME}(?:[ -](?:{NAME}|de|van|von|di|la|del)){{1,4}}"
PERSONS = rf"{PERSON}(?:, {PERSON}){{0,5}}(?:,? (?:and|&) {PERSON})?"
LAW_JOURNAL = r"(?:[A-Z][A-Za-z.’'&]{0,14} ?(?:of |and |& |the |to |in |on |for )*(?:the )?){1,8}"
LAW_WORD = (
    r"(?=[^\d(]{0,70}(?:\bL\.|\bLaw|\bRev\b|Rev\.|\bJ\.|Journal|Review|Legal|LJ\b|LR\b|LQ\b|L\.J\."
    r"|Jur))"
)
