"""``refconv dedupe``: merge the references of files that are of one publication."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Any, NamedTuple

import click

from refconv.cli.command import (
    Options,
    check_outputs,
    exit_with_code,
    opened_input,
    target_of,
)
from refconv.cli.excerpt import Excerpts
from refconv.cli.groups import Groups
from refconv.cli.printer import Printer, ReportFile, Totals, fail, opened_output
from refconv.cli.shared_options import format_options, reading_options, reporting_options
from refconv.cli.signals import exits_on_signals
from refconv.cli.subcommands import Command
from refconv.cli.terminal import Terminal
from refconv.core.keys import table_of
from refconv.core.model import Reference
from refconv.core.progress import watcher
from refconv.core.report import Block, Loss
from refconv.formats.base import Format
from refconv.io.convert import new_blocks, read_chunks
from refconv.io.input import Input
from refconv.io.write import Entries, Naming, Parts
from refconv.library.deduplication.merged import ALIASES, PREFIX, Deduplicated, deduplicate

_EPILOG = """\b
Examples:
  refconv dedupe medline.nbib embase.ris -o all.ris           one file without duplicates
  refconv dedupe refs.bib -o refs.bib.new --report dupes.json with what was merged, as JSON
  refconv dedupe refs.ris --report dupes.json -o /dev/null    only the report

\b
Exit codes: those of refconv."""


@click.command(cls=Command, epilog=_EPILOG)
@click.argument("inputs", nargs=-1, metavar="IN...")
@click.option("-o", "--output", metavar="OUT", help="File to write; - is stdout.")
@click.option("--with-preprints", is_flag=True, help="Merge a preprint with its article.")
@format_options
@reading_options
@reporting_options
@click.option("--report", metavar="FILE", help="Write what was merged to FILE, as JSON.")
def dedupe(*, with_preprints: bool, **options: Any) -> None:
    """Merge references that are of one publication, and write all as one file.

    IN are files, read in their order; - is stdin. A merged reference has the fullest values of all,
    and stands where the first of them stood. A correction, a reply, an abstract of a meeting and a
    preprint are publications of their own. The report lists which references were merged, why, and
    the values that differed.
    """
    run(Options(**options, html=None, jobs=1), with_preprints=with_preprints)


class _Place(NamedTuple):
    """Where a reference was read."""

    file: str
    line: int


class _Library(NamedTuple):
    """The references of all inputs, their places, and the blocks of the files."""

    references: list[Reference]
    places: list[_Place]
    blocks: list[Block]
    is_fruitless: bool


def run(given: Options, *, with_preprints: bool) -> None:
    """Merge duplicates; exit the process with a code other than 0 if not all went well.

    Raises:
        click.UsageError: for wrong usage.
    """
    target = target_of(given)
    terminal = Terminal(is_quiet=given.quiet)
    watcher.set(terminal.progress)
    check_outputs(given.outputs)
    with exits_on_signals(), ExitStack() as stack:
        names = given.inputs or ("-",)
        inputs = [opened_input(stack, name, given, given.outputs) for name in names]
        report = ReportFile(stack, given.report)
        is_listed = terminal.is_terminal and not given.verbose
        excerpts = Excerpts({one.name: one for one in inputs}) if terminal.is_terminal else None
        printer = Printer(terminal, report, excerpts, Groups() if is_listed else None)
        stack.callback(terminal.clear)
        library = _read(inputs, given, target, printer)
        result = deduplicate(library.references, with_preprints=with_preprints)
        report.include("duplicates", _reported(library, result))
        kept = _write(given, target, result, library.blocks, printer)
        for line in _told(library, result, kept, given):
            terminal.line(line)
        printer.losses += 0 if given.report else kept
        totals = Totals(references=len(result), has_fruitless=library.is_fruitless)
        printer.end(totals)
    exit_with_code(given, printer, totals)


def _read(inputs: Sequence[Input], given: Options, target: Format, printer: Printer) -> _Library:
    """Read all inputs; diagnostics go to the printer."""
    library = _Library([], [], [], is_fruitless=False)
    is_fruitless = False
    for one in inputs:
        count, is_blank = len(library.references), True
        blocks: list[Block] = []
        for result in read_chunks(one, page_record=not given.no_page_record):
            for found in result.diagnostics:
                printer.add(found)
            library.references.extend(result.references)
            library.places.extend(_Place(one.name, origin.line) for origin in result.origins)
            blocks += result.blocks if one.format is target else ()
            is_blank = is_blank and result.is_blank
        library.blocks.extend(new_blocks(blocks, library.blocks))
        is_fruitless |= len(library.references) == count and not is_blank
    return library._replace(is_fruitless=is_fruitless)


def _write(
    given: Options,
    target: Format,
    result: Deduplicated,
    blocks: Sequence[Block],
    printer: Printer,
) -> int:
    """Write the references; return how many differing values the output does not hold.

    Exits the process if the output cannot be written.
    """
    name = "" if given.written in ("-", os.devnull) else given.written
    entries = Entries(target, given.for_, name, style=given.library.style(target))
    naming = Naming(entries.legal_id, lambda: table_of(one.id for one in result))
    kept = 0
    try:
        with opened_output(given.written) as file:
            parts = Parts(file, entries.join)
            parts.add(entries.join.before(blocks))
            for index, reference in enumerate(result):
                ids = naming.assign(reference.id, entries.made_key(reference))
                text, losses = entries.write(index, reference, ids)
                parts.add([text])
                for loss in losses:
                    if _is_of_merging(loss):
                        kept += 1
                    else:
                        printer.add(loss)
            parts.end(blocks)
    except BrokenPipeError:
        raise  # the reader of stdout has closed it: no error
    except OSError as error:
        printer.flush()
        fail(given.written, error)
    return kept


def _is_of_merging(loss: Loss) -> bool:
    """Return whether a loss is that of a value which merging has kept beside the chosen one."""
    return loss.path.startswith("custom[") and loss.place.startswith((PREFIX, ALIASES))


def _told(library: _Library, result: Deduplicated, kept: int, given: Options) -> Iterator[str]:
    """Yield lines that say what was merged, and where the values are that differed."""
    merged = sum(len(group.members) for group in result.groups)
    count = len(result.groups)
    if count:
        into = f"{count} reference{'' if count == 1 else 's'}"
        yield f"{merged} of {len(library.references)} references are merged into {into}"
    if kept:
        where = f"see {given.report}" if given.report else "--report FILE lists them"
        values = "differing value is" if kept == 1 else "differing values are"
        yield f"note: {kept} {values} not in the output ({where})"


def _reported(library: _Library, result: Deduplicated) -> Iterator[dict[str, Any]]:
    """Yield each group as the report has it."""
    for group, merged in zip(result.groups, result.merged, strict=True):
        members = [
            {
                "file": library.places[member].file,
                "line": library.places[member].line,
                "id": library.references[member].id,
                "reference": str(library.references[member]),
            }
            for member in group.members
        ]
        choices = [
            {
                "variable": choice.variable,
                "value": choice.value,
                "member": choice.member,
                "others": [{"member": member, "value": other} for member, other in choice.others],
            }
            for choice in merged.choices
        ]
        yield {
            "id": merged.reference.id,
            "reason": group.reason,
            "score": group.score,
            "members": members,
            "choices": choices,
        }
