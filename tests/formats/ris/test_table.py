"""The table of RIS: which tag holds which variable in each type, and for each client."""

from __future__ import annotations

import pytest
from attrs import evolve

import refconv
from refconv.core.lens import decode_record
from refconv.core.model import Date, ItemType, Name, Reference
from refconv.formats.ris import FORMAT, TABLE
from refconv.io.api import read, write

# (type, a line of it, variable, its value as text)
READ = [
    ("JOUR", "T1  - a", "title", "a"),
    ("BOOK", "BT  - a", "title", "a"),
    ("JOUR", "T2  - a\nJF  - b\nJO  - c", "container_title", "a"),
    ("JOUR", "JF  - b\nJO  - c", "container_title", "b"),
    ("JOUR", "JF  - b\nJO  - c", "container_title_short", "c"),
    ("JOUR", "JO  - c", "container_title", "c"),
    ("JOUR", "JO  - c\nJA  - d\nJ2  - e", "container_title_short", "e"),
    ("CHAP", "T2  - a", "container_title", "a"),
    ("CHAP", "BT  - a", "container_title", "a"),
    ("CHAP", "T3  - a", "collection_title", "a"),
    ("BOOK", "T2  - a", "collection_title", "a"),
    ("RPRT", "T2  - a", "collection_title", "a"),
    ("CONF", "T2  - a", "container_title", "a"),
    ("CONF", "T2  - a\nC3  - b", "container_title", "b"),
    ("CONF", "T2  - a\nC3  - b", "event_title", "a"),
    ("CONF", "CY  - a", "publisher_place", "a"),
    ("CONF", "C1  - a\nCY  - b", "event_place", "b"),
    ("SLIDE", "T2  - a", "event_title", "a"),
    ("JOUR", "A1  - A, B", "author", "A, B"),
    ("JOUR", "A2  - A, B", "editor", "A, B"),
    ("BOOK", "A2  - A, B", "collection_editor", "A, B"),
    ("BOOK", "A3  - A, B", "editor", "A, B"),
    ("BOOK", "ED  - A, B", "editor", "A, B"),
    ("BOOK", "A4  - A, B", "translator", "A, B"),
    ("EDBOOK", "AU  - A, B", "editor", "A, B"),
    ("CHAP", "A2  - A, B", "editor", "A, B"),
    ("CHAP", "A3  - A, B", "collection_editor", "A, B"),
    ("CHAP", "C2  - A, B", "container_author", "A, B"),
    ("THES", "A3  - A, B", "contributor", "A, B"),
    ("MPCT", "AU  - A, B", "director", "A, B"),
    ("PCOMM", "A2  - A, B", "recipient", "A, B"),
    ("PAT", "A2  - Office", "authority", "Office"),
    ("JOUR", "Y1  - 2019/03//", "issued", "2019-03"),
    ("JOUR", "PY  - 2019\nDA  - MAR 15", "issued", "2019-03-15"),
    ("JOUR", "PY  - 2013/02/15/received", "received", "2013-02-15"),
    ("JOUR", "ET  - 2016/01/30", "available_date", "2016-01-30"),
    ("JOUR", "Y2  - 2020/01/02/", "accessed", "2020-01-02"),
    ("WEB", "M1  - 2020/01/02/", "accessed", "2020-01-02"),
    ("BOOK", "ET  - 2", "edition", "2"),
    ("COMP", "ET  - 1.0", "version", "1.0"),
    ("JOUR", "SP  - 10\nEP  - 20", "page", "10-20"),
    ("JOUR", "C7  - e005678", "page", "e005678"),
    ("JOUR", "SP  - e005678", "number", "e005678"),
    ("JOUR", "SP  - 1-10\nC7  - 77", "page", "1-10"),
    ("BOOK", "SP  - 300", "number_of_pages", "300"),
    ("JOUR", "M1  - 3", "issue", "3"),
    ("JOUR", "IS  - 2\nM1  - 3", "issue", "2"),
    ("BOOK", "M1  - 3", "collection_number", "3"),
    ("CHAP", "SV  - 3", "collection_number", "3"),
    ("CHAP", "IS  - 3", "number_of_volumes", "3"),
    ("BOOK", "NV  - 3", "number_of_volumes", "3"),
    ("CHAP", "SE  - 3", "chapter_number", "3"),
    ("NEWS", "SE  - B", "section", "B"),
    ("RPRT", "SN  - TR-3", "number", "TR-3"),
    ("PAT", "SN  - US123", "number", "US123"),
    ("GEN", "M1  - 3", "number", "3"),
    ("JOUR", "SN  - 0021-9606", "ISSN", "0021-9606"),
    ("JOUR", "SN  - 00219606", "ISSN", "0021-9606"),
    ("JOUR", "SN  - 978-3-16-148410-0", "ISBN", "978-3-16-148410-0"),
    ("BOOK", "SN  - 978-3-16-148410-0", "ISBN", "978-3-16-148410-0"),
    ("BOOK", "SN  - 0021-9606", "ISSN", "0021-9606"),
    ("JOUR", "AN  - 26957754", "PMID", "26957754"),
    ("JOUR", "AN  - 26957754\nDB  - PubMed", "PMID", "26957754"),
    ("JOUR", "AN  - 26957754\nDB  - CINAHL", "PMID", ""),
    ("JOUR", "AN  - 26957754\nDB  - CINAHL", "archive_location", "26957754"),
    ("JOUR", "M2  - PMID: 1\nDB  - CINAHL", "PMID", "1"),
    ("JOUR", "U1  - 23690738[pmid]", "PMID", "23690738"),
    ("JOUR", "AN  - WOS:1", "archive_location", "WOS:1"),
    ("COMP", "M1  - Linux", "medium", "Linux"),
    ("MPCT", "C5  - DVD", "medium", "DVD"),
    ("ART", "M3  - Oil on wood", "medium", "Oil on wood"),
    ("CASE", "A2  - Valley Reports", "container_title", "Valley Reports"),
    ("HEAR", "T3  - Senate", "authority", "Senate"),
    ("SLIDE", "CY  - Oslo", "event_place", "Oslo"),
    ("NEWS", "SP  - A4", "number", ""),
    ("BOOK", "AN  - 26957754", "archive_location", "26957754"),
    ("JOUR", "C2  - PMC123456", "PMCID", "PMC123456"),
    ("JOUR", "AN  - PMC123456", "PMCID", "PMC123456"),
    ("JOUR", "U2  - PMC123456[pmcid]", "PMCID", "PMC123456"),
    ("JOUR", "DO  - https://doi.org/10.1/a", "DOI", "10.1/a"),
    ("JOUR", "M3  - 10.1000/a", "DOI", "10.1000/a"),
    ("JOUR", "M3  - https://doi.org/10.1000/a", "DOI", "10.1000/a"),
    ("JOUR", "JO  - Food &amp; Function", "container_title", "Food & Function"),
    ("JOUR", "AU  - S&oacute;lyom, &Aacute;.", "author", "Sólyom, Á."),
    ("JOUR", "TI  - <em>Homo</em> &amp;amp; H<sub>2</sub>", "title", "<i>Homo</i> & H<sub>2</sub>"),
    ("JOUR", "AB  - <section><title>Aim</title><p>To see</p></section>", "abstract", "Aim\nTo see"),
    ("JOUR", "N1  - <p>Not seen</p>", "note", "Not seen"),
    ("JOUR", "UR  - https://a.example/?b=1&amp;c=2", "URL", "https://a.example/?b=1&c=2"),
    ("JOUR", "DB  - Embase\nU2  - L2029880245", "archive_location", "L2029880245"),
    ("JOUR", "C2  - Pmc123456", "PMCID", "PMC123456"),
    ("PAT", "SN  - US1234\nM1  - US/99", "number", "US1234"),
    ("DATA", "AN  - 16563\nDB  - Ponds", "archive_location", "16563"),
    ("JOUR", "U2  - L2029880245", "archive_location", ""),
    ("CHAP", "M1  - (Liu R., of Utah) Department", "number", ""),
    ("JOUR", "M3  - Article", "genre", "Article"),
    ("THES", "M3  - PhD thesis", "genre", "PhD thesis"),
    ("THES", "PB  - MIT", "publisher", "MIT"),
    ("CASE", "PB  - High Court", "authority", "High Court"),
    ("JOUR", "N2  - a", "abstract", "a"),
    ("JOUR", "N1  - a\nN1  - b", "note", "a\n\nb"),
    ("JOUR", "RN  - a", "annote", "a"),
    ("JOUR", "LB  - a", "citation_key", "a"),
    ("JOUR", "M2  - PMID: 1", "PMID", "1"),
    ("UNPB", "M2  - type: preprint", "genre", "preprint"),
    ("BOOK", "M2  - Original Date: 1851", "original_date", "1851"),
]  # fmt: skip

