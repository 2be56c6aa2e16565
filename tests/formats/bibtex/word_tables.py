"""The functions that make the tables of ``words`` of BibTeX: what is made of a word."""

from __future__ import annotations

import json

import refconv
from refconv.clients import Client
from refconv.core.lens import encode_reference
from refconv.formats.bibtex import FORMAT as BIBTEX
from refconv.formats.bibtex.latex import commands
from tests.formats.examples import csl_values


def fields(word: str) -> str:
    """Return what fields of an entry are, in BibTeX and, where it differs, in biblatex."""
    kind, _, fields = word.partition(": ")
    items = (
        json.loads(refconv.write(refconv.read(text, name), "csl-json").text)[0]
        for text in (f"@{kind}{{x, {fields}}}",)
        for name in ("bibtex", "biblatex")
    )
    shown = (json.dumps(item, ensure_ascii=False).removeprefix('{"id": "x", ') for item in items)
    return " | ".join(dict.fromkeys(shown))


def variables(word: str) -> str:
    """Return what a type with variables, and with keys of ``custom``, is written as in BibTeX."""
    kind, _, variables = word.translate(_CONTROLS).partition(": ")
    pairs = [part.split(" = ") for part in variables.split("; ")]
    reference = refconv.Reference(type=kind, id="x").changed(
        custom=[(key, value) for key, value in pairs if ":" in key],
        **{key: value for key, value in pairs if ":" not in key},
    )
    lines = refconv.write([reference], "bibtex").text.splitlines()
    return ", ".join(line.strip().removesuffix(",") for line in lines[1:-1])


_CONTROLS = str.maketrans({"¶": "\n", "␋": "\v", "␌": "\f", "␅": "\x85", "␇": "\a"})


def types(word: str) -> str:
    """Return what is written for a CSL type in BibTeX, for Zotero and in biblatex, and reads as."""
    reference = refconv.Reference(type=word, id="x")
    found = []
    readers: tuple[tuple[str, Client | None], ...]
    readers = (("bibtex", None), ("bibtex", "zotero"), ("biblatex", None))
    for name, client in readers:
        text = refconv.write([reference], name, for_=client).text
        entry = " ".join(text.split()).replace("x, ", "").replace(", }", "}").replace("x,", "")
        found.append(f"{entry} {refconv.read(text, name).references[0].type}")
    return " | ".join(dict.fromkeys(found))


def latex(word: str) -> str:
    note = word.replace("¶", "\n")
    return csl_values(refconv.read(f"@misc{{x, note = {{{note}}}}}", "bibtex"))


def symbols(word: str) -> str:
    return repr(commands.symbol(word))


def titles(word: str) -> str:
    reference = refconv.Reference(type="article-journal", id="x", title=word)
    assert BIBTEX.join is not None
    entry = BIBTEX.join.entry(encode_reference(BIBTEX.table, reference, BIBTEX.carry).record)
    return entry.split("\n")[1].strip().removeprefix("title = ").removesuffix(",")


def blocks(word: str) -> str:
    """Return the keys of a file's entries, what else it has, and its diagnostics."""
    read = refconv.read(word.replace("¶", "\n"), "bibtex")
    shown = [" ".join(reference.id for reference in read.references)]
    shown += (f"{block.kind}: {block.text}".replace("\n", "¶") for block in read.blocks)
    return " | ".join([*shown, *(found.code for found in read.diagnostics)])


def inherited(word: str) -> str:
    """Return what a biblatex entry with ``crossref`` or ``xdata`` has, written out."""
    child, parent = (part.partition(", ") for part in word.split(" < "))
    refers = "xdata" if parent[0] == "xdata" else "crossref"
    text = f"@{child[0]}{{c, {refers} = {{p}}, {child[2]}}}@{parent[0]}{{p, {parent[2]}}}"
    read = refconv.read(text, "biblatex").references[:1]
    lines = refconv.write(read, "biblatex").text.splitlines()[1:-1]
    return ", ".join(line.strip().removesuffix(",") for line in lines if refers not in line)
