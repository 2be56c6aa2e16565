"""On a local Spark: a worker reads strings and files as refconv does in this process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import refconv
from refconv.spark import PARSED, convert_files, parse_column, parsed, parsed_all

pyspark_sql = pytest.importorskip("pyspark.sql", reason="needs refconv[spark]")

STRINGS = [
    "Rotte A, Frigault MJ, et al. Dose–response correlation. J Immunother Cancer. 2022;10:e005678.",
    "Clark, A. (1997). Being There: Putting Brain, Body, and World Together Again. MIT Press.",
    "Knuth DE. Literate programming.\n Comput J. 1984;27(2):97–111. doi:10.1093/comjnl/27.2.97",
    "Müller, H.: Über Größe. In: Schmidt, K. (Hrsg.): Festschrift. Berlin: Springer 2001, S. 1-9.",
    None,
    "",
    "\ud7ff\x00 }{ not a reference",
]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    environment = pytest.MonkeyPatch()
    environment.setenv("PYSPARK_PYTHON", sys.executable)
    session = (
        pyspark_sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()
    environment.undo()


@pytest.mark.parametrize("partitions", [1, 3])
def test_a_column_of_strings_is_parsed(spark: Any, partitions: int) -> None:
    rows = [(n, text) for n, text in enumerate(STRINGS)]
    df = spark.createDataFrame(rows, "n int, reference string").repartition(partitions)

    done = parse_column(df, "reference").orderBy("n").collect()

    assert [row["reference"] for row in done] == STRINGS
    for row in done:
        here = parsed(row["reference"])
        there = row["parsed"].asDict(recursive=True) if row["parsed"] is not None else None
        assert there == ({**dict.fromkeys(there or ()), **here} if here is not None else None)
    assert done[0]["parsed"]["author"][0]["family"] == "Rotte"
    assert done[0]["parsed"]["et_al"] is True
    assert done[2]["parsed"]["DOI"] == "10.1093/comjnl/27.2.97"
    assert json.loads(done[1]["parsed"]["csl"])["issued"] == {"date-parts": [[1997]]}
    assert done[4]["parsed"] is None
    assert done[5]["parsed"]["error"] == "ValueError: no text"


def test_a_string_reads_the_same_whatever_strings_are_read_with_it() -> None:
    alone = [parsed(text) for text in STRINGS]

    assert parsed_all(STRINGS) == alone
    assert parsed_all(STRINGS[::-1] * 3) == alone[::-1] * 3
    assert parsed_all([]) == []


def test_the_column_has_the_documented_type(spark: Any) -> None:
    df = spark.createDataFrame([(STRINGS[1],)], "reference string")

    documented = spark.createDataFrame([], PARSED).schema

    assert parse_column(df, "reference").schema["parsed"].dataType == documented


def test_fields_of_the_column_can_be_selected(spark: Any) -> None:
    df = spark.createDataFrame([(STRINGS[1],)], "reference string")

    (row,) = parse_column(df, "reference", "r").select("r.title", "r.author.family").collect()

    assert row["title"].startswith("Being There")
    assert row["family"] == ["Clark"]
    with pytest.raises(ValueError, match="columns are reference"):
        parse_column(df, "references")


def test_a_column_of_numbers_is_refused(spark: Any) -> None:
    df = spark.createDataFrame([(1,)], "year int")

    with pytest.raises(TypeError, match="column 'year' must hold strings, not int"):
        parse_column(df, "year")


def test_files_are_converted(spark: Any, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{a, title={A}, title={B}}", "utf-8")
    (tmp_path / "b.ris").write_text("TY  - BOOK\nTI  - B\nER  - \n", "utf-8")
    out = tmp_path / "made" / "out"
    paths = [str(tmp_path / name) for name in ("a.bib", "b.ris", "missing.bib")]

    rows = {
        Path(row["path"]).name: row
        for row in convert_files(spark, paths, str(out), to="csl-json").collect()
    }

    assert rows["a.bib"].asDict() == {
        "path": paths[0],
        "output": str(out / "a.json"),
        "references": 1,
        "diagnostics": 1,
        "losses": 0,
        "error": None,
    }
    assert [r.title for r in refconv.load(out / "b.json")] == ["B"]
    assert rows["missing.bib"]["error"].startswith("FileNotFoundError")
    with pytest.raises(ValueError, match="one name"):
        convert_files(spark, ["x/a.bib", "y/a.ris"], str(out), to="ris")


def test_the_example_runs(tmp_path: Path) -> None:
    path = tmp_path / "references.txt"
    path.write_text("\n".join(text for text in STRINGS[:4] if text).replace("\n ", " "), "utf-8")
    example = Path(refconv.__file__).parents[2] / "examples" / "spark_column.py"
    command = [sys.executable, str(example), str(path)]

    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)

    assert done.stdout.startswith("4 references\n")
    assert "[Knuth]" in done.stdout
