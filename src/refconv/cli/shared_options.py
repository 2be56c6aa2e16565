"""Options that several commands have: formats, reading, reporting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from refconv.cli.format_name import FormatName
from refconv.clients import CLIENTS
from refconv.formats.registry import DOCUMENT_PLACES, PLACES, WRITTEN

READ = (*PLACES, *DOCUMENT_PLACES)
"""The formats and documents that can be read."""

_F = TypeVar("_F", bound=Callable[..., Any])


def _all_of(options: Sequence[Callable[[Any], Any]]) -> Callable[[_F], _F]:
    """Return a decorator that adds options, in their order."""

    def decorated(function: _F) -> _F:
        for option in reversed(options):
            function = option(function)
        return function

    return decorated


format_options = _all_of([
    click.option("-f", "--from", "from_", type=FormatName(READ), metavar="FORMAT",
                 help="Format of IN."),
    click.option("-t", "--to", type=FormatName(WRITTEN), metavar="FORMAT", help="Format of OUT."),
    click.option("--for", "for_", type=click.Choice(CLIENTS, case_sensitive=False),
                 help="Program that reads OUT."),
])  # fmt: skip
"""What is read and written, and for which program."""

reading_options = _all_of([
    click.option("--no-page-record", is_flag=True, help="Leave out the record of the page itself."),
    click.option("--encoding", metavar="NAME", help="Encoding of IN; by default it is detected."),
    click.option("--lines", is_flag=True, help="Each line of IN is a reference (--from lines)."),
])  # fmt: skip
"""How the inputs are read."""

reporting_options = _all_of([
    click.option("--strict", is_flag=True, help="Exit with 1 if there is a warning or a loss."),
    click.option("-q", "--quiet", is_flag=True, help="Print no diagnostics and losses."),
    click.option("-v", "--verbose", is_flag=True, help="Print each of them, on a terminal too."),
])  # fmt: skip
"""What is printed, and the exit code."""
