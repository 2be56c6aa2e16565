"""Laws of selecting, sorting and dividing, in Python and while files are converted."""

from __future__ import annotations

import tempfile
from contextlib import AbstractContextManager, nullcontext
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refconv.core.model import Reference
from refconv.formats.registry import FILE_FORMATS
from refconv.io.api import load, read, write
from refconv.io.convert import Conversion
from refconv.io.input import input_of_data
from refconv.library import Selection, Sorting, drop_fields, keep_fields, select, sort, split
from refconv.library.changes import Changes
from refconv.library.field_choice import FieldChoice
from refconv.strategies import references

law = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
libraries = st.lists(references(), max_size=5)
orders = st.lists(
    st.sampled_from(["author", "-author", "year", "-year", "title", "key", "type", "volume"]),
    min_size=1,
    max_size=3,
)
criteria = st.fixed_dictionaries(
    {},
    optional={
        "type": st.lists(st.sampled_from(["book", "article-journal", "chapter"]), min_size=1),
        "year": st.sampled_from(["1990-", "-2010", "2000-2020"]),
        "key": st.sampled_from(["a*", "*1*"]),
    },
)
names = st.lists(st.sampled_from(["title", "author", "year", "note", "custom"]), max_size=3)


@law
@given(library=libraries, chosen=criteria, order=orders)
def test_selecting_commutes_with_sorting_and_is_idempotent(
    library: list[Reference], chosen: dict[str, Any], order: list[str]
) -> None:
    selected = select(library, **chosen)

    assert sort(selected, order) == select(sort(library, order), **chosen)
    assert select(selected, **chosen) == selected


@law
@given(library=libraries, order=orders)
def test_sorting_is_idempotent_and_loses_nothing(
    library: list[Reference], order: list[str]
) -> None:
    ordered = sort(library, order)

    assert sort(ordered, order) == ordered
    assert sorted(map(id, ordered)) == sorted(map(id, library))


@law
@given(library=libraries, size=st.integers(1, 4))
def test_parts_make_the_whole(library: list[Reference], size: int) -> None:
    assert [one for part in split(library, size) for one in part] == library


@law
@given(library=libraries, chosen=names)
def test_keeping_and_dropping_are_idempotent_and_leave_what_the_other_takes(
    library: list[Reference], chosen: list[str]
) -> None:
    kept, dropped = keep_fields(library, chosen), drop_fields(library, chosen)

    assert keep_fields(kept, chosen) == kept
    assert drop_fields(dropped, chosen) == dropped
    empty = [Reference(type=one.type, id=one.id) for one in library]
    assert [*drop_fields(kept, chosen)] == empty == [*keep_fields(dropped, chosen)]


@pytest.mark.parametrize("jobs", [1, 2])
@settings(law, max_examples=8)
@given(
    library=libraries, chosen=criteria, order=st.none() | orders, dropped=names,
    limit=st.none() | st.integers(1, 4),
)  # fmt: skip
def test_a_file_is_converted_as_its_references_are_changed(
    jobs: int,
    library: list[Reference],
    chosen: dict[str, Any],
    order: list[str] | None,
    dropped: list[str],
    limit: int | None,
) -> None:
    named = [one.changed(id=f"a{place}") for place, one in enumerate(library)]
    text = write(named, "csl-json").text
    wanted = select(read(text, "csl-json"), **chosen)
    wanted = drop_fields(wanted if order is None else sort(wanted, order), dropped)

    conversion = Conversion(
        FILE_FORMATS["bibtex"],
        jobs=jobs,
        changes=Changes(Selection(**chosen), FieldChoice(drop=dropped)),
        sorting=None if order is None else Sorting(order),
        limit=limit,
    )
    losses: list[Any] = []
    conversion.on_report = losses.append
    output = BytesIO()
    conversion.run([input_of_data(text, "csl-json", None)], output)

    expected = write(wanted[:limit], "bibtex")
    assert output.getvalue().decode() == expected.text
    assert [one for one in losses if hasattr(one, "kept")] == [*expected.losses]
    assert conversion.count == len(wanted[:limit])


@law
@given(library=libraries, size=st.integers(1, 4))
def test_numbered_files_hold_all(library: list[Reference], size: int) -> None:
    text = write(library, "ris").text
    with tempfile.TemporaryDirectory() as folder:

        def opened(number: int) -> AbstractContextManager[BinaryIO]:
            return (Path(folder) / f"{number}.bib").open("wb")

        conversion = Conversion(FILE_FORMATS["bibtex"])
        conversion.run_split([input_of_data(text, "ris", None)], opened, size)
        parts = [load(Path(folder) / f"{number}.bib") for number in range(1, 6)
                 if (Path(folder) / f"{number}.bib").exists()]  # fmt: skip

    whole = BytesIO()
    Conversion(FILE_FORMATS["bibtex"]).run_split(
        [input_of_data(text, "ris", None)], lambda _: nullcontext(whole), 0
    )
    assert [len(part) for part in parts[:-1]] == [size] * (len(parts) - 1)
    assert [one for part in parts for one in part] == [*read(whole.getvalue(), "bibtex")]
