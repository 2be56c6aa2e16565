"""What a conversion does to references: select them, and choose their values."""

from __future__ import annotations

from refconv.core.model import Reference
from refconv.library.changes import NO_CHANGES, ChangeCounts, Changes
from refconv.library.field_choice import FieldChoice
from refconv.library.journal_names import JournalList, JournalNames
from refconv.library.selection import Selection

GIVEN = [Reference(id="a", issued=2001, note="x"), Reference(id="b", issued=1999, note="y")]


def test_without_changes_all_stays() -> None:
    assert NO_CHANGES(GIVEN) == (tuple(GIVEN), tuple(GIVEN), ChangeCounts())


def test_values_are_counted_of_what_is_selected() -> None:
    changed = Changes(Selection(year="2000-"), FieldChoice(drop="note"))(GIVEN)

    assert changed.references == (Reference(id="a", issued=2001),)
    assert changed.selected == (GIVEN[0],)
    assert changed.counts == ChangeCounts(left_out=1, dropped=1)
    assert changed.counts.plus(changed.counts) == ChangeCounts(2, 2)


def test_journals_are_renamed_and_counted() -> None:
    names = JournalNames(JournalList.parse("Journal of Ice;J. Ice"))
    given = [Reference(type="article-journal", container_title=one) for one in ("J Ice", "Sand")]

    changed = Changes(journals=names)(given)

    assert [one.container_title for one in changed.references] == ["J. Ice", "Sand"]
    assert changed.counts == ChangeCounts(renamed=1, unlisted=("Sand",))
    assert changed.counts.plus(changed.counts) == ChangeCounts(renamed=2)
