"""The command's options; :mod:`refconv.cli.command` does what they ask for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from refconv.clients import CLIENTS
from refconv.formats.registry import PLACES, WRITTEN

_EPILOG = """\b
Exit codes: 0 done; 1 with --strict, something was odd in the input or is lost in the output;
2 wrong call; 3 a file could not be read or written.
"refconv formats" prints the formats, their tables and what they cannot carry;
"refconv serve" opens a page to paste into, look, correct and take the references along."""


@click.command(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", nargs=-1, metavar="IN...")
@click.option("-o", "--output", metavar="OUT", help="File to write; - is stdout.")
@click.option("--html", metavar="FILE", help="Page to write, to look at what was read.")
@click.option("--from", "from_", type=click.Choice([*PLACES]), help="Format of IN.")
@click.option("--to", type=click.Choice(WRITTEN), help="Format of OUT.")
@click.option("--for", "for_", type=click.Choice(CLIENTS), help="Program that reads OUT.")
@click.option("--no-page-record", is_flag=True, help="Leave out a page's own record.")
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
def convert(**options: Any) -> None:
    """Convert references: free text, BibTeX, RIS, CSL-JSON, EndNote's or PubMed's files.

    IN are files, merged in their order; - is stdin. Without --from and --to the formats are told by
    suffixes and content; to stdout BibTeX is written. Diagnostics and losses go to stderr, one a
    line.
    """
    from refconv.cli.command import Options, run  # noqa: PLC0415 (--help needs none of it)

    run(Options(**options))


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
    from refconv.cli.overview import overview  # noqa: PLC0415 (--help needs none of it)

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
        from refconv.cli.command import fail  # noqa: PLC0415

        fail(f"port {port}", error)
