"""Strings of a fixed form → segments: rows for each form."""

from __future__ import annotations

import pytest

from refconv.tag import fixed_forms
from refconv.tag.fixed_forms import FORMS, fixed_form

ROWS = {
    "decision of the EU courts": [
        "Case {number|C-411/17} {title|Lindholm v Commission} [{issued|2019}] {container-title|"
        "ECR} {page|I-2201}, para 23",
        "Case {number|T-12/05}, {title|Roe v Council}, {references|EU:T:2008:415}.",
        "Joined Cases {number|C-1/10 and C-2/10} {title|Roe and Others} ({issued|3 May 2012})",
        "Case {number|26/62} {title|Van Harbour v Administratie} [{issued|1963}] {container-title|"
        "ECR} {page|1}",
    ],
    "American decision by its public number": [
        "{title|State v. Okafor}, {number|2015-Ohio-3321}, {volume|40} {container-title|N.E.3d}"
        " {page|551}.",
        "{title|Harbour v. Ulm}, {number|2009 UT 12}, ¶ 14.",
    ],
    "American decision": [
        "{title|Harmon v. Delta Freight Co.}, {volume|512} {container-title|U.S.} {page|218},"
        " {locator|225} ({issued|1994}).",
        "See {title|In re Harbour}, {volume|12} {container-title|F.3d} {page|345}"
        " ({authority|9th Cir.} {issued|2001}).",
        "{title|Roe v. City of Ulm}, {volume|5} {container-title|F. Supp. 2d} {page|10}, {locator|"
        "12-13}"
        " ({authority|S.D.N.Y.} {issued|1998}) (holding otherwise).",
        "{title|Roe v. Pell}, {volume|88} {container-title|F. Supp. 2d} {page|330} ({authority|"
        "S.D.N.Y.} {issued|2000}), {references|aff'd, 250 F.3d 11 (2d Cir. 2001)}.",
        "3. {title|People v. Roe}, {volume|7} {container-title|Cal. App. 4th} {page|99}"
        " ({issued|1992})",
    ],
    "American decision on a docket": [
        "{title|Roe v. Delta Inc.}, No. {number|12-cv-0034}, {container-title|2013 WL} {page|"
        "123456}"
        " ({authority|N.D. Cal.} {issued|Jan. 5, 2013}).",
    ],
    "decision of the human rights court": [
        "{title|Roe v Poland} (App no {number|12345/02}) ({issued|2005}) {volume|41}"
        " {container-title|EHRR} {page|12}",
        "{title|Roe v. Italy}, no. {number|4571/10}, {issued|3 May 2012}.",
        "{title|Roe v France} App no {number|4571/10} ({authority|ECtHR}, {issued|4 July 2014})",
    ],
    "decision of the world court": [
        "{title|Fisheries (Norland v Sudland)} ({genre|Judgment}) [{issued|1951}]"
        " {container-title|ICJ Rep} {page|116}",
    ],
    "neutral citation": [
        "{title|R v Thornley} [{issued|2003}] {authority|UKHL} {number|41},"
        " {references|[2004] 1 AC 309}",
        "{title|Roe v Minister for Trade} [{issued|2011}] {authority|HCA} {number|12}, [34]",
        "{title|Re Harbour Ltd} [{issued|2015}] {authority|EWHC} {number|123 (Ch)}",
    ],
    "Canadian neutral citation": [
        "{title|R v Sparling}, {issued|2012} {authority|SCC} {number|45} at para 12.",
    ],
    "decision by year in square brackets": [
        "{title|R v Sparling}, [{issued|1990}] {volume|1} {container-title|SCR} {page|1075}"
        " at {locator|1091}, {references|70 DLR (4th) 385}.",
        "{title|Palm v Harbour Trust} [{issued|1978}] {container-title|AC} {page|12}"
        " ({authority|HL})",
        "{title|Roe v Roe} [{issued|2001}] {volume|2} {container-title|All ER} {page|300}",
    ],
    "decision by year in round brackets": [
        "{title|Palm v Ridley} ({issued|2015}) {volume|256} {container-title|CLR} {page|104},"
        " {locator|118} [23] (French CJ).",
        "{title|Hunter v Harbour} ({issued|1984}), {volume|9} {container-title|DLR (4th)} {page|"
        "161}"
        " ({authority|SCC})",
    ],
    "German decision": [
        "{authority|BGH}, {genre|Urteil} v. {issued|03.05.2010} – {number|II ZR 23/09},"
        " {container-title|NJW} {volume|2010}, {page|1234} ({locator|1236}).",
        "{authority|BVerfG}, {genre|Beschl.} v. {issued|12. 3. 2001} - {number|1 BvR 12/00}",
        "{authority|OLG Hamm}, {genre|Urteil} vom {issued|3. Mai 2012}, Az. {number|I-4 U 12/11}.",
    ],
    "German collection of decisions": [
        "{container-title|BGHZ} {volume|12}, {page|34} ({locator|36})",
        "{authority|BVerfG}, {container-title|BVerfGE} {volume|7}, {page|198} ({locator|204})"
        " – {title|Harbour}.",
        "{container-title|BGE} {volume|124 III}, {page|112}",
    ],
    "French decision": [
        "{authority|Cass. civ. 1re}, {issued|3 juin 2010}, n° {number|09-13.591}.",
        "{authority|CE}, {issued|12 mars 2009}, n° {number|291234}",
        "{authority|Cass. com.}, {issued|1er février 2011}, n° {number|09-16.526},"
        " {container-title|Bull. civ.} {volume|IV}, n° {page|17}",
    ],
    "American statute": [
        "{title|Clean Harbors Act of 1988}, Pub. L. No. {number|100-412}, {volume|102}"
        " {container-title|Stat.} {page|1130} (codified at 33 U.S.C. §§ 2901–2912).",
        "{title|Water Act}, Pub. L. {number|99-12} ({issued|1986})",
    ],
    "section of a code": [
        "{volume|42} {container-title|U.S.C.} § {section|1983} ({issued|2006}).",
        "{title|Clean Harbors Act}, {volume|33} {container-title|U.S.C.} §§ {section|2901–2912}",
        "{volume|45} {container-title|C.F.R.} § {section|164.512(b)} ({issued|2010})",
    ],
    "section of a state code": [
        "{container-title|Cal. Penal Code} § {section|187} (West {issued|2008}).",
        "{container-title|N.Y. Gen. Bus. Law} § {section|349}",
    ],
    "notice in the Federal Register": [
        "{title|Rules for Harbors}, {volume|75} {container-title|Fed. Reg.} {page|1234}"
        " ({issued|Jan. 5, 2010}).",
    ],
    "act by year": [
        "{title|Human Tissue Act 2004}, {section|s 8(1)}",
        "{title|Fair Harbours Act 1974} ({jurisdiction|Cth}) {section|s 52}.",
        "{title|Harbour Safety Regulations 2010}, {number|SI 2010/123}",
    ],
    "act of a year": ["{title|Harbor Rights Act of 1964}."],
    "Canadian statute": [
        "{title|Criminal Code}, {container-title|RSC} {issued|1985}, c {chapter-number|C-46},"
        " {section|s 12}.",
        "{title|Harbours Act}, {container-title|SC} {issued|2000}, c {chapter-number|5}",
    ],
    "German statute": [
        "{title|Hafengesetz} vom {issued|3. Mai 1990} ({container-title|BGBl. I} S. {page|42}).",
    ],
    "act of the EU in OJ": [
        "{title|Regulation (EU) 2016/999 of the European Parliament and of the Council of 27 April"
        " 2016 on harbours} [{issued|2016}] {container-title|OJ} {volume|L119}/{page|1}.",
    ],
    "act of the EU in OJ by date": [
        "{title|Council Directive 93/99/EEC of 5 April 1993 on harbours}, {container-title|OJ}"
        " {volume|L 95}, {issued|21.4.1993}, p. {page|29}.",
    ],
    "treaty with its dates": [
        "{title|Convention on Harbours} (adopted {issued|22 May 1969}, entered into force 27 "
        "January"
        " 1980) {volume|1155} {container-title|UNTS} {page|331}",
        "{title|Convention on Harbours}, opened for signature {issued|22 May 1969}, {volume|1155}"
        " {container-title|UNTS} {page|331} (entered into force 27 January 1980) art 31.",
    ],
    "treaty": [
        "{title|Convention on the Law of Harbours}, {event-place|Montego Bay},"
        " {issued|10 December 1982}, {volume|1833} {container-title|UNTS} {page|3}.",
        "{title|Harbour Treaty}, {issued|Dec. 10, 1982}, {volume|1833} {container-title|U.N.T.S.}"
        " {page|397}",
    ],
    "treaty by number": [
        "{title|European Convention on Harbours} ({issued|1950}) {container-title|ETS} {number|5}",
    ],
    "bill of Congress": [
        "{title|Clean Harbors Act}, {number|H.R. 1234}, {authority|112th Cong.} ({issued|2011}).",
        "{number|S. 45}, {authority|111th Cong.} {section|§ 2} ({issued|2009})",
    ],
    "hearing of Congress": [
        "{author|U.S. Congress. House. Committee on Energy}. {title|Offshore Wind: Hearing before "
        "the"
        " Subcommittee on Power}. {number|112th Cong., 2nd sess.}, {issued|March 8, 2012}.",
        "{title|Harbor Safety: Hearing Before the S. Comm. on Commerce}, {number|110th Cong.}"
        " {page|12} ({issued|2008}) (testimony of Anna Roe).",
    ],
    "rule, restatement or constitution": [
        "{title|Restatement (Second) of Torts} {section|§ 46} ({issued|1965}).",
        "{title|U.S. Const.} {section|art. I, § 8, cl. 3}.",
        "{title|Fed. R. Civ. P.} {section|12(b)(6)}.",
    ],
    "French act": [
        "{title|Loi n° 78-17 du 6 janvier 1978 relative aux ports}, {container-title|JORF}"
        " {issued|7 janvier 1978}, p. {page|227}.",
    ],
    "resolution of the UN in American form": [
        "{title|S.C. Res. 1325}, U.N. Doc. {number|S/RES/1325} ({issued|Oct. 31, 2000}).",
        "{title|G.A. Res. 61/295}, {note|Rights of Harbours}, U.N. Doc. {number|A/RES/61/295}"
        " ({issued|Sept. 13, 2007}).",
    ],
    "act of a Spanish or Portuguese speaking country": [
        "{title|Ley 1581 de 2012. Por la cual se protegen los puertos}. {container-title|"
        "Diario Oficial} No. {number|48.587}.",
        "{author|BRASIL}. {title|Lei nº 9.394, de 20 de dezembro de 1996. Estabelece os portos}."
        " {container-title|DOU}, {issued|23 dez. 1996}",
    ],
    "report of Congress": [
        "{number|S. Rep. No. 98-225}, at {page|44} ({issued|1983}).",
        "{title|Harbours of the Gulf}, {number|H.R. Doc. No. 101-12} ({issued|1990}).",
    ],
    "debate of Parliament": [
        "{container-title|HL Deb} {issued|12 November 2003}, vol {volume|654}, col {page|1402}.",
        "{container-title|HC Deb} {issued|3 May 2012}, cols {page|100-102}",
    ],
    "debate of Congress": [
        "{volume|166} {container-title|Cong. Rec.} {page|H1234} (daily ed. {issued|Mar. 3, 2020}).",
    ],
    "resolution of the UN": [
        "{author|UNSC} {title|Res 1373} ({issued|28 September 2001}) UN Doc {number|S/RES/1373}.",
    ],
    "report of a commission": [
        "{author|Law Commission}, {title|Reforming Harbours} ({number|Law Com No 313},"
        " {issued|2008}) paras 3.12–3.17",
        "{author|Home Office}, {title|Harbour Policy} ({number|Cm 2499}, {issued|1994})",
    ],
    "German commentary": [
        "{author|Roe/Ng}, {title|BGB}, {edition|75}. Aufl. {issued|2016}, {section|§ 242} Rn. 12.",
        "{author|Roe, Klaus}, {title|Hafenrecht}, {edition|24}. Aufl., {publisher-place|München}"
        " {issued|2006}, {section|§ 4} Rn. 12.",
    ],
    "article in a law review, title in quotes": [
        "{author|Fiona Meredith}, ‘{title|Consent and Custody}’ ({issued|2011}) {volume|74}"
        " {container-title|MLR} {page|512}, {locator|519}",
        "{author|Lisa Chong}, '{title|Coastal Waters}' ({issued|2012}) {volume|36}({issue|2})"
        " {container-title|Melbourne University Law Journal} {page|401}, {locator|415}.",
        "{author|Anna Roe}, “{title|Harbours}” ({issued|2001}) {volume|46}:{issue|2}"
        " {container-title|McGill LJ} {page|301} at {locator|305}.",
    ],
    "article in a law review, year last": [
        "{author|Tamar L. Weiss}, {title|The Quiet Docket}, {volume|112}"
        " {container-title|Colum. L. Rev.} {page|1433}, {locator|1440} ({issued|2012}).",
    ],
    "book with publisher and year in brackets": [
        "{author|Gareth Pugh}, {title|Equity for Engineers} ({edition|2nd edn}, {publisher|OUP}"
        " {issued|2009}) {page|44}",
    ],
    "book in capitals": [
        "{author|MARTIN K. OSGOOD}, {title|THE LAW OF SMALL CLAIMS} {page|88–90}"
        " ({edition|3d} ed. {issued|2007}).",
    ],
    "letter in an archive": [
        "{author|Roe, Jean} to {recipient|Marie Ng}, {issued|3 May 1911},"
        " {archive_location|Box 4, Folder 12, Roe Papers}, {archive|Harbour Library},"
        " {archive-place|Oslo}",
    ],
    "document of a German archive": [
        "{archive|Bundesarchiv Berlin}, {archive_location|R 43 II/1234, Bl. 56}.",
        "{archive|Staatsarchiv Hamburg}, {archive_location|111-1, Nr. 345}, {issued|12. Mai 1931}",
    ],
    "document in an archive": [
        "{archive|TNA}, {archive_location|FO 371/12345}, {author|Roe} to {recipient|Ng},"
        " {issued|3 May 1938}.",
        "{archive|Archivio di Stato di Ulm}, {archive_location|Senato, busta 12},"
        " {issued|3 maggio 1638}",
    ],
    "interview": [
        "{author|Hale, Ruth}. {genre|Interview} by {interviewer|Tom Crane}. {issued|12 May 1994}."
        " {medium|Transcript}. {archive-collection|Oral History Collection},"
        " {archive|Harbour University}.",
        "{author|Roe, Anna}. “{title|On Harbours}.” {genre|Interview} with {interviewer|B. Ng}."
        " {issued|3 May 2012}.",
    ],
    "map of a survey": [
        "{author|Harbour Survey}. {title|Sheet 123: Isle of Roe} [{medium|map}]. {scale|1:25 000}."
        " {publisher-place|Southampton}: {publisher|Harbour Survey}; {issued|2015}.",
    ],
    "report of a geological survey": [
        "{author|Roe, A.B.}, {issued|1998}, {title|Hydrology of the basin}:"
        " {publisher|U.S. Geological Survey} {genre|Open-File Report} {number|98-123},"
        " {number-of-pages|45} p.",
    ],
    "patent of inventors": [
        "{author|Roe A}, inventor; {publisher|Acme Corp.}, assignee. {title|Folding chair}."
        " {genre|United States patent} {number|US 6,123,456}. {issued|2001 May 5}.",
    ],
    "patent under its number": [
        "{genre|US Patent} {number|7,123,456 B2}. {title|Harbour crane}. Inventors: {author|Roe A,"
        " Ng B}. Assignee: {publisher|Crane Corp}. {issued|2006 Oct 17}.",
    ],
    "book with a quotation in its title": [
        "{author|A. Roe}, {title|„Das Ende der Häfen“. Linke Eliten in Ulm, 1968–98},"
        " {publisher-place|Berlin} {issued|2000}, S. {page|45}.",
    ],
    "chapter in Japanese": [
        "{author|高橋 明}「{title|都市の記憶}」、{editor|中村太郎}編"
        "『{container-title|歴史と都市}』{publisher|東京大学出版会}、{issued|1999}年、{page|45-67}頁。",
    ],
    "chapter in the style of the ACS": [
        "{author|Oduro, K.; Li, X.} In {container-title|Fluorine in Harbours}; {editor|Brand, T.},"
        " Ed.; {collection-title|ACS Symposium Series} {collection-number|1188}; {publisher|"
        "Harbour Society}: {publisher-place|Washington, DC}, {issued|2014}; Vol. {volume|2}, pp"
        " {page|55–79}.",
        "{author|Roe, A. B.} {title|Tides of solvents}. In {container-title|Harbour Chemistry};"
        " {editor|Ng, B.; Ito, H.}, Eds.; {publisher|Wiley}: {publisher-place|New York},"
        " {issued|1999}; pp {page|5–9}.",
    ],
    "book of a series in the style of the AMS": [
        "{author|C. Weiss}, {title|Tides for Beginners}, {collection-title|Grad. Stud. in Adv."
        " Math.}, vol. {collection-number|38}, {publisher|Cambridge Univ. Press},"
        " {publisher-place|Cambridge}, {issued|1995}.",
    ],
    "entry under its word": [
        "{container-title|Harbour English Dictionary Online}, s.v. “{title|serendipity, n.},”"
        " accessed {accessed|2 June 2016}, {URL|http://www.hed.example/view/Entry/176387}.",
    ],
    "film": [
        "{title|Lost Harbour}. Directed by {director|Amara Diop}, performances by"
        " {performer|Joss Reed and Kit Lane}, {publisher|Paragon}, {issued|1998}.",
        "{title|Lost Harbour}. Dir. {director|Amara Diop}. Perf. {performer|Joss Reed}."
        " {publisher|Paragon}, {issued|1998}. {medium|Film}.",
    ],
    "recording": [
        "{author|The Harbours}. {title|Quay Road}. {publisher|Pier Co}, {issued|1969}, "
        "{medium|LP}.",
    ],
    "post": [
        "{author|@harbourfan}. “{title|Heroes at forty}.” {container-title|Twitter},"
        " {issued|14 Oct. 2017}, 3:21 p.m., {URL|twitter.com/harbourfan/status/919234}.",
    ],
    "work of art": [
        "{author|Lindqvist, Maja}. {title|Red Field No. 4}. {issued|1962}, {medium|oil on canvas},"
        " {archive|Museum of Harbours}, {archive-place|New York}.",
        "{author|Roe, Anna}. {title|Tide}. {issued|ca. 1901}. {medium|Bronze}, {dimensions|20 x 30"
        " cm}. {archive|Harbour Gallery}.",
    ],
    "song of an album": [
        "{author|The Beacons}. “{title|Slow Water}.” {container-title|Night Ferry}, {publisher|"
        "Tern Records}, {issued|2003}.",
    ],
    "episode of a series": [
        "“{title|The Harbour}.” {container-title|Saltmarsh}, created by {series-creator|Mel Cole},"
        " season {volume|1}, episode {number|4}, {publisher|Blue Door}, {issued|2013}.",
        "“{title|Tide}.” {container-title|Saltmarsh}, season {volume|2}, episode {number|1},"
        " {publisher|Channel 9}, {issued|3 May 2012}, {URL|https://saltmarsh.example/2/1}.",
    ],
    "episode of a podcast": [
        "{title|Serials}. Hosted by {host|Sarah Kane}, season {volume|1}, episode {number|2},"
        " {publisher|WBEZ}, {issued|3 Oct. 2014}, {URL|podcast.example/s1e2}.",
        "“{title|Tide}.” {container-title|Night Trains}, hosted by {host|Tom Roe}, episode"
        " {number|12}, {publisher|Radio North}, {issued|2019}.",
    ],
    "package of R": [
        "{author|Bates, D. & Bolker, B.} ({issued|2012}). {title|tides4: Tides with linear models}."
        " R package version {version|0.999-0}.",
    ],
    "episode in APA's form": [
        "{script-writer|Adams, P.} (Writer), & {director|Ruiz, L.} (Director). ({issued|2014,"
        " April 8}). {title|The long tide} (Season {volume|2}, Episode {number|3})"
        " [{medium|TV series episode}]. In {executive-producer|M. Cole} (Executive Producer),"
        " {container-title|Saltmarsh}. {publisher|Blue Door; Channel 9}.",
    ],
    "standard with publisher behind its place": [
        "{number|ISO 15489-1:2016}. {title|Records management – Part 1: Concepts}."
        " {publisher-place|Geneva}: {publisher|International Organization for Standardization}.",
        "{number|DIN EN 1992-1-1:2011-01}, {title|Eurocode 2: Bemessung}. {publisher-place|Berlin}:"
        " {publisher|Beuth}; {issued|2011}",
    ],
    "standard with publisher, place and year": [
        "{number|ASTM D638-14}, {title|Standard Test Method for Plastics},"
        " {publisher|ASTM International}, {publisher-place|West Conshohocken, PA}, {issued|2014}.",
    ],
    "standard with publisher and place": [
        "{number|ISO/IEC 27001:2013}. {title|Security techniques — Requirements}. {publisher|ISO},"
        " {publisher-place|Geneva, Switzerland}.",
    ],
    "standard under its title": [
        "{title|IEEE Standard for Harbours}, {number|IEEE Std 802.3-2018}, {issued|2018}.",
    ],
    "standard": [
        "{number|ISO 9001:2015}, {title|Quality management systems}.",
        "{number|BS 5839-1:2017} {title|Fire detection systems}",
    ],
}  # fmt: skip
"""By form: strings, marked as :mod:`tests.assemble.marked` reads them."""


