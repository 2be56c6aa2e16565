"""Examples of BibTeX and biblatex for the tests of all formats."""

from __future__ import annotations

from attrs import evolve

from tests.formats.examples import Example


def _entry(native: str, lines: str) -> str:
    return f"@{native}{{x,\n{lines.replace(chr(10), f',{chr(10)}')}\n}}"


def _fields_of(entry: str) -> list[str]:
    return [line.strip().removesuffix(",") for line in entry.splitlines()[1:-1]]


_BIBTEX = Example(
    sample="@book{clark97, author = {Clark, Andy}, title = {Being There}, year = 1997}",
    tokens=r"@\s*\w+|\\(?:[A-Za-z]+|.)|[{}()\"#=,%$~]|--?|\band\b|\w+|\s",
    entry=_entry,
    fields_of=_fields_of,
    words=(
        *("@article{", "@string{", "@comment{", "@preamble{", "@misc(", "author = {", "title = {"),
        *("crossref = {a}", "xdata = {a,b}", "date = {", "month = jan", ' # "', "},\n", "\n}\n"),
        *(" and ", "others", "\\'e", "\\textit{", "{\\o}", "$x_1$", "``", "''", "\\{", "\\%", "%"),
        *("given=, family=", "author+an:orcid = {1=", "199X", "2001-05/..", "~", "--", "\\&"),
    ),
)

EXAMPLES = {"bibtex": _BIBTEX, "biblatex": evolve(_BIBTEX, words=())}
