"""What Zotero stores of RIS: lines, records, tags and values."""

from __future__ import annotations

import pytest

from refconv.clients.same_values import Creator
from refconv.clients.zotero.item import ZoteroItem
from refconv.clients.zotero.ris_reader import creator_of_name, read_ris, ris_records, type_of_ris


def one(text: str, kind: str = "JOUR") -> ZoteroItem:
    (item,) = read_ris(f"TY  - {kind}\n{text}\nER  - \n")
    return item


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("TY  - BOOK\r\nTI  - A\r\nER  - \r\n", [["TY BOOK", "TI A"]]),
        ("\ufeffTY  - BOOK\nER  -", [["TY BOOK"]]),
        ("TY  - BOOK\nTI  - A\nTY  - MAP\nER  - ", [["TY BOOK", "TI A"], ["TY MAP"]]),
        ("a\nb\nTY  - BOOK", [["TY BOOK"]]),
        ("a\nb\nc\nd\ne\nTY  - BOOK", []),
        ("TY - BOOK\nTI -\nvl  - 1", [["TY BOOK", "TI  vl  - 1"]]),
        ("TY  - BOOK\nTI  - A\n  VL  - 1\nVL  -1", [["TY BOOK", "TI A VL  - 1 VL  -1"]]),
        ("TY  - BOOK\nKW  - a\nb", [["TY BOOK", "KW a\nb"]]),
        ("", []),
    ],
)
def test_records(text: str, records: list[list[str]]) -> None:
    found = [[f"{tag} {value}" for tag, value in record] for record in ris_records(text)]

    assert found == records


LONG = "x" * 90
MIDDLE = "y" * 70


@pytest.mark.parametrize(
    ("text", "abstract"),
    [
        # Short lines end paragraphs; long ones show that the text was not wrapped.
        ("AB  - a\nb", "a\nb"),
        (f"AB  - {MIDDLE}\nb", f"{MIDDLE} b"),
        (f"AB  - {MIDDLE}\n{LONG}", f"{MIDDLE}\n{LONG}"),
        (f"TI  - {LONG}\nAB  - {MIDDLE}\nb", f"{MIDDLE}\nb"),
        # Only the lines so far count.
        (f"AB  - {MIDDLE}\nb\nTI  - {LONG}", f"{MIDDLE} b"),
        (f"AB  - {MIDDLE}\n\nb", f"{MIDDLE}\n\nb"),
    ],
)
def test_lines_of_an_abstract(text: str, abstract: str) -> None:
    assert one(text).fields["abstractNote"] == abstract


@pytest.mark.parametrize(
    ("native", "kind"),
    [
        ("JOUR", "journalArticle"),
        ("CONF", "conferencePaper"),
        ("STAND", "report"),
        ("INPR", "manuscript"),
        ("XYZ", "journalArticle"),
        ("", "journalArticle"),
    ],
)
def test_types(native: str, kind: str) -> None:
    assert type_of_ris(native) == kind


@pytest.mark.parametrize(
    ("kind", "text", "fields"),
    [
        ("JOUR", "T2  - A\nT2  - B\nJF  - C", {"publicationTitle": "A"}),
        ("JOUR", "J2  - A", {"journalAbbreviation": "A", "publicationTitle": "A"}),
        ("JOUR", "JO  - A\nJF  - B", {"journalAbbreviation": "A", "publicationTitle": "B"}),
        (
            "CHAP",
            "T2  - A\nT3  - B\nSV  - 3",
            {"bookTitle": "A", "series": "B", "seriesNumber": "3"},
        ),
        ("CHAP", "T2  - A\nJF  - B", {"bookTitle": "B"}),
        ("CONF", "C1  - A\nCY  - B\nC3  - C", {"place": "A", "proceedingsTitle": "C"}),
        ("CASE", "TI  - A\nCT  - B", {"caseName": "B"}),
        ("MAP", "ST  - A", {"title": "A"}),
        ("MAP", "TI  - A\nT1  - B\nST  - C", {"title": "A", "shortTitle": "C"}),
        ("THES", "PB  - A\nM3  - B", {"university": "A", "thesisType": "B"}),
        ("MAP", "H1  - A\nH2  - B", {"libraryCatalog": "A", "callNumber": "B"}),
        ("MAP", "H1  - A", {}),
        ("JOUR", "IS  - 1\nM1  - 2", {"issue": "1"}),
        ("JOUR", "AB  - a\nN2  - b", {"abstractNote": "a"}),
        ("JOUR", "UR  - https://a.org\nUR  - https://b.org", {"url": "https://a.org"}),
        ("JOUR", "UR  - PM:12", {"PMID": "12"}),
        ("JOUR", "DO  - 10.1234/a\nM3  - DOI 10.1234/b.", {"DOI": "10.1234/b"}),
        ("JOUR", "DO  - none", {}),
        ("ELEC", "VL  - 2024\nY2  - 2023/03", {"accessDate": "2023-03-01"}),
    ],
)
def test_fields(kind: str, text: str, fields: dict[str, str]) -> None:
    assert one(text, kind).fields == fields


