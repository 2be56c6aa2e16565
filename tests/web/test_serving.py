"""``refconv serve`` and ``refconv … --html`` on the command line."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

BIB = "@book{clark1997,\n title = {Being There},\n author = {Clark, Andy}\n}\n"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent / "src")}


def refconv(*arguments: str, cwd: Path, given: str = BIB) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "refconv", *arguments],
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env=ENVIRONMENT,
    )


def test_a_report(tmp_path: Path) -> None:
    done = refconv("-", "--html", "page.html", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (0, "")
    html = (tmp_path / "page.html").read_text("utf-8")
    assert html.startswith("<!doctype html>")
    assert "Being There" in html
    assert '"firstTarget": "ris:zotero"' in html


def test_a_report_beside_a_file(tmp_path: Path) -> None:
    done = refconv("-", "-o", "a.ris", "--for", "endnote", "--html", "page.html", cwd=tmp_path)

    assert done.returncode == 0
    assert (tmp_path / "a.ris").read_text("utf-8").startswith("TY  - BOOK")
    assert '"firstTarget": "ris:endnote"' in (tmp_path / "page.html").read_text("utf-8")


def test_a_report_that_cannot_be_written(tmp_path: Path) -> None:
    assert refconv("-", "--html", "nowhere/page.html", cwd=tmp_path).returncode == 3


def test_serving(tmp_path: Path) -> None:
    command = [sys.executable, "-u", "-m", "refconv", "serve", "--no-browser"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=tmp_path,
        env=ENVIRONMENT,
    ) as served:
        assert served.stdout is not None
        address = served.stdout.readline().strip()
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(address) as answer:
            page = answer.read()
        port = address.split("/")[2].split(":")[1]
        taken = refconv("serve", "--no-browser", "--port", port, cwd=tmp_path)
        served.send_signal(signal.SIGINT)
        _, errors = served.communicate()

    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{20,}/", address)
    assert b"<title>refconv</title>" in page
    assert (served.returncode, errors) == (0, "")
    assert (taken.returncode, taken.stdout) == (3, "")
    assert list(tmp_path.iterdir()) == []
