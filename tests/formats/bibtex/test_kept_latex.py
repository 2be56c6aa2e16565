r"""LaTeX that could not be decoded is written again as it was; a text is never live LaTeX."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.formats.bibtex.kept_latex import kept, source_of
from refconv.strategies import texts


def field_of(text: str, key: str) -> str:
    """Return the value of a field as it is written, with its braces."""
    match = re.search(rf"^  {key} = (.*),$", text, re.MULTILINE)
    return "" if match is None else match[1]


def converted(entry: str, by: str = "") -> str:
    """Return an entry as it is written after reading, or after a way through another format."""
    read = refconv.read(entry, "bibtex")
    if by:
        read = refconv.read(refconv.write(read, by).text, by)
    return refconv.write(read, "bibtex").text


SOURCES = [
    ("title", r"{579\psqq}"),
    ("title", r"{Search for \mbox{\decay{\Bs}{\epem}} in {DNA}}"),
    ("note", r"{see \citep[2]{b}}"),
    ("pages", r"{579\psqq}"),
    ("author", r"{Br{\"o}nn, Her\NN{v} and Doe, Jane}"),
    ("author", r"{\NAME{x} and others}"),
    ("journal", r"{\apj}"),
    ("keywords", r"{a, \foo{b}}"),
    ("title", r"{$\mycommand{x}$ decays}"),
]


@pytest.mark.parametrize("by", ["", "csl-json"])
@pytest.mark.parametrize(("key", "value"), SOURCES)
def test_latex_that_is_unknown_is_written_as_it_was(key: str, value: str, by: str) -> None:
    assert field_of(converted(f"@article{{a, {key} = {value}}}", by), key) == value


def test_a_title_and_its_subtitle_keep_their_latex() -> None:
    written = converted(r"@book{a, title = {A \foo{b}}, subtitle = {C \bar{d} \baz}}")

    assert field_of(written, "title") == r"{A \foo{b}}"
    assert field_of(written, "subtitle") == r"{C \bar{d} \baz}"


def test_a_value_that_was_changed_is_text() -> None:
    (reference,) = refconv.read(r"@misc{a, title = {A \foo{b}}}", "bibtex").references

    written = refconv.write(reference.changed(title=r"Of \foo{b}"), "bibtex").text

    assert field_of(written, "title") == r"{Of \textbackslash{}foo\{b\}}"


def test_another_format_holds_the_text_and_that_is_no_loss() -> None:
    read = refconv.read(r"@misc{a, title = {A \foo{b}}}", "bibtex")

    written = refconv.write(read, "ris")

    assert r"TI  - A \foo{b}" in written.text
    assert written.losses == ()


LIVE = [
    (r"Use of \input{/etc/passwd}", r"Use of \textbackslash{}input\{/etc/passwd\}"),
    (r"$\input{x}$", r"\$\textbackslash{}input\{x\}\$"),
    (r"$a^^5cinput{x}$", r"\$a\textasciicircum{}\textasciicircum{}5cinput\{x\}\$"),
    (r"\write18{ls}", r"\textbackslash{}write18\{ls\}"),
    (r"<i>\immediate</i>", r"\textit{\textbackslash{}immediate}"),
    (r"the $\sqrt{s}=13$ TeV", r"the $\sqrt{s}=13$ TeV"),
]


@pytest.mark.parametrize(("text", "latex"), LIVE)
def test_a_text_of_another_format_is_escaped(text: str, latex: str) -> None:
    ris = refconv.read(f"TY  - JOUR\nTI  - {text}\nER  - \n", "ris")

    assert field_of(refconv.write(ris, "bibtex").text, "title") == f"{{{latex}}}"


@pytest.mark.parametrize("key", ["title", "note", "isbn", "issn", "pages"])
def test_escaped_latex_does_not_become_live_on_the_way_through(key: str) -> None:
    written = converted(rf"@misc{{a, {key} = {{$\backslash$input{{x}}}}}}")

    assert r"\input" not in written
    assert r"\textbackslash{}input" in written


def test_no_command_in_an_address_is_live() -> None:
    value = r"10.1000/\input{x}^^5c"
    reference = refconv.Reference(type="document", id="a", DOI=value, URL=f"http://x.org/{value}")

    written = refconv.write(reference, "bibtex")

    assert written.losses == ()
    assert r"\input" not in written.text
    assert "^^" not in written.text


# What the writer itself writes.
_OWN = re.compile(
    r"\\(?:text(?:backslash|asciicircum|asciitilde|braceleft|braceright|superscript|subscript"
    r"|it|bf|sc)(?![a-zA-Z])|[-{}$&%#_])"
)


@given(title=texts() | st.text("\\input{}^$abc <i>/", max_size=30))
def test_no_text_is_live(title: str) -> None:
    written = refconv.write(refconv.Reference(type="document", id="a", title=title), "bibtex").text

    without_formulas = re.sub(r"(?<!\\)\$[^$]*(?<!\\)\$", "", written)
    assert "\\" not in _OWN.sub("", without_formulas)


def test_the_source_of_a_raw_value() -> None:
    assert source_of(kept(r"\x")) == r"\x"
    assert source_of(r"\x") is None
    assert source_of({"latex": 1}) is None
    assert source_of({"latex": "a", "b": "c"}) is None
