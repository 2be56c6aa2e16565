"""Tables of words, word by word: what each is read as or written as.

``words/<table>.txt`` has a line for each: the word, and what becomes of it. ``pytest
tests/formats/test_words.py --update-golden`` rewrites the latter: look at the difference before you
keep it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import refconv
from refconv.cli import overview
from refconv.clients import Client
from refconv.core.keys import make_key
from refconv.core.lens import write_record
from refconv.formats.bibtex import FORMAT as BIBTEX
from refconv.formats.bibtex.latex import commands
from refconv.formats.registry import WRITTEN

FOLDER = Path(__file__).parent / "words"


def _members(text: str, name: str) -> str:
    return _members_of(refconv.read(text, name))


def _members_of(read: refconv.Read) -> str:
    (item,) = json.loads(refconv.write(read, "csl-json").text)
    return ", ".join(
        (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).replace(
            "\n", "\\n"
        )
        for key, value in item.items()
        if key not in ("id", "type", "PMID")
    )


def bibtex(word: str) -> str:
    """Give what fields of an entry are, in BibTeX and, where it differs, in biblatex."""
    kind, _, fields = word.partition(": ")
    items = (
        json.loads(refconv.write(refconv.read(text, name), "csl-json").text)[0]
        for text in (f"@{kind}{{x, {fields}}}",)
        for name in ("bibtex", "biblatex")
    )
    shown = (json.dumps(item, ensure_ascii=False).removeprefix('{"id": "x", ') for item in items)
    return " | ".join(dict.fromkeys(shown))


def entries(word: str) -> str:
    """Give what a type with variables, and with keys of ``custom``, is written as in BibTeX."""
    kind, _, variables = word.translate(_CONTROLS).partition(": ")
    pairs = [part.split(" = ") for part in variables.split("; ")]
    reference = refconv.Reference(type=kind, id="x").changed(
        custom=[(key, value) for key, value in pairs if ":" in key],
        **{key: value for key, value in pairs if ":" not in key},
    )
    lines = refconv.write([reference], "bibtex").text.splitlines()
    return ", ".join(line.strip().removesuffix(",") for line in lines[1:-1])


_CONTROLS = str.maketrans({"¶": "\n", "␋": "\v", "␌": "\f", "␅": "\x85", "␇": "\a"})


def kinds(word: str) -> str:
    """Give what is written for a CSL type in BibTeX, for Zotero and in biblatex, and reads as."""
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
    return _members(f"@misc{{x, note = {{{word.replace('¶', chr(10))}}}}}", "bibtex")


def symbols(word: str) -> str:
    """Give what a command prints by our own table: pylatexenc's is imported for others alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(commands, "_more_symbols", dict[str, str])
        return repr(commands.symbol(word))


def written(word: str) -> str:
    reference = refconv.Reference(type="article-journal", id="x", title=word)
    assert BIBTEX.join is not None
    entry = BIBTEX.join.entry(write_record(BIBTEX.table, reference, BIBTEX.carry))
    return entry.split("\n")[1].strip().removeprefix("title = ").removesuffix(",")


def months(word: str) -> str:
    """Give what a name is in BibTeX, RIS and MEDLINE, once where they agree."""
    texts = {
        "bibtex": f"@misc{{x, year = 2019, month = {{{word}}}}}",
        "ris": f"TY  - JOUR\nDA  - 2019 {word}\nER  - \n",
        "nbib": f"PMID- 1\nDP  - 2019 {word}\n",
    }
    return " | ".join(dict.fromkeys(_members(text, name) for name, text in texts.items()))


def blocks(word: str) -> str:
    """Give the keys of a file's entries, what else it has, and what is said of it."""
    read = refconv.read(word.replace("¶", "\n"), "bibtex")
    found = [" ".join(reference.id for reference in read.references)]
    found += (f"{block.kind}: {block.text}".replace("\n", "¶") for block in read.blocks)
    return " | ".join([*found, *(said.code for said in read.diagnostics)])


def languages(word: str) -> str:
    return _members(f"PMID- 1\nLA  - {word}\n", "nbib")


def loose(word: str) -> str:
    """Give what a line is, or what the line before is where it is but a part of that."""
    return _members(f"TY  - JOUR\nAB  - B\n{word}\nER  - \n", "ris")


def dates(word: str) -> str:
    return _members(f"TY  - JOUR\nY2  - {word}\nER  - \n", "ris")


def dates_written(word: str) -> str:
    """Give the lines and elements of a date as the formats write it."""
    date = refconv.Date.of(word)
    reference = refconv.Reference(type="article-journal", id="x", issued=date, accessed=date)
    entries = (refconv.write([reference], name).text for name in ("ris", "enw", "endnote-xml"))
    wanted = r"(?:PY|DA|Y2|%D|%8|%\[) .*\S|<(year|date|access-date)>.*?</\1>"
    found = (match[0] for entry in entries for match in re.finditer(wanted, _PLAIN.sub("", entry)))
    return " | ".join(found)


_PLAIN = re.compile(r"</?style[^>]*>")


def ris(word: str) -> str:
    """Give what a record is with the lines, parted by ``¶``."""
    return _members(f"TY  - JOUR\n{word.replace('¶', chr(10))}\nER  - \n", "ris")


def ris_beginnings(word: str) -> str:
    """Give how many records a file has in which a line stands behind a record."""
    text = f"TY  - JOUR\nTI  - A\nER  - \n{word}  - B\nER  - \n"
    return str(len(refconv.read(text, "ris").references))


