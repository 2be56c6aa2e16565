"""Reference strings and files by the million, on a Spark cluster: the extra ``refconv[spark]``.

::

    from refconv.spark import convert_files, parse_column

    parsed = parse_column(df, "reference")                    # + column "parsed", a struct
    parsed.select("parsed.title", "parsed.author.family")
    done = convert_files(spark, ["/data/a.bib", "/data/b.ris"], "/out", to="csl-json")

Each string is read alone, so that the result does not depend on how rows are partitioned; the model
is loaded once in each worker process. What fails is a row too, with ``error`` set.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from refconv.clients import Client
from refconv.core.model import Name, Reference
from refconv.core.report import Segment
from refconv.io.api import convert
from refconv.io.garbage import garbage_collection_paused
from refconv.io.input import chosen_format

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

_TEXTS = (
    *("type", "title", "container_title", "volume", "issue", "page", "edition", "publisher"),
    *("publisher_place", "genre", "number", "note", "DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID"),
)
_DATES = ("issued", "accessed")
_PEOPLE = ("author", "editor", "translator")
_PARTS = ("family", "given", "dropping_particle", "non_dropping_particle", "suffix", "literal")

_PERSON = f"struct<{', '.join(f'{part}: string' for part in _PARTS)}>"
PARSED = ", ".join(
    (
        *(f"{name}: string" for name in (*_TEXTS, *_DATES)),
        *(f"{name}: array<{_PERSON}>" for name in _PEOPLE),
        "et_al: boolean",
        "confidence: double",
        "csl: string",
        "error: string",
    )
)
"""The fields of a parsed reference, as Spark writes a schema.

Names are those of :class:`refconv.Reference`, dates are EDTF, ``et_al`` is that of the authors,
``confidence`` that of the least sure segment (0 to 1), and ``csl`` the whole item as CSL-JSON. A
row without a text is null in all of them.
"""

CONVERTED = (
    "path: string, output: string, references: long, diagnostics: long, losses: long, error: string"
)
"""What :func:`convert_files` gives for each file."""


def parse_column(df: DataFrame, column: str, into: str = "parsed") -> DataFrame:
    """Parse a column of reference strings.

    Args:
        df: A frame with a column of strings, a reference each.
        column: That column's name.
        into: Name of the column that is added: a struct with the fields of :data:`PARSED`.

    Returns:
        The frame with that column, as many rows, in each partition in their order.

    Raises:
        ValueError: where there is no such column, or already one named ``into``.
    """
    if column not in df.columns or into in df.columns:
        raise ValueError(f"the frame's columns are {', '.join(df.columns)}: {column!r} → {into!r}?")
    from pyspark.sql.types import StructType  # noqa: PLC0415 (an extra)

    schema = StructType([*df.schema.fields]).add(into, StructType.fromDDL(PARSED))

    def parse(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import pyarrow  # noqa: PLC0415 (in the worker)

        kind = _arrow_type(pyarrow)
        for batch in batches:
            rows = parsed_all(batch.column(column).to_pylist())
            columns = [*batch.columns, pyarrow.array(rows, type=kind)]
            yield pyarrow.RecordBatch.from_arrays(columns, [*batch.schema.names, into])

    return df.mapInArrow(parse, schema)


def parsed(text: str | None) -> dict[str, Any] | None:
    """Parse one reference string into the fields of :data:`PARSED`; never raises."""
    return parsed_all([text])[0]


@garbage_collection_paused()
def parsed_all(texts: Sequence[str | None]) -> list[dict[str, Any] | None]:
    """Parse reference strings, each as :func:`parsed` does: together it takes a fifth of the time.

    Args:
        texts: Reference strings; ``None`` gives ``None``.

    Returns:
        For each string a row; never raises.
    """
    from refconv.tag import segments  # noqa: PLC0415 (in the worker)

    strings = ["" if text is None else " ".join(text.split()) for text in texts]
    return [
        None if text is None else _parsed(string, labelled)
        for text, string, labelled in zip(texts, strings, segments(strings), strict=True)
    ]


def _parsed(text: str, labelled: tuple[Segment, ...]) -> dict[str, Any]:
    """Make a row of a string that is one reference, or of what is wrong with it."""
    from refconv.assemble.label_table import TABLE  # noqa: PLC0415
    from refconv.assemble.record import assemble  # noqa: PLC0415
    from refconv.core.lens import read_record  # noqa: PLC0415 (in the worker)

    try:
        if not text:
            raise ValueError("no text")
        reference, _ = read_record(TABLE, assemble(text, labelled).record)
        return _row(reference, min((segment.confidence for segment in labelled), default=0.0))
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


def _row(reference: Reference, confidence: float) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(reference, name) or None for name in _TEXTS}
    row |= {name: str(date) if (date := getattr(reference, name)) else None for name in _DATES}
    row |= {name: [_person(one) for one in getattr(reference, name)] for name in _PEOPLE}
    return {
        **row,
        "type": str(reference.type),
        "et_al": "author" in reference.et_al,
        "confidence": confidence,
        "csl": json.dumps(reference.as_csl(), ensure_ascii=False),
        "error": None,
    }


def _person(name: Name) -> dict[str, str | None]:
    return {part: getattr(name, part) or None for part in _PARTS}


def _arrow_type(pyarrow: Any) -> Any:
    """Give the struct's type as Arrow has it."""
    text = pyarrow.string()
    person = pyarrow.struct([(part, text) for part in _PARTS])
    return pyarrow.struct(
        [
            *((name, text) for name in (*_TEXTS, *_DATES)),
            *((name, pyarrow.list_(person)) for name in _PEOPLE),
            ("et_al", pyarrow.bool_()),
            ("confidence", pyarrow.float64()),
            ("csl", text),
            ("error", text),
        ]
    )


