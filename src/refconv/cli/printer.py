"""Print and count the diagnostics and losses of a conversion."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

import click
from attrs import define, field

from refconv.cli.excerpt import Excerpts
from refconv.cli.groups import Groups
from refconv.cli.terminal import Terminal
from refconv.core.codes import Severity
from refconv.core.diagnostics import Diagnostic
from refconv.core.report import Loss
from refconv.io.files import whole_file

if TYPE_CHECKING:
    from refconv.cli.report_file import JsonReport
    from refconv.io.convert import Conversion

MOST_NOTES = 20
"""Journals that are named if no list has them."""

UNREADABLE = 3
"""The exit code for a file that cannot be read or written."""


def fail(name: str, error: OSError, hint: str = "") -> NoReturn:
    """Exit the process: a file (or port) cannot be opened, read or written.

    Args:
        name: The file.
        error: What is wrong.
        hint: What to do, or what was probably meant.
    """
    folder = Path(name).parent
    if not hint and isinstance(error, FileNotFoundError) and not folder.exists():
        hint = f"there is no folder {str(folder)!r}"
    advice = f" ({hint})" if hint else ""
    click.echo(f"{name}: error: {error.strerror or error}{advice}", err=True)
    sys.exit(UNREADABLE)


@contextmanager
def opened_output(path: str) -> Iterator[BinaryIO]:
    """Open a file to write, whole or not at all; ``-`` is stdout."""
    if path == "-":
        # As bytes: the format decides line ends and encoding, not the terminal.
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with whole_file(path) as file:
            yield file


class ReportFile:
    """The file of ``--report``, if there is one; what goes wrong with it names it."""

    def __init__(self, stack: ExitStack, path: str | None) -> None:
        self._path = str(path)
        self._report: JsonReport | None = None
        if path is None:
            return
        from refconv.cli.report_file import JsonReport  # noqa: PLC0415 (only where it is asked for)

        self._file = opened_output(path)
        self._do(lambda: self._begin(JsonReport))
        stack.push(self._close)

    def _begin(self, report: type[JsonReport]) -> None:
        self._report = report(self._file.__enter__())

    def add(self, one: Diagnostic | Loss) -> None:
        """Write a diagnostic or a loss."""
        if (report := self._report) is not None:
            self._do(lambda: report.add(one))

    def include(self, name: str, values: Iterable[Any]) -> None:
        """Include other values, which are written at the end."""
        if (report := self._report) is not None:
            report.others[name] = values

    def end(self, references: int) -> None:
        """Write the end."""
        if (report := self._report) is not None:
            self._do(lambda: report.end(references))

    def _do(self, write: Callable[[], object]) -> None:
        try:
            write()
        except BrokenPipeError:
            raise  # the reader of stdout has closed it: no error
        except OSError as error:
            fail(self._path, error)

    def _close(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file: whole, or not at all if an exception ends the work."""
        if kind is None:
            self._do(lambda: self._file.__exit__(None, None, None))
            return
        with suppress(OSError):  # the work has failed already
            self._file.__exit__(kind, error, trace)


@define
class Totals:
    """What was written in a run, and what was left out."""

    references: int = 0
    left_out: int = 0
    dropped: int = 0
    files: int = 0
    renamed: int = 0
    unlisted: Counter[str] = field(factory=Counter)
    has_fruitless: bool = False

    def add(self, conversion: Conversion, files: int = 0) -> None:
        """Add what was written of an output; ``files`` are counted if they may be several."""
        self.references += conversion.count
        self.left_out += conversion.counts.left_out
        self.dropped += conversion.counts.dropped
        self.renamed += conversion.counts.renamed
        self.unlisted += conversion.unlisted
        self.files += files
        self.has_fruitless |= bool(conversion.fruitless)

    def words(self) -> Iterator[tuple[int, str, str]]:
        """Yield counts with their words, in singular and plural; most only if there are any."""
        yield self.references, "reference", "references"
        for count, one, several in (
            (self.files, "file", "files"),
            (self.left_out, "left out", "left out"),
            (self.dropped, "value dropped", "values dropped"),
            (self.renamed, "journal renamed", "journals renamed"),
        ):
            if count:
                yield count, one, several

    def notes(self) -> Iterator[str]:
        """Yield a line for each journal that no list has, those of most references first."""
        for name, count in self.unlisted.most_common(MOST_NOTES):
            many = f"{count:,} references" if count > 1 else "1 reference"
            yield f"note: no name for the journal {name!r} in the list (kept unchanged, {many})"
        if (more := len(self.unlisted) - MOST_NOTES) > 0:
            yield f"note: {more:,} more journals are not in the list"


class Printer:
    """Prints diagnostics and losses, and counts them.

    They are printed as they come, one a line. With ``groups`` they are printed at the end, one
    line for those of one kind.
    """

    def __init__(
        self,
        terminal: Terminal,
        report: ReportFile,
        excerpts: Excerpts | None = None,
        groups: Groups | None = None,
    ) -> None:
        self.warnings = self.errors = self.losses = 0
        self._terminal, self._report = terminal, report
        self._excerpts, self._groups = excerpts, groups

    def add(self, one: Diagnostic | Loss) -> None:
        """Count a diagnostic or a loss, print it or add it to its group, and report it."""
        if isinstance(one, Loss):
            self.losses += 1
        else:
            self.warnings += one.severity == Severity.WARNING
            self.errors += one.severity == Severity.ERROR
        if self._groups is not None:
            self._groups.add(one)
        elif not self._terminal.is_quiet:
            self._terminal.line(str(one))
            if isinstance(one, Diagnostic):
                self._lines(self._excerpt(one))
        self._report.add(one)

    def flush(self) -> None:
        """Print the groups, if there are any."""
        if self._groups is not None and not self._terminal.is_quiet:
            self._lines(self._groups.lines(self._excerpt))
            self._groups = Groups()

    def end(self, totals: Totals) -> None:
        """Print the groups and the counts, and end the report."""
        self.flush()
        self._lines(totals.notes())
        counts = (
            *totals.words(),
            *([(self.errors, "error", "errors")] if self.errors else []),
            (self.warnings, "warning", "warnings"),
            (self.losses, "loss", "losses"),
        )
        words = (f"{count} {one if count == 1 else several}" for count, one, several in counts)
        self._terminal.line(", ".join(words))
        self._report.end(totals.references)

    def _excerpt(self, one: Diagnostic) -> Sequence[str]:
        return () if self._excerpts is None else self._excerpts.of(one)

    def _lines(self, lines: Sequence[str] | Iterator[str]) -> None:
        for line in lines:
            self._terminal.line(line)