def enw(word: str) -> str:
    """Give what a record of EndNote's import format or of Refer's is, its lines parted by ``¶``."""
    read = refconv.read(f"{word.replace('¶', chr(10))}\n", "enw")
    return f"{read.references[0].type}: {_members_of(read)}"


def endnote_types(word: str) -> str:
    """Give the number that is written beside a type, and the type that the number is read as."""
    record = "<xml><records><record><ref-type{}</ref-type></record></records></xml>"
    text = refconv.write(refconv.read(record.format(f' name="{word}">')), "endnote-xml").text
    number = "".join(re.findall(r"(\d+)</ref-type>", text))
    back = refconv.write(refconv.read(record.format(f">{number}")), "endnote-xml").text
    return " ".join((number, *re.findall('<ref-type name="(.*?)"', back)))


def endnote_xml(word: str) -> str:
    """Give what a record of a type with some elements is."""
    kind, _, content = word.partition(": ")
    return _members(
        f'<xml><records><record><ref-type name="{kind}"/>{content}</record></records></xml>',
        "endnote-xml",
    )


def characters(word: str) -> str:
    """Give what is left of a character in the middle of a title, in each format."""
    reference = refconv.Reference(type="book", id="x", title=f"a{chr(int(word, 16))}b")
    found: dict[str, list[str]] = {}
    for name in WRITTEN:
        read = refconv.read(refconv.write(reference, name).text, name)
        found.setdefault(ascii(read.references[0].title), []).append(name)
    return ", ".join(f"{title} ({', '.join(names)})" for title, names in found.items())


def endnote_styles(word: str) -> str:
    """Give the title of EndNote's XML, and what it reads as."""
    text = refconv.write([refconv.Reference(type="book", title=word)], "endnote-xml").text
    found = re.search(r"<title>.*?</title>", text)
    return f"{found[0] if found else ''} | {refconv.read(text, 'endnote-xml').references[0].title}"


def history(word: str) -> str:
    """Give the custom values of a date in CSL-JSON, and what they read as."""
    reference = refconv.Reference(type="book").changed(**{word: "2019-03-05"})
    text = refconv.write([reference], "csl-json").text
    (item,) = json.loads(text)
    back = refconv.read(text, "csl-json").references[0]
    return f"{json.dumps(item['custom'])} | {getattr(back, word)}"


def inherited(word: str) -> str:
    """Give what an entry of biblatex has, written out, that refers to a parent or to ``xdata``."""
    child, parent = (part.partition(", ") for part in word.split(" < "))
    refers = "xdata" if parent[0] == "xdata" else "crossref"
    text = f"@{child[0]}{{c, {refers} = {{p}}, {child[2]}}}@{parent[0]}{{p, {parent[2]}}}"
    read = refconv.read(text, "biblatex").references[:1]
    lines = refconv.write(read, "biblatex").text.splitlines()[1:-1]
    return ", ".join(line.strip().removesuffix(",") for line in lines if refers not in line)


def drawers(word: str) -> str:
    """Give the custom values of names in CSL-JSON, if they read as the same names."""
    curie = refconv.Name(family="Curie", orcid="0000-0002-1825-0097")
    values: dict[str, Any] = {word.replace("-", "_"): (curie,), "et_al": {word}}
    reference = refconv.Reference(type="book", id="x", **values)
    text = refconv.write([reference], "csl-json").text
    assert refconv.read(text, "csl-json").references == (reference,)
    return json.dumps(json.loads(text)[0]["custom"])


def wrapped(word: str) -> str:
    """Give the titles of items that stand under a key."""
    text = json.dumps({word: [{"id": "x", "type": "book", "title": "T"}]})
    return ", ".join(reference.title for reference in refconv.read(text, "csl-json").references)


def keys(word: str) -> str:
    """Give the key of what has a title that begins with a word."""
    return make_key(refconv.Reference(title=f"{word} Tree"))


def not_carried(word: str) -> str:
    """Give what a journal article of a format cannot carry, as ``refconv formats`` tells it."""
    return ", ".join(overview.not_carried(word, refconv.ItemType.ARTICLE_JOURNAL))


TABLES: Mapping[str, Callable[[str], str]] = {
    "bibtex": bibtex,
    "blocks": blocks,
    "characters": characters,
    "dates": dates,
    "dates_written": dates_written,
    "drawers": drawers,
    "endnote_styles": endnote_styles,
    "endnote_types": endnote_types,
    "entries": entries,
    "endnote_xml": endnote_xml,
    "enw": enw,
    "history": history,
    "inherited": inherited,
    "kinds": kinds,
    "keys": keys,
    "languages": languages,
    "latex": latex,
    "loose": loose,
    "months": months,
    "not_carried": not_carried,
    "ris": ris,
    "ris_beginnings": ris_beginnings,
    "symbols": symbols,
    "wrapped": wrapped,
    "written": written,
}


def test_each_file_has_its_table() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {*TABLES}


def file_of(name: str) -> Path:
    return FOLDER / f"{name}.txt"


def given_and_expected(name: str) -> tuple[str, str]:
    """Give a table's file as it is, and as it should be."""
    given = file_of(name).read_text("utf-8")
    head, _, lines = given.partition("\n\n")
    words = [line.partition(" → ")[0] for line in lines.splitlines()]
    return given, f"{head}\n\n" + "".join(f"{word} → {TABLES[name](word)}\n" for word in words)


@pytest.mark.parametrize("name", TABLES)
def test_words(name: str, pytestconfig: pytest.Config) -> None:
    given, expected = given_and_expected(name)

    if pytestconfig.getoption("--update-golden"):
        file_of(name).write_text(expected, "utf-8")
        given = expected
    assert given == expected