# (lines of a JOUR, what custom keeps of them)
KEPT = [
    ("UR  - a\nUR  - b", [("url:other", "b")]),
    ("L1  - a\nL1  - b", [("file:attachment", {"path": "a"}), ("file:attachment", {"path": "b"})]),
    ("L4  - a\nL3  - b", [("ris:L4", "a"), ("ris:L3", "b")]),
    ("SN  - 0021-9606\nSN  - 1520-9032", []),
    ("X9  - a\nX9  - ", [("ris:X9", "a")]),
    ("VL  - n/a\nIS  - N/A\nM1  - 0\nEP  - null\nAB  - NA\nC8  - ", []),
    ("TI  - None\nLB  - NA", []),
    ("TI  - a\nT1  - a", []),
    ("TI  - a\nT1  - b", [("ris:T1", "b")]),
    ("DO  - 10.1/a\nM3  - doi: 10.1000/a", [("ris:M3:DOI", "doi: 10.1000/a")]),
    ("SP  - 1-9\nEP  - 12", [("ris:EP", "12")]),
    ("PY  - 2015\nDA  - 2014/12/12", [("ris:PY", "2015")]),
    ("M1  - (Liu R., of Utah) Department", [("ris:M1:address", "(Liu R., of Utah) Department")]),
    (
        "A2  - Andres, Buote, De Rooy, Graff, Ha",
        [("ris:A2:cited", "Andres, Buote, De Rooy, Graff, Ha")],
    ),
    ("DO  - 10.1000/a\nN1  - doi: 10.1000/a\nM3  - https://doi.org/10.1000/a", []),
    ("M2  - Original Date: 1851", [("ris:M2:original-date", "Original Date: 1851")]),
    ("Y2  - /\nPY  - ///", []),
    ("AN  - 26957754\nDB  - CINAHL", []),
]

