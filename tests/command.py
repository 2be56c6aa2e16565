"""How tests run the command, and entries for its input."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from contextlib import ExitStack, chdir
from contextvars import copy_context
from pathlib import Path
from tempfile import TemporaryFile

from refconv.cli.main import main

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


def call_command(
    *arguments: str | Path, given: str | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Call the command in this process, which takes a tenth of the time of one of its own.

    What it sets for its process (streams, folder, context, garbage collection) is set back.
    """
    before, thresholds = (sys.stdin, sys.stdout, sys.stderr), gc.get_threshold()
    code = 0
    with ExitStack() as stack:
        files = [
            stack.enter_context(TemporaryFile("w+", encoding="utf-8", newline="")) for _ in "123"
        ]
        files[0].write(given or "")
        files[0].seek(0)
        try:
            sys.stdin, sys.stdout, sys.stderr = files
            with chdir(cwd or Path.cwd()):
                copy_context().run(main, [str(one) for one in arguments])
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        finally:
            sys.stdin, sys.stdout, sys.stderr = before
            gc.set_threshold(*thresholds)
        texts = []
        for file in files[1:]:
            file.seek(0)
            texts.append(file.read())
    return subprocess.CompletedProcess([*arguments], code, *texts)
