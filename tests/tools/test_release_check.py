"""The parts of the check of a release that need no installation."""

from __future__ import annotations

import sys

import pytest

from tools.release_check import pythons, run


def test_a_python_of_each_version_is_found_once() -> None:
    found = [*pythons()]

    assert found[0] == sys.executable
    assert len(found) == len({*found})


def test_a_command_that_fails_ends_the_check() -> None:
    assert run(sys.executable, "-c", "print(1)") == "1\n"
    with pytest.raises(SystemExit, match="no such thing"):
        run(sys.executable, "-c", "raise SystemExit('no such thing')")
