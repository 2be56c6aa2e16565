"""An example of CITATION.cff for the tests of all formats."""

from __future__ import annotations

from collections.abc import Iterable

from tests.formats.examples import Example


def _file(entries: Iterable[str]) -> str:
    return "cff-version: 1.2.0\nreferences:\n" + "".join(entries)


_CFF = Example(
    sample=(
        "cff-version: 1.2.0\nmessage: Cite it.\ntitle: Being There\n"
        "authors:\n- family-names: Clark\n  given-names: Andy\ndate-released: 1997-03-01\n"
    ),
    tokens=r"^ *- |^ +|[\w-]+:|[][{},\"'#*&|>]|[\w-]+|\s",
    entry=lambda native, lines: (
        f"- type: {native}\n"
        + "".join(f"  {line}\n" for line in lines.replace("⏎", "\n").splitlines())
    ),
    file=_file,
    words=(
        *("cff-version: 1.2.0\n", "references:\n", "- type: article\n", "preferred-citation:\n"),
        *(
            "  authors:\n",
            "  - family-names: A\n",
            "  year: 2001\n",
            "identifiers: [{",
            "&a ",
            "*a",
        ),
    ),
)

EXAMPLES = {"cff": _CFF}
