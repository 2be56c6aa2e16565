"""The measure of finding duplicates, on references that it makes up."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tools.duplicates_score import (
    DAMAGE,
    OTHERS,
    Score,
    library_of,
    made_up,
    main,
    read_journals,
    references_of,
    score,
)


def test_damaged_copies_are_found_and_other_publications_are_not() -> None:
    rng = random.Random(1)  # noqa: S311
    originals = [*references_of(made_up(rng), read_journals(None), rng)]

    library = library_of(originals, rng)
    total, counts, wrong = score(library)

    assert {*library.kinds} > {*OTHERS}
    assert len({*library.kinds} & {*DAMAGE}) > 15
    assert total.precision >= 0.998
    assert total.f1 >= 0.98
    assert sum(counts.values()) >= total.found / 2
    assert len(wrong) == total.wrong


def test_scores() -> None:
    assert Score(0, 0, 0).f1 == 1.0
    assert (Score(3, 1, 1).precision, Score(3, 1, 1).recall) == (0.75, 0.75)


def test_it_prints_a_line_for_each_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, journals = tmp_path / "records.jsonl", tmp_path / "journals.csv"
    items = [
        {"type": "book", "title": f"A history of rivers, volume {i}", "issued": {"raw": "1999"},
         "author": [{"family": f"Ng{i}", "given": "Ann"}]}
        for i in range(9)
    ]  # fmt: skip
    items += [{"title": "Snow in valleys", "authors": "A B Ng; C Okoro", "year": "2001"}]
    path.write_text("".join(f"{json.dumps(item)}\n" for item in items), "utf-8")
    journals.write_text("Annals of Snow,Ann. Snow\nLakes,Lakes\n", "utf-8")

    main([str(path), "--journals", str(journals), "--count", "10", "--wrong", "3"])

    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines if line.split("  ")[0] in DAMAGE] == [*DAMAGE]
    assert "precision 1.0000" in lines[-1]