@pytest.mark.parametrize(
    ("kind", "text", "extra"),
    [
        ("BOOK", "IS  - 3\nSP  - 1\nEP  - 9", ("Issue: 3", "Pages: 9")),
        ("JOUR", "SP  - 1-9\nEP  - 9", ("Num Pages: 9",)),
        ("ART", "T2  - A\nSN  - 1", ("ISBN: 1", "Publication Title: A")),
        ("CONF", "M1  - 3\nM2  - free", ("3", "free")),
        ("BOOK", "UR  - PM:12", ("PMID: 12",)),
        ("CASE", "C7  - a\nU1  - b", ()),
    ],
)
def test_lines_of_extra(kind: str, text: str, extra: tuple[str, ...]) -> None:
    assert one(text, kind).extra == extra


@pytest.mark.parametrize(
    ("kind", "text", "name", "pages"),
    [
        ("JOUR", "SP  - 1\nEP  - 9", "pages", "1-9"),
        ("JOUR", "EP  - 9", "pages", "9"),
        ("JOUR", "SP  - 1-9\nEP  - 9", "pages", "1-9"),
        ("CASE", "SP  - 1\nEP  - 9", "firstPage", "9"),
        ("BOOK", "SP  - 345", "numPages", "345"),
    ],
)
def test_pages(kind: str, text: str, name: str, pages: str) -> None:
    assert one(text, kind).fields[name] == pages


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("PY  - 2023\nDA  - 2024/03/05/", "2024-03-05"),
        ("Y1  - 2022\nPY  - 2024", "2022"),
        ("DA  - Mar 5\nPY  - 2024", "2024 Mar 5"),
        ("DA  - in press", "0000 in"),
        ("PY  - 2024", "2024"),
        ("M2  - Date: in press", "in press"),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert one(text).fields["date"] == date


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("KW  - a, b", {"a", "b"}),
        ("KW  - a, b\nKW  - c", {"a, b", "c"}),
        ("KW  - a; b, c", {"a", "b, c"}),
        ("KW  - a\n  b", {"a", "b"}),
        ("K1  - a", set()),
    ],
)
def test_keywords(text: str, tags: set[str]) -> None:
    assert one(text).tags == tags


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("RN  - a\nN1  - b", ("<p>b</p>", "<p>a</p>")),
        ("N1  - <p>a <b>b</b></p>", ("<p>a <b>b</b></p>",)),
        ("N1  - 5 < 6 > 4", ("5 < 6 > 4",)),
        ("N1  - R&amp;D  a\nb", ("<p>R&amp;D&nbsp;&nbsp;a<br/>b</p>",)),
        ("TI  - A\nN1  - A", ()),
        # ProCite writes notes with labels.
        ("N1  - Notes: a", ("<p>a</p>",)),
        ("N1  - Language: de", ()),
    ],
)
def test_notes(text: str, notes: tuple[str, ...]) -> None:
    assert one(text).notes == notes


def test_a_note_of_procite_changes_what_follows() -> None:
    plain = "TY  - BOOK\nVL  - 3\nIS  - 4\nER  - \n"
    text = f"TY  - JOUR\nN1  - Call Number: Q1\nER  - \n{plain}"

    assert read_ris(plain)[0].fields == {"volume": "3"}
    assert [item.fields for item in read_ris(text)] == [
        {"callNumber": "Q1"},
        {"volume": "4", "edition": "3"},
    ]


@pytest.mark.parametrize(
    ("kind", "text", "creators"),
    [
        ("EDBOOK", "AU  - Roe, A", [Creator("editor", "Roe", "A")]),
        # The editors of ED come last.
        (
            "BOOK",
            "ED  - Foe, F\nAU  - Roe, A\nA4  - Poe, E",
            [
                Creator("author", "Roe", "A"),
                Creator("translator", "Poe", "E"),
                Creator("editor", "Foe", "F"),
            ],
        ),
        ("PAT", "AU  - Roe, A", [Creator("inventor", "Roe", "A")]),
        ("THES", "A2  - Roe, A", []),
    ],
)
def test_creators(kind: str, text: str, creators: list[Creator]) -> None:
    assert one(text, kind).creators == tuple(creators)


@pytest.mark.parametrize(
    ("name", "last", "first"),
    [
        ("Doe, Jane", "Doe", "Jane"),
        ("Doe, Jane, Jr.", "Doe", "Jane, Jr."),
        ("Acme Corp,", "Acme Corp", None),
        ("Jane Doe", "Jane Doe", None),
        (", Jane", "", "Jane"),
    ],
)
def test_names(name: str, last: str, first: str | None) -> None:
    assert creator_of_name("author", name) == Creator("author", last, first)
