"""An example of RefWorks tagged for the tests of all formats."""

from __future__ import annotations

from tests.formats.examples import Example

_REFWORKS = Example(
    sample="RT Book, Whole\nID 1\nA1 Clark, Andy\nT1 Being There\nYR 1997\n",
    tokens=r"^[A-Z][A-Z0-9]{1,4} |[;:,/.]|[\w-]+|\s",
    entry=lambda native, lines: f"RT {native}\nID x\n{lines}\n\n",
    words=(
        "RT Journal Article\n",
        "A1 Clark, Andy\n",
        "T1 ",
        "YR 2001\n",
        "SP 1\n",
        "OP 2\n",
        "JF ",
    ),
)

EXAMPLES = {"refworks": _REFWORKS}
