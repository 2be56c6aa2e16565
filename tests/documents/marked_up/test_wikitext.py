"""Wikitext: templates of nine Wikipedias, notes with free text, lists of works."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.documents.marked_up.wikitext import read, recognises, templates_in

NG = [{"family": "Ng", "given": "Ada"}]
BOTH = [*NG, {"family": "Roe", "given": "Bo"}]
YEAR = {"date-parts": [[2001]]}
SEEN = {"date-parts": [[2004, 5, 6]]}

TEMPLATES: dict[str, tuple[str, dict[str, Any]]] = {
    "English": (
        "{{Cite journal |last1=Ng |first1=Ada |author2-last=Roe |author2-first=Bo |title=Rivers of"
        " ''Apis'' |journal=[[Water (journal)|Water]] |volume=3 |issue=4 |pages=5–16"
        " |date=March 2001 |doi=10.1000/1 |pmc=123456 |url-status=live |access-date=6 May 2004}}",
        {
            "type": "article-journal", "title": "Rivers of <i>Apis</i>", "author": BOTH,
            "container-title": "Water", "volume": "3", "issue": "4", "page": "5-16",
            "issued": {"date-parts": [[2001, 3]]}, "DOI": "10.1000/1", "PMCID": "PMC123456",
            "accessed": SEEN,
        },
    ),
    "English, a part of a book": (
        "{{cite_book|vauthors=Ng AB, ((Water Office)) |chapter=Rivers |title=Whole"
        " |editor1-last=Roe |editor1-first=Bo |year=2001 |publisher=Pond |location=Oxford"
        "|display-authors=etal}}",
        {
            "type": "chapter", "title": "Rivers", "container-title": "Whole",
            "author": [{"family": "Ng", "given": "A. B."}, {"literal": "Water Office"}],
            "editor": BOTH[1:], "issued": YEAR, "publisher": "Pond", "publisher-place": "Oxford",
        },
    ),
    "German": (
        "{{Literatur |Autor=Ada Ng, Bo Roe |Titel=Flüsse |Hrsg=Eva Meer |Sammelwerk=Handbuch"
        " |Verlag=Teich |Ort=Berlin |Datum=2001 |Seiten=5–16 |ISBN=978-3-16-148410-0}}",
        {
            "type": "chapter", "title": "Flüsse", "container-title": "Handbuch", "author": BOTH,
            "editor": [{"family": "Meer", "given": "Eva"}], "publisher": "Teich",
            "publisher-place": "Berlin", "issued": YEAR, "page": "5-16",
            "ISBN": "978-3-16-148410-0",
        },
    ),
    "German, a web page": (
        "{{Internetquelle |autor=Ada Ng |url=https://water.example |titel=Flüsse |werk=Wasser"
        " |hrsg=Verein |datum=2001 |abruf=2004-05-06}}",
        {
            "type": "webpage", "title": "Flüsse", "author": NG, "container-title": "Wasser",
            "publisher": "Verein", "issued": YEAR, "accessed": SEEN, "URL": "https://water.example",
        },
    ),
    "French": (
        "{{Article|prénom1=Ada|nom1=Ng|auteur2=Bo Roe|titre=Rivières|périodique=Eaux|volume=3"
        "|numéro=4|année=2001|pages=5-16"
        "|lire en ligne=https://eau.example|consulté le=6 mai 2004}}",
        {
            "type": "article-journal", "title": "Rivières", "author": BOTH, "issued": YEAR,
            "container-title": "Eaux", "volume": "3", "issue": "4", "page": "5-16",
            "accessed": SEEN, "URL": "https://eau.example",
        },
    ),
    "French, an editor": (
        "{{Ouvrage|nom1=Ng|prénom1=Ada|directeur1=oui|titre=Rivières|éditeur=Étang|lieu=Paris"
        "|année=2001|pages totales=320}}",
        {
            "type": "book", "title": "Rivières", "editor": NG, "publisher": "Étang",
            "publisher-place": "Paris", "issued": YEAR, "number-of-pages": "320",
        },
    ),
    "Spanish": (
        "{{cita libro|apellidos=Ng|nombre=Ada|título=Ríos|año=2001|editorial=Agua"
        "|ubicación=Madrid|fechaacceso=6 de mayo de 2004}}",
        {
            "type": "book", "title": "Ríos", "author": NG, "issued": YEAR, "publisher": "Agua",
            "publisher-place": "Madrid", "accessed": SEEN,
        },
    ),
    "Italian": (
        "{{Cita pubblicazione|cognome=Ng|nome=Ada|titolo=Fiumi|rivista=Acque|volume=3|numero=4"
        "|anno=2001|pp=5-16}}",
        {
            "type": "article-journal", "title": "Fiumi", "author": NG, "container-title": "Acque",
            "volume": "3", "issue": "4", "issued": YEAR, "page": "5-16",
        },
    ),
    "Portuguese": (
        "{{citar livro|ultimo=Ng|primeiro=Ada|título=Rios|subtítulo=e lagos|editora=Lago"
        "|local=Lisboa|ano=2001}}",
        {
            "type": "book", "title": "Rios: e lagos", "author": NG, "publisher": "Lago",
            "publisher-place": "Lisboa", "issued": YEAR,
        },
    ),
    "Russian, an article": (
        "{{статья |автор=Иванов И. И., Петров П. П. |заглавие=Реки |издание=Вода |год=2001 |том=3"
        " |номер=4 |страницы=5—16 |ссылка=https://reka.example}}",
        {
            "type": "article-journal", "title": "Реки", "container-title": "Вода", "volume": "3",
            "author": [
                {"family": "Иванов", "given": "И. И."},
                {"family": "Петров", "given": "П. П."},
            ],
            "issue": "4", "page": "5-16", "issued": YEAR, "URL": "https://reka.example",
        },
    ),
    "Russian, a book": (
        "{{книга |заглавие=Реки |издание=2-е |место=М. |издательство=Пруд |год=2001 |страниц=320}}",
        {
            "type": "book", "title": "Реки", "edition": "2-е", "publisher-place": "М.",
            "publisher": "Пруд", "issued": YEAR, "number-of-pages": "320",
        },
    ),
    "Dutch": (
        "{{Citeer boek|achternaam=Ng|voornaam=Ada|titel=Rivieren|uitgever=Meer|plaats=Leiden"
        "|jaar=2001|taal=nl}}",
        {
            "type": "book", "title": "Rivieren", "author": NG, "publisher": "Meer",
            "publisher-place": "Leiden", "issued": YEAR, "language": "nl",
        },
    ),
    "Polish": (
        "{{Cytuj książkę | nazwisko = Ng | imię = Ada | tytuł = Rzeki | wydawca = Staw"
        " | miejsce = Warszawa | rok = 2001 | data dostępu = 2004-05-06 }}",
        {
            "type": "book", "title": "Rzeki", "author": NG, "publisher": "Staw",
            "publisher-place": "Warszawa", "issued": YEAR, "accessed": SEEN,
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", TEMPLATES)
def test_a_template(language: str) -> None:
    text, expected = TEMPLATES[language]
    read_ = refconv.read(f"He wrote.<ref>{text}</ref> She read.<ref name=x />")
    (item,) = read_.as_csl()

    assert read_.format == "wikitext"
    assert {key: value for key, value in item.items() if key not in ("id", "custom")} == expected
    assert read_.diagnostics == ()


def test_what_no_variable_holds_is_kept() -> None:
    (one,) = refconv.read("{{cite web|title=Rivers|url=https://a.example|via=A friend}}")

    assert one.custom == (("wikitext:via", "A friend"),)


PAGE = """== Life ==
She wrote.<ref name="a">Ng, A. (2001). ''Rivers of the north''. London: Pond. p. 33.</ref>
And again.<ref name="a"/> Then rested.<ref>Ng 2001, p. 12.</ref><ref>See below.</ref>

