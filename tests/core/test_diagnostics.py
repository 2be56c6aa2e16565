"""Diagnostics as values: their line of text, and that they survive copies of all kinds."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from attrs import evolve

from refconv.core.codes import Code, Severity
from refconv.core.diagnostics import Counts, Data, Diagnostic, Problem, Span, problem

DATE = problem(Code.BAD_DATE, "invalid", value="20x4")


def test_a_diagnostic_is_one_line() -> None:
    found = DATE.including(variable="issued", keys="PY").at(3, 7, 3, 11)

    assert str(found) == "<input>:3:7: warning: invalid date '20x4' (kept as text) [bad-date]"
    assert str(evolve(found, name="a.ris")).startswith("a.ris:3:7: ")
    assert (found.line, found.column, found.span) == (3, 7, Span(3, 7, 3, 11))
    assert dict(found.data) == {"value": "20x4", "variable": "issued", "keys": "PY"}


@pytest.mark.parametrize("value", ["a\nb\x1b[1m", "it's {odd}", '"', "日本"])
def test_odd_values_stay_in_one_line(value: str) -> None:
    message = problem(Code.BAD_DATE, "invalid", value=value).message

    assert message == f"invalid date {value!r} (kept as text)"
    assert message.isprintable()


@pytest.mark.parametrize("name", ["a\nb.ris", "\x1b[2J"])
def test_nothing_breaks_the_line(name: str) -> None:
    found = problem(Code.SYNTAX, "xml-ended", error=f"odd {name}").at(1, 1)

    assert str(evolve(found, name=name)).isprintable()


def test_the_severity_is_the_one_of_the_table() -> None:
    assert DATE.at(1).severity == Severity.WARNING
    assert problem(Code.EMPTY, "empty").at().severity == Severity.NOTE
    assert problem(Code.BINARY, "unknown").at().severity == Severity.ERROR


def test_diagnostics_are_values() -> None:
    found, same = DATE.at(3), problem(Code.BAD_DATE, "invalid", value="20x4").at(3)

    assert found == same
    assert hash(found) == hash(same)
    assert found != DATE.at(4)
    assert found != problem(Code.BAD_DATE, "invalid", value="20x5").at(3)
    for again in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found)):
        assert again == found
        assert str(again) == str(found)


def test_data_are_a_mapping_for_json() -> None:
    data = Data(value="20x4", count=2)

    assert data == {"value": "20x4", "count": 2}
    assert data != Data(value="20x4")
    assert json.loads(json.dumps(dict(data))) == data
    assert repr(data) == "Data(value='20x4', count=2)"
    with pytest.raises(TypeError):
        data["value"] = "2004"  # type: ignore[index]


@pytest.mark.parametrize(
    ("span", "lower"),
    [
        (Span(), Span()),
        (Span(3), Span(13)),
        (Span(3, 7), Span(13, 7)),
        (Span(3, 7, 4, 2), Span(13, 7, 14, 2)),
    ],
)
def test_spans_move_down(span: Span, lower: Span) -> None:
    assert span.lower(10) == lower


def test_a_situation_that_there_is_none_of_is_an_error() -> None:
    with pytest.raises(KeyError):
        problem(Code.BAD_DATE, "odd").at(1)
    assert isinstance(DATE, Problem)
    assert isinstance(DATE.at(1), Diagnostic)


def macro(name: str, line: int) -> Diagnostic:
    return problem(Code.UNDEFINED_MACRO, "macro", macro=name).at(line)


COUNTED: dict[str, tuple[list[Diagnostic], list[str]]] = {
    "one": ([macro("a", 3)], ["3: undefined macro 'a' (its name is kept)"]),
    "several": (
        [macro("a", 3), macro("b", 4), macro("a", 5)],
        [
            "3: undefined macro 'a': 2 times (its name is kept)",
            "4: undefined macro 'b' (its name is kept)",
        ],
    ),
    "not those that are reported each": ([DATE.at(1), macro("a", 3), DATE.at(4)], []),
}


@pytest.mark.parametrize(("found", "lines"), COUNTED.values(), ids=COUNTED)
@pytest.mark.parametrize("size", [1, 2, 9])
def test_diagnostics_of_the_same_data_are_counted(
    found: list[Diagnostic], lines: list[str], size: int
) -> None:
    """Also those of the chunks of a file, which are counted before."""
    counts, rest = Counts(), []
    for start in range(0, len(found), size):
        of_chunk = Counts()
        rest += counts.take([*of_chunk.take(found[start : start + size]), *of_chunk.taken()])

    taken = [f"{one.line}: {one.message}" for one in counts.taken()]
    assert rest == [one for one in found if one.code == Code.BAD_DATE]
    assert taken == lines or (rest and len(taken) == 1)


def test_made_up_names_make_no_end_of_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Counts, "MOST", 2)
    counts = Counts()
    rest = counts.take(macro(f"m{n % 5}", n) for n in range(10))

    assert [dict(one.data) for one in counts.taken()] == [
        {"macro": "m0", "count": 2},
        {"macro": "m1", "count": 2},
    ]
    assert len(rest) == 6
