"""The laws that every format keeps, checked over every format that is written."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refconv.clients import CLIENTS
from refconv.clients.judges import judge_for
from refconv.core.keys import assign_ids
from refconv.core.lens import decode_record, encode_reference
from refconv.core.losses import apply, predict_decoded
from refconv.core.model import Name, Reference
from refconv.formats.csljson.syntax import encoded
from refconv.formats.registry import FILE_FORMATS
from refconv.io.api import read, write
from refconv.strategies import references, texts

WRITABLE = [name for name, format in FILE_FORMATS.items() if format.join is not None]
WRITTEN = [(name, client) for name in WRITABLE for client in (None, *FILE_FORMATS[name].dialects)]
# For the others, what the program itself stores counts (test_client_laws.py).
READ_BACK = [(name, client) for name, client in WRITTEN if judge_for(client, name) is None]
some_references = st.lists(references(), max_size=3)
every_format = pytest.mark.parametrize("name", FILE_FORMATS)
every_dialect = pytest.mark.parametrize(("name", "client"), WRITTEN)
law = settings(deadline=None, suppress_health_check=list(HealthCheck))


def test_a_program_without_a_dialect_gets_the_format_itself() -> None:
    for name in WRITABLE:
        format = FILE_FORMATS[name]
        others = {*CLIENTS} - format.dialects.keys()
        assert {id(format.table_for(client)) for client in (None, *others)} == {id(format.table)}


@pytest.mark.parametrize(("name", "client"), READ_BACK)
@law
@given(given_references=some_references)
def test_reading_a_written_text_returns_the_references_with_the_losses_applied(
    name: str, client: None, given_references: list[Reference]
) -> None:
    written = write(given_references, name, for_=client)

    back = read(written.text, name)

    assert back.references == apply(assign_ids(given_references), written.losses)


# Each reference in all dialects, since drawing one takes longer than encoding it in all of them.
@settings(law, max_examples=150)
@given(reference=references())
def test_decoding_is_predicted_without_writing(reference: Reference) -> None:
    for name, client in WRITTEN:
        format = FILE_FORMATS[name]
        table = format.table_for(client)
        encoded = encode_reference(table, reference, format.carry_for(client))

        assert (
            predict_decoded(table, format.table, encoded)
            == decode_record(format.table, encoded.record)[0]
        ), (name, client)


@settings(law, max_examples=50)
@given(reference=references())
def test_a_cached_plan_encodes_like_a_new_one(reference: Reference) -> None:
    for name, client in WRITTEN:
        format = FILE_FORMATS[name]
        table = format.table_for(client)
        encoded = encode_reference(table, reference, format.carry_for(client))
        read_first = decode_record(format.table, encoded.record)
        for one in (table, format.table):
            one.plans.clear()

        assert encode_reference(table, reference, format.carry_for(client)) == encoded, (
            name,
            client,
        )
        assert decode_record(format.table, encoded.record) == read_first, (name, client)


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


@every_dialect
@law
@given(given_references=some_references)
def test_writing_is_idempotent(name: str, client: None, given_references: list[Reference]) -> None:
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
def test_an_article_number_is_written_to_both_its_keys(name: str, client: None) -> None:
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
def test_a_custom_key_that_a_field_reads_is_written_as_that_field(
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
