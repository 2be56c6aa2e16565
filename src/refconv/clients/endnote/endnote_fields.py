"""EndNote's reference types, and the field of each that a tag of RIS fills.

Source: *RIS Format Specifications*, 2011, the table of each reference type. The types that are not
here have no table of ours yet. EndNote itself has not been run.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from refconv.core.model import ItemType

CSL_TYPES: Mapping[str, ItemType] = {
    native: ItemType(kind)
    for native, kind in (
        line.split()
        for line in """
JOUR    article-journal
EJOUR   article-journal
INPR    article-journal
MGZN    article-magazine
NEWS    article-newspaper
BOOK    book
EDBOOK  book
CHAP    chapter
CONF    paper-conference
CPAPER  paper-conference
THES    thesis
RPRT    report
STAND   standard
ELEC    webpage
BLOG    post-weblog
DATA    dataset
COMP    software
PAT     patent
GEN     document
UNPB    article
""".strip().split("\n")
    )
}
"""The values of ``TY`` that are modelled, and the CSL type of each."""

# Tag, field, types: * is all, -X all but X.
_FIELDS = """
A2 | Series Editor | BOOK EDBOOK RPRT ELEC COMP UNPB
A2 | Editor | CHAP CONF CPAPER BLOG
A2 | Producer | DATA
A2 | Issuing Organization | PAT
A2 | Secondary Author | GEN
A3 | Series Editor | CHAP CONF
A3 | Editor | BOOK
A3 | Advisor | THES
A3 | Publisher | RPRT
A3 | Illustrator | BLOG
A3 | International Author | PAT
A3 | Tertiary Author | GEN
A4 | Translator | BOOK EDBOOK CHAP
A4 | Sponsor | CONF
A4 | Department/Division | RPRT
A4 | Funding Agency | DATA
A4 | Subsidiary Author | GEN
AB | Abstract | *
AD | Author Address | * -EDBOOK -PAT
AD | Editor Address | EDBOOK
AD | Inventor Address | PAT
AN | Accession Number | * -UNPB
AU | Author | * -NEWS -EDBOOK -STAND -DATA -COMP -PAT
AU | Reporter | NEWS
AU | Editor | EDBOOK
AU | Institution | STAND
AU | Investigators | DATA
AU | Programmer | COMP
AU | Inventor | PAT
C1 | Legal Note | JOUR INPR
C1 | Year Cited | EJOUR ELEC
C1 | Place Published | CONF CPAPER
C1 | Column | NEWS
C1 | Section | CHAP
C1 | Author Affiliation | BLOG
C1 | Time Period | DATA
C1 | Custom 1 | GEN
C2 | PMCID | JOUR INPR
C2 | Date Cited | EJOUR ELEC
C2 | Issue | NEWS
C2 | Year Published | CONF
C2 | Unit of Observation | DATA
C2 | Issue Date | PAT
C2 | Custom 2 | GEN
C3 | Title Prefix | BOOK CHAP
C3 | PMCID | EJOUR
C3 | Proceedings Title | CONF
C3 | Data Type | DATA
C3 | Designated States | PAT
C3 | Custom 3 | GEN
C4 | Reviewer | EJOUR BOOK CHAP
C4 | Dataset(s) | DATA
C4 | Attorney/Agent | PAT
C4 | Custom 4 | GEN
C5 | Packaging Method | CHAP CONF
C5 | Issue Title | EJOUR
C5 | References | PAT
C5 | Custom 5 | GEN
C6 | NIHMSID | JOUR EJOUR INPR
C6 | Issue | RPRT
C6 | Legal Status | PAT
C6 | Custom 6 | GEN
C7 | Article Number | JOUR EJOUR INPR
C7 | Custom 7 | GEN
C8 | Custom 8 | GEN
CA | Caption | *
CN | Call Number | * -EJOUR -CPAPER -UNPB
CY | City | * -JOUR -EJOUR -MGZN -CONF -CPAPER -STAND -PAT -GEN -INPR
CY | Place Published | EJOUR MGZN STAND GEN
CY | Conference Location | CONF CPAPER
CY | Country | PAT
DA | Date | * -EJOUR -NEWS -CHAP -ELEC -BLOG -DATA -COMP
DA | Last Update Date | ELEC BLOG
DA | Date Accessed | EJOUR
DA | Date of Collection | DATA
DB | Name of Database | *
DO | DOI | *
DP | Database Provider | *
ET | Edition | * -JOUR -CPAPER -THES -STAND -DATA -COMP -PAT -UNPB -INPR
ET | Epub Date | JOUR INPR
ET | Version | DATA COMP
ET | International Patent Classification | PAT
IS | Issue | JOUR INPR
IS | Number of Volumes | CHAP
J2 | Alternate Title | EJOUR EDBOOK RPRT ELEC BLOG COMP GEN
J2 | Abbreviation | BOOK CHAP STAND DATA UNPB
J2 | Alternate Journal | JOUR INPR
J2 | Alternate Magazine | MGZN
KW | Keywords | *
L1 | File Attachments | * -NEWS
L1 | Figure | NEWS
L4 | Figure | * -NEWS
L4 | File Attachments | NEWS
LA | Language | *
LB | Label | * -NEWS
M1 | Issue | EJOUR CONF
M1 | Start Page | NEWS STAND
M1 | Series Volume | BOOK EDBOOK
M1 | Document Number | THES RPRT
M1 | Number | GEN UNPB
M1 | Issue Number | MGZN
M1 | Access Date | ELEC
M1 | Computer | COMP
M1 | Application Number | PAT
M2 | Start Page | JOUR INPR
M3 | Type of Work | EJOUR BOOK EDBOOK CPAPER STAND GEN UNPB
M3 | Type of Article | JOUR MGZN NEWS INPR
M3 | Type | RPRT COMP
M3 | Type of Medium | ELEC BLOG
M3 | Thesis Type | THES
M3 | Patent Type | PAT
N1 | Notes | *
NV | Number of Volumes | BOOK EDBOOK CONF GEN
NV | Frequency | MGZN NEWS
NV | Document Number | EJOUR
NV | Series Volume | RPRT
NV | Session Number | STAND
NV | Study Number | DATA
NV | US Patent Classification | PAT
OP | Original Publication | JOUR MGZN BOOK EDBOOK CHAP GEN INPR
OP | Contents | RPRT ELEC COMP
OP | Content | BLOG
OP | Version History | DATA
OP | Priority Numbers | PAT
PB | Publisher | * -JOUR -THES -RPRT -DATA -PAT -UNPB -INPR
PB | Institution | RPRT UNPB
PB | University | THES
PB | Distributor | DATA
PB | Assignee | PAT
PY | Year | * -CONF
PY | Year of Conference | CONF
RI | Reviewed Item | JOUR EJOUR MGZN NEWS CHAP GEN INPR
RI | Geographic Coverage | DATA
RN | Research Notes | *
RP | Reprint Edition | JOUR EJOUR MGZN NEWS BOOK EDBOOK CHAP GEN INPR
RP | Notes | RPRT PAT
SE | Section | NEWS GEN
SE | E-Pub Date | EJOUR
SE | Start Page | MGZN
SE | Pages | BOOK
SE | Chapter | CHAP
SE | Section Number | STAND
SE | Message Number | BLOG
SE | Original Release Date | DATA
SE | International Patent Number | PAT
SN | ISBN | BOOK EDBOOK CHAP CONF ELEC BLOG COMP
SN | ISSN | JOUR EJOUR MGZN NEWS DATA INPR
SN | Report Number | RPRT
SN | Document Number | STAND
SN | Patent Number | PAT
SN | ISBN/ISSN | GEN
SP | Pages | * -BOOK -EDBOOK -THES -ELEC -BLOG -DATA -COMP
SP | Number of Pages | BOOK EDBOOK THES
SP | Description | ELEC BLOG COMP
ST | Short Title | * -CPAPER -STAND
SV | Series Volume | CHAP
T2 | Series Title | BOOK RPRT ELEC COMP UNPB
T2 | Journal | JOUR INPR
T2 | Secondary Title | EDBOOK GEN
T2 | Conference Name | CONF CPAPER
T2 | Periodical Title | EJOUR
T2 | Magazine | MGZN
T2 | Newspaper | NEWS
T2 | Book Title | CHAP
T2 | Academic Department | THES
T2 | Section Title | STAND
T2 | Title of WebLog | BLOG
T2 | Published Source | PAT
T3 | Series Title | CHAP CONF DATA
T3 | Website Title | EJOUR
T3 | Paper Number | STAND
T3 | Institution | BLOG
T3 | International Title | PAT
T3 | Tertiary Title | GEN
T3 | Department | UNPB
TA | Translated Author | *
TI | Title | * -BLOG -UNPB
TI | Title of Entry | BLOG
TI | Title of Work | UNPB
TT | Translated Title | *
UR | URL | *
VL | Volume | * -THES -STAND -ELEC -BLOG -DATA -COMP -PAT -UNPB
VL | Access Year | ELEC BLOG
VL | Degree | THES
VL | Rule Number | STAND
VL | Edition | COMP
VL | Patent Version Number | PAT
Y2 | Access Date | * -EJOUR -ELEC
"""


@cache
def fields_of_tags(native: str) -> Mapping[str, str]:
    """Return the field that each tag fills in a reference type; EndNote reads no other tag.

    >>> fields_of_tags("CHAP")["T2"], "EP" in fields_of_tags("JOUR")
    ('Book Title', False)
    """
    found: dict[str, str] = {}
    for line in _FIELDS.strip().split("\n"):
        tag, field, kinds = (part.strip() for part in line.split("|"))
        if is_of_type(native, kinds):
            found[tag] = field
    return MappingProxyType(found)


@cache
def is_of_type(native: str, kinds: str) -> bool:
    """Return whether a reference type is in a list: names, or ``*`` and those missing.

    >>> is_of_type("JOUR", "JOUR CHAP"), is_of_type("JOUR", "* -JOUR"), is_of_type("PAT", "* -JOUR")
    (True, False, True)
    """
    named = kinds.split()
    return f"-{native}" not in named if named[:1] == ["*"] else native in named
