"""Tables of the traits of references, and of faults that speak against one."""

from __future__ import annotations

from refconv.page.patterns import (
    DIGIT,
    LOWER,
    NAME,
    SHORT_TITLE,
    UPPER,
    WORD,
    YEAR,
    any_of,
    rules,
    word_of,
)

_ONLINE = any_of(
    r"[Aa]ccessed;[Rr]etrieved;[Cc]ited;[Zz]ugriff;[Aa]bgerufen;[Cc]onsulté;[Cc]onsultado"
    r";дата обращения;[Aa]vailable (?:at|from)",
    ";",
)
_PUBLISHERS = word_of(
    r"Press Verlag Springer Wiley Elsevier Publish\w* Books University Universität"
    r" Éditions? Presses"
    r" Editorial Editore Routledge Sage SAGE Suhrkamp Beck Penguin Издательство Изд-во 出版社"
)
_SERIES = word_of(
    r"Proc(?:eedings|\.);Journal;J\.;Zeitschrift;Revue;Review;Rev\.;Lett\.;Conference"
    r";Trans(?:actions|\.);Phys\.;Ann(?:als|\.);Acta;Arch(?:ives|\.);Bull\.;Nature;Science;Lancet"
    r";[Tt]hesis;Diss(?:ertation|\.);Report;Working Paper;PhD;Tech\. Rep",
    ";",
)
_VOLUME = word_of(r"[Vv]ol [Nn]o [Bb]d [Nn]r [Jj]g [Tt]om т Т № [Ii]ss?ue [Vv]olume [Hh]eft [Hh]\.")
_PAGES = word_of("[Pp]p? S págs? s с С str")
_IN = word_of("[Ii]n:? [A-Z];In:;Dans\\b", ";")
_EDITORS = any_of("[Ee]ds?;[Hh]rsg;[Hh]g;[Éé]ds?;[Cc]oord;a cura di;[Rr]ed", ";")
_NO_DATE = any_of(
    r"n\.d\.;in press;forthcoming;o\. ?J\.;s\.d\.;im Druck;submitted;accepted;to appear"
    r";unpublished",
    ";",
)

# What references have in them: each row counts once, those that most references have come first.
TRAITS = rules(
    ("year", YEAR.pattern, 1.0),
    (
        "initials",
        (
            rf"\.(?:(?<=[ ,;.]{UPPER}\.)|(?<=\A{UPPER}\.))[ -]?"
            rf"(?:{UPPER}\.[ -]?){{0,2}}(?:[ ,;:]|{UPPER}|\Z)"
        ),
        0.5,
    ),
    ("vancouver name", rf"{UPPER}{LOWER}{{1,20}} {UPPER}{{1,3}}(?:[,.]| and)", 0.6),
    (
        "year in brackets",
        r"[(\[](?:c\. ?|ca\. ?)?(?:1[5-9]|20)\d{2}[a-z]?(?:[–/-]\d{2,4})?(?:, [\w. ]{3,20})?[)\]]",
        0.6,
    ),
    (
        "volume:pages",
        (
            rf"{DIGIT}"
            r"(?<!\w\d)\d{0,3}(?: ?\([^)]{1,14}\))?(?: ?[:,] ?|, pp?\. ?)[A-Za-z]?\d{1,6}"
        ),
        0.8,
    ),
    (
        "range",
        rf"{DIGIT}(?<![\d-]\d)\d{{0,4}} ?[–—−‐‑-]{{1,2}} ?\d{{1,5}}(?![\d-])",
        0.4,
    ),
    ("et al", r"\bet al\b|\bu\. ?a\.|\band others\b|и др\.|等", 0.6),
    ("link", r"https?://|www\.", 0.5),
    # GB/T 7714 marks the type of a work: [J] for an article, [M] for a book …
    ("type code", r"\[(?:J|M|D|C|R|N|S|P|EB/OL|J/OL|M/OL)\]", 1.2),
    ("pages", rf"{_PAGES}\. ?[A-Z]?\d+", 0.5),
    (
        "identifier",
        (
            r"10\.\d{4,9}/\S|doi\.org|arXiv:\d|\bPMID:? ?\d|\bISBN\b|PMC\d{5}|hep-(?:ph|th|ex|lat)/"
            r"|astro-ph"
        ),
        1.0,
    ),
    ("series", rf"{_SERIES}\b", 0.5),
    ("volume word", rf"{_VOLUME}[.:]? ?\d", 0.4),
    ("publisher", rf"{_PUBLISHERS}\b", 0.4),
    ("place: publisher", rf"{WORD}(?:, [A-Z]{{2}})? ?: {UPPER}{LOWER}", 0.3),
    ("editors", rf"\({_EDITORS}s?\.?\)|\b[Ee]ds?\.|\bHrsg\b|\bEditors?\b", 0.6),
    ("in", rf"{_IN}|// ", 0.3),
    ("accessed", rf"\b{_ONLINE}\b", 0.6),
    ("no date", rf"\({_NO_DATE}\)|\b{_NO_DATE}", 0.8),
    hints={
        "editors": (
            "ed.;Ed.;eds;Eds;ed);Ed);Editor;rsg;(Hg;(hg;éd;Éd;(coord;(Coord;cura di;(red;(Red"
        ),
        "et al": "et al;u. a;u.a;and others;и др;等",
        "identifier": "10.;doi.org;arXiv;PMID;ISBN;PMC;hep-;astro-ph",
        "accessed": "ccessed;etrieved;ited;ugriff;bgerufen;onsult;обращения;vailable",
        "no date": (
            "n.d.;in press;forthcoming;o. J;o.J;s.d.;im Druck;submitted;accepted;to appear"
            ";unpublished"
        ),
        "type code": "]",
        "place: publisher": ": ",
    },
)

