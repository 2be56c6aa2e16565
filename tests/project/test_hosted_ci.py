"""The hosted checks only call targets of the Makefile, so that a laptop can run each of them."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
SET_UP = ("apt-get ", "git config ")


def test_each_step_is_a_target_of_the_makefile() -> None:
    flow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    commands = [
        step["run"] for job in flow["jobs"].values() for step in job["steps"] if "run" in step
    ]

    called = {command.removeprefix("make ") for command in commands if command.startswith("make ")}

    assert called >= {"demo", "check", "test-clients", "docs", "release-check"}
    assert called <= targets
    assert all(command.startswith(("make ", *SET_UP)) for command in commands)