ARTICLE = Reference(
    type="article-journal",
    id="hughes2024riding",
    title="On <i>E. coli</i>",
    author=(Name(family="Hughes", given="A."), Name(literal="WHO")),
    container_title="Nature",
    container_title_short="Nat.",
    issued=Date.of("2019-03-05"),
    volume="10",
    page="e005678",
    number="e005678",
    DOI="10.1000/a",
    PMID="26957754",
    PMCID="PMC123456",
    ISSN="0028-0836",
    received=Date.of("2018-01-31"),
    et_al={"author"},
)
PLAIN = """\
TY  - JOUR
ID  - hughes2024riding
TI  - On E. coli
AU  - Hughes, A.
AU  - WHO,
T2  - Nature
J2  - Nat.
PY  - 2019
DA  - 2019/03/05/
VL  - 10
SP  - e005678
C7  - e005678
DO  - 10.1000/a
SN  - 0028-0836
"""
CLIENTS = [
    (None, PLAIN + "AN  - 26957754\nC2  - PMC123456\n"),
    (
        "endnote",
        PLAIN.replace("AU  - WHO,\n", "AU  - WHO,\nAU  - et al.,\n")
        + "AN  - 26957754\nC2  - PMC123456\nLB  - hughes2024riding\n",
    ),
    (
        "zotero",
        PLAIN.replace("E. coli", "&lt;i&gt;E. coli&lt;/i&gt;")
        + "M2  - PMID: 26957754\nM2  - PMCID: PMC123456\nM2  - Citation Key: hughes2024riding\n"
        + "M2  - Received: 2018-01-31\n",
    ),
]

