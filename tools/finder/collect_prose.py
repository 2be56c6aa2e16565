"""Collect texts without references: ``python -m tools.finder.collect_prose OUT``.

They are what a Linux system has: manual pages in a dozen languages, documentation and licences, the
descriptions of Python packages, source code. A quarter, chosen by a hash of their names, is put
aside into ``held-out/``, to be scored on; ``train/`` is what the chain learns from
(``python -m tools.finder.train DATA --prose OUT/train``). ``sources.json`` names every file with
its hash.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
import sysconfig
import textwrap
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

LANGUAGES = ("", "cs", "de", "es", "fr", "it", "ja", "nl", "pl", "pt_BR", "ru", "sv", "tr")
"""The folders of manual pages, one a language; English ones are in none."""
LEAST, MOST = 600, 20_000
"""Characters of a text: shorter ones tell nothing, of longer ones the first are taken."""
HELD_OUT = 4
"""One text in so many is held out."""
SEED = 3


class Source(NamedTuple):
    """A kind of text: its name, where it is found, how many are taken, how it is read."""

    kind: str
    root: Path
    pattern: str
    most: int
    read: Callable[[str], str] = str


def sources(root: Path, packages: Path) -> Iterator[Source]:
    """Yield the kinds of texts below the root of a system and in a folder of Python packages."""
    share = root / "share"
    for language in LANGUAGES:
        name = language or "en"
        yield Source(
            name, share / "man" / language, "man[1-8]/*", 40 if language else 60, from_roff
        )
    yield Source("doc", share / "doc", "*/[A-Z]*", 150)
    yield Source("licence", share / "doc", "*/copyright", 40)
    yield Source("licence", share / "common-licenses", "*", 40)
    yield Source("changelog", share / "doc", "*/changelog*", 40)
    yield Source("package", packages, "*.dist-info/METADATA", 100)
    yield Source("python", packages, "*/**/*.py", 60)
    yield Source("header", root / "include", "**/*.h", 20)


# ---- reading ------------------------------------------------------------------------------------

_ESCAPE = re.compile(r"\\f(?:\[[^\]]*\]|.)|\\&|\\-|\\\(aq|\\\(..")
_ESCAPED = {r"\-": "-", r"\(aq": "'"}
_FONT = re.compile(r"\.(?:B|I|R|BR|BI|IR|RB|RI|IB|SM|SB)\s+(.*)")
_BREAK = (".PP", ".P", ".TP", ".IP", ".SS", ".LP", ".Pp")
WIDTH = 76


def from_roff(text: str) -> str:
    r"""Return the text of a manual page, set in paragraphs.

    >>> from_roff(".SH NAME\nowl \\- watch \\fIfiles\\fR\n.PP\n.B owl\nwaits.")
    '\nNAME\n\nowl - watch files\n\nowl waits.'
    """
    lines: list[str] = []
    words: list[str] = []

    def end_paragraph() -> None:
        lines.extend(textwrap.wrap(" ".join(words), WIDTH))
        words.clear()

    for raw in text.split("\n"):
        line = _ESCAPE.sub(lambda match: _ESCAPED.get(match[0], ""), raw)
        font = _FONT.match(line)
        if line.startswith((".SH", ".Sh")):
            end_paragraph()
            lines += ["", line[3:].strip().strip('"'), ""]
        elif line.startswith(_BREAK):
            end_paragraph()
            lines.append("")
        elif font:
            words.append(font[1])
        elif not line.startswith((".", "'")):
            words.append(line.strip())
    end_paragraph()
    return "\n".join(lines)


def read(path: Path) -> str:
    """Return the text of a file, compressed or not."""
    data = path.read_bytes()
    try:
        data = gzip.decompress(data) if path.suffix == ".gz" else data
    except (OSError, EOFError, zlib.error):
        return ""
    return data.decode("utf-8", "replace")


# ---- collecting ---------------------------------------------------------------------------------


class Text(NamedTuple):
    """A text that was collected: its name in the output, where it is from, what it says."""

    name: str
    path: Path
    text: str

    @property
    def held_out(self) -> bool:
        """Whether it is kept for scoring."""
        return zlib.crc32(self.name.encode()) % HELD_OUT == 0


def collected(root: Path, packages: Path) -> Iterator[Text]:
    """Yield the texts of a system, each once, in an order that depends on their names alone."""
    seen: set[bytes] = set()
    for source in sources(root, packages):
        paths = sorted(path for path in source.root.glob(source.pattern) if path.is_file())
        random.Random(SEED).shuffle(paths)
        taken = 0
        for path in paths:
            text = source.read(read(path))[:MOST]
            mark = hashlib.sha256(text.encode()).digest()
            if len(text) < LEAST or mark in seen or "\ufffd" in text[:LEAST]:
                continue
            seen.add(mark)
            within = path.relative_to(source.root).as_posix()
            yield Text(f"{source.kind}-{within.replace('/', '-')}.txt", path, text)
            taken += 1
            if taken == source.most:
                break


def main(arguments: Sequence[str] | None = None) -> None:
    """Collect, and write the texts and the list of their sources."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--root", type=Path, default=Path("/usr"), help="of the system")
    parser.add_argument(
        "--packages",
        type=Path,
        default=Path(sysconfig.get_paths()["purelib"]),
        help="a folder of Python packages",
    )
    given = parser.parse_args(arguments)
    listed = {}
    for one in collected(given.root, given.packages):
        folder = given.out / ("held-out" if one.held_out else "train")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / one.name).write_text(one.text, encoding="utf-8")
        listed[f"{folder.name}/{one.name}"] = hashlib.sha256(one.text.encode()).hexdigest()
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "sources.json").write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    print(f"{len(listed)} texts")


if __name__ == "__main__":
    main()
