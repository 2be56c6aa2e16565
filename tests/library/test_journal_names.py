"""Journals' names in full and abbreviated, by a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.core.model import Reference
from refconv.library import JournalList, rename_journals
from refconv.library.journal_names import FORMS, JournalForm, JournalNames

LIST = """Journal of Water;J. Water;JW;7
Ice and Snow;Ice Snow
Annals of Ice;Ann.
Annals of Snow;Ann.
"Rivers; Lakes";Riv. Lakes
"""


def article(journal: str, kind: str = "article-journal") -> Reference:
    return Reference(type=kind, container_title=journal)


RENAMED: list[tuple[JournalForm, str, str]] = [
    ("abbreviated", "Journal of Water", "J. Water"),
    ("abbreviated", "The journal of water", "J. Water"),
    ("abbreviated", "J Water", "J. Water"),
    ("abbreviated", "J.Water", "J. Water"),
    ("abbreviated", "JW", "J. Water"),
    ("abbreviated", "Ice & Snow", "Ice Snow"),
    ("abbreviated", "Rivers; Lakes", "Riv. Lakes"),
    # All journals with this abbreviation have it.
    ("abbreviated", "Ann", "Ann."),
    ("dotless", "Journal of Water", "J Water"),
    ("dotless", "J. Water", "J Water"),
    ("full", "J. Water", "Journal of Water"),
    ("full", "Journal of water", "Journal of Water"),
    ("full", "Annals of Snow", "Annals of Snow"),
]


@pytest.mark.parametrize(("form", "name", "new"), RENAMED)
def test_a_name_of_any_form_gets_the_one_wanted(form: JournalForm, name: str, new: str) -> None:
    done = rename_journals([article(name)], JournalList.parse(LIST), form)

    assert done.references[0].container_title == new
    assert done.changed == ((0,) if new != name else ())
    assert done.unlisted == ()


@pytest.mark.parametrize(("form", "name"), [("full", "Ann."), ("abbreviated", "Sand")])
def test_a_name_of_no_journal_or_of_several_is_kept_and_reported(
    form: JournalForm, name: str
) -> None:
    given = [article(name), article(name), article(name, "chapter"), article("")]

    assert rename_journals(given, JournalList.parse(LIST), form) == (tuple(given), (), (name,))


FILES = [
    ("Journal of Water;J. Water", 1),
    ('"Journal of Water","J. Water"', 1),
    ("Journal of Water,J. Water,JW,12", 1),
    ("Journal of Water\tJ. Water", 1),
    ("Journal of Water = J. Water", 1),
    ("\ufeff# list\n\nJournal of Water;J. Water\n;x\ny;\nz\n", 1),
    ("", 0),
    ("words", 0),
]


@pytest.mark.parametrize(("text", "count"), FILES)
def test_lists_have_several_forms(text: str, count: int) -> None:
    found = JournalList.parse(text)

    assert len(found) == count
    assert [one.abbreviated for one in found.found("Journal of Water")] == ["J. Water"] * count


def test_two_lists_make_one() -> None:
    both = JournalList.parse("Ice;I.").plus(JournalList.parse("Snow;S.;Sn"))

    assert (len(both), both.found("I")[0].full, both.found("Sn")[0].full) == (2, "Ice", "Snow")


def test_wrong_use_raises() -> None:
    with pytest.raises(ValueError, match=r"unknown form of journals' names 'ful' .*'full'"):
        rename_journals([], JournalList.parse(""), "ful")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="journals must be a JournalList, not str"):
        rename_journals([], "a;b")  # type: ignore[arg-type]


@given(name=st.sampled_from([name for _, name, _ in RENAMED]), form=st.sampled_from(FORMS))
def test_naming_is_idempotent_and_forms_can_be_exchanged(name: str, form: JournalForm) -> None:
    journals = JournalList.parse(LIST)
    once = JournalNames(journals, form)(article(name)).reference

    assert JournalNames(journals, form)(once).reference == once
    if not name.startswith("Ann"):
        full = JournalNames(journals, "full")
        assert full(once).reference == full(article(name)).reference
