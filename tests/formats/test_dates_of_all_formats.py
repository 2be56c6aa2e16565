"""Dates as the formats write them, and the date that they are read as."""

from __future__ import annotations

import json
from typing import Any

import pytest

from refconv import Code, Date, read, write


def issued(source: str, name: str) -> tuple[Date | None, list[Code]]:
    texts = {
        "biblatex": f"@book{{a,\n  {source},\n}}",
        "ris": f"TY  - BOOK\n{source}\nER  - \n",
        "csl-json": f'[{{"id": "a", "type": "book", "issued": {source}}}]',
    }
    got = read(texts[name], name)
    again = [write(got, other) for other in ("bibtex", "biblatex", "ris", "csl-json")]
    for written, other in zip(again, ("bibtex", "biblatex", "ris", "csl-json"), strict=True):
        # Each format keeps the date, or reports its loss.
        kept = read(written.text, other).references[0].issued
        assert kept == got.references[0].issued or any(
            loss.path == "issued" for loss in written.losses
        )
    return got.references[0].issued, [found.code for found in got.diagnostics]


BIBLATEX = {
    "date = {2004-06/2004-08}": "2004-06/2004-08",
    "date = {2004-21}": "2004-21",
    "date = {1723~}": "1723~",
    "date = {1723?}": "1723?",
    "date = {1723%}": "1723%",
    "date = {1723~/1730}": "1723~/1730",
    "date = {199X}": "199X",
    "date = {19XX}": "19XX",
    "date = {2004-04-XX}": "2004-04-XX",
    "date = {1988/..}": "1988/..",
    "date = {1988/}": "1988/",
    "date = {/1988}": "/1988",
    "date = {-0043}": "-0043",
    "date = {Y170000002}": "Y170000002",
    'year = 2004, month = "10~" # jan': "2004-01-10",
    'year = 2004, month = mar # "~12"': "2004-03-12",
    "year = 2004, month = {12 mar}": "2004-03-12",
    "year = {2010}, month = {3}": "2010-03",
    "year = {2010}, month = {Mar.}": "2010-03",
    "year = {2010}, month = mar, day = 5": "2010-03-05",
    "year = {2010}, month = {jun--jul}": "2010-06/2010-07",
    "year = {2010}, month = {12--15 May}": "2010-05-12/2010-05-15",
    "year = {2010}, month = {Spring}": "2010-21",
    "year = {2020--2021}": "2020/2021",
    "year = {1920/21}": "1920/1921",
    "year = {c. 1850}": "1850~",
    "year = {[1850?]}": "1850?",
}
MONTHS = {
    "März": 3,
    "Jänner": 1,
    "févr.": 2,
    "août": 8,
    "enero": 1,
    "setiembre": 9,
    "maggio": 5,
    "outubro": 10,
    "maart": 3,
    "maj": 5,
    "desember": 12,
    "października": 10,
    "června": 6,
    "Ağustos": 8,
    "сентября": 9,
    "липень": 7,
    "octombrie": 10,
    "szeptember": 9,
    "juliol": 7,
}
SEASONS = {"Frühjahr": 1, "été": 2, "otoño": 3, "inverno": 4, "зима": 4, "Herbst": 3, "lente": 1}
RIS = {
    "PY  - 2004": "2004",
    "PY  - 2004/06/": "2004-06",
    "PY  - 2004//": "2004",
    "Y1  - 2004/06/05/": "2004-06-05",
    "PY  - 2009\nDA  - MAR 15": "2009-03-15",
    "PY  - 2009\nDA  - Winter": "2009-24",
    "PY  - 2009\nDA  - Nov-Dec": "2009-11/2009-12",
    "PY  - 2009\nDA  - 2009/06/05": "2009-06-05",
    "DA  - 2 de mayo de 2010": "2010-05-02",
    "DA  - 5. Mai 2010": "2010-05-05",
    "DA  - June 3rd, 2010": "2010-06-03",
    "DA  - 2010年5月6日": "2010-05-06",
    "PY  - 2004-2005": "2004/2005",
    "PY  - 2004-06/2004-08": "2004-06/2004-08",
    "PY  - ca. 1850": "1850~",
    "PY  - 1850~": "1850~",
    "PY  - 199X": "199X",
    "PY  - 1988/..": "1988/..",
    "PY  - -0043": "-0043",
}
CSL: list[tuple[Any, str]] = [
    ({"date-parts": [[2004, 6], [2004, 8]]}, "2004-06/2004-08"),
    ({"date-parts": [["2004", "6", "5"]]}, "2004-06-05"),
    ({"date-parts": [[2004, 0, 0]]}, "2004"),
    ({"date-parts": [[2004]], "season": 1}, "2004-21"),
    ({"date-parts": [[2004]], "season": "3"}, "2004-23"),
    ({"date-parts": [[2004, 21]]}, "2004-21"),
    ({"date-parts": [[1723]], "circa": True}, "1723~"),
    ({"date-parts": [[-43]]}, "-0043"),
    ({"raw": "2004-06"}, "2004-06"),
    ({"literal": "1988/.."}, "1988/.."),
    ("2004-06/2004-08", "2004-06/2004-08"),
]


