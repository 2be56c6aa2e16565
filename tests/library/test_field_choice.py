"""Keep only some variables of references, or leave some out."""

from __future__ import annotations

import pytest

from refconv.core.model import Name, Reference
from refconv.library import drop_fields, keep_fields
from refconv.library.field_choice import ALIASES, FieldChoice, variable_named

BOOK = Reference(
    type="book",
    id="a",
    title="Ice",
    author=[Name.parse("Roe, Ada")],
    et_al=["author"],
    keyword=["ice", "snow"],
    DOI="10.1000/x",
    custom=[("bibtex:file", "a.pdf"), ("ris:U1", "x")],
)


def left(reference: Reference) -> str:
    custom = [f"{key}" for key, _ in reference.custom]
    return " ".join([*(variable.name for variable, _ in reference.variables()), *custom])


DROPPED = [
    ("", "title author DOI keyword bibtex:file ris:U1", 0),
    ("abstract", "title author DOI keyword bibtex:file ris:U1", 0),
    ("keywords, doi", "title author bibtex:file ris:U1", 2),
    ("author", "title DOI keyword bibtex:file ris:U1", 1),
    ("custom", "title author DOI keyword", 2),
    ("bibtex:file", "title author DOI keyword ris:U1", 1),
    ("id,type,title", "author DOI keyword bibtex:file ris:U1", 1),
]
KEPT = [
    ("title", "title", 5),
    ("author,year", "author", 5),
    ("custom,title", "title bibtex:file ris:U1", 3),
    ("ris:U1", "ris:U1", 5),
    ("", "", 6),
]


@pytest.mark.parametrize(("names", "variables", "count"), DROPPED)
def test_dropped_variables_are_gone_and_counted(names: str, variables: str, count: int) -> None:
    cut = FieldChoice(drop=names)(BOOK)

    assert sorted(left(cut.reference).split()) == sorted(variables.split())
    assert cut.dropped == count
    assert (cut.reference.id, cut.reference.type) == ("a", "book")
    assert drop_fields([BOOK], names) == (cut.reference,)


@pytest.mark.parametrize(("names", "variables", "count"), KEPT)
def test_all_but_kept_variables_are_gone(names: str, variables: str, count: int) -> None:
    cut = FieldChoice(keep=names)(BOOK)

    assert sorted(left(cut.reference).split()) == sorted(variables.split())
    assert cut.dropped == count
    assert keep_fields([BOOK], names.split(",")) == (cut.reference,)


def test_et_al_goes_with_its_names() -> None:
    assert keep_fields([BOOK], "author")[0].et_al == {"author"}
    assert drop_fields([BOOK], "author")[0].et_al == frozenset()


@pytest.mark.parametrize(("alias", "name"), ALIASES.items())
def test_usual_names_are_known(alias: str, name: str) -> None:
    assert variable_named(alias.upper()) == variable_named(name) == name


def test_an_unknown_variable_raises() -> None:
    with pytest.raises(ValueError, match=r"unknown variable 'keywrd' \(did you mean 'keyword'\?\)"):
        keep_fields([BOOK], "title,keywrd")
