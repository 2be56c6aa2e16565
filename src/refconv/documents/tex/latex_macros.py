r"""The macros of bibliographies in LaTeX, and what each prints.

Sources: the ``.bst`` files of BibTeX, natbib, IEEEtran, REVTeX 4.2, elsarticle, acmart, apacite,
harvard, natdin, babelbib and abntex2, and the macros that they define in their ``.bbl`` files.

A row of :data:`TEMPLATES` is a command, how many arguments it takes, and what it prints of them:
``{2}`` is the text of the second argument, ``{1:title}`` the first, which is a title; a part
between bars goes where its argument is empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class Template(NamedTuple):
    """What a command prints: how many arguments it takes, and the parts of its text."""

    arguments: int
    parts: tuple[str, ...]


_ROWS = r"""
# -- what prints its argument, and what that is
showarticletitle        1  {1:title}
showtitle               1  {1:title}
APACrefatitle           2  {1:title}
APACrefbtitle           2  {1:title}
APACrefaetitle          2  {1}
APACrefbetitle          2  {1}
APACjournalVolNumPages  4  {1:container-title}|, {2:volume}|({3:issue})|, {4:page}
APACaddressPublisher    2  {1:publisher-place}|: {2:publisher}
APACaddressSchool       2  {2:publisher}|, {1:publisher-place}
APACaddressInstitution  2  {1:publisher-place}|: {2:publisher}
APACaddressPublisherEqAuth 2 {1:publisher-place}
APACrefYear             1  ({1:issued})
APACrefYearMonthDay     3  ({1:issued}|, {2}| {3}|)
APACyear                1  {1}
APACbVolEdTR            2  ({1}| {2}|)
APACbVolEdTRpgs         3  ({1}| {2}|, {3:page}|)
APAChowpublished        1  {1}
APACtypeAddressSchool   3  [{1:genre}]|. {3:publisher}|, {2:publisher-place}
APACrefnote             1  ({1})
APACrefanote            1  ({1})
APACrefbnote            1  ({1})
APACbVolPages           2  ({1:volume}|, {2:page}|)
bibinfo                 2  =
bibfield                2  {2}
bibnamefont             1  {1}
bibfnamefont            1  {1}
citenamefont            1  {1}
bibsnm                  1  {1}
bibfnm                  1  {1}
bibinits                1  {1}
natexlab                1  {1}
bibxxfont               1  {1}
btxtitlefont            1  {1:title}
btxetalfont             1  {1}
btxjtitlefont           1  {1:title}
btxifchangecase         2  {2}
btxprintmonthyear       4  {1}| {2}| {3}
btxISSNfont             1  {1}
btxISBNfont             1  {1}
ifbtxprintISSN          0
ifbtxprintISBN          0
BBOQ                    0
BHBI                    0  -
BDBL                    0  (
BDBR                    0  )
BCPBI                   0  ,
Btxinshort              1  In
btxchaptershort         1  chap.
btxeditionnumshort      2  {1} ed.
URLprefix               0
DOIprefix               0  doi:
mn@doi                  1  doi:{1:DOI}
mn@eprint               2  {2}
expandafter             0
makeatletter            0
makeatother             0
endinput                0
clearpage               0
newpage                 0
normalsize              0
bibitemsep              0
itemsep                 0
parskip                 0
BBCQ                    0
APACmonth               1  {1}
latintext               0
btxnamefont             1  {1:author}
btxlastnamefont         1  {1}
btxjournalfont          1  {1:container-title}
btxauthorfont           1  {1:author}
btxpublisherfont        1  {1}
btxvolumefont           1  {1}
btxurlfont              1  {1}
btxISBN                 0  ISBN
btxISSN                 0  ISSN
btxpagesshort           1  pp.
btxpageshort            1  p.
btxpageslong            1  pages
btxpagelong             1  page
btxvolumeshort          1  vol.
btxnumbershort          1  no.
btxofseriesshort        1  of
btxandshort             1  and
btxandlong              1  and
btxandcomma             1  ,
btxinshort              1  in
btxinlong               1  in
btxInshort              1  In
btxInlong               1  In
btxeditorshort          1  ed.
btxeditorsshort         1  eds.
btxeditorslong          1  editors
btxeditorlong           1  editor
btxeditionshort         1  ed.
btxeditionlong          1  edition
btxetalshort            1  et al.
btxetallong             1  et al.
btxfnamespaceshort      0
btxauthorcolon          0  :
btxphdthesis            1  PhD thesis
btxmastersthesis        1  Master's thesis
btxtechrepshort         1  Tech. rep.
dinatlabel              1
abntrefinfo             3
bibsc                   1  \textsc{{1}}
citeauthoryear          3
bibpreamble             0
emphasize               1  \emph{{1}}
titlecap                1  {1}
mkbibparens             1  ({1})
mkbibbrackets           1  [{1}]
citetitle               1  {1}
uppercase               1  {1}
lowercase               1  {1}
MakeUppercase           1  {1}
MakeLowercase           1  {1}
underline               1  {1}
uline                   1  {1}
ul                      1  {1}
BIBforeignlanguage      2  {2}
foreignlanguage         2  {2}
textcolor               2  {2}
color                   1
selectlanguage          1
bibselectlanguage       1
btxselectlanguage       1
translation             1  {1}
bibtranslation          1  {1}
singleletter            1  {1}
Capitalize              1  {1}
lowerfont               1  {1}
textup                  1  {1}
textlatin               1  {1}
Name                    4  {3} {4}
ensuremath              1  ${1}$
tocheck                 1  {1}
oldstylenums            1  {1}
# -- addresses and identifiers
href                    2  @
Href                    2  @
bibhref                 2  @
hyperlink               2  {2}
hypertarget             2  {2}
texttt                  1  {1}
nolinkurl               1  \url{{1}}
urlprefix               0
urlstyle                1
path                    1  {1}
burl                    1  \url{{1}}
burlalt                 2  \url{{2}}
showURL                 1  {1}
showDOI                 1  doi:{1:DOI}
doi                     1  doi:{1:DOI}
DOI                     1  doi:{1:DOI}
showISBNx               1  ISBN {1:ISBN}
showISBNxiii            1  ISBN {1:ISBN}
showISBN                1  ISBN {1:ISBN}
showISSN                1  ISSN {1}
showLCCN                1  {1}
shownote                1  {1}
showeprint              2  arXiv:{2}
showPMID                1  PMID: {1}
eprint                  1  {1}
Eprint                  2  @
arxiv                   1  arXiv:{1}
pmid                    1  PMID: {1}
bibAnnoteFile           2
bibAnnote               3
MR                      1  MR{1}
MRhref                  2  MR{1}
Zbl                     1  Zbl {1}
bibverb                 1  {1}
# -- what pandoc puts around entries
CSLLeftMargin           1  {1}
CSLRightInline          1  {1}
CSLBlock                1  {1}
CSLIndent               1  {1}
# -- words of apacite
BBA                     0  \&
BBAA                    0  \&
BAnd                    0  \&
BCBT                    0
BCBL                    0  ,
BPBI                    0  .~
BOthers                 1  et~al.
BOthersPeriod           1  et~al.
BED                     0  Ed.
BEDS                    0  Eds.
BTRANS                  0  Trans.
BTRANSS                 0  Trans.
BTRANSL                 0  trans.
BVOL                    0  Vol.
BVOLS                   0  Vols.
BNUM                    0  No.
BNUMS                   0  Nos.
BEd                     0  ed.
BCHAP                   0  chap.
BCHAPS                  0  chap.
BPG                     0  p.
BPGS                    0  pp.
BIn                     0  In
BIP                     0  in press
BRetrievedFrom          0  Retrieved from
BRetrieved              1  Retrieved {1}, from
BTR                     0  Tech. Rep.
BPhD                    0  Doctoral dissertation
BUPhD                   0  Unpublished doctoral dissertation
BMTh                    0  Master's thesis
BUMTh                   0  Unpublished master's thesis
BRnum                   0  No.
BNUMBER                 0  No.
BthesisType             1  {1}
BPARA                   0
APACmetastar            0
APACinsertmetastar      1
APACexlab               1  {1}
APACSortNoop            1
SortNoop                1
PrintBackRefs           1
PrintOrdinal            1  {1}
CurrentBib              0
bibnodate               0  n.d.
Bem                     1  \emph{{1}}
# -- words of harvard
harvardand              0  and
harvardyearleft         0  (
harvardyearright        0  )
harvardurl              1  \url{{1}}
# -- words of REVTeX, IEEEtran, acmart and others that print nothing
BibitemOpen             0
BibitemShut             1
BibitemShutNoStop       0
bibitemStop             0
bibitemNoStop           0
EOS                     0
translations            0
Translation             1  {1}
BIBentryALTinterwordspacing 0
BIBentrySTDinterwordspacing 0
BIBentryALTinterwordstretchfactor 0
BIBdecl                 0
unskip                  0
ignorespaces            0
hfill                   0
hfil                    0
goodbreak               0
break                   0
sloppy                  0
raggedright             0
frenchspacing           0
nonfrenchspacing        0
strut                   0
null                    0
bysame                  0  ———
leavevmode              0
hrule                   0
label                   1
vspace                  1
hspace                  1
setlength               2
addtolength             2
index                   1
cite                    1  [{1}]
footnotesize            0
phantom                 1
phantomsection          0
textquotedblleft        0  “
textquotedblright       0  ”
textquoteright          0  ’
bgroup                  0
egroup                  0
begingroup              0
endgroup                0
csname                  0
doibase                 0  https://doi.org/
bibrangedash            0  --
bibrangessep            0  ,
bibinitperiod           0  .
bibinitdelim            0  ~
bibinithyphendelim      0  -
bibnamedelima           0  ~
bibnamedelimb           0  ~
bibnamedelimc           0  ~
bibnamedelimd           0  ~
bibnamedelimi           0  ~
# -- journals as astronomers abbreviate them (AASTeX)
aap                     0  A\&A
aapr                    0  A\&A~Rev.
aaps                    0  A\&AS
aj                      0  AJ
actaa                   0  Acta Astron.
ao                      0  Appl.~Opt.
apj                     0  ApJ
apjl                    0  ApJ
apjs                    0  ApJS
aplett                  0  Astrophys.~Lett.
apss                    0  Ap\&SS
araa                    0  ARA\&A
baas                    0  BAAS
grl                     0  Geophys.~Res.~Lett.
icarus                  0  Icarus
jcap                    0  J. Cosmology Astropart. Phys.
jcp                     0  J.~Chem.~Phys.
jgr                     0  J.~Geophys.~Res.
jqsrt                   0  J.~Quant.~Spectr.~Rad.~Transf.
mnras                   0  MNRAS
na                      0  New A
nar                     0  New A Rev.
nat                     0  Nature
nphysa                  0  Nucl.~Phys.~A
pasa                    0  PASA
pasj                    0  PASJ
pasp                    0  PASP
planss                  0  Planet.~Space~Sci.
pra                     0  Phys.~Rev.~A
prb                     0  Phys.~Rev.~B
prc                     0  Phys.~Rev.~C
prd                     0  Phys.~Rev.~D
pre                     0  Phys.~Rev.~E
prl                     0  Phys.~Rev.~Lett.
physrep                 0  Phys.~Rep.
rmxaa                   0  Rev. Mexicana Astron. Astrofis.
solphys                 0  Sol.~Phys.
sovast                  0  Soviet~Ast.
ssr                     0  Space~Sci.~Rev.
zap                     0  ZAp
"""

LABEL, LINK = "=", "@"
"""Templates of commands whose first argument is a name of a field, or an address."""


def _templates() -> Mapping[str, Template]:
    rows = (line.split(None, 2) for line in _ROWS.split("\n") if line and line[0] != "#")
    return {
        name: Template(int(count), tuple((rest[0] if rest else "").split("|")))
        for name, count, *rest in rows
    }


TEMPLATES: Mapping[str, Template] = _templates()
"""By command."""

_FIELDS = """
author           author person inventor
editor           editor
translator       translator
title            title articletitle chapter btitle chaptertitle
container-title  journal fjournal jtitle
book-title       booktitle
volume           volume bvolume
issue            number issue
page             pages page eid fpage articleno
issued           year date
publisher        publisher school institution organization
publisher-place  address location
collection-title series
edition          edition
note             note
genre            type
DOI              doi
URL              url
ISBN             isbn
"""
LABELS: Mapping[str, str] = {
    name: label
    for label, *names in (line.split() for line in _FIELDS.strip().split("\n"))
    for name in names
}
r"""The label of each field that ``\bibinfo`` names."""

# ── macros that the document defines ──────────────────────────────────────────────────────────────

DEFINITION = re.compile(
    r"\\(?:re)?newcommand\*?\s{0,9}(?:\{\s{0,9}\\([A-Za-z]{1,40})\s{0,9}\}|\\([A-Za-z]{1,40}))"
    r"\s{0,9}(?:\[(\d)\])?\s{0,9}(?=\{)"
    r"|\\def\s{0,9}\\([A-Za-z]{1,40})\s{0,9}(?=\{)"
)
r"""The head of ``\newcommand`` or of ``\def`` without arguments; the body follows in braces."""


def defined_macros(source: str, ends: Mapping[int, int]) -> dict[str, Template]:
    r"""Return the short macros that a text defines, such as ``\newcommand{\jcp}{J. Chem. Phys.}``.

    Args:
        source: The text, without comments.
        ends: Where each of its braces closes.
    """
    found: dict[str, Template] = {}
    for match in DEFINITION.finditer(source):
        end = ends.get(match.end())
        name = match[1] or match[2] or match[4]
        if end is None or end - match.end() > _LONGEST or name in TEMPLATES:
            continue
        body = source[match.end() + 1 : end]
        if f"\\{name}" in body or "|" in body or "@" in body:
            continue
        text = re.sub(r"#([1-9])", r"{\1}", body)
        found[name] = Template(int(match[3] or 0), (text,))
    return found


_LONGEST = 200
"""Characters of a macro that a list may use for a journal, a name or a font."""
