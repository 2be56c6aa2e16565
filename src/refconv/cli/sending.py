"""Send what was converted to Zotero: ``refconv … --to-zotero``."""

from __future__ import annotations

import sys

import click

from refconv.cli.printer import UNREADABLE
from refconv.cli.terminal import Terminal
from refconv.clients.zotero import connector
from refconv.formats.base import Format
from refconv.formats.registry import FILE_FORMATS


def format_for_zotero(name: str | None) -> Format:
    """Return the format that is sent: by default RIS, of which Zotero keeps the most.

    Raises:
        click.UsageError: if Zotero has no dialect of the format.
    """
    format = FILE_FORMATS[name or "ris"]
    if "zotero" not in format.dialects:
        known = ", ".join(one for one, of in FILE_FORMATS.items() if "zotero" in of.dialects)
        raise click.UsageError(f"--to-zotero does not send {name} (it sends {known})")
    return format


def send(text: str, count: int, terminal: Terminal, *, is_sure: bool) -> None:
    """Send a file's text to Zotero; exit the process if that fails or is not wanted.

    On a terminal the user is asked first, below what will be lost; ``is_sure`` is ``--yes``.

    Args:
        text: The file.
        count: Its references.
        terminal: Where what was done is printed.
        is_sure: Whether not to ask.
    """
    selected = connector.selected()
    if selected.error:
        _fail(selected.error)
    where = f" ({selected.name})" if selected.name else ""
    what = f"{count:,} reference{'' if count == 1 else 's'}"
    is_asked = not is_sure and sys.stdin.isatty() and terminal.is_terminal
    if is_asked and not click.confirm(f"Send {what} to Zotero{where}?", default=True, err=True):
        terminal.line("nothing was sent")
        sys.exit(0)
    sent = connector.send(text)
    if sent.error:
        _fail(sent.error)
    terminal.line(f"Zotero has imported {sent.imported:,} of {what}{where}")


def _fail(error: str) -> None:
    click.echo(f"Zotero: error: {error}", err=True)
    sys.exit(UNREADABLE)
