"""The laws that every format keeps, checked over every format that is written."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refconv.clients import CLIENTS
from refconv.core.fields import Decoded, NameList
from refconv.core.keys import assign_ids
from refconv.core.lens import lay, read_record
from refconv.core.losses import apply, read_back
from refconv.core.model import BY_NAME, Name, Reference
from refconv.formats.csljson.syntax import encoded
from refconv.formats.registry import FILE_FORMATS
from refconv.io.api import FORMATS, read, write
from refconv.strategies import dates, names, references, texts

WRITABLE = [name for name, format in FILE_FORMATS.items() if format.join is not None]
WRITTEN = [(name, client) for name in WRITABLE for client in (None, *CLIENTS)]
some_references = st.lists(references(), max_size=3)
every_format = pytest.mark.parametrize("name", FILE_FORMATS)
every_dialect = pytest.mark.parametrize(("name", "client"), WRITTEN)
law = settings(deadline=None, suppress_health_check=list(HealthCheck))


@every_dialect
@law
@given(given_references=some_references)
def test_what_is_read_back_is_what_was_written_less_the_losses(
    name: str, client: None, given_references: list[Reference]
) -> None:
    written = write(given_references, name, for_=client)

    back = read(written.text, name)

    assert back.references == apply(assign_ids(given_references), written.losses)


@every_dialect
@law
@given(reference=references())
def test_what_is_read_back_is_foretold_without_reading_it(
    name: str, client: None, reference: Reference
) -> None:
    format = FILE_FORMATS[name]
    table = format.table_for(client)
    laid = lay(table, reference, format.carry)

    assert read_back(table, format.table, laid) == read_record(format.table, laid.record)[0]


# Nearly what is plain: numbers, names and words that some syntax tells apart, or rewrites.
_PIECES = (
    *"a A é ø - – _ / . , ; : ' ’ ( ) { } \\ $ & < > \" \n".split(" "),
    *"B. van Jr. and et al. others 7 12 2004 -- 10.1000/x_1 PMC1234567 1234-5679".split(),
    *"978-3-16-148410-0 12345678 2004/05/ received x@y".split(),
    " ",
    "  ",
    "\u00a0",
)
_NEARLY_PLAIN = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4).map("".join)
_VALUES = {
    "text": _NEARLY_PLAIN,
    "number": _NEARLY_PLAIN,
    "date": dates(),
    "list": st.lists(_NEARLY_PLAIN, min_size=1, max_size=3).map(tuple),
    "names": st.builds(
        NameList,
        st.lists(
            st.builds(Name, family=_NEARLY_PLAIN, given=st.just("") | _NEARLY_PLAIN) | names(),
            min_size=1,
            max_size=3,
        ).map(tuple),
        st.booleans(),
    ),
}


@every_dialect
@law
@given(data=st.data())
def test_a_short_cut_leads_where_the_long_way_leads(
    name: str, client: None, data: st.DataObject
) -> None:
    format = FILE_FORMATS[name]
    table = format.table_for(client)
    variable = data.draw(st.sampled_from(sorted({row.variable for row in table.rows})))
    value = data.draw(_VALUES[BY_NAME[variable].kind])
    for row in (row for row in table.rows if row.variable == variable):
        plain = row.codec.plainly(value)
        if plain is not None:
            raws = (*plain, *((),) * (len(row.keys) - len(plain)))

            assert row.codec.encode(value) == raws
            for key, own in zip(row.keys, raws, strict=True):
                assert tuple(format.carry(key, raw) for raw in own) == own
            assert row.codec.decode(raws) == Decoded(value)


@pytest.mark.parametrize("name", FORMATS)
@law
@given(raw=_NEARLY_PLAIN)
def test_a_value_alone_is_read_as_the_long_way_reads_it(name: str, raw: str) -> None:
    for row in FORMATS[name].table.rows:
        value = row.codec.alone(raw) if row.codec.alone is not None else None

        if value is not None:
            assert row.codec.decode(((raw,), *((),) * (len(row.keys) - 1))) == Decoded(value)


@every_dialect
@settings(law, max_examples=20)
@given(reference=references())
def test_what_is_known_by_heart_is_what_was_worked_out(
    name: str, client: None, reference: Reference
) -> None:
    format = FILE_FORMATS[name]
    table = format.table_for(client)
    laid = lay(table, reference, format.carry)
    read_first = read_record(format.table, laid.record)
    for one in (table, format.table):
        plan = one.plan(one.read_type(laid.record.type) or one.fallback[1])
        plan.layouts.clear()
        plan.shapes.clear()

    assert lay(table, reference, format.carry) == laid
    assert read_record(format.table, laid.record) == read_first


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inside: (
            st.lists(inside, max_size=3) | st.dictionaries(st.text(), inside, max_size=3)
        ),
    )
)
def test_json_is_encoded_as_the_standard_library_does(value: object) -> None:
    assert encoded(value) == json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize("name", ["bibtex", "ris", "csl-json"])
def test_what_most_references_hold_takes_the_short_cut(name: str) -> None:
    format = FILE_FORMATS[name]
    article = Reference(
        type="article-journal",
        id="x",
        title="Étude of a title: the (first) part",
        author=(Name(family="Müller-Lüdenscheidt", given="A. B."), Name(family="Li", given="Wei")),
        container_title="Journal of Things",
        issued="2004-05",
        volume="12",
        issue="3",
        page="123-145",
        DOI="10.1000/xyz_123.4",
        keyword=("one", "two words"),
    )

    assert [raws for _, raws in lay(format.table, article, format.carry).rows] == [None] * 9


@every_dialect
@law
@given(given_references=some_references)
def test_writing_what_was_read_back_gives_the_same_text(
    name: str, client: None, given_references: list[Reference]
) -> None:
    once = write(given_references, name, for_=client).text

    assert write(read(once, name), name, for_=client).text == once


@every_format
@law
@given(text=st.text() | st.lists(texts(), max_size=30).map("".join))
def test_reading_never_raises_on_any_text(name: str, text: str) -> None:
    read(text, name)


@every_format
@law
@given(data=st.binary())
def test_reading_never_raises_on_any_bytes(name: str, data: bytes) -> None:
    read(data, name)


@pytest.mark.parametrize("name", WRITABLE)
@law
@given(reference=references(), data=st.data())
def test_reading_never_raises_on_a_damaged_file(
    name: str, reference: Reference, data: st.DataObject
) -> None:
    text = write(reference, name).text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    read(text[:start] + data.draw(texts()) + text[end:], name)


@every_dialect
def test_an_article_number_is_written_in_both_its_places_at_once(name: str, client: None) -> None:
    article = Reference(type="article-journal", id="x", page="e005678")
    once = write(article, name, for_=client).text

    assert write(read(once, name), name, for_=client).text == once


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("ris", "ris:Y2", "ris:AU"),
        ("enw", "enw:%E", "enw:%A"),
        ("endnote-xml", "endnote-xml:orig-pub", "endnote-xml:contributors/authors/author"),
        ("bibtex", "bibtex:editor", "bibtex:author"),
    ],
)
def test_a_key_of_custom_that_is_read_as_a_variable_is_written_as_one(
    name: str, first: str, second: str
) -> None:
    reference = Reference(
        type="book",
        title="A title",
        author=[Name(family="Smith", given="J.")],
        custom=[(first, "1999"), (second, "Roe, Kim")],
    )

    written = write(reference, name).text

    assert write(read(written, name), name).text == written
