"""RIS, values: names, dates, pages, identifiers, in both directions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.core.fields import NameList
from refconv.core.model import Date, Name
from refconv.formats.ris import codecs, identifiers
from refconv.values.date_fields import decode_date
from refconv.values.inverted_names import NAMES, NAMES_WITH_ET_AL, decode_name, encode_name

# Names that are written as they are read.
NAME = [
    ("Hughes, Alice B.", Name(family="Hughes", given="Alice B.")),
    ("King, Martin Luther, Jr.", Name(family="King", given="Martin Luther", suffix="Jr.")),
    ("King, , Jr.", Name(family="King", suffix="Jr.")),
    ("van der Berg, Jan", Name(non_dropping_particle="van der", family="Berg", given="Jan")),
    ("Beethoven, Ludwig van", Name(family="Beethoven", given="Ludwig", dropping_particle="van")),
    ("Plato", Name(family="Plato")),
    ("WHO,", Name(literal="WHO")),
    ("World Health Organization,", Name(literal="World Health Organization")),
    ("Smith & Sons,, Inc.", Name(literal="Smith & Sons, Inc.")),
    (", Madonna", Name(given="Madonna")),
]
# Names that are only read.
READ_NAME = [
    ("Hughes,A.", Name(family="Hughes", given="A.")),
    ("King, Jr., Martin", Name(family="King", given="Martin", suffix="Jr.")),
    ("Adler D.G.", Name(family="Adler", given="D.G.")),
    ("Smith JA", Name(family="Smith", given="JA")),
    ("van Dam R.M.", Name(non_dropping_particle="van", family="Dam", given="R.M.")),
    ("World Health Organization", Name(literal="World Health Organization")),
    ("Smith, J., Jr., PhD", Name(literal="Smith, J., Jr., PhD")),
    (",", None),
    ("", None),
]

NAME_LISTS = [
    (("A, B", "C, D"), NameList((Name(family="A", given="B"), Name(family="C", given="D")))),
    (("A, B; C, D",), NameList((Name(family="A", given="B"), Name(family="C", given="D")))),
    (("Smith &amp; Sons",), NameList((Name(literal="Smith &amp; Sons"),))),
    (("A, B", "et al."), NameList((Name(family="A", given="B"),), et_al=True)),
    (("A, B", "et al.,"), NameList((Name(family="A", given="B"),), et_al=True)),
    (("A, B", "and others"), NameList((Name(family="A", given="B"),), et_al=True)),
    (("et al",), NameList((), et_al=True)),
]

# (PY and its like, DA, the date as EDTF or its literal); written as they are read
DATE = [
    ("2019", "", "2019"),
    ("2019", "2019/03/05/", "2019-03-05"),
    ("2019", "2019/03//", "2019-03"),
    ("0800", "", "0800"),
    ("2021", "Spring", "2021-21"),
    ("2015", "Nov-Dec", "2015-11/2015-12"),
    ("2018", "Jun 6-9", "2018-06-06/2018-06-09"),
    ("2018", "Jun 28-Jul 2", "2018-06-28/2018-07-02"),
    ("2019-2020", "", "2019/2020"),
    ("ca. 1723", "", "1723~"),
    ("199X", "", "199X"),
    ("-0043", "", "-0043"),
    ("2004-06/2005-08", "", "2004-06/2005-08"),
    ("1988/..", "", "1988/.."),
    ("in press", "", "in press"),
]
# Only read: (PY and Y1, DA, the date, which values it does not stand for).
READ_DATE = [
    (["2019///"], [], "2019", []),
    (["2019/00/00/"], [], "2019", []),
    (["2019/3/5"], [], "2019-03-05", []),
    (["2015/october"], [], "2015-10", []),
    (["2001///Winter"], [], "2001-24", []),
    (["2012/03//undefined"], [], "2012-03", []),
    (["2009"], ["MAR 15"], "2009-03-15", []),
    (["2009"], ["15 March"], "2009-03-15", []),
    (["2009"], ["Sep 1"], "2009-09-01", []),
    (["2009"], ["November 24 2009"], "2009-11-24", []),
    (["2009"], ["Winter"], "2009-24", []),
    (["6-9 June 2018"], [], "2018-06-06/2018-06-09", []),
    (["2005", "2005/07/15"], ["2005/07/15"], "2005-07-15", []),
    (["2005/07/15", "2005"], [], "2005-07-15", []),
    (["2004-2008"], [], "2004/2008", []),
    (["1988-90"], [], "1988/1990", []),
    ([], ["2014/12/12"], "2014-12-12", []),
    ([], ["May"], "May", []),
    (["2015"], ["2014/12/12"], "2014-12-12", ["2015"]),
    (["2004"], ["2004/02/30"], "2004", ["2004/02/30"]),
    (["2013/07/22"], ["2013/07/28"], "2013-07-28", ["2013/07/22"]),
    (["2004/02/30"], [], "2004/02/30", []),
    (["n.d."], [], "n.d.", []),
]

# (SP, EP, pages, values they do not stand for)
PAGES = [
    (["10"], ["20"], "10-20", []),
    (["10-20"], [], "10-20", []),
    (["10–20"], [], "10-20", []),
    (["10--20"], ["20"], "10-20", []),
    (["503"], ["9"], "503-9", []),
    (["219840"], ["219840"], "219840", []),
    (["e005678"], [], "e005678", []),
    (["S193"], ["S194"], "S193-S194", []),
    (["12, 15-17"], [], "12, 15-17", []),
    (["10-20"], ["25"], "10-20", ["25"]),
    (["10"], ["nan"], "10", ["nan"]),
    (["No"], ["Specified"], None, []),
    ([], ["20"], None, []),
]


@pytest.mark.parametrize(("text", "name"), NAME)
def test_a_name_both_ways(text: str, name: Name) -> None:
    assert decode_name(text) == name
    assert encode_name(name) == text


@pytest.mark.parametrize(("text", "name"), READ_NAME)
def test_a_name_read(text: str, name: Name | None) -> None:
    assert decode_name(text) == name


@pytest.mark.parametrize(("texts", "names"), NAME_LISTS)
def test_a_list_of_names(texts: tuple[str, ...], names: NameList) -> None:
    assert NAMES.decode((texts,)).value == names


def test_et_al_is_written_for_endnote_alone() -> None:
    names = NameList((Name(family="A", given="B"),), et_al=True)

    assert NAMES.encode(names) == (("A, B",),)
    assert NAMES_WITH_ET_AL.encode(names) == (("A, B", "et al.,"),)


def test_a_name_that_reads_as_et_al_is_not_written() -> None:
    assert NAMES.encode(NameList((Name(literal="et al."), Name(family="A")))) == (("A",),)


@pytest.mark.parametrize(("year", "day", "date"), DATE)
def test_a_date_both_ways(year: str, day: str, date: str) -> None:
    raws = ((year,), (day,) if day else ())

    assert codecs.ISSUED.decode(raws).value == Date.of(date)
    assert codecs.ISSUED.encode(Date.of(date)) == raws


@pytest.mark.parametrize(("years", "days", "date", "unused"), READ_DATE)
def test_a_date_read(years: list[str], days: list[str], date: str, unused: list[str]) -> None:
    raws = (tuple(years), tuple(days))

    decoded = codecs.ISSUED.decode(raws)

    assert str(decoded.value) == date
    assert [raws[position][i] for position, i in decoded.unused] == unused


def test_a_date_and_what_was_printed_with_it() -> None:
    date = Date.of("2012-03-05")
    with_text = Date(date.start, literal="Online first")

    assert decode_date("2012/03/05/Online first") == with_text
    assert codecs.ISSUED.encode(with_text) == (("2012",), ("2012/03/05/Online first",))


@pytest.mark.parametrize(("starts", "ends", "pages", "unused"), PAGES)
def test_pages(starts: list[str], ends: list[str], pages: str | None, unused: list[str]) -> None:
    raws = (tuple(starts), tuple(ends))

    decoded = codecs.PAGES.decode(raws)

    assert decoded.value == pages
    assert [raws[position][i] for position, i in decoded.unused] == unused


def test_pages_are_read_in_time_that_grows_with_their_length() -> None:
    raw = "1" + " " * 200_000 + "2"

    assert codecs.PAGES.decode(((raw,), ())).value == raw


def test_keywords() -> None:
    assert codecs.KEYWORDS.decode((("a", "b; c", "d, e"),)).value == ("a", "b", "c", "d, e")
    assert codecs.KEYWORDS.encode(("<i>a</i>", "b; c")) == (("a", "b", "c"),)


def test_paragraphs_of_a_note() -> None:
    assert codecs.NOTES.decode((("a\nb", "c"),)).value == "a\nb\n\nc"
    assert codecs.NOTES.encode("a\nb\n\nc") == (("a\nb", "c"),)


@pytest.mark.parametrize(
    ("own", "type_", "note", "doi"),
    [
        (["http://dx.doi.org/10.1/a"], [], [], "10.1/a"),
        ([], ["doi: 10.1000/a"], [], "10.1000/a"),
        ([], [], ["doi: 10.1000/a"], "10.1000/a"),
        (["10.1000/a"], ["10.1000/b"], [], "10.1000/a"),
        (["whatever"], ["10.1000/b"], [], "10.1000/b"),
        (["whatever"], [], [], "whatever"),
    ],
)
def test_a_doi_may_stand_elsewhere(
    own: list[str], type_: list[str], note: list[str], doi: str | None
) -> None:
    decoded = identifiers.DOI.decode((tuple(own), tuple(type_), tuple(note)))

    assert decoded.value == doi
    assert {(1, i) for i in range(len(type_))} <= {*decoded.unused} or doi is None


digits = st.text("0123456789", min_size=1, max_size=5)
sides = st.one_of(digits, st.text("0123456789 e-–S", max_size=5))


@given(st.lists(sides, max_size=2), st.lists(sides, max_size=2))
def test_pages_of_two_numbers_are_read_as_all_pages_are(start: list[str], end: list[str]) -> None:
    raws = tuple(start), tuple(end)

    assert codecs.PAGES.decode(raws) == codecs._decode_pages(raws)


dois = st.text("0123456789./aZ(_ ", max_size=6).map("10.1234/{}".format)


@given(st.lists(dois, max_size=2), st.lists(dois, max_size=1))
def test_a_plain_doi_is_read_as_all_dois_are(own: list[str], others: list[str]) -> None:
    raws = tuple(own), tuple(others), ()
    long_way = identifiers._DOI.decode(raws)

    if long_way.value is not None:
        assert identifiers.DOI.decode(raws) == long_way
