"""The options that select, sort and divide references, and say how files are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

import click

if TYPE_CHECKING:
    from refconv.formats.base import Format
    from refconv.formats.style import Style
    from refconv.library.changes import Changes
    from refconv.library.journal_names import JournalNames
    from refconv.library.sorting import Sorting

_F = TypeVar("_F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--type", "types", multiple=True, metavar="TYPE",
                 help="Select a type of CSL or BibTeX, as book, phdthesis. Alternatives of an "
                 "option, given by repeating it, are joined by or, several options by and."),
    click.option("--year", "years", multiple=True, metavar="YEARS",
                 help="Select by year: 2018, 2015-2020, 2015-, -2020."),
    click.option("--author", "authors", multiple=True, metavar="NAME",
                 help="Select by words of an author's name."),
    click.option("--key", "select_keys", multiple=True, metavar="KEY",
                 help="Select by citation key, in which * stands for any characters."),
    click.option("--limit", type=click.IntRange(min=1), metavar="N",
                 help="Write the first N references only."),
    click.option("--sort", metavar="BY",
                 help="Sort, as author,year,title; -year is descending. Holds all in memory."),
    click.option("--drop", multiple=True, metavar="NAMES",
                 help="Leave out variables, as abstract,keyword."),
    click.option("--keep", multiple=True, metavar="NAMES", help="Write these variables only."),
    click.option("--split", type=click.IntRange(min=1), metavar="N",
                 help="Write files of N references each: out-1.ris, out-2.ris …"),
    click.option("--out-dir", metavar="DIR", help="Write a file for each IN into DIR."),
    click.option("--style", "styles", multiple=True, metavar="NAME=VALUE",
                 help="How OUT is written, as align=yes; docs/library.md lists the choices."),
    click.option("--ascii", "characters", flag_value="ascii", default=None,
                 help="Write ASCII only: LaTeX in BibTeX, escapes in JSON."),
    click.option("--latex", "characters", flag_value="latex",
                 help="Write letters in BibTeX as LaTeX where it has them."),
    click.option("--unicode", "characters", flag_value="unicode",
                 help="Write letters as they are (the default)."),
    click.option("--strings", metavar="FILE",
                 help="Write journals as the @string macros of FILE, a .bib file."),
    click.option("--journals", multiple=True, metavar="FILE",
                 help="List of journals: lines as 'full;abbreviated', or references with both."),
    click.option("--journal-names", type=click.Choice(("abbreviated", "full", "dotless")),
                 help="How journals of the list are named (default: abbreviated)."),
    click.option("--no-config", is_flag=True,
                 help="Read no refconv.toml and no [tool.refconv] of pyproject.toml."),
)  # fmt: skip


def library_options(command: _F) -> _F:
    """Add the options to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class LibraryOptions(NamedTuple):
    """The values of the options."""

    types: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    select_keys: tuple[str, ...] = ()
    limit: int | None = None
    sort: str | None = None
    drop: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    split: int | None = None
    out_dir: str | None = None
    styles: tuple[str, ...] = ()
    characters: str | None = None
    strings: str | None = None
    journals: tuple[str, ...] = ()
    journal_names: Literal["full", "abbreviated", "dotless"] | None = None
    no_config: bool = False

    @classmethod
    def taken_from(cls, options: dict[str, Any]) -> LibraryOptions:
        """Take the values out of those of a command."""
        return cls(**{name: options.pop(name) for name in cls._fields if name in options})

    def changes(self) -> Changes:
        """Return what is done to the references.

        Raises:
            click.UsageError: for an unknown type or variable, or a wrong year.
        """
        from refconv.library.changes import NO_CHANGES, Changes  # noqa: PLC0415

        selected = {
            "type": self.types,
            "year": self.years,
            "author": self.authors,
            "key": self.select_keys,
        }
        names = self._journal_names()
        has_selection, has_fields = any(selected.values()), bool(self.drop or self.keep)
        if not (has_selection or has_fields or names is not None):
            return NO_CHANGES
        from refconv.library.field_choice import FieldChoice  # noqa: PLC0415 (seldom needed)
        from refconv.library.selection import Selection  # noqa: PLC0415

        keep = ",".join(self.keep) if self.keep else None
        try:
            return Changes(
                Selection(**selected) if has_selection else None,
                FieldChoice(keep=keep, drop=",".join(self.drop)) if has_fields else None,
                names,
            )
        except ValueError as error:
            raise click.UsageError(str(error)) from error

    def _journal_names(self) -> JournalNames | None:
        """Return how journals are named, by all lists together."""
        if not self.journals:
            if self.journal_names is not None:
                raise click.UsageError("--journal-names needs a list (--journals FILE)")
            return None
        from refconv.cli.user_lists import journals_of_files  # noqa: PLC0415 (seldom needed)
        from refconv.library.journal_names import JournalNames  # noqa: PLC0415

        return JournalNames(journals_of_files(self.journals), self.journal_names or "abbreviated")

    def sorting(self) -> Sorting | None:
        """Return the order of the references.

        Raises:
            click.UsageError: for an unknown variable, or if texts cannot be sorted.
        """
        if self.sort is None:
            return None
        from refconv.library.sorting import Sorting  # noqa: PLC0415 (seldom needed)

        try:
            return Sorting(self.sort)
        except (ValueError, ModuleNotFoundError) as error:
            raise click.UsageError(str(error)) from error

    def style(self, target: Format) -> Style:
        """Return how a format is written: by the settings, and above them by the options.

        Raises:
            click.UsageError: for an unknown choice, or one that the format has not.
        """
        from refconv.cli.settings import read_settings  # noqa: PLC0415
        from refconv.cli.user_lists import strings_of_file  # noqa: PLC0415
        from refconv.formats.style import CHOICES, Style  # noqa: PLC0415

        chosen: dict[str, Any] = {}
        for one in self.styles:
            name, equals, value = one.partition("=")
            if not equals:
                raise click.UsageError(f"--style is NAME=VALUE, as align=yes, not {one!r}")
            chosen[name.strip()] = value.strip()
        if self.strings is not None:
            chosen["strings"] = self.strings
        settings = {} if self.no_config else read_settings(Path.cwd())
        from_flag = {} if self.characters is None else {"characters": self.characters}
        try:
            for name in chosen:
                if name in CHOICES and CHOICES[name] not in target.choices:
                    raise click.UsageError(_not_of(target, name))
            given: Mapping[str, Any] = settings | from_flag | chosen
            if isinstance(path := given.get("strings"), str):
                given = {**given, "strings": strings_of_file(path)}
            return Style.from_settings(given)
        except (ValueError, TypeError) as error:
            raise click.UsageError(str(error)) from error


def _not_of(target: Format, name: str) -> str:
    known = ", ".join(sorted(one.replace("_", "-") for one in target.choices)) or "none"
    return f"--style: {target.name} has no choice {name!r} (it has: {known})"
