"""What the server answers to messages: corrections, files, sending, labelled references."""

from __future__ import annotations

import json
from typing import Any

import pytest

import refconv
from refconv import Reference, Segment
from refconv.web.endpoints import ENDPOINTS
from refconv.web.exports import TARGETS
from tests.review.marked import CORRECTED, SWALLOWED, parse_marked
from tests.web.app_client import AppClient
from tests.web.samples import ARTICLE
from tools.tagger.labels import LABELS

BOOK = Reference(type="book", title="A")


def as_json(segments: tuple[Segment, ...]) -> list[list[Any]]:
    return [[s.label, s.start, s.end, s.confidence] for s in segments]


def test_the_endpoints() -> None:
    corrections = {"relabel", "recur", "edit", "names", "cut", "recut", "rejoin", "merge"}
    outputs = {"duplicates", "export", "zotero", "training", "boundaries"}
    assert {*ENDPOINTS} == corrections | outputs


def test_names(client: AppClient) -> None:
    names = [{"family": "Doe", "given": "Jane", "orcid": "0000-0002-1825-0097"}, {"literal": "WHO"}]
    edits = [{"item": BOOK.as_csl(), "name": "author", "names": names, "etAl": True}]

    (record,) = client.api("names", edits=edits)["records"]

    assert dict(record["rows"])["author"] == "Doe, Jane\nWHO\net al."
    assert record["item"]["custom"]["refconv"]["orcid"]["author"][0] == "0000-0002-1825-0097"


def test_duplicates_and_merge(client: AppClient) -> None:
    names = [refconv.Name("Ng", "Ann")]
    title = "Snow in the northern valleys"
    first = Reference(title=title, author=names, issued=2020, page="11-19")
    second = Reference(title=f"{title}.", author=names, issued=2020, page="11-9", volume="3")
    items = [one.as_csl() for one in (first, BOOK, second)]

    ((members, reason, _),) = client.api("duplicates", items=items)["groups"]
    (record,) = client.api("merge", items=[items[member] for member in members])["records"]

    assert (members, reason) == ([0, 2], "pages, title, authors, year")
    assert dict(record["rows"])["volume"] == "3"


def test_cut_and_join(client: AppClient) -> None:
    first, second = "Doe J. On tests. J Tests. 2020;1:2-9.", "Roe R. Of beds. Cell. 1999;7:8-12."
    both = f"{first} {second}"

    cut = client.api("cut", texts=[first, second])["entries"]
    at = len(first) + 1
    recut = client.api("recut", text=both, at=at, others=[{"text": both}, {"text": first}])
    pairs = [{"first": "Poe P. In", "second": "beds of it. Cell. 2001.", "number": ""}]
    rejoin = client.api("rejoin", first="Doe J. On", second="tests. 2020.", number="", pairs=pairs)

    assert [entry["text"] for entry in cut] == [first, second]
    assert [one["index"] for one in recut["found"]] == [0]
    assert [one["index"] for one in rejoin["found"]] == [0]


def test_boundaries(client: AppClient) -> None:
    inputs = [{"name": "a.txt", "text": "\U0001d434 x", "spans": [[0, 2], [3, 4]]}]

    answer = client.api("boundaries", inputs=inputs)

    assert json.loads(answer["text"])["references"] == [[0, 1], [2, 3]]


def test_relabel(client: AppClient) -> None:
    text, before = parse_marked(SWALLOWED)
    _, after = parse_marked(CORRECTED)
    entry = {"item": {"type": "article-journal", "DOI": "10.1000/1"}, "text": text,
             "previousAuthors": "", "before": as_json(before), "after": as_json(after)}  # fmt: skip

    (record,) = client.api("relabel", entries=[entry])["records"]

    rows = dict(record["rows"])
    assert (rows["title"], rows["container-title"]) == ("On tests", "Nature")
    assert (rows["DOI"], record["type"]) == ("10.1000/1", "article-journal")


