"""ISSNs and ISBNs in fields: what is read of a value, and what is written."""

from __future__ import annotations

import pytest

import refconv
from refconv import ItemType, Reference
from refconv.core.fields import Raws
from refconv.values.standard_numbers import (
    Numbers,
    decode_numbers,
    encode_numbers,
    kind_of_number,
    misplaced_numbers,
    numbers_in,
)


@pytest.mark.parametrize(
    ("text", "issns", "isbns"),
    [
        ("2049-3630", "2049-3630", ""),
        ("20493630 (ISSN)", "2049-3630", ""),
        ("20493630", "2049-3630", ""),
        ("2049\u20133630", "2049-3630", ""),
        ("1234-5679 (Electronic) 1234-5679 (Linking)", "1234-5679", ""),
        ("0317-8471 (Print), 2049-3630 (Electronic)", "0317-8471 2049-3630", ""),
        ("0317-8471; 2049-3630", "0317-8471 2049-3630", ""),
        ("0317-8471 2049-3630", "0317-8471 2049-3630", ""),
        ("e-ISSN: 2049-3630", "2049-3630", ""),
        ("ISSN-L 2049-3630", "2049-3630", ""),
        ("2049-363x", "2049-363X", ""),
        ("ISBN: 978-3-16-148410-0 (hbk)", "", "978-3-16-148410-0"),
        ("978 3 16 148410 0", "", "978-3-16-148410-0"),
        ("9783161484100 (ISBN)", "", "9783161484100"),
        ("0-306-40615-2 (v. 1 : alk. paper)", "", "0-306-40615-2"),
        ("0306406152, 9783161484100 (ebook)", "", "0306406152 9783161484100"),
        ("9783161484100 (ISBN); 20493630 (ISSN)", "2049-3630", "9783161484100"),
    ],
)
def test_numbers_among_words_that_qualify_them(text: str, issns: str, isbns: str) -> None:
    assert numbers_in(text) == Numbers((*issns.split(),), (*isbns.split(),), is_plain=True)


@pytest.mark.parametrize(
    "text",
    ["", "none", "TR-12", "12345678", "2049-3630 of the first series", "1" * 30, "x" * 500],
)
def test_texts_that_are_more_than_numbers(text: str) -> None:
    assert not numbers_in(text).is_plain


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2049-3630", "ISSN"),
        ("2049-3630 of the first series", "ISSN"),
        ("20493630", "digits"),
        ("20493630 (ISSN)", "ISSN"),
        ("9783161484100 (hbk)", "ISBN"),
        ("9783161484100 of the first series", "ISBN"),
        ("0306406152", "ISBN"),
        ("0306406153", ""),
        ("ISBN 0306406153", "ISBN"),
        ("TR-12", ""),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert kind_of_number(text) == kind


@pytest.mark.parametrize(
    ("raws", "value", "unused", "reason"),
    [
        ((("0317-8471", "2049-3630"),), "0317-8471, 2049-3630", [], None),
        ((("0317-8471",), ("2049-3630",)), "0317-8471, 2049-3630", [], None),
        ((("0317-8471", "03178471"),), "0317-8471", [], None),
        ((("9783161484100",),), None, [], "misplaced"),
        ((("0317-8471", "9783161484100"),), "0317-8471", [(0, 1)], "misplaced"),
        ((("0317-8471", "none"),), "0317-8471", [(0, 1)], "values"),
        ((("none", "nil"),), "none", [(0, 1)], "values"),
    ],
)
def test_values_of_all_keys_are_joined(
    raws: Raws, value: str | None, unused: list[tuple[int, int]], reason: str | None
) -> None:
    decoded = decode_numbers("ISSN")(raws)

    assert (decoded.value, [*decoded.unused]) == (value, unused)
    assert (decoded.problem.reason if decoded.problem else None) == reason


def test_keys_for_both_kinds_hold_either_without_a_report() -> None:
    decoded = decode_numbers("ISBN", shared=True)((("9783161484100 (ISBN); 20493630 (ISSN)",),))

    assert (decoded.value, decoded.problem) == ("9783161484100", None)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("20493630 (ISSN)", "2049-3630"),
        ("0317-8471; 2049-3630", "0317-8471, 2049-3630"),
        ("none", "none"),
    ],
)
def test_numbers_are_written_without_words(value: str, written: str) -> None:
    assert encode_numbers(value) == written


def test_numbers_under_the_other_name_are_moved() -> None:
    rule = misplaced_numbers(["x:issn", "x:isbn"])
    reference = Reference(ISBN="0-306-40615-2", custom=[("x:issn", "978-3-16-148410-0")])
    assert rule.decode is not None
    assert rule.encode is not None

    assert rule.decode(reference) == Reference(ISBN="0-306-40615-2, 978-3-16-148410-0")
    assert rule.encode(Reference(ISSN="978-3-16-148410-0")) == Reference(ISBN="978-3-16-148410-0")
    assert rule.encode(Reference(ISSN="none", ISBN="2049-3630")) == Reference(
        ISSN="none", ISBN="2049-3630"
    )


TWO = "0317-8471, 2049-3630"
WRITTEN = {
    "bibtex": "issn = {0317-8471, 2049-3630}",
    "ris": "SN  - 0317-8471, 2049-3630",
    "csl-json": '"ISSN": "0317-8471, 2049-3630"',
    "enw": "%@ 0317-8471, 2049-3630",
    "wos": "SN 0317-8471\nEI 2049-3630",
}


@pytest.mark.parametrize("name", WRITTEN)
def test_two_numbers_of_a_journal_survive_every_format(name: str) -> None:
    journal = Reference(type=ItemType.ARTICLE_JOURNAL, title="A", ISSN=TWO)

    written = refconv.write([journal], name)
    back = refconv.read(written.text, name)

    assert WRITTEN[name] in written.text.replace("\r\n", "\n")
    assert [loss.path for loss in written.losses if loss.path != "id"] == []
    assert back.references[0].ISSN == TWO
    assert back.diagnostics == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bibtex", "@article{a, issn = {0317-8471}, eissn = {2049-3630}}"),
        ("ris", "TY  - JOUR\nSN  - 0317-8471 (Print)\nSN  - 2049-3630 (Electronic)\nER  - \n"),
        ("nbib", "PMID- 1\nIS  - 0317-8471 (Print)\nIS  - 2049-3630 (Electronic)\n"),
        ("enw", "%0 Journal Article\n%@ 0317-8471 (Print)\n2049-3630 (Electronic)\n"),
        ("wos", "PT J\nSN 0317-8471\nEI 2049-3630\nER\n"),
        ("mods", "<mods><identifier type='issn'>0317-8471</identifier>"
                 "<identifier type='issn'>2049-3630</identifier></mods>"),
    ],
)  # fmt: skip
def test_a_journal_in_print_and_online(name: str, text: str) -> None:
    read = refconv.read(text, name)

    assert read.references[0].ISSN == TWO
    assert read.references[0].custom == ()
    assert [found for found in read.diagnostics if found.code != "missing-type"] == []
