"""The table of macros, and the macros that documents define."""

from __future__ import annotations

import re

from refconv.documents.tex.latex_macros import LABELS, TEMPLATES, Template, defined_macros
from refconv.documents.tex.latex_text import decoded_latex, without_comments
from refconv.formats.bibtex.latex.braces import braces

PLACE = re.compile(r"\{(\d)")


def text_of(latex: str) -> str:
    source = without_comments(latex)
    return decoded_latex(source, 0, len(source.text), {})[0].text


def test_templates_name_only_arguments_that_their_commands_take() -> None:
    for name, template in TEMPLATES.items():
        places = [int(place) for part in template.parts for place in PLACE.findall(part)]
        assert max(places, default=0) <= template.arguments, name


def test_each_template_prints_without_leaving_a_command() -> None:
    for name, template in TEMPLATES.items():
        latex = f"\\{name}" + "".join(f"{{a{i}}}" for i in range(template.arguments)) + " z"
        assert "\\" not in text_of(latex), name


def test_empty_arguments_take_their_punctuation_with_them() -> None:
    assert text_of(r"\APACjournalVolNumPages{Water}{3}{}{5--6}") == "Water, 3, 5–6"
    assert text_of(r"\APACaddressPublisher{}{Pond}") == ": Pond"


def test_every_field_has_one_label() -> None:
    assert LABELS["person"] == "author"
    assert LABELS["journal"] == "container-title"
    assert {*LABELS.values()} >= {"title", "volume", "page", "issued", "DOI"}


def test_macros_that_a_text_defines() -> None:
    text = (
        r"\newcommand{\jw}{J. Water} \newcommand\by[2]{#2 by #1} \def\x{y} \renewcommand{\url}[1]{}"
    )
    found = defined_macros(text, braces(text))

    assert found == {
        "jw": Template(0, ("J. Water",)),
        "by": Template(2, ("{2} by {1}",)),
        "x": Template(0, ("y",)),
        "url": Template(1, ("",)),
    }


def test_a_macro_that_calls_itself_is_not_expanded() -> None:
    text = r"\newcommand{\a}{\a\a}"

    assert defined_macros(text, braces(text)) == {}
