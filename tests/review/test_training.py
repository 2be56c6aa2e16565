"""Corrections as labelled lines, and that training reads them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from refconv.review.training import training_lines
from tests.review.marked import CORRECTED, parse_marked
from tools.tagger.labelled_data import read_corrections, read_labelled


def test_a_line_a_string() -> None:
    strings = [parse_marked(CORRECTED), parse_marked("<title|Ü, „x“>\u2028 1999")]

    first, second = map(json.loads, training_lines(strings, "page.txt").split("\n")[:-1])

    assert first["raw"][:3] == [
        ["author", "Doe J"],
        ["title", "On tests"],
        ["container-title", "Nature"],
    ]
    assert second == {
        "text": "Ü, „x“\u2028 1999",
        "raw": [["title", "Ü, „x“"]],
        "source": "refconv-corrections",
        "doc": "page.txt",
    }


def test_a_string_of_no_document_is_one_of_its_own() -> None:
    line = training_lines([("Doe J. A title that is rather long, to be cut. 1999", ())])

    assert json.loads(line)["doc"] == "Doe J. A title that is rather long, to b"


def test_what_is_written_is_read(tmp_path: Path) -> None:
    strings = [parse_marked(CORRECTED), parse_marked("<author|Roe R>. <title|Of>.")]
    (tmp_path / "corrections.jsonl").write_text(training_lines(strings, "page.txt"), "utf-8")

    read = list(read_corrections(tmp_path / "corrections.jsonl"))

    assert [(item.text, item.source, item.group) for item in read] == [
        (text, "refconv-corrections", "page.txt") for text, _ in strings
    ]
    assert [list(item.spans) for item in read] == [
        [(s.label, s.start, s.end) for s in segments] for _, segments in strings
    ]


def test_training_reads_corrections_beside_the_corpora(tmp_path: Path) -> None:
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