== Bibliography ==
* Roe, B. (1988). ''Streams''. Boston: [[Pond Press]].
* {{cite book|last=Lee|first=K.|title=Lakes|year=1999}}

== See also ==
* [[Water]] in the year 2000 and later
"""


def test_a_page() -> None:
    read_ = refconv.read(PAGE)

    assert [(one.title, one.author[0].family) for one in read_] == [
        ("Rivers of the north", "Ng"), ("Streams", "Roe"), ("Lakes", "Lee"),
    ]  # fmt: skip
    assert [(o.carrier, o.field, o.line) for o in read_.origins] == [
        ("wikitext", "", 2), ("wikitext", "", 6), ("wikitext", "cite book", 7),
    ]  # fmt: skip


def test_nested_templates_and_links_stay_whole() -> None:
    text = "{{cite book|title=A [[b|c]] {{lang|de|d}}<!-- | x -->|year={{date|2001}}}}"

    assert [one.name for one in templates_in(text)] == ["lang", "date", "cite book"]
    (reference,) = refconv.read(text)
    assert (reference.title, reference.issued) == ("A c d", refconv.Date.parse("2001"))


@pytest.mark.parametrize(
    "text", ["{{ x }} in {braces}", "a <ref> b", "{{Infobox|name=Ng}}", "''a''"]
)
def test_what_is_no_wikitext(text: str) -> None:
    assert not recognises(text)


PARTS = ["{{", "}}", "[[", "]]", "|", "=", "cite book", "title", "<ref>", "</ref>", "''", "a 2001 "]


@given(st.lists(st.sampled_from([*PARTS, "<!--", "-->", "\n* ", "== References =="])).map("".join))
def test_no_text_raises(text: str) -> None:
    document = read(text)

    assert document.offsets is not None
    assert len(document.offsets) == len(document.text)
