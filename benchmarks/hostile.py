"""Measure what broken and hostile files cost: python -m benchmarks.hostile [CASE].

Each file is read in a process of its own and written as RIS. A line for each file shows seconds,
peak memory, the number of references and the codes of the diagnostics. Those over the limits
(2 seconds, 300 MB) are marked with ✗.
"""

from __future__ import annotations

import codecs
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

SECONDS, MEGABYTES = 2.0, 300
ROOT = Path(__file__).parent.parent


def _bomb(levels: int) -> str:
    """Return macros, each ten times as long as the one before."""
    head = '@string{a0 = "lol"}\n'
    body = (f"@string{{a{n} = {' # '.join([f'a{n - 1}'] * 10)}}}\n" for n in range(1, levels))
    return head + "".join(body) + f"@misc{{x, title = a{levels - 1}}}\n@misc{{y, title={{Y}}}}\n"


def _entry(field: str) -> str:
    return f"@article{{x,\n  title = {{T}},\n{field}}}\n@misc{{y, title={{Y}}}}\n"


def _record(lines: str) -> str:
    return f"TY  - JOUR\nTI  - T\n{lines}\nER  - \nTY  - BOOK\nTI  - Y\nER  - \n"


def _item(more: str) -> str:
    return f'[{{"id": "x", "type": "book", {more}}}, {{"id": "y", "type": "book"}}]'


