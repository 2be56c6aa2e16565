"""``refconv … --to-zotero``, with a server on this computer in Zotero's place."""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from pathlib import Path

import click
import pytest

from refconv.cli.main import convert
from refconv.cli.sending import format_for_zotero, send
from refconv.cli.terminal import Terminal
from tests.zotero_server import Connector, connector_fixture

__all__ = ["connector_fixture"]  # pytest finds it by its name

BIB = "@book{a, title = {A}, author = {Okoro, Una}}\n@book{b, title = {B}}\n"


def run(*arguments: str) -> int:
    """Run the command in this process, and return its exit code."""
    with pytest.raises(SystemExit) as ended:
        convert.main([*arguments], prog_name="refconv")
    return int(ended.value.code or 0)


@pytest.fixture
def bib(tmp_path: Path) -> str:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, "utf-8")
    return str(path)


def test_references_are_sent_as_ris_for_zotero(
    bib: str, connector: Connector, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(bib, "--to-zotero") == 0

    output, lines = capfd.readouterr()
    assert output == ""
    assert lines.splitlines() == [
        "2 references, 0 warnings, 0 losses",
        "Zotero has imported 2 of 2 references (My Library \u203a Ice)",
    ]
    assert connector.requests[1][2].count("TY  - BOOK") == 2


def test_another_format(bib: str, connector: Connector) -> None:
    assert run(bib, "--to-zotero", "--to", "bibtex") == 0
    assert connector.requests[1][2].startswith("@book{a,")


def test_nothing_is_sent_of_nothing(tmp_path: Path, connector: Connector) -> None:
    (tmp_path / "empty.bib").touch()
    assert run(str(tmp_path / "empty.bib"), "--to-zotero") == 0
    assert connector.requests == []


def test_errors_of_zotero(
    bib: str, connector: Connector, capfd: pytest.CaptureFixture[str]
) -> None:
    connector.status = 500
    assert run(bib, "--to-zotero") == 3
    assert "Zotero: error: Zotero could not import." in capfd.readouterr().err

    connector.selected = {"libraryName": "Club", "editable": False}
    assert run(bib, "--to-zotero") == 3
    assert "read-only" in capfd.readouterr().err
    assert len(connector.requests) == 3


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--yes"], "--yes is for --to-zotero"),
        (["--to-zotero", "-o", "a.ris"], "--to-zotero writes no file"),
        (["--to-zotero", "--for", "endnote"], "sends nothing for endnote"),
        (["--to-zotero", "--to", "hayagriva"], "does not send hayagriva"),
    ],
)
def test_wrong_usage(
    bib: str, arguments: list[str], error: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(bib, *arguments) == 2
    assert error in capfd.readouterr().err


class _Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "is_sure", "requests"), [("n\n", False, 1), ("\n", False, 2), ("", True, 2)]
)
def test_a_user_is_asked(
    connector: Connector,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    typed: str,
    is_sure: bool,
    requests: int,
) -> None:
    monkeypatch.setattr(sys, "stdin", _Keyboard(typed))
    terminal = Terminal(is_quiet=False)
    terminal.is_terminal = True

    with suppress(SystemExit):
        send("TY  - BOOK\nER  - \n", 1, terminal, is_sure=is_sure)

    assert len(connector.requests) == requests
    is_asked = "Send 1 reference to Zotero (My Library" in capfd.readouterr().err
    assert is_asked is not is_sure


def test_the_format_that_is_sent() -> None:
    assert format_for_zotero(None).name == "ris"
    with pytest.raises(click.UsageError):
        format_for_zotero("cff")
