"""Structured files of kinds that refconv does not read, and texts that only look like them."""

from __future__ import annotations

import pytest

from refconv.formats.foreign import foreign

XML = '<?xml version="1.0"?>'
KINDS = [
    # XML, by its namespace or its root
    ('<article xmlns:xlink="http://www.w3.org/1999/xlink"><title/></article>',
     "an article in XML (DocBook or the like)"),
    (XML + '<kml xmlns="http://www.opengis.net/kml/2.2"/>', "a map (KML)"),
    (XML + '<a:feed xmlns:a="http://www.w3.org/2005/Atom"></a:feed>', "an Atom feed"),
    ("<inventory><plant>Aster</plant></inventory>\n", "XML with the root <inventory>"),
    (XML, "XML"),
    # JSON, by its keys
    ('{"cells": [], "metadata": {}, "nbformat": 4}', "a Jupyter notebook"),
    ('{"type": "FeatureCollection", "features": []}', "a map (GeoJSON)"),
    ('[{"plant": "Aster", "height": 80}]', "JSON, but of no kind that refconv knows"),
    ('{"plant": "Aster"}\n{"plant": "Poppy"}\n', "JSON, but of no kind that refconv knows"),
    # YAML
    ("name: build\non:\n  push:\n    branches: [main]\njobs:\n  test:\n    runs-on: any\n",
     "YAML, but of no kind that refconv knows"),
    ("---\n- plant: Aster\n  height: 80\n- plant: Poppy\n  height: 60\n",
     "YAML, but of no kind that refconv knows"),
    # tables
    ("Plant,Height,Colour\nAster,80,blue\nPoppy,60,red\n",
     "a table (CSV) whose columns refconv does not know (Plant, Height, Colour …)"),
    ("Plant;Height;Colour\nAster;80;blue\n",
     "a table (CSV) whose columns refconv does not know (Plant, Height, Colour …)"),
    ("Plant\tHeight\tColour\tSite\tSoil\nAster\t80\tblue\tA\tclay\n",
     "a table (TSV) whose columns refconv does not know (Plant, Height, Colour, Site …)"),
    ("<1>\nUnique Identifier\n  12345678\nTitle\n  Some birds.\nSource\n  Birds. 3(2):1, 2020.\n",
     "Ovid's text with the names of fields"),
    ("BEGIN:VCARD\nFN:Jane Smith\nEND:VCARD\n", "a list of contacts (vCard)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), KINDS)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_structured_file_is_named(mark: str, text: str, kind: str) -> None:
    found = foreign(mark + text)

    assert found is not None
    assert found.data["kind"] == kind


TEXTS = [
    "",
    "Curie, M. (1898). Rays emitted by uranium.",
    "[1] Smith, J. (2004). A title. Press.\n[2] Doe, K. (2005). Another. Press.\n",
    "[1]",
    "{Smith 2004} A title.",
    "Smith, John, A title, Penguin\nDoe, Jane, Another title, Knopf\n",
    "Smith,J.,A title,Penguin,2004\nDoe,K.,Another,Knopf,2005\n",
    "Title: A study\nAuthor: Jane Smith\nYear: 2004\nJournal: A journal\n",
    "---\nMarkdown with a line.\n\n- Smith, J. (2004). A title.\n- Doe, K. (2005). Another.\n",
    "<p>Smith, J. (2004). A title.</p>",
    "<li>Smith, J. (2004).</li>",
    '<a name="x">[ADAM15]</a>: Adam, P. A title. 2015.',
    "<https://example.org/a> is where it stands.",
    "References:\n\nSmith: A title.\nDoe: Another title.\n",
]


@pytest.mark.parametrize("text", TEXTS)
def test_free_text_is_not_refused(text: str) -> None:
    assert foreign(text) is None


def test_a_part_of_a_text_is_enough() -> None:
    assert foreign('[{"plant": "Aster", "he', is_whole=False) is not None
    assert foreign("Plant,Height,Colour\nAster,80,blue\nPop", is_whole=False) is not None
