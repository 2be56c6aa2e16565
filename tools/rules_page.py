"""Write the page of all rules of ``refconv check``: ``python -m tools.rules_page``.

``docs/rules.md`` is made of :data:`refconv.library.RULES`, and of what checking the examples there
finds. ``--check`` writes nothing and fails if the page is not up to date.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from refconv.io.repaired_files import check_data
from refconv.library import RULES, CheckRule
from tools.written_page import write_or_check

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"

HEAD = """\
# Rules

`refconv check` finds what is wrong in a bibliography ([how to](library.md#check-and-repair)).
`--select` and `--ignore` take the codes below, or how several of them begin: `--select invalid`.

A repair is *safe* if the reference says the same as before; `--fix` makes those. `--unsafe-fixes`
makes the others too. A rule without a repair needs somebody who knows the publication.

This page is made by `python -m tools.rules_page`.
"""


def page() -> str:
    """Return the page."""
    return "\n".join([HEAD, *overview(), "", *(line for code in RULES for line in section(code))])


def overview() -> Iterator[str]:
    """Yield the table of all rules."""
    yield from ("| code | finds | repair |", "|---|---|---|")
    for code, rule in RULES.items():
        yield f"| [`{code}`](#{code}) | {rule.finds} | {repair(rule)} |"


def repair(rule: CheckRule) -> str:
    """Return the kind of a rule's repair."""
    if not rule.fixed:
        return ""
    return "safe" if rule.is_safe else "not safe"


def section(code: str) -> Iterator[str]:
    """Yield the lines about a rule."""
    rule = RULES[code]
    yield from (
        f"## {code}",
        "",
        f"{rule.finds[:1].upper()}{rule.finds[1:]}. {rule.explanation}",
        "",
    )
    yield from (f"```{rule.format}", *shown(rule.example).split("\n"), "```", "")
    yield from ("```", *findings(code, rule), "```", "")
    if rule.fixed:
        name = "With `--fix`:" if rule.is_safe else "With `--fix --unsafe-fixes`:"
        yield from (name, "", f"```{rule.format}", *rule.fixed.split("\n"), "```", "")


def findings(code: str, rule: CheckRule) -> list[str]:
    """Return what the command prints about the example."""
    found = check_data(as_bytes(rule.example), rule.format, name="refs", select=[code])
    return [str(one) for one in found]


def as_bytes(example: str | bytes) -> bytes:
    """Return an example as the content of a file."""
    return example if isinstance(example, bytes) else example.encode()


def shown(example: str | bytes) -> str:
    """Return an example as a text; bytes that are not UTF-8 as their codes."""
    return as_bytes(example).decode("utf-8", "backslashreplace")


if __name__ == "__main__":
    write_or_check(PAGE, page, "tools.rules_page")