def _line(unit: str) -> str:
    return "References\n" + unit * (10**6 // len(unit.encode()))


# Units of which a line of text consists.
_UNITS = (
    *("1. ", "[1] ", "[", ", ", "; ", "and ", "Vgl. ", "(1999) ", "http://", "10.1000/x"),
    *("\u0301", "漢字", "עברית "),
)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_REFERENCE = "Smith J, Jones K. A title of a paper. J Test. 2001;12(3):45-67.\n"
_PEOPLE = " and ".join(f"Family{n}, Given" for n in range(50_000))
_XML_BOMB = (
    '<!DOCTYPE x [<!ENTITY a0 "lol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]><xml><records><record><titles><title>&a9;</title></titles></record></records></xml>"
)
_EXTERNAL = (
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    "<xml><records><record><titles><title>&a;</title></titles></record></records></xml>"
)

CASES: Mapping[str, tuple[str, Callable[[], str | bytes]]] = {
    "macro bomb, 10^9": ("bibtex", lambda: _bomb(10)),
    "braces 100,000 deep": ("bibtex", lambda: _entry(f"  note = {'{' * 10**5}x{'}' * 10**5},\n")),
    "100,000 braces open": ("bibtex", lambda: _entry(f"  note = {'{' * 10**5},\n")),
    "10,000 entries open": ("bibtex", lambda: "@misc{x, title={A\n" * 10**4),
    "a field of 10 MB": ("bibtex", lambda: _entry(f"  note = {{{'word ' * 2 * 10**6}}},\n")),
    "1 MB of LaTeX": ("bibtex", lambda: _entry("  note = {" + "\\'{e}{x}$y$" * 90_000 + "},\n")),
    "10 MB of LaTeX": ("bibtex", lambda: _entry("  note = {" + "\\'{e}{x}$y$" * 900_000 + "},\n")),
    "a formula that never ends": (
        "bibtex",
        lambda: _entry("  note = {$" + "\\alpha" * 150_000 + "},\n"),
    ),
    "a field of 10 MB of blanks": ("bibtex", lambda: _entry(f"  note = {{a{' ' * 10**7}b}},\n")),
    "50,000 authors": ("bibtex", lambda: _entry(f"  author = {{{_PEOPLE}}},\n")),
    "4,000 fields": ("bibtex", lambda: _entry("".join(f"  f{n} = {{v}},\n" for n in range(4000)))),
    "one field 4,000 times": ("bibtex", lambda: _entry("  note = {v},\n" * 4000)),
    "10 MB of line ends": ("bibtex", lambda: "\n" * 10**7 + _entry("")),
    "10 MB of @": ("bibtex", lambda: "@" * 10**7),
    "1 MB of @{": ("bibtex", lambda: "@a{" * 350_000),
    "1 MB of quotes": ("bibtex", lambda: _entry('  note = "' + '"a ' * 350_000)),
    "entries that refer in a circle": (
        "bibtex",
        lambda: "".join(f"@misc{{k{n}, crossref={{k{(n + 1) % 5000}}}}}\n" for n in range(5000)),
    ),
    "300,000 continuation lines": ("ris", lambda: _record("AB  - a\n" + "more text\n" * 300_000)),
    "300,000 lines of a title": ("ris", lambda: _record("T2  - a\n" + "more text\n" * 300_000)),
    "a field of 10 MB (RIS)": ("ris", lambda: _record("AB  - " + "word " * 2 * 10**6)),
    "50,000 authors (RIS)": ("ris", lambda: _record("AU  - Family, Given\n" * 50_000)),
    "4,000 fields (RIS)": (
        "ris",
        lambda: _record("".join(f"{a}{b}  - v\n" for a in _LETTERS for b in _LETTERS) * 6),
    ),
    "10 MB of line ends (RIS)": ("ris", lambda: "\n" * 10**7 + _record("")),
    "10,000 types": ("ris", lambda: "TY  - JOUR\n" * 10_000),
    "markup 100,000 deep": (
        "ris",
        lambda: _record("AB  - " + "<i>" * 10**5 + "x" + "</i>" * 10**5),
    ),
    "nested 100,000 deep": ("csl-json", lambda: _item(f'"custom": {"[" * 10**5}{"]" * 10**5}')),
    "a number of 10^6 digits": ("csl-json", lambda: _item(f'"volume": {"9" * 10**6}')),
    "a field of 10 MB (JSON)": ("csl-json", lambda: _item(f'"note": "{"word " * 2 * 10**6}"')),
    "50,000 authors (JSON)": (
        "csl-json",
        lambda: _item(f'"author": {json.dumps([{"family": f"F{n}"} for n in range(50_000)])}'),
    ),
    "4,000 variables (JSON)": (
        "csl-json",
        lambda: _item(", ".join(f'"f{n}": "v"' for n in range(4000))),
    ),
    "20,000 broken items": (
        "csl-json",
        lambda: "[" + '{"id": "x" "type": "book"},\n' * 20_000 + "]",
    ),
    "20,000 items open": ("csl-json", lambda: "[" + '{"id": "x", "a": [1, \n' * 20_000),
    "10 MB of brackets": ("csl-json", lambda: "[" * 10**7),
    "a line of 100 MB": ("text", lambda: _REFERENCE.strip() * (10**8 // len(_REFERENCE))),
    "a line of 1 MB": ("text", lambda: "References\n" + _REFERENCE.strip() * 15_000),
    "1 MB of letters": ("text", lambda: "References\n" + "a" * 10**6),
    "1 MB of initials": ("text", lambda: "References\n" + "A. B. " * 170_000),
    "1 MB of digits": ("text", lambda: "References\n" + "1" * 10**6),
    "1 MB of blanks": ("text", lambda: "References\n" + " " * 10**6 + "x"),
    "1 MB of line ends": ("text", lambda: "References\n" + "\n" * 10**6 + _REFERENCE),
    **{f"1 MB of {unit!r}": ("text", partial(_line, unit)) for unit in _UNITS},
    "1 MB of citations": (
        "text",
        lambda: "References\n" + ("(Smith, 1999a, ) " * 60 + "x\n") * 1000,
    ),
    "50,000 lines of a letter": ("text", lambda: "References\n" + "a\n" * 50_000),
    "50,000 bullets": ("text", lambda: "References\n" + "• a\n" * 50_000),
    "20,000 numbers": ("text", lambda: "References\n" + "".join(f"[{n}]\n" for n in range(20_000))),
    "XML entity bomb": ("endnote-xml", lambda: _XML_BOMB),
    "external entity": ("endnote-xml", lambda: _EXTERNAL),
    "elements 100,000 deep": (
        "endnote-xml",
        lambda: "<xml><records><record><titles><title>" + "<style>" * 10**5,
    ),
    "300,000 broken start tags": ("endnote-xml", lambda: "<xml><records>" + "<record <" * 300_000),
    "300,000 lines (enw)": ("enw", lambda: "%0 Book\n%X a\n" + "more text\n" * 300_000),
    "NULs": ("bibtex", lambda: _entry("  note = {a\0b},\n").encode() + b"\0" * 10**6),
    "lone surrogates": ("ris", lambda: _record("AB  - a" + "\ud800" * 10**6)),
    "bidirectional controls": ("ris", lambda: _record("AB  - " + "\u202e\u2066a" * 10**6)),
    "UTF-16 without a mark": ("bibtex", lambda: (_entry("") * 3000).encode("utf-16-le")),
    "UTF-32 with a mark": (
        "ris",
        lambda: codecs.BOM_UTF32_BE + (_record("") * 3000).encode("utf-32-be"),
    ),
    "broken UTF-8": (
        "text",
        lambda: b"References\n" + _REFERENCE.encode() * 100 + b"\xff\xfe\xc3" * 10**6,
    ),
    "mixed line ends": ("ris", lambda: _record("AU  - a\rAU  - b\r\nAU  - c\n" * 30_000)),
}
"""Name → format, and a function that makes the file."""

CHILD = """
import resource, sys, time, refconv
path, name = sys.argv[1:]
# Import everything first: that is not a cost of the file.
refconv.write(refconv.read("References\\n1. A B. C. J. 2001;1:2.", "text"), "ris")
refconv.read("", name)
began = time.process_time()
converted = refconv.convert(path, path + ".ris", from_=name)
seconds = time.process_time() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
codes = sorted({str(diagnostic.code) for diagnostic in converted.diagnostics})
print(f"{seconds:.2f} {peak // 1024} {len(converted.references)} {','.join(codes) or '-'}")
"""


def main(wanted: str) -> None:
    """Measure the cases whose names contain a word."""
    print(f"{'case':34} {'format':12} {'file':>7} {'time':>7} {'peak':>7}  references, diagnostics")
    path = ROOT / "out" / "hostile"
    path.parent.mkdir(exist_ok=True)
    for name, (format, make) in CASES.items():
        if wanted in f"{name} {format}":
            data = make()
            path.write_bytes(
                data if isinstance(data, bytes) else data.encode(errors="surrogatepass")
            )
            size = path.stat().st_size / 1e6
            print(f"{name:34} {format:12} {size:5.1f}MB {_measured(path, format)}", flush=True)
    for made in (path, path.with_suffix(".ris")):
        made.unlink(missing_ok=True)


def _measured(path: Path, format: str) -> str:
    """Convert a file in a child process, and return the figures of its line."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, path, format],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)),
    )
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["killed"]
        return f"{time.monotonic() - began:.0f}s: {last[0]} ✗"
    seconds, peak, count, codes = done.stdout.split()
    mark = " ✗" if float(seconds) > SECONDS or int(peak) > MEGABYTES else ""
    return f"{float(seconds):6.2f}s {peak:>5}MB  {count}, {codes}{mark}"


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
