"""Ways out: files with what they cannot carry, Zotero, labelled references, the page as a file."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

import refconv
from refconv import Loss, Name, Reference
from refconv.formats.registry import FILE_FORMATS
from refconv.web import zotero
from refconv.web.exports import TARGETS, export, said
from refconv.web.page import report
from refconv.web.sheets import sheet
from refconv.web.wire import items_of
from tests.web.asking import Asker
from tests.web.conftest import SEED
from tools.tagger.labels import LABELS, read_corrections, read_labelled

ARTICLE = Reference(
    type="article-journal",
    id="doe",
    title="<i>In vivo</i>",
    author=(Name(family="Doe", given="Jane", orcid="0000-0002-1825-0097"), Name(family="Roe")),
    et_al={"author"},
    custom=(("bibtex:file", "a.pdf"),),
)


# ── files ───────────────────────────────────────────────────────────────────────────────────────


def test_every_format_that_can_be_written_is_a_target() -> None:
    assert {target.format for target in TARGETS.values()} == {
        name for name, format in FILE_FORMATS.items() if format.join
    }
    assert TARGETS["ris:zotero"].title == "RIS for Zotero"
    assert TARGETS["biblatex"].file == "references.bib"


@pytest.mark.parametrize("key", TARGETS)
def test_a_file_is_what_the_library_writes(key: str, ask: Asker) -> None:
    target = TARGETS[key]

    made = ask.api("export", items=items_of([ARTICLE]), target=key)

    written = refconv.write([ARTICLE], target.format, for_=target.client)
    assert made["text"] == written.text
    assert sum(map(len, made["losses"].values())) == len(written.losses)


def test_blocks_go_into_the_format_that_they_come_from() -> None:
    sheets = sheet(b"@preamble{{A preamble}}\n@book{a, title={A}}", "a.bib")
    blocks = [(format, refconv.Block(kind, text)) for format, kind, text in sheets["blocks"]]

    assert "A preamble" in export([ARTICLE], "bibtex", blocks)["text"]
    assert "A preamble" not in export([ARTICLE], "ris", blocks)["text"]


@pytest.mark.parametrize(
    ("path", "value", "kept", "row"),
    [
        ("scale", "1:5", None, ["scale", "is not carried"]),
        ("title", "<i>A</i>", "A", ["title", "becomes “A”"]),
        ("issued", "x", refconv.Date.on(2020, 5), ["issued", "becomes “2020-05”"]),
        ("author[0].orcid", "0000", None, ["author", "ORCID of Doe, Jane is not carried"]),
        ("author[0].given", "Jane", "J.", ["author", "given name of Doe, Jane becomes “J.”"]),
        ("author[1]", Name("Roe"), Name(literal="R"), ["author", "Roe becomes “R”"]),
        ("author.et-al", True, None, ["author", "“et al.” is not carried"]),
        ("author.et-al", False, True, ["author", "“et al.” is added"]),
        ("custom[0]", ("bibtex:file", "a.pdf"), None, ["kept", "bibtex:file"]),
        ("custom", (), (("ris:XX", "a"),), ["kept", "keys of other formats"]),
        ("type", "post-weblog", "webpage", ["type", "becomes web page"]),
    ],
)
def test_losses_are_said_of_rows(path: str, value: Any, kept: Any, row: list[str]) -> None:
    assert said(Loss(0, "doe", path, value, kept), ARTICLE) == row


def test_a_target_that_there_is_none_of(ask: Asker) -> None:
    answer = ask("/api/export", json.dumps({"items": [], "target": "marc"}).encode())

    assert (answer.status, answer.json) == (400, {"problem": "no target 'marc'"})


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"7", b'{"items": 7, "target": "ris"}', b"[" * 9999]
)
def test_what_is_no_message(ask: Asker, body: bytes) -> None:
    assert ask("/api/export", body).status == 400


# ── Zotero ──────────────────────────────────────────────────────────────────────────────────────


class Connector(HTTPServer):
    """Plays the part of Zotero that listens for its browser connector."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.status = 201
        self.asked: list[tuple[str, dict[str, str], str]] = []


