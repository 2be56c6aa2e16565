"""``refconv check``: a linter for bibliographies."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from refconv.cli.subcommands import Command

FOUND, UNREADABLE = 1, 3
"""The exit codes for a finding, and for a file that cannot be read or written."""

_EPILOG = """\b
Examples:
  refconv check refs.bib                       everything that is wrong
  refconv check *.bib --fix                    repair what is safe to repair
  refconv check refs.bib --select invalid      identifiers only
  refconv check refs.bib --ignore missing-field --format github

\b
Exit codes: 0 nothing found, or all of it repaired; 1 something found; 2 wrong usage; 3 a file could
not be read or written.
"refconv check --rules" lists the rules; docs/rules.md explains each with an example."""


def _words(_context: click.Context, _option: click.Parameter, given: Sequence[str]) -> list[str]:
    """Split codes at commas."""
    return [word.strip() for value in given for word in value.split(",") if word.strip()]


@click.command(cls=Command, epilog=_EPILOG)
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--fix", is_flag=True, help="Repair what is safe to repair, in the files.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix, repair what may be wrong too.")
@click.option("--select", multiple=True, callback=_words, metavar="CODES", help="Only these rules.")
@click.option("--ignore", multiple=True, callback=_words, metavar="CODES", help="Not these rules.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print the findings only.")
@click.option("--rules", is_flag=True, help="List the rules.")
def check(
    files: Sequence[str],
    fix: bool,
    unsafe_fixes: bool,
    select: list[str],
    ignore: list[str],
    form: str,
    quiet: bool,
    rules: bool,
) -> None:
    """Check bibliographies: missing fields, wrong identifiers, duplicates, odd names and texts.

    FILE is in any format that refconv reads; - is stdin. Findings go to stdout, one a line, those
    that --fix repairs with [*]. --fix changes only the fields that it repairs, and writes nothing
    if anything else would change.
    """
    from refconv.library.checks.checking import selected_rules  # noqa: PLC0415 (--help needs none of it)

    try:
        chosen = selected_rules(select, ignore)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if rules:
        for code, rule in chosen.items():
            click.echo(f"{code:20} {rule.finds}")
        return
    if not files:
        raise click.UsageError("Missing argument 'FILE...'.")
    if unsafe_fixes and not fix:
        raise click.UsageError("--unsafe-fixes is for --fix")
    _Run(select, ignore, fix=fix, unsafe=unsafe_fixes, form=form, is_quiet=quiet).run(files)


class _Run:
    """A run of the linter over files."""

    def __init__(
        self,
        select: Sequence[str],
        ignore: Sequence[str],
        *,
        fix: bool,
        unsafe: bool,
        form: str,
        is_quiet: bool,
    ) -> None:
        self._select, self._ignore = select, ignore
        self._fix, self._unsafe = fix, unsafe
        self._form, self._is_quiet = form, is_quiet
        self._count: Counter[str] = Counter()
        self._rows: list[dict[str, Any]] = []

    def run(self, files: Sequence[str]) -> NoReturn:
        """Check the files, and exit."""
        for name in files:
            self._file(name)
        if self._form == "json":
            click.echo(json.dumps(self._rows, ensure_ascii=False, indent=1))
        elif not self._is_quiet:
            for line in self._summary():
                click.echo(line, err=True)
        unreadable = UNREADABLE if self._count["failed"] else 0
        sys.exit(unreadable or (FOUND if self._count["left"] else 0))

    def _file(self, name: str) -> None:
        from refconv.io.repaired_files import check_data, repair_data  # noqa: PLC0415

        try:
            data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            self._failed(name, error)
            return
        shown = "<stdin>" if name == "-" else name
        if not self._fix:
            found = check_data(data, name=shown, select=self._select, ignore=self._ignore)
            self._print(found, _lines(self._form))
            return
        if name == "-":
            raise click.UsageError("--fix writes files, not stdin")
        done = repair_data(
            data, name=shown, select=self._select, ignore=self._ignore, unsafe=self._unsafe
        )
        if done.data != data and not self._write(name, done.data):
            return
        self._count["fixed"] += len(done.fixed)
        self._print(done.left, _lines(self._form))
        for one in done.fixed:
            self._row(one, is_fixed=True)
        if not self._is_quiet:
            for one in done.fixed:
                click.echo(f"{_place(one)}: fixed: {one.message} [{one.code}]", err=True)
            for loss in done.losses:
                click.echo(f"{shown}: loss: {loss.id}: {loss.message}", err=True)
        if done.refused:
            click.echo(f"{shown}: not repaired: {done.refused} (left unchanged)", err=True)

    def _write(self, name: str, data: bytes) -> bool:
        from refconv.io.files import whole_file  # noqa: PLC0415

        try:
            with whole_file(name) as file:
                file.write(data)
        except OSError as error:
            self._failed(name, error)
            return False
        return True

    def _failed(self, name: str, error: OSError) -> None:
        click.echo(f"{name}: error: {error.strerror or error}", err=True)
        self._count["failed"] += 1

    def _print(self, findings: Iterable[Any], line: Callable[[Any], str]) -> None:
        for one in findings:
            self._count["left"] += 1
            self._count["fixable"] += one.is_fixable and one.is_safe
            self._row(one, is_fixed=False)
            if self._form != "json":
                click.echo(line(one))

    def _row(self, one: Any, *, is_fixed: bool) -> None:
        if self._form == "json":
            names = ("code", "message", "name", "line", "key", "index", "path")
            row = {name: getattr(one, name) for name in names}
            row |= {"is_fixable": one.is_fixable, "is_safe": one.is_safe, "is_fixed": is_fixed}
            self._rows.append(row)

    def _summary(self) -> Iterator[str]:
        left, fixed, fixable = (self._count[name] for name in ("left", "fixed", "fixable"))
        repaired = f" ({fixed} repaired)" if fixed else ""
        yield f"{left} {'finding' if left == 1 else 'findings'}{repaired}"
        if fixable and not self._fix:
            yield f"[*] --fix repairs {fixable} of them"


def _place(one: Any) -> str:
    return f"{one.name}:{one.line}"


def _lines(form: str) -> Callable[[Any], str]:
    return _github if form == "github" else str


def _github(one: Any) -> str:
    """Return a finding as a command of GitHub's workflows, which shows it beside its line."""
    escaped = {"%": "%25", "\r": "%0D", "\n": "%0A"}
    message = "".join(escaped.get(char, char) for char in f"{one.key}: {one.message}".lstrip(": "))
    within = {**escaped, ":": "%3A", ",": "%2C"}
    name = "".join(within.get(char, char) for char in one.name)
    line = f",line={one.line}" if one.line else ""
    return f"::warning file={name}{line},title={one.code}::{message}"
