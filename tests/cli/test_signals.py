"""A signal that ends the command leaves no temporary file and no process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from refconv.cli.signals import exits_on_signals
from tests.command import COMMAND, ENTRY, ENVIRONMENT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no signals")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_is_an_exit(name: str) -> None:
    number = getattr(signal, name)
    before = signal.getsignal(number)
    with pytest.raises(SystemExit) as exited, exits_on_signals():
        signal.raise_signal(number)

    assert exited.value.code == 128 + number
    assert signal.getsignal(number) == before


def test_an_ignored_signal_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with exits_on_signals():
            os.kill(os.getpid(), signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_command_leaves_no_temporary_file(jobs: str, tmp_path: Path) -> None:
    large = tmp_path / "large.bib"
    large.write_text("".join(ENTRY % n for n in range(60_000)), "utf-8")
    arguments = [str(large), "-o", "out.ris", "--report", "report.json", "--jobs", jobs]
    with subprocess.Popen(
        [*COMMAND, *arguments], cwd=tmp_path, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True
    ) as process:
        until = time.monotonic() + 60
        while not [*tmp_path.glob(".out.ris.*")] and time.monotonic() < until:
            time.sleep(0.01)
        assert [*tmp_path.glob(".out.ris.*")]
        process.terminate()
        _, shown = process.communicate(timeout=60)

    assert (process.returncode, shown) == (128 + signal.SIGTERM, "")
    assert [path.name for path in tmp_path.iterdir()] == ["large.bib"]
