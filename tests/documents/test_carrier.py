"""Every carrier in the registry."""

from __future__ import annotations

import pytest

from refconv.documents.carrier import Document
from refconv.formats.registry import DOCUMENT_PLACES, DOCUMENTS, FORMATS, PLACES
from refconv.io.detection import carrier_at


@pytest.mark.parametrize("name", DOCUMENT_PLACES)
def test_a_carrier_is_what_the_registry_says(name: str) -> None:
    place = DOCUMENT_PLACES[name]
    carrier = carrier_at(place)

    assert carrier.name == name == DOCUMENTS[name].name
    assert carrier.is_binary == place.is_binary
    assert carrier.title


def test_documents_and_formats_have_different_names() -> None:
    assert {*DOCUMENTS}.isdisjoint(FORMATS)
    assert not any(place.is_written for place in DOCUMENT_PLACES.values())
    assert PLACES.keys() == FORMATS.keys()


@pytest.mark.parametrize("name", DOCUMENT_PLACES)
def test_nothing_is_an_empty_document(name: str) -> None:
    carrier = carrier_at(DOCUMENT_PLACES[name])

    read = carrier.read(b"" if carrier.is_binary else "")

    assert isinstance(read, Document)
    assert (read.items, read.embedded) == ((), ())