def test_relabel_keeps_what_the_string_of_the_page_record_does_not_hold(
    seed: Any, client: AppClient
) -> None:
    page_record = seed["entries"][-1]
    without_title = [s for s in page_record["segments"] if s[0] != "title"]
    entry = {"item": page_record["record"]["item"], "text": page_record["text"],
             "previousAuthors": "", "before": page_record["segments"],
             "after": without_title}  # fmt: skip

    (record,) = client.api("relabel", entries=[entry])["records"]

    rows = dict(record["rows"])
    assert "title" not in rows
    assert rows["DOI"] == "10.1038/s41409-025-02662-7"
    assert record["kept"][0][0] == "text:unlabelled"


@pytest.mark.parametrize("segments", [[["title", 5, 2, 1]], "title", None])
def test_segments_that_are_not_well_formed(client: AppClient, segments: Any) -> None:
    entry = {"item": {"type": "book"}, "text": "Doe J. On", "before": [], "after": segments}
    answer = client("/api/relabel", json.dumps({"entries": [entry]}).encode())

    assert answer.status == 400
    assert "segment" in answer.json["error"]


def test_recur(client: AppClient) -> None:
    text, before = parse_marked(SWALLOWED)
    others = ["<author|Roe R>. <title|Of trials. Science>. <issued|1999>.", CORRECTED]

    answer = client.api(
        "recur",
        text=text,
        before=as_json(before),
        after=as_json(parse_marked(CORRECTED)[1]),
        others=[{"text": t, "segments": as_json(s)} for t, s in map(parse_marked, others)],
    )

    ((index, segments),) = answer["found"]
    assert (index, segments[2][:3]) == (0, ["container-title", 18, 25])


def test_recur_without_a_correction(client: AppClient) -> None:
    text, segments = parse_marked(CORRECTED)
    same = as_json(segments)
    other = {"text": text, "segments": same}

    assert client.api("recur", text=text, before=same, after=same, others=[other]) == {"found": []}


def test_edit(client: AppClient) -> None:
    edits = [
        {"item": BOOK.as_csl(), "name": "title", "text": "B"},
        {"item": ARTICLE.as_csl(), "name": "issued", "text": "2020-05"},
    ]

    first, second = client.api("edit", edits=edits)["records"]

    assert first["rows"] == [["title", "B"]]
    assert ["issued", "2020-05"] in second["rows"]


@pytest.mark.parametrize("name", ["nothing", "et_al", 7])
def test_edit_an_unknown_variable(client: AppClient, name: Any) -> None:
    edits = [{"item": BOOK.as_csl(), "name": name, "text": "B"}]

    assert client("/api/edit", json.dumps({"edits": edits}).encode()).status == 400


@pytest.mark.parametrize("key", TARGETS)
def test_export_is_what_the_library_writes(key: str, client: AppClient) -> None:
    target = TARGETS[key]

    output = client.api("export", items=[ARTICLE.as_csl()], target=key)

    written = refconv.write([ARTICLE], target.format, for_=target.client)
    assert (output["text"], output["file"]) == (written.text, target.file)
    assert sum(map(len, output["losses"].values())) == len(written.losses)


def test_export_writes_blocks(client: AppClient) -> None:
    blocks = [["bibtex", "preamble", "@preamble{{A preamble}}"]]

    output = client.api("export", items=[BOOK.as_csl()], target="bibtex", blocks=blocks)

    assert output["text"].startswith("@preamble{{A preamble}}")


def test_export_for_an_unknown_target(client: AppClient) -> None:
    answer = client("/api/export", json.dumps({"items": [], "target": "marc"}).encode())

    assert (answer.status, answer.json) == (400, {"error": "unknown target 'marc'"})


@pytest.mark.parametrize("block", [["bibtex", "string"], ["bibtex", "string", 7]])
def test_export_of_what_is_not_a_block(client: AppClient, block: Any) -> None:
    message = {"items": [], "target": "bibtex", "blocks": [block]}

    assert client("/api/export", json.dumps(message).encode()).status == 400


def test_training(client: AppClient, seed: Any) -> None:
    entries = [{"text": e["text"], "segments": e["segments"]} for e in seed["entries"]]

    output = client.api("training", entries=entries, document="page.txt")

    lines = [json.loads(line) for line in output["text"].splitlines()]
    assert output["file"] == "corrections.jsonl"
    assert [line["text"] for line in lines] == [entry["text"] for entry in entries]
    assert {line["doc"] for line in lines} == {"page.txt"}
    assert {label for line in lines for label, _ in line["raw"]} <= {*LABELS}
