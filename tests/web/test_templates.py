"""The HTML: the served page and the report in one file."""

from __future__ import annotations

import base64
import json
import re
import zlib
from importlib import resources
from typing import Any

import pytest

import refconv
from refconv.web.exports import TARGETS
from refconv.web.reading import read_for_page
from refconv.web.templates import STYLES, bundled, report_page, served_page, static
from tests.web.conftest import SEED

SCRIPTS = sorted(
    path.name
    for path in resources.files("refconv.web").joinpath("static").iterdir()
    if path.name.endswith(".js")
)
DECLARATION = re.compile(r"^(?:async )?(?:function\*?|const|let|class) (\w+)", re.MULTILINE)


def data_of(html: str) -> Any:
    """Return the data that a page holds."""
    found = re.search(r'<script type="application/json" id="page-data">(.*?)</script>', html)
    assert found is not None
    return json.loads(found[1])


def test_the_served_page() -> None:
    html = served_page()

    assert html.count('<link rel="stylesheet" href="static/') == len(STYLES)
    assert '<script type="module" src="static/main.js"></script>' in html
    assert data_of(html)["hasServer"] is True
    assert [key for key, _, _ in data_of(html)["targets"]] == [*TARGETS]


def test_every_style_is_used() -> None:
    folder = resources.files("refconv.web").joinpath("static")

    assert {path.name for path in folder.iterdir() if path.name.endswith(".css")} == {*STYLES}


def test_a_report_loads_nothing() -> None:
    html = report_page([read_for_page(SEED.read_bytes())])

    assert "script-src 'sha256-" in html
    assert "default-src 'none'" in html
    assert " src=" not in html
    assert html.count("<script") == 2
    assert "import " not in html.split('<script type="module">')[1].split("</script>")[0]


def test_a_report_holds_the_file_for_every_target() -> None:
    bib = b"@string{j = {J}}\n@book{a, title={A}, shelf={a}}"
    other = b"TY  - BOOK\nTI  - B\nER  - \n"
    inputs = [read_for_page(bib, "a.bib"), read_for_page(other, "b.ris")]

    data = data_of(report_page(inputs, "bibtex"))

    assert (data["hasServer"], data["firstTarget"]) == (False, "bibtex")
    assert [input_["name"] for input_ in data["inputs"]] == ["a.bib", "b.ris"]
    assert {*data["outputs"]} == {*TARGETS}
    references = [*refconv.read(bib, "bibtex"), *refconv.read(other, "ris")]
    text = zlib.decompress(base64.b64decode(data["outputs"]["ris"]["packed"])).decode()
    assert text == refconv.write(references, "ris").text
    assert data["outputs"]["ris"]["losses"] == {"0": [["kept", "bibtex:shelf"]]}
    text = zlib.decompress(base64.b64decode(data["outputs"]["bibtex"]["packed"])).decode()
    assert text.startswith("@string{j = {J}}")


def test_no_value_ends_the_element_that_holds_it() -> None:
    hostile = b"@book{a, title={</script><script>alert(1)</script><!-- head -->}}"

    html = report_page([read_for_page(hostile, "a.bib")])

    assert html.count("<script") == 2
    assert html.count("</script>") == 2
    assert "<!-- head" not in html


def test_the_bundle_has_every_module_once_and_no_name_twice() -> None:
    script = bundled()

    names = DECLARATION.findall(script)
    assert sorted(names) == sorted({*names})
    for name in SCRIPTS:
        last = static(name).rstrip().splitlines()[-2:]
        assert script.count("\n".join(last).replace("export ", "")) >= 1, name
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_module_follows_those_that_it_imports(name: str) -> None:
    script = bundled()
    own = DECLARATION.search(re.sub(r"^export ", "", static(name), flags=re.MULTILINE))
    assert own is not None
    for imported in re.findall(r'from "\./([\w-]+\.js)"', static(name)):
        other = DECLARATION.search(re.sub(r"^export ", "", static(imported), flags=re.MULTILINE))
        assert other is not None
        assert script.index(other[0]) < script.index(own[0])


def test_the_texts_of_the_page_stand_in_one_module() -> None:
    words = re.compile(r"""["`][A-Z]?[a-z]+ [a-z]+ [^"`\n]*["`]""")
    elsewhere = {
        name: found
        for name in SCRIPTS
        if name != "texts.js"
        and (found := [one for one in words.findall(uncommented(static(name))) if " " in one])
    }

    assert elsewhere == {}


def uncommented(script: str) -> str:
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", script, flags=re.DOTALL)


def test_the_example_is_the_page_that_the_project_began_with() -> None:
    assert static("example.txt") == SEED.read_text("utf-8")
