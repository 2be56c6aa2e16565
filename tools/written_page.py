"""The command line of the tools that make a page of the documentation from a table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path


def write_or_check(path: Path, page: Callable[[], str], tool: str) -> None:
    """Write a page, or with ``--check`` exit with 1 if it is not up to date.

    Args:
        path: The page's file.
        page: Makes its text.
        tool: The module that is run, for the message.
    """
    parser = argparse.ArgumentParser(description=f"Write {path.name}, or check it.")
    parser.add_argument("--check", action="store_true", help="only say whether it is up to date")
    if not parser.parse_args().check:
        path.write_text(page(), "utf-8")
    elif path.read_text("utf-8") != page():
        sys.exit(f"{path.name} is not up to date (run python -m {tool})")