_DECLARATIONS = any_of(
    r"authors? (?:declare|report|read|contributed);no (?:competing|conflicts?)"
    r";reports? (?:advisory|consult|grants|personal);(?:was|is) supported by;funded by"
    r";approved (?:by )?the;informed consent;contributed (?:to|equally)",
    ";",
)
_HISTORY = any_of(
    r"Received;Accepted;Revised;Published(?: online)?;First [Oo]nline;Eingegangen;Reçu;Recibido"
    r";Manuscript received;Submitted;Available online;Issue date;Version of record",
    ";",
)
_SUPPORT = any_of(
    "Supported by;Present address;Also at;Now at;Deceased;On leave;Corresponding author", ";"
)
_MENU = any_of(
    "Download;View;Share;Sign in;Log in;Register;Subscribe;Buy;Access;Search;Cite;Email"
    ";Print;Skip to"
    ";Back to;Toggle;Cookie",
    ";",
)
_CAPTION = any_of(r"Fig(?:ure|\.)? Table Tabelle Abb(?:ildung|\.) Tableau Tabla Box Scheme")

# What they have not.
FAULTS = rules(
    ("e-mail", r"\S@[^\s@]+\.\w{2,}", -1.5),
    ("price", r"[€$£]\s?\d|\d\s?[€$£]|\bper (?:year|issue)\b", -2.0),
    ("copyright", r"©|\(c\) ?\d{4}|[Aa]ll rights reserved|Creative Commons|CC[ -]BY", -1.5),
    (
        "first person",
        (
            r"\b(?:[Ww]e|[Oo]ur|[Ww]ir|nous|I) (?:\w+ )?"
            r"(?:thank|acknowledge|are|have|declare|danken|remercions)\b"
        ),
        -2.0,
    ),
    ("declares", rf"\b{_DECLARATIONS}\b", -2.5),
    ("support", rf"^{_SUPPORT}", -3.0),
    ("post box", r"\bP\.? ?O\.? Box \d|\bGPO Box|\bPostfach \d", -3.0),
    # "(Nogales et al., 2017) (Orth et al., 2011)": what a table cites.
    ("only citations", r"\A(?:\((?:[^()\d]{2,64} (?:19|20)\d\d){1,6}[a-z]?[;,]? ?\) ?)+\Z", -4.0),
    ("history", rf"^\(?{_HISTORY}\b:?", -2.0),
    ("orcid", r"orcid\.org/|\bORCID\b", -1.5),
    ("question", r"\?\s*\Z|_{4,}", -0.5),
    ("caption", rf"^{_CAPTION}\s?\d", -2.0),
    ("short title", rf"{SHORT_TITLE}|^[Ee]bd|^[Ii]bid", -2.0),
    # "Ramaswamy 1999, p. 344.", "Smith and Jones (2003: 12)": a citation, not a reference.
    (
        "short citation",
        (
            rf"\A(?:{NAME}(?:(?:,| and| et| und| &|/) ?{NAME}){{0,2}},? (?:et al\.,? )?"
            r"[(\[]?[12]\d{3}[a-z]?(?:[,:)]{1,2} ?(?:pp?\.|[Ss]\.)? ?[\d–-]{0,9}(?: ?ff?\.?)?)?"
            r"[)\]]?(?:; |\.?\Z)){1,6}\Z"
        ),
        -3.0,
    ),
    # "Ameka, How discourse, pp. 245."
    (
        "short title and page",
        rf"\A{NAME}, [^,.\d]{{3,60}}, (?:pp?\.|S\.) ?\d+(?: ?ff?\.?)?\.?\Z",
        -2.0,
    ),
    ("symbols", r"[→⇒±≤≥∑∫√]| [=<>] |\d ?× ?10", -1.5),
    (
        "citation in brackets",
        r"\[\d{1,3}(?:[,–-] ?\d{1,3})*\][.,;]?(?:\s|\Z)(?!.{0,40}(?:1[89]|20)\d\d)",
        -1.0,
    ),
    ("menu", rf"^{_MENU}\b", -1.2),
    hints={
        "e-mail": "@",
        "price": "€;$;£;per year;per issue",
        "copyright": "©;(c);ll rights reserved;Creative Commons;CC",
        "first person": " thank; acknowledge; are; have; declare; danken; remercions",
        "declares": "author;no co;report;support;funded;approved;informed;contributed",
        "orcid": "orcid.org;ORCID",
        "post box": "Box;Postfach",
        "short title": (
            "Anm;note;nota; n.;(n.;.n.;,n.;. cit;.cit;a. O.;a.O.;supra note;Ebd;ebd;Ibid;ibid"
        ),
        "citation in brackets": "[",
        "question": "?;_",
        "symbols": "→;⇒;±;≤;≥;∑;∫;√;=;<;>;×",
    },
)
