"""An example of free text for the tests of all formats."""

from __future__ import annotations

from tests.formats.examples import Example

_TEXT = Example(
    sample="[1] Clark A. Being There. Cambridge: MIT Press; 1997.",
    tokens=r"\n+|\[\d+\]|\d+|[][().,;:&“”\"'’–-]|\w+|[^\S\n]",
    words=(
        *("References\n", "[1] ", "1. ", "Smith J, ", "(2001). ", "et al.", "J Test. "),
        *("2001;1(2):3", "doi:10.1/x", "https://x.org/", "In: ", "eds. ", "pp. 1–9"),
        *("Cite this article", "ibid."),
    ),
    inputs="page/pages/*.txt",
)

EXAMPLES = {"text": _TEXT, "lines": _TEXT}