class _Answers(BaseHTTPRequestHandler):
    server: Connector

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append((self.path, headers, body))
        self.send_response(self.server.status)
        self.end_headers()
        items = [{"itemType": "journalArticle"}] * body.count("TY  - ")
        self.wfile.write(json.dumps(items).encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def connector(monkeypatch: pytest.MonkeyPatch) -> Iterator[Connector]:
    with Connector() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setattr(zotero, "ADDRESS", server.server_address)
        # A proxy of the surroundings is not for what stays on this machine.
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        yield server
        server.shutdown()


def test_sending_to_zotero(ask: Asker, connector: Connector) -> None:
    answer = ask.api("zotero", items=items_of([ARTICLE, ARTICLE]), target="csl-json")

    assert answer == {"target": "ris:zotero", "taken": 2, "problem": ""}
    ((path, headers, body),) = connector.asked
    assert path == "/connector/import"
    assert headers["x-zotero-connector-api-version"] == "3"
    assert body == refconv.write([ARTICLE, ARTICLE], "ris", for_="zotero").text


def test_a_chosen_file_for_zotero_is_the_one_that_is_sent(ask: Asker, connector: Connector) -> None:
    answer = ask.api("zotero", items=items_of([ARTICLE]), target="bibtex:zotero")

    assert answer["target"] == "bibtex:zotero"
    assert connector.asked[0][2].startswith("@article{doe,")


@pytest.mark.parametrize(
    ("status", "problem"),
    [(400, "could not read"), (403, "refused"), (409, "already"), (500, "read-only"), (503, "503")],
)
def test_zotero_refuses(ask: Asker, connector: Connector, status: int, problem: str) -> None:
    connector.status = status

    answer = ask.api("zotero", items=items_of([ARTICLE]), target="ris:zotero")

    assert answer["taken"] == 0
    assert problem in answer["problem"]


def test_zotero_is_not_running(ask: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    with HTTPServer(("127.0.0.1", 0), _Answers) as closed:
        monkeypatch.setattr(zotero, "ADDRESS", closed.server_address)

    answer = ask.api("zotero", items=items_of([ARTICLE]), target="ris:zotero")

    assert answer["problem"] == "Zotero is not running. Start it and send again."


# ── labelled references ─────────────────────────────────────────────────────────────────────────


def test_corrections_can_be_trained_on(ask: Asker, seed: Any, tmp_path: Path) -> None:
    entries = [{"text": e["text"], "segments": e["segments"]} for e in seed["entries"]]
    made = ask.api("training", entries=entries, document="page.txt")
    (tmp_path / "labelled").mkdir()
    path = tmp_path / "labelled" / made["file"]
    path.write_text(made["text"], "utf-8")

    read = list(read_corrections(path))

    assert [item.text for item in read] == [entry["text"] for entry in entries]
    assert [[list(span) for span in item.spans] for item in read] == [
        [segment[:3] for segment in entry["segments"]] for entry in entries
    ]
    assert {label for item in read for label, *_ in item.spans} <= {*LABELS}
    assert {(item.source, item.group) for item in read} == {("refconv-corrections", "page.txt")}


def test_training_reads_corrections_beside_the_corpora(tmp_path: Path) -> None:
    import gzip  # noqa: PLC0415

    (tmp_path / "labelled").mkdir()
    for name in ("anystyle-core", "grobid-citation"):
        with gzip.open(tmp_path / "labelled" / f"{name}.jsonl.gz", "wt"):
            pass
    row = {
        "text": "Doe J. On.",
        "raw": [["author", "Doe J"], ["title", "On"]],
        "source": "s",
        "doc": "d",
    }
    (tmp_path / "labelled" / "corrections-2.jsonl").write_text(json.dumps(row), "utf-8")

    (item,) = read_labelled(tmp_path)

    assert item.spans == (("author", 0, 5), ("title", 7, 9))


# ── one file ────────────────────────────────────────────────────────────────────────────────────


def test_a_report_loads_nothing() -> None:
    html = report([sheet(SEED.read_bytes())])

    assert "script-src 'sha256-" in html
    assert "default-src 'none'" in html
    assert " src=" not in html
    assert html.count("<script") == 2
    assert "import " not in html.split('<script type="module">')[1].split("</script>")[0]


def test_nothing_that_was_read_ends_the_element_it_stands_in() -> None:
    hostile = b"@book{a, title={</script><script>alert(1)</script><!-- head -->}}"

    html = report([sheet(hostile, "a.bib")])

    assert html.count("<script") == 2
    assert html.count("</script>") == 2
    assert "<!-- head" not in html
