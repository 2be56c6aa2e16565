"""What the formats of all web interfaces have in common."""

from __future__ import annotations

from refconv.core.fields import Field
from refconv.core.model import ItemType
from refconv.formats.base import Chunk
from refconv.formats.json.records import ParsedItem
from refconv.formats.web_json.service_format import service_format
from refconv.io.read import read_chunk
from refconv.values.json_codecs import TEXT

ITEM = '{"id": "https://openalex.org/W1", "authorships": [], "biblio": {}, "name": "Snow"}'


def test_a_format_has_types_a_table_and_chunks() -> None:
    format = service_format(
        "openalex",
        "A service",
        "kind",
        [Field(("name",), "title", TEXT)],
        lambda item: ParsedItem("book", "", [*item.items()]),
        prefix="service",
    )

    (reference,) = read_chunk(format, Chunk(ITEM), None).references

    assert (format.name, format.title, format.join) == ("openalex", "A service", None)
    assert (reference.type, reference.title) == ("book", "Snow")
    assert [key for key, _ in reference.custom] == ["service:id"]


def test_the_prefix_is_the_name_by_default() -> None:
    format = service_format("openalex", "", "kind", [], lambda _: ParsedItem("book", "", []))

    assert format.table.prefix == "openalex"
    assert format.table.fallback == ("document", ItemType.DOCUMENT)


def test_what_items_know_of_others_is_added_before_they_are_parsed() -> None:
    format = service_format(
        "openalex",
        "",
        "kind",
        [Field(("name",), "title", TEXT)],
        lambda item: ParsedItem("book", "", [("name", item["name"])]),
        index=lambda _chunks: "Ice",
        complete=lambda item, known: {**item, "name": known},
    )
    chunking = format.chunking
    assert chunking is not None

    (reference,) = read_chunk(format, Chunk(ITEM), chunking.index(lambda: ())).references

    assert reference.title == "Ice"