def marked(text: str) -> str:
    """Return a string with the segments of its form marked."""
    found = fixed_form(text)
    if found is None:
        return text
    result, end = "", 0
    for one in found[1]:
        assert text[one.start : one.end] == one.text
        result += f"{text[end : one.start]}{{{one.label}|{one.text}}}"
        end = one.end
    return result + text[end:]


def unmarked(row: str) -> str:
    for part in row.split("{")[1:]:
        label, _, rest = part.partition("|")
        row = row.replace(f"{{{label}|{rest.split('}')[0]}}}", rest.split("}")[0], 1)
    return row


@pytest.mark.parametrize(
    ("name", "row"), [(name, row) for name, rows in ROWS.items() for row in rows]
)
def test_forms(name: str, row: str) -> None:
    text = unmarked(row)
    found = fixed_form(text)

    assert found is not None
    assert (found[0], _without_number(marked(text))) == (name, row)


def _without_number(text: str) -> str:
    return text.replace("{citation-number|3}", "3")


def test_each_form_has_a_row() -> None:
    assert [form.name for form in FORMS] == list(ROWS)


@pytest.mark.parametrize(
    "text",
    [
        "Roe, A., and Ng, B. (2010). Palm v Ridley: a history. Journal of Logic, 12(3), 4–9.",
        "A. Roe, Harbours and trade (Cambridge: Harbour Press, 2009), 44.",
        "Roe A. Vitamin C v. placebo in colds. Lancet 1990; 12: 34-5.",
        "Roe, Anna. Acts of Reading. Harbour, 2004.",
        "A. Roe, Phys. Rev. D 12, 34 (1990).",
        "Roe A, Ng B. Isotopes in ice. J Glaciol. 1990;12:34-5.",
        "Roe, A. (1999) The code of harbours. Oxford: OUP.",
        "",
    ],
)
def test_ordinary_strings_have_none(text: str) -> None:
    assert fixed_form(text) is None


def test_long_strings_are_not_matched() -> None:
    row = unmarked(ROWS["neutral citation"][0])

    assert fixed_form(row + " " * fixed_forms.LONGEST) is None


@pytest.mark.parametrize(
    "unit", ["A v B ", "§ ", "[2001] ", "Act 2004 ", "R v ", "Case C-1/10 ", "(", "12 U.S. "]
)
def test_long_repetitions_are_seen_through_quickly(unit: str) -> None:
    assert fixed_form((unit * 600)[: fixed_forms.LONGEST]) is None