def convert_files(
    spark: SparkSession,
    paths: Sequence[str],
    folder: str,
    *,
    to: str,
    from_: str | None = None,
    for_: Client | None = None,
) -> DataFrame:
    """Convert files, each in one task; every worker must see ``paths`` and ``folder``.

    Args:
        spark: The session.
        paths: Files to read.
        folder: Where the files are written, under their names with the target's suffix.
        to: The format to write.
        from_: The format of the files; told by suffix or content where it is not given.
        for_: The program that will read them: ``zotero`` or ``endnote``.

    Returns:
        A row for each file, with the columns of :data:`CONVERTED`; nothing is done before its rows
        are asked for.

    Raises:
        ValueError: for a format that there is none of, or two files that would be one.
    """
    suffix = next(iter(chosen_format(to).suffixes), ".bib")
    outputs = [str(Path(folder) / f"{Path(path).stem}{suffix}") for path in paths]
    if len({*outputs}) < len(outputs):
        raise ValueError("two of the files would be written under one name")
    pairs = spark.createDataFrame([*zip(paths, outputs, strict=True)], "path string, output string")

    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import pyarrow  # noqa: PLC0415 (in the worker)

        for batch in batches:
            rows = [_converted(**row, from_=from_, to=to, for_=for_) for row in batch.to_pylist()]
            yield pyarrow.RecordBatch.from_pylist(rows, schema=_converted_schema(pyarrow))

    return pairs.repartition(max(1, len(paths))).mapInArrow(work, CONVERTED)


def _converted_schema(pyarrow: Any) -> Any:
    kinds = {"string": pyarrow.string(), "long": pyarrow.int64()}
    fields = (field.split(": ") for field in CONVERTED.split(", "))
    return pyarrow.schema([(name, kinds[kind]) for name, kind in fields])


def _converted(
    path: str, output: str, from_: str | None, to: str, for_: Client | None
) -> dict[str, Any]:
    row: dict[str, Any] = {"path": path, "output": output, "error": None}
    try:
        done = convert(path, output, from_=from_, to=to, for_=for_)
    except Exception as error:
        return {**row, "error": f"{type(error).__name__}: {error}"}
    counts = (len(done.references), len(done.diagnostics), len(done.losses))
    return {**row, **dict(zip(("references", "diagnostics", "losses"), counts, strict=True))}
