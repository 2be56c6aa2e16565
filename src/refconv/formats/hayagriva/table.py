"""The table of Hayagriva: which path holds which variable.

Source: typst/hayagriva, *The Hayagriva YAML File Format*, and the CSL variables that its styles
make of a field. What contains an entry is its parent, the series the parent of that; a book's
parent is its series.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from refconv.core.fields import Codec, Field, FieldMap, Record, types
from refconv.core.idempotent import idempotent_values
from refconv.core.rules import RecordRule
from refconv.formats.hayagriva.hayagriva_codecs import (
    DOI,
    date_codec,
    is_count,
    is_duration,
    is_language,
    is_url,
    names_codec,
    text_codec,
    verbatim_codec,
)
from refconv.formats.hayagriva.syntax import carry, with_further_parents, with_main_parts
from refconv.formats.hayagriva.types import FALLBACK, NATIVE, TYPES

_WHOLE = types(
    *"book report thesis manuscript periodical software motion_picture song patent".split(),
    *"legal_case legislation graphic performance event document".split(),
)
"""What is in a series, not in a container."""

_INSTITUTIONS = types("report", "thesis")

_ROLES: Mapping[str, str] = {
    "translator": "translator",
    "compiler": "compiler",
    "organizer": "organizer",
    "cast-member": "performer",
    "composer": "composer",
    "producer": "producer",
    "executive-producer": "executive-producer",
    "writer": "script-writer",
    "director": "director",
    "illustrator": "illustrator",
    "narrator": "narrator",
    "collaborator": "contributor",
    "founder": "series-creator",
}


def _texts(*names: str) -> Iterator[Field]:
    """Yield a field for each ``key=variable`` of a text."""
    for name in names:
        key, _, variable = name.partition("=")
        yield Field((key,), variable or key, text_codec())


def _field(keys: str, variable: str, codec: Codec, kinds: str = "") -> Field:
    chosen = {"whole": _WHOLE, "institution": _INSTITUTIONS}.get(kinds)
    return Field(tuple(keys.split()), variable, codec, chosen)


_SERIAL = "serial-number"
_PLACES = "publisher/location location"

_OF_WHOLES = (
    _field("parent/title", "collection-title", text_codec(), "whole"),
    _field("parent/volume", "collection-number", verbatim_codec(), "whole"),
    _field("parent/editor", "collection-editor", names_codec(), "whole"),
    _field("volume", "volume", verbatim_codec(), "whole"),
    _field("issue", "issue", verbatim_codec(), "whole"),
    _field("edition", "edition", verbatim_codec(), "whole"),
    _field("editor", "editor", names_codec(), "whole"),
    _field("publisher organization", "publisher", text_codec(2), "institution"),
    _field("publisher", "publisher", text_codec(), "whole"),
    _field(_PLACES, "publisher-place", text_codec(2), "whole"),
    _field(f"{_SERIAL}/isbn isbn", "ISBN", verbatim_codec(2), "whole"),
    _field(f"{_SERIAL}/issn issn", "ISSN", verbatim_codec(2), "whole"),
    _field("page-total", "number-of-pages", verbatim_codec(1, is_count), "whole"),
    _field("volume-total", "number-of-volumes", verbatim_codec(1, is_count), "whole"),
    _field("url", "URL", verbatim_codec(1, is_url), "whole"),
    _field("url/date", "accessed", date_codec(1), "whole"),
    _field("date", "issued", date_codec(1), "whole"),
)

_OF_PARTS = (
    _field("parent/title", "container-title", text_codec()),
    _field("parent/title/short", "container-title-short", text_codec()),
    _field("parent/author", "container-author", names_codec()),
    _field("parent/parent/title", "collection-title", text_codec()),
    _field("parent/parent/volume", "collection-number", verbatim_codec()),
    _field("parent/parent/editor", "collection-editor", names_codec()),
    _field("parent/volume volume", "volume", verbatim_codec(2)),
    _field("parent/issue issue", "issue", verbatim_codec(2)),
    _field("parent/edition edition", "edition", verbatim_codec(2)),
    _field("parent/editor editor", "editor", names_codec(2)),
    _field("parent/publisher publisher", "publisher", text_codec(2)),
    _field(
        "parent/publisher/location parent/location publisher/location location",
        "publisher-place",
        text_codec(4),
    ),
    _field(f"parent/{_SERIAL}/isbn parent/isbn {_SERIAL}/isbn isbn", "ISBN", verbatim_codec(4)),
    _field(f"parent/{_SERIAL}/issn parent/issn {_SERIAL}/issn issn", "ISSN", verbatim_codec(4)),
    _field("page-total parent/page-total", "number-of-pages", verbatim_codec(2, is_count)),
    _field("parent/volume-total volume-total", "number-of-volumes", verbatim_codec(2, is_count)),
    _field("url parent/url", "URL", verbatim_codec(2, is_url, repeats=True)),
    _field("url/date parent/url/date", "accessed", date_codec(2)),
    _field("date parent/date", "issued", date_codec(2)),
)

_OF_ALL = (
    *_texts("title", "title/short=title-short"),
    _field("author", "author", names_codec()),
    *_texts("genre", "abstract", "note", "archive"),
    *_texts("archive-location=archive_location", "call-number", "organization=authority"),
    *(_field(f"affiliated/{role}", name, names_codec()) for role, name in _ROLES.items()),
    _field("chapter", "chapter-number", verbatim_codec()),
    _field("page-range", "page", verbatim_codec()),
    _field("runtime", "dimensions", verbatim_codec(1, is_duration)),
    _field("language", "language", verbatim_codec(1, is_language)),
    _field(f"{_SERIAL}/doi doi", "DOI", DOI),
    _field(f"{_SERIAL}/pmid pmid", "PMID", verbatim_codec(2)),
    _field(f"{_SERIAL}/pmcid pmcid", "PMCID", verbatim_codec(2)),
    _field(f"{_SERIAL}/version", "version", verbatim_codec()),
    _field(f"{_SERIAL}/serial {_SERIAL}", "number", verbatim_codec(2)),
    *_texts("conference/title=event-title"),
    _field("conference/location conference/publisher/location", "event-place", text_codec(2)),
    _field("conference/date", "event-date", date_codec(1)),
    *_texts("original/title=original-title", "original/publisher=original-publisher"),
    _field(
        "original/publisher/location original/location", "original-publisher-place", text_codec(2)
    ),
    _field("original/date", "original-date", date_codec(1)),
    _field("original/author", "original-author", names_codec()),
)


def _with_archive(record: Record) -> Record:
    """Decode arXiv's number as the place in an archive."""
    keys = {key for key, _ in record.fields}
    number = f"{_SERIAL}/arxiv"
    if number not in keys or keys & {"archive", "archive-location"}:
        return record
    place = next(i for i, (key, _) in enumerate(record.fields) if key == number)
    raw = record.fields[place][1]
    fields = (("archive", "arXiv"), ("archive-location", raw))
    lines = record.lines
    return Record(
        record.type,
        record.id,
        record.fields[:place] + fields + record.fields[place + 1 :],
        record.line,
        lines[:place] + 2 * lines[place : place + 1] + lines[place + 1 :],
    )


TABLE = idempotent_values(
    FieldMap(
        prefix="hayagriva",
        type_key="type",
        types=TYPES,
        fallback=FALLBACK,
        fields=_OF_ALL + _OF_WHOLES + _OF_PARTS,
        rules=(
            RecordRule("number of arXiv", decode=_with_archive),
            RecordRule("further parents", encode=with_further_parents),
            RecordRule("parts of nothing", encode=with_main_parts),
        ),
        is_legal_type=NATIVE.__contains__,
    ),
    carry,
    {},
)
"""Hayagriva: values are written as they are read."""
