"""XML as events: names without prefixes, nothing declared, broken files up to the break."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.documents.xml_events import DEEPEST, parse


class Log:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.lines.append(f"<{name}{''.join(f' {k}={v}' for k, v in attributes.items())}>")

    def end(self, name: str) -> None:
        self.lines.append(f"</{name}>")

    def text(self, text: str) -> None:
        self.lines.append(text)


def events(data: str | bytes) -> tuple[str, str]:
    log = Log()
    found = parse(data.encode() if isinstance(data, str) else data, log)
    return "".join(log.lines), found.data["error"] if found else ""


CASES = [
    ('<w:p w:val="1">a &amp; b</w:p>', "<p val=1>a & b</p>", ""),
    ("<a><b>1</b><c>2", "<a><b>1</b><c>2</c></a>", "no element found"),
    ("<a><b></a>", "<a><b></b></a>", "mismatched tag"),
    ("", "", "no element found"),
    ('<!DOCTYPE a SYSTEM "x.dtd" [<!ENTITY e "long">]><a>b</a>', "<a>b</a>", ""),
    ('<!DOCTYPE a [<!ENTITY e "long">]><a>&e;</a>', "<a></a>", "undefined entity"),
]


@pytest.mark.parametrize(("data", "expected", "error"), CASES)
def test_events(data: str, expected: str, error: str) -> None:
    assert events(data) == (expected, error)


def test_towers_are_not_read() -> None:
    read, error = events("<a>" * (DEEPEST + 1))

    assert error == "elements are nested too deeply"
    assert read.count("<a>") == read.count("</a>") == DEEPEST


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    read, _ = events(data)

    assert read.count("<") % 2 == 0 or "<" in data.decode("latin-1")
