"""A real browser and a real server, for the tests of the page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; the tests are skipped where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("needs chromium: tests/programs/install gets it")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of ``refconv serve``."""
    command = [sys.executable, "-u", "-m", "refconv", "serve", "--no-browser"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="utf-8", env=environment
    ) as served:
        assert served.stdout is not None
        yield served.stdout.readline().strip()
        served.terminate()


class Page:
    """The page in a browser of its own, with its requests and its errors."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        size = {"width": 1280, "height": 800}
        given = {"viewport": size, "accept_downloads": True, **options}
        self.context = browser.new_context(**given)
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page = self.context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on(
            "console",
            lambda entry: self.errors.append(entry.text) if entry.type == "error" else None,
        )
        self.page.goto(address)

    def paste(self, text: str) -> None:
        """Paste a text, have it read and wait for its references."""
        self.read(text)
        self.page.wait_for_selector(".card")

    def read(self, text: str) -> None:
        """Paste a text and have it read."""
        self.page.fill("#pasted", text)
        self.page.click("button:has-text('Read')")

    def drop(self, *files: tuple[str, str]) -> None:
        """Drop files, each a name and its content."""
        self.page.evaluate(
            """files => {
                const transfer = new DataTransfer();
                for (const [name, text] of files) transfer.items.add(new File([text], name));
                const event = new DragEvent("drop", {dataTransfer: transfer, bubbles: true});
                document.body.dispatchEvent(event);
            }""",
            [list(file) for file in files],
        )

    def drop_text(self, text: str) -> None:
        """Drop a text that was selected elsewhere."""
        self.page.evaluate(
            """text => {
                const transfer = new DataTransfer();
                transfer.setData("text/plain", text);
                const event = new DragEvent("drop", {dataTransfer: transfer, bubbles: true});
                document.body.dispatchEvent(event);
            }""",
            text,
        )

    def target(self, key: str) -> None:
        """Choose a target without moving the focus."""
        self.page.evaluate(
            """key => {
                const target = document.getElementById("target");
                target.value = key;
                target.dispatchEvent(new Event("change"));
            }""",
            key,
        )

    def card(self, number: int) -> Any:
        """Return the card of a reference, from 1."""
        return self.page.locator(f"#r{number - 1}")

    def segment(self, number: int, label: str) -> Any:
        """Return a segment of a reference's string."""
        return self.card(number).locator(f".string .segment[data-label='{label}']").first

    def open(self, number: int) -> Any:
        """Open a reference, and return its card."""
        card = self.card(number)
        if "active" not in (card.get_attribute("class") or ""):
            self.page.evaluate(
                "id => document.getElementById(id).querySelector('article').click()",
                f"r{number - 1}",
            )
        return card

    def value(self, number: int, field: str) -> str:
        """Return a value of a reference's record, ``""`` if it has none."""
        row = self.open(number).locator(".row", has=self.page.locator(f"dt:text-is('{field}')"))
        return row.first.locator(".value").text_content() if row.count() else ""

    def wait_for_message(self, text: str) -> None:
        """Wait until the page shows a message."""
        self.page.wait_for_selector(f".message:has-text('{text}')")

    def download(self, target: str = "") -> tuple[str, str]:
        """Download the file for a target: its name and content."""
        if target:
            self.page.select_option("#target", target)
        with self.page.expect_download() as waited:
            self.page.click("button:has-text('Download')")
        return waited.value.suggested_filename, waited.value.path().read_text("utf-8")


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Page]:
    """The page; it must send requests to its server only, and have no errors."""
    shown = Page(browser, address)
    shown.context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield shown
    shown.context.close()
    allowed = ("/".join([*address.split("/")[:3], ""]), "blob:", "data:")
    assert [url for url in shown.requests if not url.startswith(allowed)] == []
    assert shown.errors == []
