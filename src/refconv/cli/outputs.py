"""Which files a run writes: one, one for each input, or numbered ones."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO, NamedTuple

import click

from refconv.cli.library_options import LibraryOptions
from refconv.cli.printer import opened_output
from refconv.formats.base import Format
from refconv.formats.registry import PLACES


class Output(NamedTuple):
    """A file that is written, and the inputs that it is written of, by their places."""

    path: str
    inputs: range


def planned_outputs(
    options: LibraryOptions, names: Sequence[str], output: str | None, target: Format, written: str
) -> list[Output]:
    """Return the outputs: one or, with ``--out-dir``, one for each input.

    Args:
        options: The options.
        names: The inputs.
        output: The value of ``--output``.
        target: The format that is written.
        written: What is written without ``--out-dir``.

    Raises:
        click.UsageError: if another output is given, or two inputs have the same name.
    """
    if options.out_dir is None:
        if options.split is not None and output in (None, "-"):
            raise click.UsageError("--split needs a file to number (-o OUT)")
        return [Output(written, range(len(names)))]
    if output is not None:
        raise click.UsageError("--out-dir names the files itself (leave out --output)")
    suffix = next(iter(PLACES[target.name].suffixes), "")
    outputs: list[Output] = []
    seen: dict[str, str] = {}
    for place, name in enumerate(names):
        stem = "stdin" if name == "-" else Path(name).stem
        path = Path(options.out_dir) / f"{stem}{suffix}"
        first = seen.setdefault(str(path), name)
        if first != name or name in names[:place]:
            raise click.UsageError(f"{path} is written twice, for {first} and {name}")
        outputs.append(Output(str(path), range(place, place + 1)))
    return outputs


def numbered(path: str, number: int) -> str:
    """Return the path of a numbered file.

    >>> numbered("a/out.ris", 2)
    'a/out-2.ris'
    """
    file = Path(path)
    return str(file.with_name(f"{file.stem}-{number}{file.suffix}"))


class Files:
    """Opens the files of one output, and counts them.

    ``kept`` are the inputs, which are never replaced. With ``makes_folder`` their folder is made.
    """

    def __init__(
        self, path: str, *, is_split: bool, kept: Sequence[str], makes_folder: bool = False
    ) -> None:
        self._path, self._is_split, self._makes_folder = path, is_split, makes_folder
        self._kept = {Path(name).resolve() for name in kept if name != "-"}
        self.count = 0

    def opened(self, number: int) -> AbstractContextManager[BinaryIO]:
        """Open a file by its number, from 1."""
        path = numbered(self._path, number) if self._is_split else self._path
        self.count = number
        if self._is_split and Path(path).resolve() in self._kept:
            raise click.UsageError(f"{path} is an input file (choose another output)")
        if number == 1 and self._makes_folder:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        return opened_output(path)
