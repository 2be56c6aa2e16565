"""The functions that make the tables of ``words`` of EndNote's formats: what is made of a word."""

from __future__ import annotations

import re

import refconv
from tests.formats.examples import csl_values, xml_file


def enw_lines(word: str) -> str:
    """Return what a record of EndNote's import format or of Refer's is, lines parted by ``¶``."""
    read = refconv.read(f"{word.replace('¶', chr(10))}\n", "enw")
    return f"{read.references[0].type}: {csl_values(read)}"


def types(word: str) -> str:
    """Return the number that is written beside a type, and the type that the number is read as."""
    record = "<xml><records><record><ref-type{}</ref-type></record></records></xml>"
    text = refconv.write(refconv.read(record.format(f' name="{word}">')), "endnote-xml").text
    number = "".join(re.findall(r"(\d+)</ref-type>", text))
    back = refconv.write(refconv.read(record.format(f">{number}")), "endnote-xml").text
    return " ".join((number, *re.findall('<ref-type name="(.*?)"', back)))


def xml_elements(word: str) -> str:
    """Return what a record of a type with some elements is."""
    kind, _, content = word.partition(": ")
    record = f'<record><ref-type name="{kind}"/>{content}</record>'
    return csl_values(refconv.read(xml_file([record]), "endnote-xml"))


def xml_markup(word: str) -> str:
    """Return the title of EndNote's XML, and what it reads as."""
    text = refconv.write([refconv.Reference(type="book", title=word)], "endnote-xml").text
    found = re.search(r"<title>.*?</title>", text)
    return f"{found[0] if found else ''} | {refconv.read(text, 'endnote-xml').references[0].title}"
