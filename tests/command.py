"""How tests run the command, and entries for its input."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src"
COMMAND = [sys.executable, "-m", "refconv"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCE)}
ENTRY = "@misc{key%d,\n  title = {The {\\'E}t\\'e},\n  author = {Clark, Andy and Ng, B.},\n}\n"


def run_command(
    *arguments: str | Path, given: str | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [*COMMAND, *arguments],
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env=ENVIRONMENT,
    )
