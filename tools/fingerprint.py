"""Print a hash of each result of refconv on real files: ``python -m tools.fingerprint DATA``.

A change that only moves or renames code leaves the output as it was, and ``diff`` of two outputs
names what became different. The texts of messages are left out; their codes, severities and lines
are not.

Each line holds a kind, an input and a hash, separated by tabs. The kinds:

``read``
    a bibliography file: its references, diagnostics, blocks and the lines they come from
``write``
    the same references in one format, for one client: the text and its losses
``parse``
    a pasted page or paper: its references, diagnostics and origins
``find``
    the same page: the reference strings with their places
``label``
    a hundred labelled strings: their segments with confidence

Inputs are the examples below ``tests``, the two seeds, and the files of the folder DATA where it is
given (``--every 10`` takes each tenth of them).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from attrs import asdict, has

import refconv
from refconv.clients import CLIENTS
from refconv.formats.registry import WRITTEN

ROOT = Path(__file__).parent.parent

FORMAT_OF = {"endnotexml": "endnote-xml", "zotero-import": "bibtex"}
"""Folders of DATA that are not named like the format of their files."""

COMPARED = ("code", "severity", "line")
"""What of a diagnostic is compared."""


class Input(NamedTuple):
    """One thing to read: how, under which name, and what."""

    way: str
    name: str
    content: Any


# ── the inputs ────────────────────────────────────────────────────────────────────────────────────


def inputs_of_tests() -> Iterator[Input]:
    """Yield the texts of golden files, the pages of the tests, and the seeds."""
    for path in sorted((ROOT / "tests").rglob("golden/*/*.txt")):
        text = path.read_text("utf-8").partition("=== input\n")[2].partition("\n=== ")[0]
        format_ = path.parent.name.partition(".")[0]
        yield Input(format_, f"{path.parent.name}/{path.stem}", text.encode())
    for path in sorted((ROOT / "tests").rglob("pages/*.txt")):
        text = path.read_text("utf-8").partition("=== text\n")[2].partition("\n=== ")[0]
        yield Input("page", f"pages/{path.stem}", text)
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield Input("page", f"seeds/{path.stem}", path.read_text("utf-8"))


def inputs_of_data(data: Path) -> Iterator[Input]:
    """Yield the files, pages and labelled strings of the data folder."""
    files = [*data.glob("files/*/*"), *data.glob("zotero-import/*.bib")]
    for path in sorted(files):
        format_ = FORMAT_OF.get(path.parent.name, path.parent.name)
        yield Input(format_, f"{path.parent.name}/{path.name}", path.read_bytes())
    for path in sorted(data.glob("pages/*.jsonl.gz")):
        for row in rows(path):
            yield Input("page", row["id"], row["text"])
    for path in sorted(data.glob("labelled/*.jsonl.gz")):
        texts = [row["text"] for row in rows(path)][:6_000]
        for start in range(0, len(texts), 100):
            yield Input("strings", f"{path.name}:{start}", texts[start : start + 100])


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a compressed file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


# ── the hashes ────────────────────────────────────────────────────────────────────────────────────


def lines_of(one: Input) -> list[str]:
    """Return the lines for one input, whose name carries a hash of its content."""
    name = f"{one.name}#{digest(repr(one.content))[:6]}"
    way = {"page": of_page, "strings": of_strings}.get(one.way, of_file)
    return [f"{kind}\t{name}\t{digest(plain(result))}" for kind, result in way(one)]


def of_file(one: Input) -> Iterator[tuple[str, Any]]:
    """Read a bibliography file, and write it in each format for each client."""
    read = refconv.read(one.content, one.way)
    lines = [origin.line for origin in read.origins]
    yield "read", [references(read.references), diagnostics(read.diagnostics), read.blocks, lines]
    for format_ in WRITTEN:
        for client in (None, *CLIENTS):
            written = refconv.write(read, format_, for_=client, blocks=read.blocks)
            yield f"write {format_} {client}", [written.text, written.losses]


def of_page(one: Input) -> Iterator[tuple[str, Any]]:
    """Read a page, and find its reference strings."""
    read = refconv.parse(one.content)
    yield "parse", [references(read.references), diagnostics(read.diagnostics), read.origins]
    yield "find", [[*found.offsets, asdict(found)] for found in refconv.find(one.content)]


def of_strings(one: Input) -> Iterator[tuple[str, Any]]:
    """Label the strings of a list."""
    yield "label", refconv.segments(one.content)


def references(read: Iterable[refconv.Reference]) -> list[Any]:
    """Return what each reference holds, in a fixed order."""
    return [sorted(reference.given().items()) for reference in read]


def diagnostics(read: Iterable[refconv.Diagnostic]) -> list[list[Any]]:
    """Return what is compared of diagnostics."""
    return [[str(getattr(one, name)) for name in COMPARED] for one in read]


def plain(value: Any) -> str:
    """Return a value as JSON that does not depend on the names of classes."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    if has(type(value)):
        return {name: part for name, part in asdict(value, recurse=False).items() if part}
    if isinstance(value, set | frozenset):
        return sorted(value)
    return list(value) if isinstance(value, Iterable) else str(value)


def digest(text: str) -> str:
    """Return a short hash of a text."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


# ── the command ───────────────────────────────────────────────────────────────────────────────────


def main() -> None:
    """Print the lines."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", nargs="?", type=Path, help="the folder of real files")
    parser.add_argument("--every", type=int, default=1, help="take each n-th of them only")
    parser.add_argument("--jobs", type=int, default=2, help="processes that share the work")
    options = parser.parse_args()
    inputs = [*inputs_of_tests()]
    if options.data is not None:
        inputs += [*inputs_of_data(options.data)][:: options.every]
    if options.jobs == 1:
        show(map(lines_of, inputs))
        return
    with ProcessPoolExecutor(options.jobs) as pool:
        show(pool.map(lines_of, inputs, chunksize=8))


def show(results: Iterable[list[str]]) -> None:
    """Print the lines of each input as they come."""
    for lines in results:
        for line in lines:
            print(line, flush=True)


if __name__ == "__main__":
    main()
