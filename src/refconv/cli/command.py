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


def run(given: Options) -> None:
    """Convert files; exit the process with a code other than 0 if not all went well.

    Raises:
        click.UsageError: for wrong usage.
    """
    collect_garbage_rarely()
    chosen = bool(given.to or given.output)
    output = given.output or "-"
    try:
        format = given.to or ("bibtex" if output == "-" else target_format(output))
    except ValueError as error:
        raise click.UsageError(f"{error}; use --to") from error
    target = chosen_format(format)
    terminal = Terminal(is_quiet=given.quiet)
    watcher.set(terminal.progress)
    # With --html alone, write nothing else.
    written = output if chosen or not given.html else os.devnull
    with ExitStack() as stack:
        outputs = [path for path in (written, given.html, given.report) if path]
        inputs = [
            _opened_input(stack, name, given.from_, outputs) for name in given.inputs or ("-",)
        ]
        excerpts = Excerpts({one.name: one for one in inputs}) if terminal.is_terminal else None
        said = _Counter(terminal, _report(stack, given.report), excerpts)
        page_record = not given.no_page_record
        if given.html:
            _page(
                given.html,
                inputs,
                target.name,
                given.for_,
                page_record=page_record,
                is_chosen=chosen,
            )
        conversion = Conversion(
            target, given.for_, page_record, given.jobs, WORKERS_PAY, _shown(written), said.add
        )
        try:
            with _opened(written) as file:
                conversion.run(inputs, file)
            said.end(conversion.count)
        except BrokenPipeError:
            raise  # the reader of stdout has closed it: no error
        except OSError as error:
            fail(written, error)
        finally:
            terminal.clear()
    if said.errors:
        sys.exit(UNREADABLE)
    if given.strict and (said.losses or said.warnings):
        sys.exit(STRICT)


class _Counter:
    """Prints what there is to say as it comes, and counts it."""

    def __init__(
        self, terminal: Terminal, report: JsonReport | None, excerpts: Excerpts | None
    ) -> None:
        self.warnings = self.errors = self.losses = 0
        self._terminal, self._report, self._excerpts = terminal, report, excerpts

    def add(self, said: Diagnostic | Loss) -> None:
        if isinstance(said, Loss):
            self.losses += 1
        else:
            self.warnings += said.severity != Severity.NOTE
            self.errors += said.severity == Severity.ERROR
        if not self._terminal.is_quiet:
            self._terminal.line(str(said))
            if self._excerpts is not None and isinstance(said, Diagnostic):
                for line in self._excerpts.of(said):
                    self._terminal.line(line)
        if self._report is not None:
            self._report.add(said)

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


def _shown(output: str) -> str:
    return "" if output in ("-", os.devnull) else output


def _page(
    html: str,
    inputs: Sequence[Input],
    target: str,
    client: Client | None,
    *,
    page_record: bool,
    is_chosen: bool,
) -> None:
    """Write the HTML page of ``--html``."""
    from refconv.web.exports import DEFAULT_TARGET, TARGETS  # noqa: PLC0415 (only for --html)
    from refconv.web.reading import read_to_json  # noqa: PLC0415
    from refconv.web.templates import report_page  # noqa: PLC0415

    key = f"{target}:{client}" if f"{target}:{client}" in TARGETS else target
    shown = [read_to_json(read_input(one, page_record=page_record), one.name) for one in inputs]
    page = report_page(shown, key if is_chosen else DEFAULT_TARGET)
    try:
        with whole_file(html) as file:
            file.write(page.encode("utf-8", "replace"))
    except OSError as error:
        fail(html, error)


def fail(name: str, error: OSError) -> NoReturn:
    """Exit the process: a file (or port) cannot be opened, read or written."""
    click.echo(f"{name}: error: {error.strerror or error}", err=True)
    sys.exit(UNREADABLE)
