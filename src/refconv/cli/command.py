"""Run the command with its options: files in, a file and lines on stderr out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, NoReturn

import click

from refconv.cli.excerpt import Excerpts
from refconv.cli.terminal import Terminal
from refconv.clients import Client
from refconv.core.codes import Severity
from refconv.core.diagnostics import Diagnostic
from refconv.core.progress import watcher
from refconv.core.report import Loss
from refconv.formats.base import Format
from refconv.io.api import read_input
from refconv.io.convert import WORKERS_PAY, Conversion
from refconv.io.files import check_not_same, target_format, whole_file
from refconv.io.garbage import collect_garbage_rarely
from refconv.io.input import Input, chosen_format, input_of_file

if TYPE_CHECKING:
    from refconv.cli.report_file import JsonReport

DONE, STRICT, UNREADABLE = 0, 1, 3
"""Exit codes; click uses 2 for wrong usage."""


class Options(NamedTuple):
    """The options of the command, as its help describes them."""

    inputs: tuple[str, ...]
    output: str | None
    html: str | None
    from_: str | None
    to: str | None
    for_: Client | None
    no_page_record: bool
    strict: bool
    quiet: bool
    report: str | None
    jobs: int

    @property
    def has_target(self) -> bool:
        """Whether an output or its format is given."""
        return bool(self.to or self.output)

    @property
    def written(self) -> str:
        """The output; nothing else is written with ``--html`` alone."""
        return self.output or ("-" if self.to or not self.html else os.devnull)


def run(given: Options) -> None:
    """Convert files; exit the process with a code other than 0 if not all went well.

    Raises:
        click.UsageError: for wrong usage.
    """
    collect_garbage_rarely()
    target = _target(given)
    terminal = Terminal(is_quiet=given.quiet)
    watcher.set(terminal.progress)
    with ExitStack() as stack:
        outputs = [path for path in (given.written, given.html, given.report) if path]
        names = given.inputs or ("-",)
        inputs = [_opened_input(stack, name, given.from_, outputs) for name in names]
        excerpts = Excerpts({one.name: one for one in inputs}) if terminal.is_terminal else None
        printer = _Printer(terminal, _report(stack, given.report), excerpts)
        if given.html:
            _page(given.html, given, inputs, target.name)
        stack.callback(terminal.clear)
        _convert(given, inputs, target, printer)
    if printer.errors:
        sys.exit(UNREADABLE)
    if given.strict and (printer.losses or printer.warnings):
        sys.exit(STRICT)


def _target(given: Options) -> Format:
    """Return the format to write: BibTeX to stdout, if none is given."""
    try:
        is_stdout = given.output in (None, "-")
        name = given.to or ("bibtex" if is_stdout else target_format(str(given.output)))
    except ValueError as error:
        raise click.UsageError(f"{error}; use --to") from error
    return chosen_format(name)


def _convert(given: Options, inputs: Sequence[Input], target: Format, printer: _Printer) -> None:
    """Convert the inputs into the output; exit the process if it cannot be written."""
    name = "" if given.written in ("-", os.devnull) else given.written
    conversion = Conversion(
        target,
        given.for_,
        not given.no_page_record,
        given.jobs,
        WORKERS_PAY,
        name,
        printer.add,
    )
    try:
        with _opened(given.written) as file:
            conversion.run(inputs, file)
        printer.end(conversion.count)
    except BrokenPipeError:
        raise  # the reader of stdout has closed it: no error
    except OSError as error:
        fail(given.written, error)


class _Printer:
    """Prints diagnostics and losses as they come, and counts them."""

    def __init__(
        self, terminal: Terminal, report: JsonReport | None, excerpts: Excerpts | None
    ) -> None:
        self.warnings = self.errors = self.losses = 0
        self._terminal, self._report, self._excerpts = terminal, report, excerpts

    def add(self, one: Diagnostic | Loss) -> None:
        if isinstance(one, Loss):
            self.losses += 1
        else:
            self.warnings += one.severity != Severity.NOTE
            self.errors += one.severity == Severity.ERROR
        if not self._terminal.is_quiet:
            self._terminal.line(str(one))
            if self._excerpts is not None and isinstance(one, Diagnostic):
                for line in self._excerpts.of(one):
                    self._terminal.line(line)
        if self._report is not None:
            self._report.add(one)

    def end(self, references: int) -> None:
        counts = (
            (references, "reference", "references"),
            (self.warnings, "warning", "warnings"),
            (self.losses, "loss", "losses"),
        )
        words = (f"{count} {one if count == 1 else several}" for count, one, several in counts)
        self._terminal.line(", ".join(words))
        if self._report is not None:
            self._report.end(references)


def _opened_input(stack: ExitStack, name: str, from_: str | None, written: Sequence[str]) -> Input:
    """Open an input file, unless it is an output too."""
    try:
        opened = _spooled() if name == "-" else Path(name).open("rb")  # noqa: SIM115 (in the stack)
        file = stack.enter_context(opened)
        for other in written:
            check_not_same(file, sys.stdout.fileno() if other == "-" else other)
        return input_of_file(file, from_, "<stdin>" if name == "-" else name)
    except OSError as error:
        fail(name, error)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _spooled() -> BinaryIO:
    """Return stdin as a file that can be read again."""
    stdin = sys.stdin.buffer
    if stdin.seekable():
        return stdin
    import shutil  # noqa: PLC0415 (slow to import, and seldom needed)
    import tempfile  # noqa: PLC0415

    file = tempfile.TemporaryFile()  # noqa: SIM115 (it is gone with the process)
    shutil.copyfileobj(stdin, file)
    return file


@contextmanager
def _opened(output: str) -> Iterator[BinaryIO]:
    """Open the output file."""
    if output == "-":
        # As bytes: the format decides line ends and encoding, not the terminal.
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with whole_file(output) as file:
            yield file


def _report(stack: ExitStack, path: str | None) -> JsonReport | None:
    if path is None:
        return None
    from refconv.cli.report_file import JsonReport  # noqa: PLC0415 (only where it is asked for)

    try:
        return JsonReport(stack.enter_context(whole_file(path)))
    except OSError as error:
        fail(str(path), error)


def _page(html: str, given: Options, inputs: Sequence[Input], target: str) -> None:
    """Write the HTML page of ``--html``."""
    from refconv.web.exports import DEFAULT_TARGET, TARGETS  # noqa: PLC0415 (only for --html)
    from refconv.web.reading import read_to_json  # noqa: PLC0415
    from refconv.web.templates import report_page  # noqa: PLC0415

    for_client = f"{target}:{given.for_}"
    key = for_client if for_client in TARGETS else target
    page_record = not given.no_page_record
    shown = [read_to_json(read_input(one, page_record=page_record), one.name) for one in inputs]
    page = report_page(shown, key if given.has_target else DEFAULT_TARGET)
    try:
        with whole_file(html) as file:
            file.write(page.encode("utf-8", "replace"))
    except OSError as error:
        fail(html, error)


def fail(name: str, error: OSError) -> NoReturn:
    """Exit the process: a file (or port) cannot be opened, read or written."""
    click.echo(f"{name}: error: {error.strerror or error}", err=True)
    sys.exit(UNREADABLE)
