"""The laws that every format keeps, checked over every format that is written."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refconv.catalogue import CLIENTS
from refconv.formats import FORMATS
from refconv.keys import assign_ids
from refconv.lens import lay, read_record
from refconv.losses import apply, read_back
from refconv.model import Reference
from refconv.pipeline import read, write
from refconv.strategies import references, texts

WRITABLE = [name for name, format in FORMATS.items() if format.join is not None]
WRITTEN = [(name, client) for name in WRITABLE for client in (None, *CLIENTS)]
some_references = st.lists(references(), max_size=3)
every_format = pytest.mark.parametrize("name", FORMATS)
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
    format = FORMATS[name]
    table = format.table_for(client)
    laid = lay(table, reference, format.carry)

    assert read_back(table, format.table, laid) == read_record(format.table, laid.record)[0]


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
