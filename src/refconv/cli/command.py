"""Run the command with its options: files in, a file and lines on stderr out."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import click

from refconv.cli.excerpt import Excerpts
from refconv.cli.groups import Groups
from refconv.cli.hints import hint_for_merged, hint_for_missing
from refconv.cli.library_options import LibraryOptions
from refconv.cli.outputs import Files, planned_outputs
from refconv.cli.printer import UNREADABLE, Printer, ReportFile, Totals, fail, opened_output
from refconv.cli.signals import exits_on_signals
from refconv.cli.terminal import Terminal
from refconv.clients import Client
from refconv.core.progress import watcher
from refconv.formats.base import Format
from refconv.formats.registry import FREE_TEXT
from refconv.io.api import read_input
from refconv.io.convert import WORKERS_PAY, Conversion
from refconv.io.detection import chosen_target
from refconv.io.files import check_not_same, target_format, whole_file
from refconv.io.garbage import collect_garbage_rarely
from refconv.io.input import Input, input_of_file
from refconv.io.write import OWN_KEYS, Keys
from refconv.library.keys.citation_keys import Renamed, tsv_line
from refconv.library.keys.key_patterns import key_pattern

if TYPE_CHECKING:
    from refconv.formats.style import Style
    from refconv.library.changes import Changes
    from refconv.library.sorting import Sorting

STRICT, NOTHING = 1, 4
"""The exit codes for a warning or a loss with ``--strict``, and for an input of which nothing could
be read; click uses 2 for wrong usage.
"""


class Options(NamedTuple):
    """The options of the command, as its help describes them."""

    inputs: tuple[str, ...]
    output: str | None
    html: str | None
    from_: str | None
    to: str | None
    for_: Client | None
    no_page_record: bool
    encoding: str | None
    lines: bool
    strict: bool
    quiet: bool
    verbose: bool
    report: str | None
    jobs: int
    to_zotero: bool = False
    yes: bool = False
    keys: str | None = None
    keep_keys: bool = False
    key_map: str | None = None
    library: LibraryOptions = LibraryOptions()

    @property
    def format(self) -> str | None:
        """The format of the inputs, if it is given.

        Raises:
            click.UsageError: if ``--lines`` and another format are given.
        """
        if self.lines and self.from_ not in (None, *FREE_TEXT):
            raise click.UsageError(f"--lines is for free text, not for --from {self.from_}")
        return "lines" if self.lines else self.from_

    @property
    def has_target(self) -> bool:
        """Whether an output or its format is given."""
        return bool(self.to or self.output)

    @property
    def written(self) -> str:
        """The output; nothing else is written with ``--html`` alone, or what is sent."""
        if self.to_zotero or self.library.out_dir is not None:
            return os.devnull
        return self.output or ("-" if self.to or not self.html else os.devnull)

    @property
    def outputs(self) -> list[str]:
        """All that is written."""
        return [path for path in (self.written, self.html, self.report, self.key_map) if path]


class RunPlan(NamedTuple):
    """What a run does to each output; ``sent`` is written instead of it, if given."""

    target: Format
    style: Style
    changes: Changes
    sorting: Sorting | None
    keys: Keys
    on_key: Callable[[Renamed], object]
    sent: io.BytesIO | None


def run(given: Options) -> None:
    """Convert files; exit the process with a code other than 0 if not all went well.

    Raises:
        click.UsageError: for wrong usage.
    """
    collect_garbage_rarely()
    given = _for_zotero(given)
    keys, target, names = _keys(given), target_of(given), given.inputs or ("-",)
    library = given.library
    changes, sorting, style = library.changes(), library.sorting(), library.style(target)
    outputs = planned_outputs(library, names, given.output, target, given.written)
    written = [*given.outputs, *(one.path for one in outputs if one.path != given.written)]
    terminal = Terminal(is_quiet=given.quiet)
    watcher.set(terminal.progress)
    check_outputs(written)
    totals = Totals()
    with exits_on_signals(), ExitStack() as stack:
        if not given.has_target and not given.html and (hint := hint_for_merged(names)):
            terminal.line(f"note: {hint}")
        inputs = [opened_input(stack, name, given, written) for name in names]
        printer = _printer(stack, given, inputs, terminal)
        if given.html:
            _page(given.html, given, inputs, target.name)
        stack.callback(terminal.clear)
        sent = io.BytesIO() if given.to_zotero else None
        on_key = _key_map(stack, given.key_map)
        plan = RunPlan(target, style, changes, sorting, keys, on_key, sent)
        for output in outputs:
            _convert(given, [inputs[place] for place in output.inputs], output.path, plan, printer,
                     totals)  # fmt: skip
        printer.end(totals)
        if sent is not None and totals.references:
            from refconv.cli.sending import send  # noqa: PLC0415 (only where it is asked for)

            send(sent.getvalue().decode(), totals.references, terminal, is_sure=given.yes)
    exit_with_code(given, printer, totals)


def _printer(
    stack: ExitStack, given: Options, inputs: Sequence[Input], terminal: Terminal
) -> Printer:
    return Printer(
        terminal,
        ReportFile(stack, given.report),
        Excerpts({one.name: one for one in inputs}) if terminal.is_terminal else None,
        Groups() if terminal.is_terminal and not given.verbose else None,
    )


def exit_with_code(given: Options, printer: Printer, totals: Totals) -> None:
    """Exit the process if not all went well."""
    if totals.has_fruitless:
        sys.exit(NOTHING)
    if printer.errors:
        sys.exit(UNREADABLE)
    if given.strict and (printer.losses or printer.warnings):
        sys.exit(STRICT)


def _for_zotero(given: Options) -> Options:
    """Return the options with the client that ``--to-zotero`` implies.

    Raises:
        click.UsageError: for ``--yes`` alone, another client or an output.
    """
    if not given.to_zotero:
        if given.yes:
            raise click.UsageError("--yes is for --to-zotero")
        return given
    if given.output is not None:
        raise click.UsageError("--to-zotero writes no file (leave out --output)")
    if given.for_ not in (None, "zotero"):
        raise click.UsageError(f"--to-zotero sends nothing for {given.for_}")
    return given._replace(for_="zotero")


def target_of(given: Options) -> Format:
    """Return the format to write: BibTeX to stdout, RIS to Zotero, if none is given."""
    if given.to_zotero:
        from refconv.cli.sending import format_for_zotero  # noqa: PLC0415

        return format_for_zotero(given.to)
    try:
        # A device or a pipe has no suffix.
        is_file = given.output not in (None, "-") and not _is_device(str(given.output))
        name = given.to or (target_format(str(given.output)) if is_file else "bibtex")
    except ValueError as error:
        raise click.UsageError(f"{error}; use --to") from error
    return chosen_target(name)


def _keys(given: Options) -> Keys:
    """Return which citation keys the references get.

    Raises:
        click.UsageError: for a pattern that cannot be read.
    """
    if given.keys is None:
        return OWN_KEYS
    try:
        key_pattern(given.keys)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    return Keys(given.keys, given.keep_keys)


def _key_map(stack: ExitStack, path: str | None) -> Callable[[Renamed], object]:
    """Return what writes a changed key to the file of ``--key-map``, if there is one."""
    if path is None:
        return lambda _: None
    try:
        file = stack.enter_context(opened_output(path))
    except OSError as error:
        fail(path, error)
    return lambda renamed: file.write(tsv_line(renamed).encode("utf-8", "replace"))


def _is_device(path: str) -> bool:
    file = Path(path)
    return file.exists() and not file.is_file() and not file.is_dir()


def check_outputs(outputs: Sequence[str]) -> None:
    """Refuse two outputs in one file."""
    files = [Path(path).resolve() if path != "-" else path for path in outputs]
    for place, file in enumerate(files):
        if file in files[:place] and not (isinstance(file, Path) and _is_device(str(file))):
            name = "stdout" if file == "-" else outputs[place]
            raise click.UsageError(f"{name} is written twice (choose another file)")


def _convert(
    given: Options,
    inputs: Sequence[Input],
    path: str,
    plan: RunPlan,
    printer: Printer,
    totals: Totals,
) -> None:
    """Convert inputs into an output; exit the process if it cannot be written.

    Args:
        given: The options.
        inputs: What is read.
        path: The output.
        plan: What is done.
        printer: Counts and prints what was found.
        totals: What was written is added to them.
    """
    size = given.library.split or 0
    conversion = Conversion(
        plan.target,
        given.for_,
        not given.no_page_record,
        given.jobs,
        WORKERS_PAY,
        "" if path in ("-", os.devnull) else path,
        printer.add,
        keys=plan.keys,
        on_key=plan.on_key,
        style=plan.style,
        changes=plan.changes,
        sorting=plan.sorting,
        limit=given.library.limit,
    )
    has_folder = given.library.out_dir is not None
    files = Files(path, is_split=bool(size), kept=given.inputs, makes_folder=has_folder)
    try:
        if plan.sent is not None:
            conversion.run(inputs, plan.sent)
        else:
            conversion.run_split(inputs, files.opened, size)
    except BrokenPipeError:
        raise  # the reader of stdout has closed it: no error
    except OSError as error:
        printer.flush()
        fail(path, error)
    totals.add(conversion, files.count if size or has_folder else 0)


def opened_input(stack: ExitStack, name: str, given: Options, outputs: Sequence[str]) -> Input:
    """Open an input file, unless it is an output too."""
    try:
        if name == "-" and sys.stdin.isatty() and not given.quiet:
            click.echo("paste references, and end with Ctrl-D (Windows: Ctrl-Z, Enter)", err=True)
        if not name:
            raise click.UsageError("an input has no name (an empty variable of the shell?)")
        given_file = sys.stdin.buffer if name == "-" else Path(name).open("rb")  # noqa: SIM115
        file = stack.enter_context(_seekable(given_file))
        for other in outputs:
            check_not_same(file, sys.stdout.fileno() if other == "-" else other)
        shown = "<stdin>" if name == "-" else name
        return input_of_file(file, given.format, shown, given.encoding)
    except FileNotFoundError as error:
        fail(name, error, hint_for_missing(name, given.inputs or ("-",)))
    except IsADirectoryError as error:
        fail(name, error, "name the files in it")
    except OSError as error:
        fail(name, error)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _seekable(given: BinaryIO) -> BinaryIO:
    """Return a file, or a copy of what a pipe holds, as a file that can be read again."""
    if given.seekable():
        return given
    import shutil  # noqa: PLC0415 (slow to import, and seldom needed)
    import tempfile  # noqa: PLC0415

    file = tempfile.TemporaryFile()  # noqa: SIM115 (it is gone with the process)
    shutil.copyfileobj(given, file)
    return file


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
