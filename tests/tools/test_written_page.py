"""A page is written, or checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.written_page import write_or_check


def test_a_page_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["tool"])

    write_or_check(tmp_path / "a.md", lambda: "new\n", "tools.a")

    assert (tmp_path / "a.md").read_text("utf-8") == "new\n"


def test_a_page_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("old\n", "utf-8")
    monkeypatch.setattr("sys.argv", ["tool", "--check"])

    write_or_check(tmp_path / "a.md", lambda: "old\n", "tools.a")
    with pytest.raises(SystemExit, match=r"a.md is not up to date \(run python -m tools.a\)"):
        write_or_check(tmp_path / "a.md", lambda: "new\n", "tools.a")
