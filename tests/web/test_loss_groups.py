"""Losses in plain words: each kind once, with its count."""

from __future__ import annotations

from typing import Any

import pytest

from refconv import Date, Loss
from refconv.web.loss_groups import loss_sentences, plural


@pytest.mark.parametrize(
    ("losses", "sentence"),
    [
        (
            [("author[0].orcid", "0000"), ("editor[3].orcid", "0001")],
            "Zotero has no place for ORCIDs: 2 are left out.",
        ),
        ([("PMID", "123")], "Zotero has no place for PMIDs: 1 is left out."),
        ([("custom[0]", ("bibtex:file", "a.pdf"))],
         "Zotero has no place for values of other programs: 1 is left out."),
        ([("author.et-al", True)],
         "Zotero cannot mark a list of names as incomplete (“et al.”): "
         "the mark is left out in 1 reference."),
    ],
)  # fmt: skip
def test_what_is_lost(losses: list[tuple[str, Any]], sentence: str) -> None:
    given = [Loss(n, "a", path, value) for n, (path, value) in enumerate(losses)]

    assert loss_sentences(given, "Zotero") == [sentence]


@pytest.mark.parametrize(
    ("loss", "sentence"),
    [
        (
            Loss(0, "a", "type", "paper-conference", "article-journal"),
            "RIS lacks a type: “Conference paper” becomes “Journal article” in 1 reference.",
        ),
        (
            Loss(0, "a", "edition", "2", elsewhere="a line of Extra"),
            "RIS keeps editions as a line of Extra: 1 is moved there.",
        ),
        (
            Loss(0, "a", "issued", Date.on(2020, 5), Date.on(2020)),
            "RIS keeps dates in another form: 1 is changed.",
        ),
        (Loss(0, "a", "title", "", "?"), "The file needs titles: 1 is added."),
    ],
)
def test_what_is_changed(loss: Loss, sentence: str) -> None:
    assert loss_sentences([loss], "RIS") == [sentence]


def test_the_most_frequent_kind_comes_first() -> None:
    losses = [Loss(0, "a", "PMID", "1"), *(Loss(n, "a", "abstract", "x") for n in range(3))]

    assert [sentence.split(": ")[1] for sentence in loss_sentences(losses, "RIS")] == [
        "3 are left out.",
        "1 is left out.",
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [("abstract", "abstracts"), ("DOI", "DOIs"), ("page", "page numbers"), ("ISSN", "ISSNs")],
)
def test_several_values_of_a_field(name: str, words: str) -> None:
    assert plural(name) == words
