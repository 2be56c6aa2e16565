"""The command: options in, :mod:`refconv.pipeline`, lines out."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from refconv import pipeline
from refconv.formats import FORMATS, Client
from refconv.overview import overview
from refconv.progress import watcher
from refconv.report import Block, Diagnostic, Loss, Read, Severity

DONE, STRICT, UNREADABLE = 0, 1, 3
"""Exit codes; 2 is a wrong call."""

_EPILOG = """\b
Exit codes: 0 done; 1 with --strict, something was odd in the input or is lost in the output;
2 wrong call; 3 a file could not be read or written.
"refconv formats" prints the formats, their tables and what they cannot carry;
"refconv serve" opens a page to paste into, look, correct and take the references along."""


@click.command(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", nargs=-1, metavar="IN...")
@click.option("-o", "--output", metavar="OUT", help="File to write; - is stdout.")
@click.option("--html", metavar="FILE", help="Page to write, to look at what was read.")
@click.option("--from", "from_", type=click.Choice([*pipeline.FORMATS]), help="Format of IN.")
@click.option("--to", type=click.Choice([*FORMATS]), help="Format of OUT.")
@click.option("--for", "for_", type=click.Choice(pipeline.CLIENTS), help="Program that reads OUT.")
@click.option("--no-source", is_flag=True, help="Leave out a page's own record.")
@click.option("--strict", is_flag=True, help="Exit with 1 if anything was odd or is lost.")
@click.option("--quiet", is_flag=True, help="Print no diagnostics and losses.")
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
) -> None:
    """Convert references: free text, BibTeX, RIS or CSL-JSON in; BibTeX, RIS or CSL-JSON out.

    IN are files, merged in their order; - is stdin. Without --from and --to the formats are told by
    suffixes and content; to stdout BibTeX is written. Diagnostics and losses go to stderr, one a
    line.
    """
    watcher.set(_progress_bar)
    chosen = bool(to or output)
    output = output or "-"
    try:
        target = to or ("bibtex" if output == "-" else pipeline.target_format(output))
    except ValueError as error:
        raise click.UsageError(f"{error}; say --to") from error
    reads: list[Read] = []
    formats: list[str] = []
    blocks: list[Block] = []
    for name in inputs or ("-",):
        one, format = _read(name, from_, source=not no_source)
        reads.append(one)
        formats.append(format)
        blocks += one.blocks if format == target else ()
    references = [reference for one in reads for reference in one]
    diagnostics = [said for one in reads for said in one.diagnostics]
    if html:
        _report(html, [*zip(reads, formats, inputs or ("",), strict=True)], target, for_, chosen)
    # Where only a page is asked for, that is all.
    losses = () if html and not chosen else _write(references, output, target, for_, blocks)
    if not quiet:
        for said in (*diagnostics, *losses):
            click.echo(str(said), err=True)
        click.echo(_summary(len(references), diagnostics, losses), err=True)
    if any(said.severity == Severity.ERROR for said in diagnostics):
        sys.exit(UNREADABLE)
    if strict and (losses or any(said.severity != Severity.NOTE for said in diagnostics)):
        sys.exit(STRICT)


def _read(name: str, from_: str | None, *, source: bool) -> tuple[Read, str]:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        _fail(name, error)
    format = from_ or pipeline.source_format("" if name == "-" else name, data)
    shown = "<stdin>" if name == "-" else name
    return pipeline.read(data, format, name=shown, source=source), format


def _write(
    references: Sequence[Any],
    output: str,
    target: str,
    for_: Client | None,
    blocks: Sequence[Block],
) -> Sequence[Loss]:
    try:
        if output != "-":
            return pipeline.dump(references, output, target, for_=for_, blocks=blocks).losses
        written = pipeline.write(references, target, for_=for_, blocks=blocks)
        # As bytes: a format's line ends are its own, and the terminal's coding is not the file's.
        sys.stdout.buffer.write(written.text.encode("utf-8", "replace"))
        return written.losses
    except OSError as error:
        _fail(output, error)


def _report(
    html: str,
    read: Sequence[tuple[Read, str, str]],
    target: str,
    client: Client | None,
    chosen: bool,
) -> None:
    from refconv.web.exports import FIRST, TARGETS  # noqa: PLC0415 (only where it is asked for)
    from refconv.web.page import report  # noqa: PLC0415
    from refconv.web.sheets import sheet_of  # noqa: PLC0415

    key = f"{target}:{client}" if f"{target}:{client}" in TARGETS else target
    sheets = [sheet_of(one, format, name) for one, format, name in read]
    try:
        pipeline.replace_file(html, report(sheets, key if chosen else FIRST))
    except OSError as error:
        _fail(html, error)


def _fail(name: str, error: OSError) -> NoReturn:
    click.echo(f"{name}: error: {error.strerror or error}", err=True)
    sys.exit(UNREADABLE)


def _summary(count: int, diagnostics: Iterable[Diagnostic], losses: Sequence[Loss]) -> str:
    odd = sum(said.severity != Severity.NOTE for said in diagnostics)
    counts = ((count, "reference"), (odd, "warning"), (len(losses), "loss"))
    return ", ".join(f"{n} {word if n == 1 else _PLURALS[word]}" for n, word in counts)


_PLURALS = {"reference": "references", "warning": "warnings", "loss": "losses"}


def _progress_bar(items: Sequence[Any], label: str) -> Iterator[Any]:
    """Show a bar on a terminal once work has taken a second."""
    began = time.monotonic()
    shown: Any = None
    for done, item in enumerate(items):
        yield item
        if shown is not None:
            shown.update(1)
        elif sys.stderr.isatty() and time.monotonic() - began > 1:
            shown = click.progressbar(length=len(items), label=label, file=sys.stderr)
            shown.update(done + 1)
    if shown is not None:
        shown.render_finish()


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
