"""Types of references in tables, by their names and by what there is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from refconv.formats.delimited.type_names import type_of

TYPES: Sequence[tuple[list[str], str, str]] = [
    (["journalArticle"], "article-journal", ""),
    (["Journal Article; Review"], "article-journal", "Review"),
    (["Conference Paper"], "paper-conference", ""),
    (["bookSection"], "chapter", ""),
    (["Book Chapter"], "chapter", ""),
    (["preprint"], "article", "preprint"),
    (["PhD Thesis"], "thesis", "PhD thesis"),
    (["Buch"], "book", ""),
    (["J", "Article; Proceedings Paper"], "article-journal", ""),
    (["B", "Article; Book Chapter"], "chapter", ""),
    (["S", "Proceedings Paper"], "paper-conference", ""),
    (["C", "Proceedings Paper"], "paper-conference", ""),
    (["Editorial"], "article-journal", "Editorial"),
    (["Letter"], "personal_communication", "Letter"),
    (["Something"], "document", "Something"),
    ([], "document", ""),
]


@pytest.mark.parametrize(("names", "kind", "genre"), TYPES)
def test_names(names: list[str], kind: str, genre: str) -> None:
    assert type_of(names, (), ()) == (kind, genre)


SHOWN = [
    ([], ["Publication Title"], "article-journal"),
    (["booktitle"], ["Publication Title"], "chapter"),
    (["university"], ["Publisher"], "thesis"),
    ([], ["Conference"], "paper-conference"),
    ([], ["ISBN"], "book"),
    ([], ["URL"], "webpage"),
    ([], ["DOI", "URL"], "article-journal"),
]


@pytest.mark.parametrize(("headings", "columns", "kind"), SHOWN)
def test_what_there_is_shows_the_type(headings: list[str], columns: list[str], kind: str) -> None:
    assert type_of((), headings, columns).kind == kind


def test_a_letter_in_a_journal_is_an_article() -> None:
    assert type_of(["Letter"], (), ["Publication Title"]) == ("article-journal", "Letter")
