"""What was probably meant by words that are no input."""

from __future__ import annotations

import pytest

from refconv.cli.hints import hint_for_merged, hint_for_missing

MISSING = [
    # the inputs, the last of which is missing; the hint
    (("refs.bib", "out.ris"), "to write it: refconv refs.bib -o out.ris"),
    (("a.bib", "b.bib", "all.json"), "to write it: refconv a.bib b.bib -o all.json"),
    (("refs.bib",), ""),
    (("refs.bib", "out.doc"), ""),
    (("format",), "did you mean 'refconv formats'?"),
    (("parse",), "commands: convert, check, dedupe, formats, serve; or name the files to convert"),
    (("my refs",), ""),
    (("my refs 2020.bib",), ""),
    (
        ("https://example.org/a.bib",),
        "an address; refconv fetches nothing: save it as a file first",
    ),
    (("10.1000/abc",), "not a file; to convert a text, give it to stdin: refconv < FILE"),
    (("PMID:123",), "not a file; to convert a text, give it to stdin: refconv < FILE"),
    (
        ("Quade S. Sound at night. Acoust Plan. 2018;22:1.",),
        "not a file; to convert a text, give it to stdin: refconv < FILE",
    ),
    (("x" * 30,), ""),
]


@pytest.mark.parametrize(("inputs", "hint"), MISSING)
def test_a_missing_input_may_be_an_output_or_a_command(inputs: tuple[str, ...], hint: str) -> None:
    assert hint_for_missing(inputs[-1], inputs) == hint


MERGED = [
    (("a.bib", "b.ris"), "b.ris is read too (to write it: refconv a.bib -o b.ris)"),
    (("page.txt", "b.ris"), "b.ris is read too (to write it: refconv page.txt -o b.ris)"),
    (("a.bib", "b.bib"), ""),
    (("a.bib", "b.nbib"), ""),
    (("a.bib", "b.ris", "c.json"), ""),
    (("a.bib",), ""),
]


@pytest.mark.parametrize(("inputs", "hint"), MERGED)
def test_two_inputs_of_different_formats(inputs: tuple[str, ...], hint: str) -> None:
    assert hint_for_merged(inputs) == hint
