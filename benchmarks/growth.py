"""Measure how the time of a conversion grows with the file: python -m benchmarks.growth [CASE].

Each file is made four times, each twice as large as the one before, then read and written as RIS. A
line shows what is counted, the seconds of processor time for each size, and the exponent of the
growth from the second size on: 1 is linear, above 1.2 is marked with ✗. No two files share names or
keys, since names are cached (some thousand, so that lists of fewer authors look too fast).
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial

import refconv
from refconv.io.garbage import garbage_collection_paused

DOUBLINGS = 3
STEEP = 1.2

_REFERENCE = "Smith J, Jones K. A title of paper {n}. J Test. 2001;12(3):{n}-{n}9.\n"


def _bibtex(fields: str) -> str:
    return f"@article{{x,\n  title = {{T}},\n{fields}}}\n"


def _ris(lines: str) -> str:
    return f"TY  - JOUR\nTI  - T\n{lines}ER  - \n"


def _families(count: int) -> list[str]:
    return [f"Family{count}x{n}" for n in range(count)]


def _xml(count: int) -> str:
    authors = "".join(f"<author>{family}, Given</author>" for family in _families(count))
    body = f"<contributors><authors>{authors}</authors></contributors>"
    return f"<xml><records><record>{body}</record></records></xml>"


# Repeated unit → the smallest number of characters.
REPEATED: Mapping[str, int] = {
    # in one line
    **dict.fromkeys(("1. ", "Smith J. A title. J Test 2001;12:3; "), 12_000),
    **dict.fromkeys(("[1] ", "["), 50_000),
    **dict.fromkeys(("(a) ", "7", "1999 ", "(1999) ", "A. B. ", "a b c ", "and "), 150_000),
    **dict.fromkeys((", ", "; ", ". ", "(", '"', "— ", "http://", "10.1000/abc "), 150_000),
    **dict.fromkeys(("Smith, J., ", "pp. 1-2, ", "See also ", "Vgl. ", "ibid. "), 150_000),
    **dict.fromkeys(("[PubMed]", "0000-0001-2345-6789 ", "10.", "ISBN 978-"), 150_000),
    # other scripts: only accents, no spaces, right to left
    **dict.fromkeys(("\u0301", "e\u0301", "漢字仮名交文", "漢字，2001。", "עברית "), 150_000),
    # in lines
    **dict.fromkeys(("a\n", "A.\n", "• a\n", "1. x\n", "2001\n", "abc-\n"), 12_000),
    **dict.fromkeys(("John Smith 0000-0001-2345-6789\n", "http://a.b/\n", "12\n\f"), 50_000),
    **dict.fromkeys(("A title.        Jones K. 2001, 12:3.\n",), 12_000),
    **dict.fromkeys(("References\n", "Figure 1. A b.\n", "Received: 1 May 2001\n"), 100_000),
    **dict.fromkeys(("\n", "\t", "   a\n\n\n"), 100_000),
}


def _repeated(unit: str, count: int) -> str:
    return "References\n" + unit * (count // len(unit))


CASES: Mapping[str, tuple[str, int, Callable[[int], str]]] = {
    "entries (BibTeX)": (
        "bibtex",
        1000,
        lambda count: "".join(
            f"@article{{k{n}, title={{T{n}}}, author={{{family}, B.}}}}\n"
            for n, family in enumerate(_families(count))
        ),
    ),
    "entries that cross-refer (BibTeX)": (
        "bibtex",
        1000,
        lambda count: "".join(f"@inbook{{k{n}, crossref={{k{n + 1}}}}}\n" for n in range(count)),
    ),
    "entries of one key (BibTeX)": ("bibtex", 1000, lambda count: "@misc{k, title={T}}\n" * count),
    "macros (BibTeX)": (
        "bibtex",
        1000,
        lambda count: "".join(
            f'@string{{m{n} = "v"}}\n@misc{{k{n}, note = m{n} # m{n}}}\n' for n in range(count)
        ),
    ),
    "fields of an entry (BibTeX)": (
        "bibtex",
        1000,
        lambda count: _bibtex("".join(f"  f{n} = {{v}},\n" for n in range(count))),
    ),
    "authors of an entry (BibTeX)": (
        "bibtex",
        8000,
        lambda count: _bibtex(
            f"  author = {{{' and '.join(f'{family}, G' for family in _families(count))}}},\n"
        ),
    ),
    "size of a field (BibTeX)": (
        "bibtex",
        50_000,
        lambda count: _bibtex(f"  note = {{{'word ' * count}}},\n"),
    ),
    "size of a field of LaTeX (BibTeX)": (
        "bibtex",
        8000,
        lambda count: _bibtex("  note = {" + "\\'{e}t {\\ss} $x^2$ " * count + "},\n"),
    ),
    "entries (RIS)": ("ris", 1000, lambda count: _ris("AU  - A, B.\n") * count),
    "lines of a record (RIS)": ("ris", 1000, lambda count: _ris("N1  - v\n" * count)),
    "continuation lines (RIS)": ("ris", 10_000, lambda count: _ris("AB  - a\n" + "b\n" * count)),
    "authors of a record (RIS)": (
        "ris",
        8000,
        lambda count: _ris("".join(f"AU  - {family}, G\n" for family in _families(count))),
    ),
    "size of a field (RIS)": ("ris", 200_000, lambda count: _ris(f"AB  - {'word ' * count}\n")),
    "items (CSL-JSON)": (
        "csl-json",
        1000,
        lambda count: json.dumps([{"id": f"k{n}", "type": "book"} for n in range(count)]),
    ),
    "authors of an item (CSL-JSON)": (
        "csl-json",
        8000,
        lambda count: json.dumps(
            [{"type": "book", "author": [{"family": name} for name in _families(count)]}]
        ),
    ),
    "variables of an item (CSL-JSON)": (
        "csl-json",
        1000,
        lambda count: json.dumps([{"type": "book"} | {f"f{n}": "v" for n in range(count)}]),
    ),
    "authors of a record (EndNote XML)": ("endnote-xml", 8000, _xml),
    "authors of a record (MEDLINE)": (
        "nbib",
        8000,
        lambda count: "PMID- 1\n" + "".join(f"FAU - {name}, A\n" for name in _families(count)),
    ),
    "lines of a record (enw)": (
        "enw",
        1000,
        lambda count: "%0 Book\n%T T\n" + "%Z v\n" * count,
    ),
    "references (text)": (
        "text",
        250,
        lambda count: "References\n" + "".join(_REFERENCE.format(n=n) for n in range(count)),
    ),
    "lines of prose (text)": (
        "text",
        1000,
        lambda count: "The results are shown in what follows, and we thank them all.\n" * count,
    ),
    "one line (text)": (
        "text",
        100,
        lambda count: "References\n" + _REFERENCE.format(n=7).strip() * count,
    ),
    "numbers without references (text)": (
        "text",
        2000,
        lambda count: "References\n" + "".join(f"[{n}]\n" for n in range(count)),
    ),
    "notes without a heading (text)": (
        "text",
        110,
        # (Numbers of three digits: those of four may be years.)
        lambda count: "".join(
            f"{n} See Smith, A Title (2001), p. {n}.\n" for n in range(100, 100 + count)
        ),
    ),
    "words that wrap (text)": (
        "text",
        1000,
        lambda count: "References\n" + "".join(f"a word{n}-\n" for n in range(count)),
    ),
    **{
        f"{unit!r} again and again (text)": ("text", smallest, partial(_repeated, unit))
        for unit, smallest in REPEATED.items()
    },
}
"""What is counted → format, smallest count, and a function that makes the file."""


def seconds(text: str, format: str) -> float:
    """Return the seconds of processor time of a conversion to RIS."""
    began = time.process_time()
    refconv.write(refconv.read(text, format), "ris")
    return time.process_time() - began


def main(wanted: str) -> None:
    """Measure and print the cases whose names contain a word."""
    print(f"{'what is counted':55} {'from':>7}  seconds at 1, 2, 4, 8 times as many, exponent")
    for name, (format, smallest, make) in CASES.items():
        if wanted not in name:
            continue
        sizes = [smallest << doubling for doubling in range(DOUBLINGS + 1)]
        seconds(make(smallest // 10), format)
        with garbage_collection_paused():
            taken = [seconds(make(size), format) for size in sizes]
        exponent = math.log2(taken[-1] / taken[1]) / (DOUBLINGS - 1)
        mark = " ✗" if exponent > STEEP else ""
        listed = "".join(f"{one:7.3f}" for one in taken)
        print(f"{name:55} {smallest:>7} {listed}  {exponent:.2f}{mark}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