@pytest.mark.parametrize(("source", "edtf"), BIBLATEX.items())
def test_biblatex(source: str, edtf: str) -> None:
    assert issued(source, "biblatex") == (Date.from_edtf(edtf), [])


@pytest.mark.parametrize(("month", "number"), MONTHS.items())
def test_months_in_many_languages(month: str, number: int) -> None:
    assert issued(f"year = 2010, month = {{{month}}}", "biblatex") == (Date.on(2010, number), [])
    assert issued(f"PY  - 2010\nDA  - {month} 4", "ris") == (Date.on(2010, number, 4), [])


@pytest.mark.parametrize(("season", "number"), SEASONS.items())
def test_seasons_in_many_languages(season: str, number: int) -> None:
    expected = Date.from_edtf(f"2010-{20 + number}")

    assert issued(f"year = 2010, month = {{{season}}}", "biblatex") == (expected, [])
    assert issued(f"DA  - {season} 2010", "ris") == (expected, [])


@pytest.mark.parametrize(("source", "edtf"), RIS.items())
def test_ris(source: str, edtf: str) -> None:
    assert issued(source, "ris") == (Date.from_edtf(edtf), [])


@pytest.mark.parametrize(("source", "edtf"), CSL)
def test_csl_json(source: Any, edtf: str) -> None:
    assert issued(json.dumps(source), "csl-json") == (Date.from_edtf(edtf), [])


@pytest.mark.parametrize("text", ["in press", "n.d.", "forthcoming", "to appear", "o. J."])
def test_words_for_a_date_are_kept_unchanged(text: str) -> None:
    kept: tuple[Date, list[Code]] = (Date(literal=text), [])

    assert issued(f"year = {{{text}}}", "biblatex") == kept
    assert issued(f"PY  - {text}", "ris") == kept
    assert issued(json.dumps({"literal": text}), "csl-json") == kept


IMPOSSIBLE = [
    ("biblatex", "date = {2004-02-30}", "2004-02-30"),
    ("biblatex", "year = 2014, month = feb, day = 30", "2014-feb-30"),
    ("biblatex", "date = {2005-02-29}", "2005-02-29"),
    ("biblatex", "year = {MMIV}", "MMIV"),
    ("ris", "DA  - 2004/02/30", "2004/02/30"),
    ("ris", "PY  - 2010/13/01", "2010/13/01"),
    ("csl-json", '{"date-parts": [[2004, 2, 30]]}', "2004-02-30"),
]


@pytest.mark.parametrize(("name", "source", "literal"), IMPOSSIBLE)
def test_days_that_do_not_exist_are_kept_as_text_and_reported(
    name: str, source: str, literal: str
) -> None:
    assert issued(source, name) == (Date(literal=literal), [Code.BAD_DATE])


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN"])
def test_numbers_that_are_no_year_are_reported(number: str) -> None:
    assert issued(f'{{"date-parts": [[{number}, 1]]}}', "csl-json") == (None, [Code.BAD_DATE])


def test_a_time_of_day_is_kept_beside_its_date() -> None:
    date, codes = issued("date = {2004-05-06T12:00:00}", "biblatex")

    assert date is not None
    assert (date.edtf(), date.literal, codes) == ("2004-05-06", "2004-05-06T12:00:00", [])