A, B, C = (Name(family=letter, given="X") for letter in "ABC")
# (a reference, its lines but for type, key and title)
WRITTEN = [
    (
        Reference("book", editor=(A,), collection_title="S", collection_number="4", page="1-9"),
        "BOOK: A3=A, X T2=S SE=1-9 M1=4",
    ),
    (
        Reference("chapter", author=(A,), editor=(B,), collection_editor=(C,), container_title="T"),
        "CHAP: AU=A, X A2=B, X A3=C, X T2=T",
    ),
    (
        Reference("paper-conference", container_title="P", publisher_place="Rome", page="1-9"),
        "CONF: T2=P C3=P SP=1-9 C1=Rome CY=Rome",
    ),
    (
        Reference("paper-conference", container_title="P", event_title="E", event_place="Rome"),
        "CONF: T2=E C3=P C1=Rome CY=Rome",
    ),
    (
        Reference("thesis", author=(A,), contributor=(B,), genre="PhD", publisher="MIT"),
        "THES: AU=A, X A3=B, X PB=MIT M3=PhD",
    ),
    (Reference("report", number="TR-3", publisher="P"), "RPRT: SN=TR-3 PB=P"),
    (Reference("patent", number="US1", authority="O"), "PAT: SN=US1 A2=O"),
    (Reference("software", version="1.0", publisher="P"), "COMP: ET=1.0 PB=P"),
    (Reference("motion_picture", director=(A,)), "MPCT: AU=A, X"),
    (
        Reference("article", genre="preprint", archive="arXiv", archive_location="2101.00001"),
        "UNPB: DB=arXiv AN=2101.00001 M3=preprint",
    ),
    (Reference("webpage", URL="a", accessed=Date.of("2020-01-02")), "ELEC: Y2=2020/01/02/ UR=a"),
    (Reference("article-journal", issued=Date(literal="in press")), "JOUR: PY=in press"),
    (Reference("article-journal", issued=Date.of("2021-21")), "JOUR: PY=2021 DA=Spring"),
    (
        Reference("book", custom=(("ris:TY", "EDBOOK"),), editor=(A,)),
        "EDBOOK: AU=A, X",
    ),
    (Reference("book", custom=(("ris:TY", "JOUR"),)), "BOOK: "),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "lines", "attribute", "value"), READ)
def test_read(kind: str, lines: str, attribute: str, value: str) -> None:
    (reference,) = read(f"TY  - {kind}\n{lines}\nER  - \n", "ris")

    got = getattr(reference, attribute)

    assert " and ".join(map(str, got)) == value if isinstance(got, tuple) else str(got) == value


@pytest.mark.parametrize(("lines", "custom"), KEPT)
def test_a_key_without_a_field_is_kept_and_written_again(
    lines: str, custom: list[tuple[str, object]]
) -> None:
    (reference,) = read(f"TY  - JOUR\nID  - a\n{lines}\nER  - \n", "ris")
    written = write(reference, "ris")

    assert list(reference.custom) == custom
    assert written.losses == ()
    assert read(written.text, "ris").references == (reference,)


@pytest.mark.parametrize(("client", "text"), CLIENTS)
def test_what_is_written_for_each_client(client: str | None, text: str) -> None:
    written = write(ARTICLE, "ris", for_=client)  # type: ignore[arg-type]

    assert written.text.replace("\r\n", "\n") == f"{text}ER  - \n\n"


def test_what_is_lost_for_each_client() -> None:
    lost = {
        client: [loss.path for loss in write(ARTICLE, "ris", for_=client).losses]
        for client in (None, "zotero", "endnote")
    }

    assert lost == {
        None: ["title", "received", "author.et-al"],
        # The date is in a line of Extra.
        "zotero": ["received", "author.et-al"],
        "endnote": ["title", "received"],
    }


