"""Check references against the rules, and repair what can be repaired.

::

    references ──RULES──▶ findings ──safe repairs──▶ references, what was repaired, what is left
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from refconv.core.arguments import check_many, unknown
from refconv.core.diagnostics import one_line
from refconv.core.model import Reference
from refconv.core.report import Read
from refconv.formats.chunks import Positions
from refconv.library.checks.bibtex_source import Edit, source_entries
from refconv.library.checks.check_rules import RULES, CheckRule
from refconv.library.checks.reference_rules import Fault, Library


@frozen
class Finding:
    """Something wrong in a library.

    ``code`` is the rule's, ``index`` the reference's (-1: none in particular), ``key`` its citation
    key, ``path`` the CSL variable. ``line`` counts from 1; 0 is the whole file or not known.
    ``is_fixable`` is whether refconv can repair it, ``is_safe`` whether it does without asking.
    """

    code: str
    message: str
    index: int = -1
    key: str = ""
    path: str = ""
    line: int = 0
    name: str = ""
    is_fixable: bool = False
    is_safe: bool = False
    changes: Mapping[str, Any] | None = field(default=None, repr=False, eq=False)
    """The attributes of the reference that the repair changes."""
    edit: Edit | None = field(default=None, repr=False, eq=False)
    """What the repair changes in the text, if it is about how BibTeX is written."""

    def __str__(self) -> str:
        key = f"{one_line(self.key)}: " if self.key else ""
        star = " [*]" if self.is_fixable and self.is_safe else ""
        place = f"{one_line(self.name) or '<input>'}:{self.line}"
        return f"{place}: {key}{self.message} [{self.code}]{star}"


@frozen
class Fixed:
    """The result of a repair: the references, the findings that are repaired, and all others."""

    references: tuple[Reference, ...]
    fixed: tuple[Finding, ...]
    left: tuple[Finding, ...]


def selected_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> dict[str, CheckRule]:
    """Return rules by code; ``invalid`` means all codes that begin so.

    Raises:
        ValueError: for a word with which no code begins.

    >>> [*selected_rules(["duplicate"], ["duplicate-field"])]
    ['duplicate-key', 'duplicate-reference']
    """
    chosen, left_out = ([*words] for words in (select, ignore))
    for word in (*chosen, *left_out):
        if not word or not any(code.startswith(word) for code in RULES):
            raise ValueError(unknown("rule", word, RULES))
    return {
        code: rule
        for code, rule in RULES.items()
        if (not chosen or code.startswith(tuple(chosen))) and not code.startswith(tuple(left_out))
    }


def check(
    references: Iterable[Reference] | Read,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    source: str = "",
    name: str = "",
) -> tuple[Finding, ...]:
    """Check references.

    Args:
        references: What :func:`refconv.read` has returned, or any references. Only the former has
            lines, and what reading has reported.
        select: The codes of the rules to use, or their beginnings; by default all.
        ignore: The codes of rules not to use.
        source: The text that was read, for the rules about how BibTeX is written.
        name: The name of the file, for the findings.

    Returns:
        The findings, in the order of the references.

    Raises:
        TypeError: if ``references`` holds anything else.
        ValueError: for an unknown code.

    >>> for finding in check([Reference(id="roe", DOI="1000/182"), Reference(page="9-3")]):
    ...     print(finding.index, finding.message)
    0 invalid DOI '1000/182'
    1 the pages '9-3' end before they begin
    """
    rules = selected_rules(select, ignore)
    read = references if isinstance(references, Read) else None
    given = check_many(references, Reference, "references", "several references")
    library = Library(given, read.format if read is not None else "")
    lines = [origin.line for origin in read.origins] if read is not None else []
    found = [
        *_of_references(rules, library, lines),
        *(_of_diagnostics(rules, read) if read is not None else ()),
        *(_of_source(rules, library, source) if library.is_bibtex and source else ()),
    ]
    order = {code: place for place, code in enumerate(RULES)}
    found.sort(
        key=lambda one: (one.index < 0 and not one.line, one.line, one.index, order[one.code])
    )
    return tuple(_named(one, name) for one in found)


def _named(finding: Finding, name: str) -> Finding:
    return evolve(finding, name=name) if name else finding


def _of_references(
    rules: Mapping[str, CheckRule], library: Library, lines: Sequence[int]
) -> Iterator[Finding]:
    for code, rule in rules.items():
        faults: Iterator[tuple[int, Fault]] = iter(())
        if rule.of_reference is not None:
            faults = _each(rule, library)
        elif rule.of_library is not None:
            faults = rule.of_library(library)
        for index, fault in faults:
            yield Finding(
                code,
                one_line(rule.message.format_map(fault.data)),
                index,
                library.references[index].id,
                fault.path,
                lines[index] if index < len(lines) else 0,
                is_fixable=fault.changes is not None,
                is_safe=fault.changes is not None and rule.is_safe,
                changes=fault.changes,
            )


def _each(rule: CheckRule, library: Library) -> Iterator[tuple[int, Fault]]:
    if rule.of_reference is not None:
        for index, reference in enumerate(library.references):
            for fault in rule.of_reference(reference):
                yield index, fault


def _of_diagnostics(rules: Mapping[str, CheckRule], read: Read) -> Iterator[Finding]:
    """Yield what reading has reported, with the reference in whose lines it is."""
    lines = [origin.line for origin in read.origins]
    is_ordered = lines == sorted(lines) and 0 not in lines[:1]
    for code, rule in rules.items():
        for one in read.diagnostics if rule.diagnosed else ():
            if rule.is_of(one):
                index = bisect_right(lines, one.line) - 1 if is_ordered else -1
                key = read.references[index].id if index >= 0 else ""
                yield Finding(code, one.message, index, key, line=one.line)


def _of_source(rules: Mapping[str, CheckRule], library: Library, source: str) -> Iterator[Finding]:
    """Yield what is wrong in how BibTeX is written."""
    entries = source_entries(source)
    if len(entries) != len(library.references):
        return
    positions = Positions(source)
    for code, rule in rules.items():
        for index, entry in enumerate(entries) if rule.in_source is not None else ():
            for one in rule.in_source(source, entry) if rule.in_source is not None else ():
                yield Finding(
                    code,
                    one_line(rule.message.format_map(one.data)),
                    index,
                    library.references[index].id,
                    one.field,
                    positions.line(one.place),
                    is_fixable=one.edit is not None,
                    is_safe=one.edit is not None,
                    edit=one.edit,
                )


_ROUNDS = 5
"""A repair may uncover another; more than a few in a row are none."""


def fix(
    references: Iterable[Reference] | Read,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    unsafe: bool = False,
) -> Fixed:
    """Repair references.

    Args:
        references: As for :func:`check`.
        select: As for :func:`check`.
        ignore: As for :func:`check`.
        unsafe: Whether repairs are made that may be wrong, such as capitals to small letters.

    Returns:
        The references, the findings that are repaired, and those that are left.

    Raises:
        TypeError: if ``references`` holds anything else.
        ValueError: for an unknown code.

    >>> result = fix([Reference(DOI="https://doi.org/10.1000/182")])
    >>> result.references[0].DOI, len(result.fixed), result.left
    ('10.1000/182', 1, ())
    """
    chosen, left_out = [*select], [*ignore]
    selected_rules(chosen, left_out)
    # Rules that compare all references have no repair, and take long.
    quick = [*left_out, *(code for code, rule in RULES.items() if rule.is_slow)]
    read = references if isinstance(references, Read) else None
    now = tuple(check_many(references, Reference, "references", "several references"))
    done: list[Finding] = []
    for _ in range(_ROUNDS):
        given = now if read is None else evolve(read, references=now)
        found = check(given, select=chosen, ignore=quick)
        changed = [*now]
        touched: set[tuple[int, str]] = set()
        for one in found:
            places = {(one.index, attribute) for attribute in one.changes or ()}
            if not places or places & touched or not (one.is_safe or unsafe):
                continue
            touched |= places
            changed[one.index] = changed[one.index].changed(**dict(one.changes or {}))
            done.append(one)
        if not touched:
            break
        now = tuple(changed)
    left = check(
        now if read is None else evolve(read, references=now), select=chosen, ignore=left_out
    )
    return Fixed(now, tuple(done), left)
