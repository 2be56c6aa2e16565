"""The subcommands by name, and the class of all commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

SUBCOMMANDS: Mapping[str, str] = {
    "convert": "refconv.cli.main:convert",
    "check": "refconv.cli.check:check",
    "dedupe": "refconv.cli.dedupe:dedupe",
    "formats": "refconv.cli.main:formats",
    "serve": "refconv.cli.main:serve",
}
"""Where each subcommand is; without one, ``refconv`` converts."""


def subcommand(name: str) -> click.Command:
    """Return the subcommand with a name; a module is imported only for its own."""
    module, _, attribute = SUBCOMMANDS[name].partition(":")
    command: click.Command = getattr(import_module(module), attribute)
    return command


class Command(click.Command):
    """A command that explains options of other programs, and may be read by ``head``."""

    def __init__(self, *given: Any, **settings: Any) -> None:
        help_options = {"help_option_names": ["-h", "--help"]}
        super().__init__(*given, **({"context_settings": help_options} | settings))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the options; an unknown one that other programs have is explained."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            from refconv.cli.hints import OPTIONS  # noqa: PLC0415 (only for a wrong option)

            if error.option_name not in OPTIONS:
                raise
            hint = OPTIONS[error.option_name]
            raise click.UsageError(f"No such option {error.option_name!r}: {hint}.", ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; exit with 0 where stdout or stderr is closed by its reader."""
        try:
            returned = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # What is still in the buffers goes nowhere; the interpreter flushes them once more.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            for stream in (sys.stdout, sys.stderr):
                with suppress(OSError, ValueError):  # a stream without a file
                    os.dup2(nowhere, stream.fileno())
            ctx.exit(0)
        return returned