@pytest.mark.parametrize(("reference", "lines"), WRITTEN)
def test_write(reference: Reference, lines: str) -> None:
    text = write(evolve(reference, id="a", title="A"), "ris").text
    kind, _, fields = text.removesuffix("\r\nER  - \r\n\r\n").partition("\r\n")
    pairs = [line.split("  - ") for line in fields.split("\r\n")]
    shown = " ".join(f"{tag}={value}" for tag, value in pairs if tag not in ("ID", "TI"))

    assert f"{kind.removeprefix('TY  - ')}: {shown}" == lines


def test_a_preprint_is_one_for_zotero() -> None:
    number = {"archive": "arXiv", "archive_location": "2101.00001"}
    preprint = Reference("article", genre="preprint", id="a", **number)  # type: ignore[arg-type]

    text = write(preprint, "ris", for_="zotero").text

    assert "M2  - type: preprint" in text
    assert "M2  - arXiv: 2101.00001" in text
    assert "M3  - " not in text
    assert read(text, "ris").references == (preprint,)


def test_an_unknown_type_is_kept() -> None:
    (reference,) = read("TY  - Some Words\nID  - a\nER  - \n", "ris")

    assert reference.type == ItemType.DOCUMENT
    assert write(reference, "ris").text.startswith("TY  - Some Words\r\n")


@pytest.mark.parametrize("record", FORMAT.split("TY  - jour\nTI  - a\nER  - ").records)
def test_a_type_may_be_in_lower_case(record: object) -> None:
    reference, found = decode_record(TABLE, record)  # type: ignore[arg-type]

    assert (reference.type, reference.custom, found) == (ItemType.ARTICLE_JOURNAL, (), [])


def test_an_invalid_doi_is_kept_and_reported() -> None:
    read = refconv.read("TY  - JOUR\nDO  - nonsense\nER  - \n", "ris")

    assert read.references[0].DOI == "nonsense"
    assert [(one.code, one.line) for one in read.diagnostics] == [("bad-identifier", 2)]
    assert "DO  - nonsense" in refconv.write(read, "ris").text


def test_an_institution_with_a_comma_is_written_as_each_program_reads_it() -> None:
    book = Reference(type="book", id="a", author=(Name(literal="Barnes and Noble, Inc."),))

    assert "AU  - Barnes and Noble,, Inc.\r\n" in refconv.write(book, "ris").text
    assert "AU  - Barnes and Noble,, Inc.\r\n" in refconv.write(book, "ris", for_="endnote").text
    for_zotero = refconv.write(book, "ris", for_="zotero")
    assert "AU  - Barnes and Noble Inc.,\r\n" in for_zotero.text
    (loss,) = for_zotero.losses
    assert (loss.path, str(loss.kept)) == ("author[0]", "Barnes and Noble Inc.")


# Values that are in ``custom`` alone: type, key, value, and the line that is written for Zotero.
IN_CUSTOM = [
    ("article-journal", "U1:PMID", "123 [pmid]", "M2  - PMID: 123"),
    ("article-journal", "U2:PMCID", "PMC1234 [pmcid]", "M2  - PMCID: PMC1234"),
    ("article-journal", "AN:PMCID", "PMC1234", "M2  - PMCID: PMC1234"),
    ("book", "U1:PMID", "123 [pmid]", "M2  - PMID: 123"),
    ("book", "U2:PMCID", "PMC1234 [pmcid]", "M2  - PMCID: PMC1234"),
    ("article", "PY:received", "2019/03/05/received", "M2  - Received: 2019-03-05"),
    ("article", "PY:revised", "2019/03/05/revised", "M2  - Revised: 2019-03-05"),
    ("article", "PY:accepted", "2019/03/05/accepted", "M2  - Accepted: 2019-03-05"),
]


@pytest.mark.parametrize(("kind", "key", "raw", "line"), IN_CUSTOM)
def test_keys_of_custom_are_written_for_zotero_if_their_variable_is_empty(
    kind: str, key: str, raw: str, line: str
) -> None:
    reference = Reference(type=kind, id="x", custom=((f"ris:{key}", raw),))

    lines = write(reference, "ris", for_="zotero").text.splitlines()

    assert {line, f"{key.partition(':')[0]}  - {raw}"} <= {*lines}
