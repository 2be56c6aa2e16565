"""What Zotero stores of BibTeX and biblatex."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.clients.zotero.bibtex_reader import eprint_lines, note_of, read_bibtex


@pytest.mark.parametrize(
    ("entry", "stored"),
    [
        ("@article{k, journal = {J}, number = {2}}", {"publicationTitle": "J", "issue": "2"}),
        ("@article{k, journaltitle = {J}, shortjournal = {S}}", {"journalAbbreviation": "S"}),
        ("@article{k, journal = {J.}, fjournal = {Jour}}", {"journalAbbreviation": "J."}),
        ("@inproceedings{k, booktitle = {B}, journal = {J}}", {"proceedingsTitle": "B"}),
        ("@inproceedings{k, address = {A}, location = {L}}", {"eventPlace": "L", "place": "A"}),
        ("@book{k, location = {L}, address = {A}}", {"place": "A"}),
        ("@book{k, number = {2}, pages = {9}}", {"seriesNumber": "2", "numPages": "9"}),
        ("@incollection{k, number = {2}, pages = {1--9}}", {"seriesNumber": "2", "pages": "1–9"}),
        (
            "@techreport{k, number = {2}, institution = {I}}",
            {"reportNumber": "2", "institution": "I"},
        ),
        (
            "@patent{k, number = {2}, assignee = {A}, year = 2021}",
            {"patentNumber": "2", "assignee": "A", "issueDate": "2021"},
        ),
        ("@phdthesis{k, school = {S}}", {"thesisType": "PhD Thesis", "university": "S"}),
        ("@mastersthesis{k, type = {M}}", {"thesisType": "M"}),
        ("@jurisdiction{k, title = {A v. B}}", {"caseName": "A v. B"}),
        ("@misc{k, date = {in press}, year = 2021}", {"date": "in press"}),
        ("@misc{k, year = 2021, month = mar}", {"date": "2021-03"}),
        ("@misc{k, title = {A?}, subtitle = {B}}", {"title": "A? B"}),
        ("@misc{k, title = {A}, subtitle = {B}}", {"title": "A: B"}),
        ("@misc{k, url = {https://a.org/b_c~d}}", {"url": "https://a.org/b_c~d"}),
        (r"@misc{k, howpublished = {\url{https://a.org}}}", {"url": "https://a.org"}),
        ("@misc{k, publisher = {P}, organization = {O}}", {"publisher": "P"}),
        ("@misc{k, title = {A}, title = {B}}", {"title": "B"}),
        ("@online{k, urldate = {2021-03-05}}", {"accessDate": "2021-03-05"}),
        ("@software{k, version = {2}}", {"versionNumber": "2"}),
    ],
)
def test_fields(entry: str, stored: dict[str, str]) -> None:
    (item,) = read_bibtex(entry)

    assert {name: item.fields.get(name) for name in stored} == stored


@pytest.mark.parametrize(
    ("entry", "stored"),
    [
        ("@misc{k, journal = {J}, pages = {7}}", {"extra": ("Pages: 7", "Publication Title: J")}),
        ("@misc{k, publisher = {P}, institution = {I}}", {"extra": ("Backup Publisher: I",)}),
        ("@misc{k, howpublished = {By post}}", {"extra": ("Published: By post",)}),
        ("@misc{k, howpublished = {Online}}", {"extra": ()}),
        ("@misc{k, lccn = {1}, zmnumber = {2}}", {"extra": ("LCCN: 1", "Zbl: 2")}),
        ("@misc{k, eprint = {1}, archiveprefix = {arXiv}}", {"extra": ("_eprint: 1",)}),
        ("@misc{k, note = {MR 12}}", {"extra": ("MR 12",), "notes": ()}),
        (
            "@misc{k, note = {Said <so>}, annote = {It's}}",
            {"notes": ("<p>Said &lt;so&gt;</p>", "<p>It&apos;s</p>")},
        ),
        ("@misc{k, keywords = {a}, keyword = {b; c, d}}", {"tags": {"b", "c", "d"}}),
        ("@misc{k, file = {a.pdf}}", {"attachments": ("a.pdf",)}),
        ("@misc{k, annotation = {a}, langid = {english}, eid = {7}}", {"fields": {}, "extra": ()}),
    ],
)
def test_other_places(entry: str, stored: dict[str, Any]) -> None:
    (item,) = read_bibtex(entry)

    assert {name: getattr(item, name) for name in stored} == stored


def test_creators_are_in_the_order_of_the_entry() -> None:
    (item,) = read_bibtex(
        "@patent{k, editor = {Roe, A.}, author = {Poe, B.}, translator = {Doe, C.}}"
    )

    # A patent has neither editors nor translators: they take the primary role.
    assert [(one.role, one.last) for one in item.creators] == [
        ("inventor", "Roe"),
        ("inventor", "Poe"),
        ("inventor", "Doe"),
    ]


def test_an_entry_type_that_is_not_known_is_dropped() -> None:
    kinds = [
        item.type for item in read_bibtex("@dataset{a, x = 1} @mvbook{b, x = 1} @www{c, x = 1}")
    ]

    assert kinds == ["book"]


@pytest.mark.parametrize(
    ("eprint", "kind", "lines"),
    [
        ("2101.1", "arXiv", ["arXiv: 2101.1"]),
        ("12", "pubmed", ["PMID: 12"]),
        ("12", "other", ["_eprint: 12", "_eprinttype: other"]),
        ("", "arxiv", ["_eprinttype: arxiv"]),
        ("", "", []),
    ],
)
def test_eprints(eprint: str, kind: str, lines: list[str]) -> None:
    assert eprint_lines(eprint, kind) == lines


def test_a_note_is_html() -> None:
    assert note_of("a \"b\" & 'c'") == "<p>a &quot;b&quot; &amp; &apos;c&apos;</p>"
