"""The names of formats on the command line: of any case, with aliases, completed by the shell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from refconv.core.arguments import unknown
from refconv.formats.registry import WRITTEN, named, not_written

if TYPE_CHECKING:
    ParamType = click.ParamType[str]
else:  # it is generic since click 8.5 only
    ParamType = click.ParamType


class FormatName(ParamType):
    """The name of one of some formats."""

    name = "format"

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the format's own name, or fail with the nearest that there is."""
        name = named(value)
        if name not in self._names:
            is_written = self._names == WRITTEN
            why = not_written(value, name) if is_written else unknown("format", value, self._names)
            self.fail(f"{why}; 'refconv formats' lists all", param, ctx)
        return name

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 (click gives it)
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the names that begin with what is typed."""
        begun = incomplete.casefold()
        return [CompletionItem(name) for name in self._names if name.startswith(begun)]
