"""The page in Debian's Firefox: read, correct, split, undo."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import firefox
from tests.programs.firefox import Firefox

TWO = (
    "References\nDoe J. On tests of a thing. J Tests. 2020;1:2-5.\n"
    "Poe P. A third thing in tests. Nature. 2001;4:9-12.\n"
)
CTRL, ENTER, RIGHT = "\ue009", "\ue007", "\ue014"


@pytest.fixture
def page(address: str, tmp_path: Path) -> Iterator[Firefox]:
    path = firefox.program()
    if path is None:
        pytest.skip("needs firefox-esr: apt-get install firefox-esr")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with firefox.started(path, tmp_path, port) as shown:
        shown.send("WebDriver:Navigate", url=address)
        yield shown


def rows(page: Firefox) -> list[str]:
    found: list[str] = page.run(
        "return [...document.querySelectorAll('.card .string')].map(one => one.textContent)"
    )
    return found


def test_the_page_works_in_firefox(page: Firefox) -> None:
    page.run("document.getElementById('pasted').value = arguments[0]", TWO)
    page.type(CTRL + ENTER)
    page.wait("document.querySelectorAll('.card .segment').length > 8")
    assert len(rows(page)) == 2
    assert page.run("return document.activeElement.localName") == "article"

    page.type(ENTER)
    page.type(RIGHT)
    page.type("e")
    page.wait("document.querySelector('.message').textContent.includes('is Editor')")
    page.type("m")
    page.wait("document.querySelectorAll('.card').length === 1")
    assert len(rows(page)) == 1
    page.type(CTRL + "z")
    page.wait("document.querySelectorAll('.card').length === 2")
    page.click(".active button[data-name='issued']")
    page.wait("document.querySelector('.date-group')")
    assert page.run("return document.querySelector('.date-group input').value") == "2020"
