"""The command: options in, :mod:`refconv.pipeline`, lines out."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, NoReturn

import click

from refconv import pipeline
from refconv.formats import FORMATS, READ_ONLY, Client
from refconv.losses_file import JsonReport
from refconv.overview import overview
from refconv.pipeline import read_source
from refconv.progress import watcher
from refconv.report import Diagnostic, Loss, Severity
from refconv.source import Source, chosen_format, of_file
from refconv.streaming import PAYS, Transfer
from refconv.terminal import Terminal
from refconv.writing import check_not_same, whole_file

DONE, STRICT, UNREADABLE = 0, 1, 3
"""Exit codes; 2 is a wrong call."""

_EPILOG = """\b
Exit codes: 0 done; 1 with --strict, something was odd in the input or is lost in the output;
2 wrong call; 3 a file could not be read or written.
"refconv formats" prints the formats, their tables and what they cannot carry;
"refconv serve" opens a page to paste into, look, correct and take the references along."""

_WRITTEN = [name for name in FORMATS if name not in READ_ONLY]


@click.command(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", nargs=-1, metavar="IN...")
@click.option("-o", "--output", metavar="OUT", help="File to write; - is stdout.")
@click.option("--html", metavar="FILE", help="Page to write, to look at what was read.")
@click.option("--from", "from_", type=click.Choice([*pipeline.FORMATS]), help="Format of IN.")
@click.option("--to", type=click.Choice(_WRITTEN), help="Format of OUT.")
@click.option("--for", "for_", type=click.Choice(pipeline.CLIENTS), help="Program that reads OUT.")
@click.option("--no-source", is_flag=True, help="Leave out a page's own record.")
@click.option("--strict", is_flag=True, help="Exit with 1 if anything was odd or is lost.")
@click.option("--quiet", is_flag=True, help="Print no diagnostics and losses.")
@click.option("--report", metavar="FILE", help="Write diagnostics and losses to FILE, as JSON.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=lambda: len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1,
    show_default="processors, for large files",
    help="Processes that share the work.",
)
@click.version_option(package_name="refconv")
def convert(  # noqa: PLR0913, PLR0917 (click gives each option as an argument)
    inputs: tuple[str, ...],
    output: str | None,
    html: str | None,
    from_: str | None,
    to: str | None,
    for_: Client | None,
    no_source: bool,
    strict: bool,
    quiet: bool,
    report: str | None,
    jobs: int,
) -> None:
    """Convert references: free text, BibTeX, RIS, CSL-JSON, EndNote's or PubMed's files.

    IN are files, merged in their order; - is stdin. Without --from and --to the formats are told by
    suffixes and content; to stdout BibTeX is written. Diagnostics and losses go to stderr, one a
    line.
    """
    chosen = bool(to or output)
    output = output or "-"
    try:
        told = to or ("bibtex" if output == "-" else pipeline.target_format(output))
    except ValueError as error:
        raise click.UsageError(f"{error}; say --to") from error
    target = chosen_format(told)
    terminal = Terminal(is_quiet=quiet)
    watcher.set(terminal.progress)
    # Where only a page is asked for, that is all.
    written = output if chosen or not html else os.devnull
    with ExitStack() as stack:
        outputs = [path for path in (written, html, report) if path]
        sources = [_source(stack, name, from_, outputs) for name in inputs or ("-",)]
        said = _Said(terminal, _report(stack, report))
        if html:
            _page(html, sources, target.name, for_, own=not no_source, is_chosen=chosen)
        transfer = Transfer(target, for_, not no_source, jobs, PAYS, _shown(written), said.add)
        try:
            with _opened(written) as file:
                transfer.run(sources, file)
            said.end(transfer.count)
        except BrokenPipeError:
            raise  # who reads stdout wants no more: nothing is wrong
        except OSError as error:
            _fail(written, error)
        finally:
            terminal.clear()
    if said.errors:
        sys.exit(UNREADABLE)
    if strict and (said.losses or said.warnings):
        sys.exit(STRICT)


class _Said:
    """Prints what there is to say as it comes, and counts it."""

    def __init__(self, terminal: Terminal, report: JsonReport | None) -> None:
        self.warnings = self.errors = self.losses = 0
        self._terminal, self._report = terminal, report

    def add(self, said: Diagnostic | Loss) -> None:
        if isinstance(said, Loss):
            self.losses += 1
        else:
            self.warnings += said.severity != Severity.NOTE
            self.errors += said.severity == Severity.ERROR
        self._terminal.line(str(said))
        if self._report is not None:
            self._report.add(said)

    def end(self, references: int) -> None:
        counts = ((references, "reference"), (self.warnings, "warning"), (self.losses, "loss"))
        words = (f"{n} {word if n == 1 else _PLURALS[word]}" for n, word in counts)
        self._terminal.line(", ".join(words))
        if self._report is not None:
            self._report.end(references)


_PLURALS = {"reference": "references", "warning": "warnings", "loss": "losses"}


def _source(stack: ExitStack, name: str, from_: str | None, written: Sequence[str]) -> Source:
    """Open a file to read, unless it is one to write too."""
    try:
        opened = _spooled() if name == "-" else Path(name).open("rb")  # noqa: SIM115 (in the stack)
        file = stack.enter_context(opened)
        for other in written:
            check_not_same(file, sys.stdout.fileno() if other == "-" else other)
        return of_file(file, from_, "<stdin>" if name == "-" else name)
    except OSError as error:
        _fail(name, error)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _spooled() -> BinaryIO:
    """Give stdin as a file that can be read again."""
    stdin = sys.stdin.buffer
    if stdin.seekable():
        return stdin
    file = tempfile.TemporaryFile()  # noqa: SIM115 (it is gone with the process)
    shutil.copyfileobj(stdin, file)
    return file


@contextmanager
def _opened(output: str) -> Iterator[BinaryIO]:
    """Open the file to write."""
    if output == "-":
        # As bytes: a format's line ends are its own, and the terminal's coding is not the file's.
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with whole_file(output) as file:
            yield file


def _report(stack: ExitStack, path: str | None) -> JsonReport | None:
    try:
        return None if path is None else JsonReport(stack.enter_context(whole_file(path)))
    except OSError as error:
        _fail(str(path), error)


def _shown(output: str) -> str:
    return "" if output in ("-", os.devnull) else output


def _page(
    html: str,
    sources: Sequence[Source],
    target: str,
    client: Client | None,
    *,
    own: bool,
    is_chosen: bool,
) -> None:
    """Write the page to look at."""
    from refconv.web.exports import FIRST, TARGETS  # noqa: PLC0415 (only where it is asked for)
    from refconv.web.page import report  # noqa: PLC0415
    from refconv.web.sheets import sheet_of  # noqa: PLC0415

    key = f"{target}:{client}" if f"{target}:{client}" in TARGETS else target
    sheets = [sheet_of(read_source(one, own=own), one.name) for one in sources]
    try:
        with whole_file(html) as file:
            file.write(report(sheets, key if is_chosen else FIRST).encode("utf-8", "replace"))
    except OSError as error:
        _fail(html, error)


def _fail(name: str, error: OSError) -> NoReturn:
    click.echo(f"{name}: error: {error.strerror or error}", err=True)
    sys.exit(UNREADABLE)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command with ``arguments``, or those of the process."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for command in (formats, serve):
        if given[:1] == [command.name] and not Path(given[0]).exists():
            command.main(given[1:], prog_name=f"refconv {command.name}")
    if not given and sys.stdin.isatty():
        given = ["--help"]
    convert.main(given, prog_name="refconv")


@click.command()
def formats() -> None:
    """Print the formats, their tables, and what they cannot carry."""
    for line in overview():
        click.echo(line)


@click.command()
@click.option(
    "--port", default=0, metavar="N", help="Port to listen at; any free one if not given."
)
@click.option("--no-browser", is_flag=True, help="Print the address, and open no browser.")
def serve(port: int, no_browser: bool) -> None:
    """Open a page to paste into, to look, correct and take the references along.

    It is served on this computer only, keeps nothing, and needs the extra refconv[web]. Ctrl+C ends
    it.
    """
    try:
        from refconv.web.serving import serve as run  # noqa: PLC0415 (an extra)
    except ModuleNotFoundError as error:
        raise click.UsageError(
            f"{error.name} is missing: the page needs pip install 'refconv[web]'"
        ) from error
    try:
        run(port, click.echo, browser=not no_browser)
    except OSError as error:
        _fail(f"port {port}", error)
