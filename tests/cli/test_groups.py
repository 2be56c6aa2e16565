"""Diagnostics and losses of one kind are shown together."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from attrs import evolve

from refconv.cli import groups
from refconv.cli.groups import Found, Groups
from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, Problem, problem
from refconv.core.report import Loss


def at(line: int, found: Problem) -> Diagnostic:
    return evolve(found.at(line, 1), name="a.ris")


def bad(value: str, kind: str = "ISSN") -> Problem:
    return problem(Code.BAD_IDENTIFIER, "invalid", kind=kind, value=value)


def beside(value: str, variable: str, key: str) -> Problem:
    found = problem(Code.DUPLICATE_FIELD, "values", value=value, taken="1")
    return found.including(variable=variable, keys=key)


def lost(key: str, path: str, value: object, kept: object = None, where: str = "") -> Loss:
    return Loss(0, key, path, value, kept, where, "out.bib")


EMPTY = problem(Code.EMPTY, "empty")
PDF = problem(Code.BINARY, "known", kind="a PDF", advice="export or paste its text")
TABLE: dict[str, tuple[list[Found], list[str]]] = {
    "nothing": ([], []),
    "a diagnostic alone": (
        [at(3, bad("1"))],
        ["a.ris:3:1: warning: invalid ISSN '1' (kept unchanged) [bad-identifier]", "3|"],
    ),
    "several of a kind, with the first as the example": (
        [at(3, bad("1")), at(5, bad("2")), at(8, bad("1"))],
        [
            "3 × warning: invalid ISSN … (kept unchanged) [bad-identifier], such as:",
            "a.ris:3:1: invalid ISSN '1' (kept unchanged)",
            "3|",
        ],
    ),
    "by what the value is": (
        [at(3, bad("1")), at(5, bad("2", "DOI"))],
        [
            "a.ris:3:1: warning: invalid ISSN '1' (kept unchanged) [bad-identifier]",
            "3|",
            "a.ris:5:1: warning: invalid DOI '2' (kept unchanged) [bad-identifier]",
            "5|",
        ],
    ),
    "by the field, which is named": (
        [
            at(n, beside("x", *what))
            for n, what in enumerate([("volume", "VL"), ("ISSN", "SN")] * 2)
        ],
        [
            "2 × warning: volume: … beside … (the latter is used, both are kept) "
            "[duplicate-field], such as:",
            "a.ris:0:1: volume: 'x' beside '1' (the latter is used, both are kept)",
            "0|",
            "2 × warning: ISSN: … beside … (the latter is used, both are kept) "
            "[duplicate-field], such as:",
            "a.ris:1:1: ISSN: 'x' beside '1' (the latter is used, both are kept)",
            "1|",
        ],
    ),
    "losses by the variable or the native key": (
        [
            lost("a", "author[0].orcid", "0-1"),
            lost("a", "custom[0]", ("ris:U1", "x")),
            lost("b", "author[7].orcid", "0-2"),
            lost("b", "custom[3]", ("ris:U1", "y")),
            lost("b", "author.et-al", True),
        ],
        [
            "2 × loss: author.orcid lost (a: '0-1')",
            "2 × loss: ris:U1 lost (a: 'x')",
            "1 × loss: author.et-al lost (b)",
        ],
    ),
    "losses by what becomes of the value": (
        [
            lost("a", "keyword", ("ice",)),
            *[lost("b", "keyword", ("snow",), ("snow!",), "note")] * 1204,
        ],
        [
            "1,204 × loss: keyword changed, kept in note (b: 'snow' (kept as 'snow!' in note))",
            "1 × loss: keyword lost (a: 'ice')",
        ],
    ),
    "a long key": (
        [lost("k" * 41, "title", "A")],
        [f"1 × loss: title lost ({'k' * 39}…: 'A')"],
    ),
    "the gravest first, then the largest": (
        [
            at(1, EMPTY),
            lost("a", "title", "A"),
            at(4, bad("1")),
            at(5, PDF),
            at(6, bad("2", "DOI")),
            at(7, bad("3", "DOI")),
        ],
        [
            "a.ris:5:1: error: this is a PDF, not text (nothing was read; export or paste its text)"
            " [binary]",
            "5|",
            "2 × warning: invalid DOI … (kept unchanged) [bad-identifier], such as:",
            "a.ris:6:1: invalid DOI '2' (kept unchanged)",
            "6|",
            "a.ris:4:1: warning: invalid ISSN '1' (kept unchanged) [bad-identifier]",
            "4|",
            "1 × loss: title lost (a: 'A')",
            "a.ris:1:1: note: the input is empty (nothing was read) [empty]",
            "1|",
        ],
    ),
}


def drawn(diagnostic: Diagnostic) -> Sequence[str]:
    return [f"{diagnostic.line}|"]


@pytest.mark.parametrize(("found", "lines"), TABLE.values(), ids=TABLE)
def test_reports_of_one_kind_stand_together(found: list[Found], lines: list[str]) -> None:
    grouped = Groups()
    for one in found:
        grouped.add(one)

    assert [*grouped.lines(drawn)] == lines


def test_made_up_fields_make_no_end_of_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "MOST", 2)
    grouped = Groups()
    for n in range(1000):
        grouped.add(lost("a", "custom[0]", (f"bibtex:k{n}", "x")))
        grouped.add(at(n, beside("x", f"v{n}", f"K{n}")))

    lines = [*grouped.lines(drawn)]
    assert len([line for line in lines if " × " in line]) == 3
    assert "999 × loss: other values lost (a: 'x')" in lines
    assert "999 × warning: …: … beside … (the latter is used, both are kept)" in "".join(lines)


def test_the_examples_are_drawn_in_the_order_of_the_file() -> None:
    grouped = Groups()
    order: list[int] = []

    def drawn_in_order(one: Diagnostic) -> Sequence[str]:
        order.append(one.line)
        return ()

    for line, found in ((9, bad("1")), (2, bad("2", "DOI")), (9, bad("1")), (4, PDF)):
        grouped.add(at(line, found))
    [*grouped.lines(drawn_in_order)]

    assert order == [2, 4, 9]
