"""RTF: fields, paragraphs, characters of any encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.documents.office.rtf import read
from tests.documents.builders import LAKES, LAKES_PRINTED, RIVERS, SANDS_PRINTED, citation

HEAD = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\stylesheet{\s0 Normal;}}"


def escaped(text: str) -> str:
    """Return a text as RTF has it."""
    escapes = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in escapes)


def rtf_field(code: str, result: str) -> str:
    return rf"{{\field\flddirty{{\*\fldinst {{{escaped(code)}}}}}{{\fldrslt {{{result}}}}}}}"


def rtf(*paragraphs: str) -> bytes:
    return (HEAD + r"\pard ".join(f"{one}\\par\n" for one in paragraphs) + "}").encode("ascii")


TEXTS = [
    (r"a\'e9\u8211?b\tab c", "aé–b\tc"),
    (r"\'c3\'a9".replace("c3", "e9").replace("a9", "e8"), "éè"),
    (r"a{\b b}{\*\bkmkstart x}{\header no}c", "abc"),
    (r"\{a\}\\\~b", "{a}\\\u00a0b"),
    (r"\uc0\u233 b\u-10179 \u-8704 ", "éb\U0001f600"),
    ("a\nb", "ab"),
]


@pytest.mark.parametrize(("source", "expected"), TEXTS)
def test_texts(source: str, expected: str) -> None:
    assert read(rtf(source)).text == expected


def test_fields_and_lists() -> None:
    file = rtf(
        "See " + rtf_field(f"ADDIN ZOTERO_ITEM CSL_CITATION {citation(RIVERS, LAKES)}", "(1, 2)"),
        rtf_field('ADDIN ZOTERO_BIBL {"x":[]} CSL_BIBLIOGRAPHY',
                  f"{escaped(LAKES_PRINTED)}\\par {escaped(SANDS_PRINTED)}"),
    )  # fmt: skip
    result = refconv.read(file)

    assert result.format == "rtf"
    assert sorted(r.title for r in result) == [
        "Lakes and seas", "Rivers of the north", "Sands and their winds",
    ]  # fmt: skip
    assert result.diagnostics == ()


def test_a_printed_list() -> None:
    result = refconv.read(rtf("References", escaped(LAKES_PRINTED), escaped(SANDS_PRINTED)))

    assert [r.title for r in result] == ["Lakes and seas", "Sands and their winds"]


@pytest.mark.parametrize("data", [b"{\\rtf", b"{\\rtf" + b"{" * 50_000, b"{\\rtf}}}}\\'", b""])
def test_damage(data: bytes) -> None:
    assert read(data).items == ()


WHOLE = rtf("See " + rtf_field(f"ADDIN ZOTERO_ITEM CSL_CITATION {citation(RIVERS)}", "(1)"))


@given(place=st.integers(5, len(WHOLE)), data=st.binary(max_size=4))
def test_no_change_raises(place: int, data: bytes) -> None:
    refconv.read(WHOLE[:place] + data + WHOLE[place + len(data) :])


def test_a_footnote_is_a_paragraph_of_its_own() -> None:
    work = "Vic Quo, Sands and Their Winds (Leeds: Salt Press, 1987)."
    note = rf"{{\footnote\pard {{\super\chftn}} See {work}}}"

    read = refconv.read(rtf(rf"Sands{{\super 1{note}}} are dry.", "References", LAKES_PRINTED))

    assert [reference.title for reference in read] == ["Sands and Their Winds", "Lakes and seas"]
