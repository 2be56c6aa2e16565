"""UNIMARC's fields as MARC 21 has them."""

from __future__ import annotations

import refconv
from refconv import Name
from refconv.formats.marc.marc_field import MarcField
from refconv.formats.marc.unimarc import as_marc21, is_unimarc
from tests.formats.marc.example import record


def field(tag: str, *subfields: str) -> MarcField:
    return MarcField(tag, "  ", tuple((one[0], one[1:]) for one in subfields), 1)


def test_the_title_shows_which_it_is() -> None:
    assert is_unimarc([field("200", "aMousses")])
    assert not is_unimarc([field("200", "aMousses"), field("245", "aMosses")])
    assert not is_unimarc([field("200", "bMousses")])


def test_what_no_row_takes_is_kept_under_its_own_tag() -> None:
    fields = [field("517", "aAutre titre"), field("200", "aMousses", "bTexte imprimé")]

    assert [(one.tag, one.text()) for one in as_marc21(fields)] == [
        ("U517", "$a Autre titre"),
        ("245", "$a Mousses"),
        ("U200", "$b Texte imprimé"),
    ]


def test_a_record() -> None:
    text = record(
        "001054",
        "010  \x1fa978-3-16-148410-0",
        "101  \x1fafre\x1fceng",
        "2001 \x1faLes mousses\x1feétude\x1ffNora Hale",
        "210  \x1faOulu\x1fcMoss Press\x1fd1998",
        "215  \x1fa320 p.",
        "225  \x1faPlantes\x1fv4",
        "606  \x1faMousses\x1fyFinlande",
        "700 1\x1faHale\x1fbNora\x1f4070",
        "702 1\x1faRoe\x1fbKim\x1f4730",
    )
    (reference,) = refconv.read(text, "marc").references

    assert reference == refconv.Reference(
        type="book",
        id="054",
        title="Les mousses: étude",
        author=[Name(family="Hale", given="Nora")],
        translator=[Name(family="Roe", given="Kim")],
        issued=1998,
        publisher="Moss Press",
        publisher_place="Oulu",
        collection_title="Plantes",
        collection_number="4",
        ISBN="978-3-16-148410-0",
        language="fr",
        keyword=["Mousses--Finlande"],
        number_of_pages="320",
        custom=[
            ("marc:041:original", "eng"),
            ("marc:245$c", "Nora Hale"),
            ("marc:300", "$a 320 p."),
        ],
    )
