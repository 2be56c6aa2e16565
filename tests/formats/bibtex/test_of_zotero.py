"""BibTeX and biblatex as Zotero writes them."""

import pytest

from refconv import read
from refconv.core.model import BY_NAME


@pytest.mark.parametrize(
    ("format", "entry", "variable", "value"),
    [
        ("bibtex", "@article{a, chapter = {Sports}}", "section", "Sports"),
        ("bibtex", "@incollection{a, chapter = {7}}", "chapter-number", "7"),
        ("bibtex", "@patent{a, assignee = {Pond Ltd}}", "publisher", "Pond Ltd"),
        ("biblatex", "@patent{a, holder = {{Pond Ltd}}}", "publisher", "Pond Ltd"),
        ("bibtex", "@patent{a, nationality = {US}}", "jurisdiction", "US"),
        ("bibtex", "@book{a, collaborator = {Okoro, Una}}", "contributor", "Okoro, Una"),
        ("biblatex", "@online{a, titleaddon = {Ponds Daily}}", "container-title", "Ponds Daily"),
        ("bibtex", "@misc{a, publisher = {arXiv}}", "genre", "preprint"),
    ],
)
def test_field(format: str, entry: str, variable: str, value: str) -> None:
    found = getattr(read(entry, format).references[0], BY_NAME[variable].attribute)
    assert str(found[0] if isinstance(found, tuple) else found) == value


def test_several_notes() -> None:
    found = read("@book{a, annote = {One.}, annote = {Two.}}", "bibtex")
    assert not found.diagnostics
    assert found.references[0].annote == "One.\n\nTwo."
    assert found.references[0].custom == ()


def test_family_with_a_suffix() -> None:
    found = read("@book{a, author = {Gale Jr., Gordon G. and Mason, Jan}}", "bibtex")
    assert [str(name) for name in found.references[0].author] == [
        "Gale Jr., Gordon G.",
        "Mason, Jan",
    ]
    assert not found.diagnostics
