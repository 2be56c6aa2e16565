"""The command's stderr: lines, and a progress bar on a terminal."""

from __future__ import annotations

import sys
import time

import click

from refconv.core.progress import Progress

FIRST = 1.0
"""Seconds until a progress bar is shown."""
_AGAIN = 0.2


class Terminal:
    """Stderr: lines, and on a terminal a progress bar below them after the first second."""

    def __init__(self, *, is_quiet: bool) -> None:
        self.is_quiet = is_quiet
        self.is_terminal = sys.stderr.isatty()
        self._began = time.monotonic()
        self._next = self._began + FIRST
        self._shown = ""

    def line(self, text: str) -> None:
        """Print a line, unless ``is_quiet``."""
        if not self.is_quiet:
            self.clear()
            click.echo(text, err=True)

    def progress(self, done: Progress) -> None:
        """Show the progress: share, references, references a second, time left."""
        now = time.monotonic()
        if self.is_terminal and now >= self._next:
            self._next = now + _AGAIN
            text = bar(done, now - self._began)
            click.echo(f"\r{text:<{len(self._shown)}}", err=True, nl=False)
            self._shown = text

    def clear(self) -> None:
        """Remove the progress bar."""
        if self._shown:
            click.echo(f"\r{'':<{len(self._shown)}}\r", err=True, nl=False)
            self._shown = ""


_WIDTH = 24


def bar(done: Progress, seconds: float) -> str:
    """Draw a progress bar.

    >>> from refconv.core.progress import Progress
    >>> bar(Progress(50, 200, 1500), 10)
    '[######                  ]  25%  1,500 references  150/s  0:30 left'
    """
    share = min(done.done / done.total, 1) if done.total else 1.0
    left = round(seconds / share - seconds) if share else 0
    rate = done.references / seconds if seconds else 0
    return (
        f"[{'#' * int(share * _WIDTH):<{_WIDTH}}] {share:>4.0%}  {done.references:,} references"
        f"  {rate:,.0f}/s  {left // 60}:{left % 60:02d} left"
    )
