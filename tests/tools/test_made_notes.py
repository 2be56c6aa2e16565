"""Notes are made up around known works, and their clauses are labelled by them."""

from __future__ import annotations

from itertools import chain

from refconv.page.clauses import clauses_of
from tools.finder.made_notes import MadeNote, made_notes
from tools.finder.note_pages import note_pages
from tools.finder.train_notes import labels_of
from tools.toy.generate import FOLDER

SEED, TEXTS = 4, 20


def notes(part: str) -> list[MadeNote]:
    return [*chain.from_iterable(made_notes(FOLDER, SEED, part, TEXTS))]


def test_works_begin_and_end_where_clauses_do() -> None:
    begins = ends = known = 0
    for note in notes("tune"):
        spans = clauses_of(note.text)
        for start, end in note.works:
            known += 1
            begins += any(one == start for one, _ in spans)
            ends += any(
                not note.text[min(end, one) : max(end, one)].strip(" .,;:)") for _, one in spans
            )
    assert known > 200
    assert min(begins, ends) > 0.95 * known


def test_clauses_are_labelled_by_the_works_that_they_belong_to() -> None:
    note = MadeNote("See A. Ng, Owls, 1990; B. Ott, Moors, 1991.", [(4, 21), (23, 42)])
    assert labels_of(note, clauses_of(note.text)) == "OBIIBII"


def test_some_words_are_held_out() -> None:
    tuned, held_out = ({note.text for note in notes(part)} for part in ("tune", "held-out"))
    assert any("Ibid." in text for text in tuned)
    assert not tuned & {text for text in held_out if len(text) > 60}


def test_pages_hold_their_references() -> None:
    for page in note_pages(FOLDER, SEED, "tune", TEXTS):
        words = "".join(page.text.split())
        assert all("".join(one.split()) in words for one in page.references)
