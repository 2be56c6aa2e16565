"""What was probably meant where an input cannot be opened, or where two are read by mistake."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from refconv.formats.registry import WRITTEN, of_suffix

COMMANDS = ("convert", "formats", "serve")
"""The subcommands; without one, ``refconv`` converts."""

_WORD = re.compile(r"[A-Za-z-]{2,20}\Z")


def hint_for_missing(name: str, inputs: Sequence[str]) -> str:
    """Return what was probably meant by an input that does not exist; empty if nothing is likely.

    Args:
        name: The input.
        inputs: All inputs of the command line.

    >>> hint_for_missing("out.ris", ["a.bib", "out.ris"])
    'to write it: refconv a.bib -o out.ris'
    >>> hint_for_missing("format", ["format"])
    "did you mean 'refconv formats'?"
    """
    if len(inputs) > 1 and name == inputs[-1] and of_suffix(Path(name).suffix, WRITTEN):
        return f"to write it: refconv {' '.join(inputs[:-1])} -o {name}"
    if name != inputs[0] or not _WORD.match(name):
        return ""
    near = get_close_matches(name, COMMANDS, 1)
    if near:
        return f"did you mean 'refconv {near[0]}'?"
    return f"commands: {', '.join(COMMANDS)}; or name the files to convert"


def hint_for_merged(inputs: Sequence[str]) -> str:
    """Return what was perhaps meant by two inputs of different formats that go to stdout.

    >>> hint_for_merged(["a.bib", "b.ris"])
    'b.ris is read too (to write it: refconv a.bib -o b.ris)'
    >>> hint_for_merged(["a.bib", "b.bib"])
    ''
    """
    if len(inputs) != 2:
        return ""
    first, last = (of_suffix(Path(name).suffix, WRITTEN) for name in inputs)
    if last is None or first == last:
        return ""
    return f"{inputs[1]} is read too (to write it: refconv {inputs[0]} -o {inputs[1]})"
