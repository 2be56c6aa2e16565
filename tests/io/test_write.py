"""References are written one by one: ids, texts, losses, and whole files."""

from __future__ import annotations

import io
import itertools
from pathlib import Path

import pytest
from attrs import evolve

import refconv
from refconv import Name, Reference
from refconv.clients import Client
from refconv.core.keys import table_of
from refconv.core.report import Block
from refconv.formats.registry import FORMATS
from refconv.io.write import Entries, Naming, Parts, WantedIds
from tests.io.small_chunks import every_cut_format

ORCID = "0000-0002-1825-0097"


def without_blanks(own: str) -> str:
    return own.replace(" ", "")


NAMED: dict[str, tuple[list[str], list[tuple[str, str]], list[tuple[str, str]]]] = {
    # the ids of all references; own id and made key of some; their ids, and those written
    "an id of its own": ([], [("a", "")], [("a", "a")]),
    "no id": ([], [("", "key")], [("key", "key")]),
    "no id twice": ([], [("", "key"), ("", "key")], [("key", "key"), ("keya", "keya")]),
    "a made key that comes later": (["key"], [("", "key"), ("key", "")],
                                    [("keya", "keya"), ("key", "key")]),
    "an id twice": ([], [("a", ""), ("a", "")], [("a", "a"), ("a", "aa")]),
    "an illegal id": ([], [("a b", "")], [("a b", "ab")]),
    "an illegal id that becomes another": ([], [("ab", ""), ("a b", "")],
                                           [("ab", "ab"), ("a b", "aba")]),
    "an id without a legal character": ([], [(" ", "key")], [(" ", "key")]),
}  # fmt: skip


@pytest.mark.parametrize(("taken", "wanted", "ids"), NAMED.values(), ids=NAMED)
def test_each_reference_gets_an_id_and_the_text_another_where_it_must(
    taken: list[str], wanted: list[tuple[str, str]], ids: list[tuple[str, str]]
) -> None:
    naming = Naming(without_blanks, lambda: table_of(taken))
    assert [naming.assign(*one) for one in wanted] == ids

    at_once = Naming(without_blanks, lambda: table_of(taken))
    made = {n: key for n, (own, key) in enumerate(wanted) if key or " " in own}
    assigned = at_once.assign_all(WantedIds([own for own, _ in wanted], made))
    assert [assigned.get(n, (own, own)) for n, (own, _) in enumerate(wanted)] == ids


WANTED = [
    # a format, an id; the key that is made of the content
    ("bibtex", "a", ""),
    ("bibtex", "a b", ""),
    ("bibtex", "{}", "snow"),
    ("bibtex", "", "snow"),
    ("ris", "a b", ""),
    ("csl-json", "{}", ""),
]


@pytest.mark.parametrize(("format", "own", "made"), WANTED)
def test_a_key_is_made_where_the_id_cannot_be_written(format: str, own: str, made: str) -> None:
    entries = Entries(FORMATS[format], None)
    reference = Reference(id=own, title="Snow")

    assert entries.made_key(reference) == made
    assert entries.wanted([reference]).own == [own]
    assert entries.wanted([reference]).made.get(0, "") == made


LOSSES = [
    # a format, a program, a reference; its losses
    ("bibtex", None, Reference(id="a", title="Snow"), []),
    ("bibtex", None, Reference(id="a b"), ["id changed: 'a b' (kept as 'ab')"]),
    ("ris", None, Reference(id="a", author=[Name(family="Ng", orcid=ORCID)]),
     [f"author[0].orcid lost: '{ORCID}'"]),
    ("csl-json", None, Reference(id="a", author=[Name(family="Ng", orcid=ORCID)]), []),
]  # fmt: skip


@pytest.mark.parametrize(("format", "client", "reference", "messages"), LOSSES)
def test_a_reference_is_written_with_its_losses(
    format: str, client: Client | None, reference: Reference, messages: list[str]
) -> None:
    entries = Entries(FORMATS[format], client, "out")
    ids = Naming(FORMATS[format].legal_id).assign(reference.id, entries.made_key(reference))
    text, losses = entries.write(4, reference, ids)

    assert text
    assert [loss.message for loss in losses] == messages
    assert {(loss.index, loss.id, loss.name) for loss in losses} <= {(4, reference.id, "out")}


def test_a_format_that_is_only_read_and_an_unknown_program_are_errors() -> None:
    with pytest.raises(ValueError, match="format 'text' can only be read"):
        Entries(FORMATS["text"], None)
    with pytest.raises(ValueError, match=r"unknown program 'mendeley' \(known: "):
        Entries(FORMATS["ris"], "mendeley")  # type: ignore[arg-type]


LATE = [Block("preamble", "{p}"), Block("string", "s = {S}")]
PARTS: list[tuple[str, list[list[str]], list[Block]]] = [
    ("bibtex", [], []),
    ("bibtex", [], LATE),
    ("bibtex", [["@misc{a}"]], []),
    ("bibtex", [["@misc{a}", "@misc{b}"], [], ["@misc{c}"]], LATE),
    ("csl-json", [], []),
    ("csl-json", [["{}"], ["{}", "{}"]], []),
    ("ris", [["TY  - BOOK\r\nER  - \r\n"]], []),
    ("endnote-xml", [["<record/>"], ["<record/>"]], []),
]


@pytest.mark.parametrize("is_late", [False, True])
@pytest.mark.parametrize(("format", "chunks", "blocks"), PARTS)
def test_entries_that_come_one_by_one_make_the_same_text(
    format: str, chunks: list[list[str]], blocks: list[Block], is_late: bool
) -> None:
    join = FORMATS[format].join
    assert join is not None
    file = io.BytesIO()
    parts = Parts(file, join, is_late=is_late)
    if not is_late:
        parts.add(join.before(blocks))
    for chunk in chunks:
        parts.add(chunk)
    parts.end(blocks)

    assert file.getvalue().decode() == join.of_parts([*itertools.chain(*chunks)], blocks)


@every_cut_format
def test_a_writer_writes_the_same_as_write(
    name: str, library: dict[str, Path], tmp_path: Path
) -> None:
    some = refconv.assign_ids(refconv.load(library["bibtex"]))
    written = refconv.write(some, name)
    path = tmp_path / "out"

    with refconv.Writer(path, name) as writer:
        for reference in some:
            writer.write(reference)

    assert path.read_bytes() == written.text.encode()
    assert [evolve(loss, name="") for loss in writer.losses] == [*written.losses]
    assert {loss.name for loss in writer.losses} <= {str(path)}


def test_a_failed_writer_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.bib"
    path.write_text("as it was", "utf-8")

    def fails() -> None:
        with refconv.Writer(path) as writer:
            writer.write(Reference(id="a"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert path.read_text("utf-8") == "as it was"
    assert [one.name for one in tmp_path.iterdir()] == ["out.bib"]
