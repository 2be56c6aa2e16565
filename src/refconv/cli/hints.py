"""What was probably meant by a command line that is wrong, or that reads two files by mistake."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from refconv.cli.subcommands import SUBCOMMANDS
from refconv.formats.registry import WRITTEN, of_suffix

OPTIONS: Mapping[str, str] = {
    "--format": "the format of OUT is --to, that of IN is --from",
    "--output-format": "the format of OUT is --to",
    "--out-format": "the format of OUT is --to",
    "--write": "the format of OUT is --to",
    "-w": "the format of OUT is --to",
    "--input-format": "the format of IN is --from",
    "--in-format": "the format of IN is --from",
    "--read": "the format of IN is --from",
    "-r": "the format of IN is --from",
    "--input": "inputs need no option: refconv IN... -o OUT",
    "-i": "inputs need no option: refconv IN... -o OUT",
    "--list-formats": "'refconv formats' lists the formats",
    "--formats": "'refconv formats' lists the formats",
    "--dry-run": "'-o /dev/null' writes nothing and reports as usual",
    "--force": "an output is replaced without asking",
    "--overwrite": "an output is replaced without asking",
    "--silent": "--quiet prints no diagnostics and losses",
    "--debug": "--verbose prints each diagnostic and loss",
}
"""What does in refconv what an option of other programs does."""

_WORD = re.compile(r"[A-Za-z-]{2,20}\Z")
_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_IDENTIFIER = re.compile(r"(?:doi:\s?)?10\.\d{4,9}/\S{1,200}\Z|(?:pmid|isbn|arxiv):", re.IGNORECASE)
_PASTED = re.compile(r"(?=.*\d)(?:\S+\s+){3}\S", re.DOTALL)


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
    if _ADDRESS.match(name):
        return "an address; refconv fetches nothing: save it as a file first"
    if _IDENTIFIER.match(name) or _PASTED.match(name):
        return "not a file; to convert a text, give it to stdin: refconv < FILE"
    if name != inputs[0] or not _WORD.match(name):
        return ""
    near = get_close_matches(name, SUBCOMMANDS, 1)
    if near:
        return f"did you mean 'refconv {near[0]}'?"
    return f"commands: {', '.join(SUBCOMMANDS)}; or name the files to convert"


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
