"""The options of the command; :mod:`refconv.cli.command` runs it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from refconv.cli.format_name import FormatName
from refconv.cli.library_options import LibraryOptions, library_options
from refconv.cli.shared_options import READ, format_options, reading_options, reporting_options
from refconv.cli.subcommands import SUBCOMMANDS, Command, subcommand
from refconv.core.extras import to_install

_EPILOG = """\b
Examples:
  refconv refs.bib -o refs.ris                 BibTeX to RIS, by the suffixes
  refconv page.txt -o refs.ris --for zotero    references found in a text, for Zotero
  refconv *.bib more.nbib -t csl-json          several files into one, to stdout
  refconv page.txt --to-zotero                 straight into the running Zotero
  refconv -t bibtex < list.txt                 a list from a pipe, or pasted

\b
Exit codes: 0 done; 1 with --strict, a warning or a loss; 2 wrong usage; 3 a file, or a part of it,
could not be read or written; 4 an input has content, but no references.
"refconv formats" lists the formats, "refconv formats ris" describes one;
"refconv check" finds what is wrong in a bibliography, and repairs it;
"refconv serve" opens a page in the browser to check, correct and export references."""


@click.command(cls=Command, epilog=_EPILOG)
@click.argument("inputs", nargs=-1, metavar="IN...")
@click.option("-o", "--output", metavar="OUT", help="File to write; - is stdout.")
@click.option("--html", metavar="FILE", help="HTML page to write, to check what was read.")
@format_options
@click.option("--to-zotero", is_flag=True, help="Send the references to Zotero, which is running.")
@click.option("-y", "--yes", is_flag=True, help="With --to-zotero, do not ask before sending.")
@reading_options
@click.option("--keys", metavar="PATTERN", help="Make new citation keys, as [auth:lower][year].")
@click.option("--keep-keys", is_flag=True, help="Make keys only for references without one.")
@click.option("--key-map", metavar="FILE", help="Write the changed keys to FILE: old, tab, new.")
@library_options
@reporting_options
@click.option("--report", metavar="FILE", help="Write diagnostics and losses to FILE, as JSON.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=lambda: len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1,
    show_default="processors, for large files",
    help="Processes that share the work.",
)
@click.version_option(None, "-V", "--version", package_name="refconv")
def convert(**options: Any) -> None:
    """Convert references: free text, and files of BibTeX, RIS, CSL-JSON, EndNote and others.

    IN are files, merged in their order; - is stdin. Without --from and --to, suffixes and content
    decide the formats; stdout gets BibTeX. Diagnostics and losses go to stderr, one a line; on a
    terminal those of one kind together, with their count and an example.
    """
    from refconv.cli.command import Options, run  # noqa: PLC0415 (--help needs none of it)

    library = LibraryOptions.taken_from(options)
    run(Options(**options, library=library))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command with ``arguments``; by default those of the process."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given and sys.stdin.isatty():
        given = ["--help"]
    if given[:1] == ["help"] and not Path("help").exists():
        given = [*given[1:], "--help"]
    # A file may have the name of a command.
    word = given[0] if given and not Path(given[0]).exists() else ""
    if word in SUBCOMMANDS:
        subcommand(word).main(given[1:], prog_name=f"refconv {word}")
    convert.main(given, prog_name="refconv")


@click.command(cls=Command)
@click.argument("names", nargs=-1, type=FormatName(READ), metavar="[FORMAT]...")
def formats(names: Sequence[str]) -> None:
    """List the formats, or describe some: their keys, types, and what they cannot hold."""
    from refconv.cli.overview import described, listed  # noqa: PLC0415 (--help needs none of it)

    for line in described(names) if names else listed():
        click.echo(line)


@click.command(cls=Command)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="Port to listen on; by default any free one.",
)
@click.option("--no-browser", is_flag=True, help="Print the address only, and open no browser.")
def serve(port: int, no_browser: bool) -> None:
    """Open a page in the browser to check, correct and export references.

    It is served on this computer only, stores nothing, and needs the extra refconv[web]. Ctrl+C
    stops it.
    """
    try:
        from refconv.web.serving import serve as run  # noqa: PLC0415 (an extra)
    except ModuleNotFoundError as error:
        raise click.UsageError(
            f"{error.name} is missing: the page needs more of refconv ({to_install('web')})"
        ) from error
    try:
        run(port, click.echo, browser=not no_browser)
    except OSError as error:
        from refconv.cli.printer import fail  # noqa: PLC0415

        fail(f"port {port}", error)
