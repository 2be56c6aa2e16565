"""biblatex: the same fields under biblatex's names."""

from __future__ import annotations

from pathlib import Path

import pytest

import refconv
from refconv.core.lens import decode_record, encode_reference
from refconv.core.model import Date, ItemType, Name, Point, Reference
from refconv.formats.base import Format
from refconv.formats.bibtex import BIBLATEX, FORMAT


def text_of(reference: Reference, format: Format = BIBLATEX) -> str:
    assert format.join is not None
    return format.join([encode_reference(format.table, reference, format.carry).record])


def fields_of(reference: Reference) -> dict[str, str]:
    lines = text_of(reference).splitlines()
    pairs = (line.strip().removesuffix(",").split(" = ", 1) for line in lines[1:-1])
    shown = {key: value.removeprefix("{").removesuffix("}") for key, value in pairs}
    return {"@": lines[0][1:].partition("{")[0], **shown}


def predict_decoded(text: str, format: Format) -> tuple[Reference, ...]:
    return tuple(decode_record(format.table, record)[0] for record in format.split(text).records)


WRITTEN = [
    ({"container_title": "J", "type": "article-journal"}, {"journaltitle": "J"}),
    ({"publisher_place": "Paris"}, {"location": "Paris"}),
    ({"publisher": "U", "type": "thesis"}, {"@": "thesis", "institution": "U"}),
    ({"publisher": "I", "type": "report"}, {"@": "report", "institution": "I"}),
    ({"issued": "2024-03-05"}, {"date": "2024-03-05"}),
    ({"issued": "2004-06/2004-08"}, {"date": "2004-06/2004-08"}),
    ({"issued": "in press"}, {"year": "in press"}),
    ({"type": "dataset"}, {"@": "dataset"}),
    ({"type": "article-newspaper"}, {"@": "article", "entrysubtype": "newspaper"}),
    ({"annote": "x"}, {"annotation": "x"}),
    (
        {"type": "article", "genre": "preprint", "archive": "arXiv", "archive_location": "1.2"},
        {"eprint": "1.2", "eprinttype": "arxiv"},
    ),
    (
        {"author": (Name("Berg", "Jan", non_dropping_particle="Van"), Name("B", orcid="0-1"))},
        {
            "author": "family={Berg}, given={Jan}, prefix={Van} and B",
            "author+an:orcid": '2="0-1"',
        },
    ),
]


@pytest.mark.parametrize(("values", "fields"), WRITTEN)
def test_fields_are_written_under_their_own_names(
    values: dict[str, object], fields: dict[str, str]
) -> None:
    reference = Reference(id="a", **values)  # type: ignore[arg-type]
    assert {key: value for key, value in fields_of(reference).items() if key in fields} == fields
    assert predict_decoded(text_of(reference), BIBLATEX) == (reference,)


def test_no_fields_of_classic_bibtex_are_written() -> None:
    reference = Reference(
        type=ItemType.ARTICLE_JOURNAL,
        container_title="J",
        publisher_place="P",
        issued=Date(Point(2024, 3)),
        archive="arXiv",
        archive_location="1",
        archive_collection="cs",
    )
    classic = {"journal", "address", "year", "month", "archiveprefix", "primaryclass"}
    assert not classic & fields_of(reference).keys()


@pytest.mark.parametrize("kind", ItemType)
def test_both_dialects_read_each_other(kind: ItemType) -> None:
    reference = Reference(
        type=kind, id="a", title="x", container_title="J", publisher="P", issued=Date.on(2020, 5)
    )
    for format in (FORMAT, BIBLATEX):
        text = text_of(reference, format)
        for other in (FORMAT, BIBLATEX):
            (back,) = predict_decoded(text, other)
            assert (back.type, _known(back)) == (reference.type, _known(reference))


def test_real_files_are_read_alike_in_either_form(data_folder: Path) -> None:
    for name in sorted((data_folder / "files" / "bibtex").glob("*.bib")):
        text = name.read_text("utf-8", "replace")
        plain = [_known(reference) for reference in predict_decoded(text, FORMAT)]
        assert [_known(reference) for reference in predict_decoded(text, BIBLATEX)] == plain, name


def _known(reference: Reference) -> tuple[object, ...]:
    # Of ``address`` and ``location`` side by side, each dialect takes its own.
    return tuple((v.name, x) for v, x in reference.variables() if v.name != "publisher-place")


def test_a_subtitle_is_part_of_the_title_and_written_as_a_field() -> None:
    text = "@book{a,\n  title = {Title},\n  subtitle = {{DNA} and more},\n}\n"

    read = refconv.read(text, "biblatex")

    assert read.references[0].title == 'Title: <span class="nocase">DNA</span> and more'
    assert refconv.write(read, "biblatex").text == text
    as_json = refconv.write(read, "csl-json").text
    assert refconv.write(refconv.read(as_json, "csl-json"), "biblatex").text == text
    assert refconv.write(read, "bibtex").text == text


def test_a_subtitle_that_the_title_does_not_end_with_is_lost() -> None:
    reference = Reference(type="book", id="a", title="New", custom=[("bibtex:subtitle", "old")])

    written = refconv.write(reference, "biblatex")

    assert "subtitle" not in written.text
    assert [loss.path for loss in written.losses] == ["custom[0]"]
