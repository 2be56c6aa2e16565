"""An example of RIS for the tests of all formats."""

from __future__ import annotations

from tests.formats.examples import TAGGED_TOKENS, Example, tagged_fields

_RIS = Example(
    sample="TY  - BOOK\nAU  - Clark, Andy\nTI  - Being There\nPY  - 1997\nER  - \n",
    tokens=TAGGED_TOKENS,
    entry=lambda native, lines: f"TY  - {native}\n{lines}\nER  - \n",
    fields_of=tagged_fields,
    words=(
        *("TY  - JOUR\n", "ER  - \n", "AU  - ", "TI  - ", "PY  - 2001///", "DA  - 2001/05/03"),
        *("SP  - 1-9", "EP  - 9", "UR  - ", "DO  - 10.1/x", "SN  - ", "T2  - ", "JO  - ", "KW  - "),
        *("\ufeff", "\r", "TY - ", "  TY  - ", "ty  - ", "N1  - ", "\n1.\n", "ID  - ", "A1  - "),
    ),
)

EXAMPLES = {"ris": _RIS}
