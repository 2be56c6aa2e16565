"""A reference of each kind that other programs must show as it is meant."""

from __future__ import annotations

from refconv.core.model import Name, Reference

BERG = Name(family="Berg", given="Jan", non_dropping_particle="van den")
KING = Name(family="King", given="Martin Luther", suffix="Jr.")
WHO = Name(literal="World Health Organization")
PLAIN = Name(family="Đorđević", given="Ana-Marija")

RECORDS = (
    Reference(
        type="article-journal",
        id="berg2024",
        author=(BERG, KING, PLAIN),
        title="Genes of <i>Drosophila</i> & H<sub>2</sub>O at 5% #1_a",
        container_title="Journal of Tests",
        container_title_short="J. Tests",
        issued="2024-03-05",
        volume="12",
        issue="4",
        page="10-20",
        DOI="10.1000/182_a",
        ISSN="0028-0836",
    ),
    Reference(
        type="article-journal",
        id="number2023",
        author=(PLAIN,),
        title="An article with a number",
        container_title="Journal of Tests",
        issued="2023-11",
        volume="8",
        page="e005678",
        number="e005678",
        DOI="10.1000/183",
    ),
    Reference(
        type="book",
        id="who2020",
        author=(WHO,),
        title="World health",
        publisher="Press of the Organization",
        publisher_place="Geneva",
        issued="2020",
        ISBN="978-3-16-148410-0",
    ),
    Reference(
        type="chapter",
        id="king1999",
        author=(KING,),
        editor=(PLAIN,),
        title="A chapter",
        container_title="The whole book",
        issued="1999",
        page="1-22",
        publisher="Elsevier",
    ),
    Reference(
        type="paper-conference",
        id="plain2019",
        author=(PLAIN, BERG),
        title="A paper",
        container_title="Proceedings of the Conference",
        event_place="Paris",
        issued="2019-06",
        page="7-9",
        DOI="10.1000/184",
    ),
    Reference(
        type="thesis",
        id="thesis2001",
        author=(PLAIN,),
        title="A thesis",
        publisher="University of Zagreb",
        issued="2001",
        genre="PhD thesis",
    ),
    Reference(
        type="report",
        id="report2005",
        author=(WHO,),
        title="A report",
        publisher="World Health Organization",
        genre="Technical report",
        number="TR-7",
        issued="2005",
    ),
    Reference(
        type="webpage",
        id="web2022",
        author=(PLAIN,),
        title="A page on the web",
        URL="https://example.org/a_b?c=d%20e",
        issued="2022-01-31",
        accessed="2024-02-29",
    ),
)
