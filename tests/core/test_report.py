"""The results of reading, writing and converting, and the lines that describe losses."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from refconv.core.model import Date, Name, Reference
from refconv.core.report import Converted, Found, Loss, Read, Written

MESSAGES: list[tuple[tuple[Any, ...], str]] = [
    # path, value, kept, where; the message
    (("title", "T"), "title lost: 'T'"),
    (("page", "1 2", "1-2", "pages"), "page changed: '1 2' (kept as '1-2' in pages)"),
    (("page", "1 2", "1-2"), "page changed: '1 2' (kept as '1-2')"),
    (("number", "", "e1", "pages"), "number added (kept as 'e1' in pages)"),
    (("author.et-al", True), "author.et-al lost"),
    (("author[0].family", "Berg", "van Berg", "AU"),
     "author[0].family changed: 'Berg' (kept as 'van Berg' in AU)"),
    (("custom[0]", ("ris:U1", "x")), "custom[0] ris:U1 lost: 'x'"),
    (("issued", Date.on(2020), Date.on(2021), "PY"),
     "issued changed: '2020' (kept as '2021' in PY)"),
    (("author", (Name(family="King", given="Martin"), Name(literal="WHO")), (Name(family="King"),)),
     "author changed: 'King, Martin; WHO' (kept as 'King')"),
    (("keyword", ("snow", "ice")), "keyword lost: 'snow; ice'"),
    (("custom", (("ris:U1", "x"), ("ris:U2", "y"))),
     "custom lost: \"('ris:U1', 'x'); ('ris:U2', 'y')\""),
    (("title", "two\nlines  and\tspace"), "title lost: 'two lines and space'"),
    (("title", "x" * 80), f"title lost: '{'x' * 80}'"),
    (("title", "x" * 81), f"title lost: '{'x' * 79}…'"),
]  # fmt: skip


@pytest.mark.parametrize(("loss", "message"), MESSAGES)
def test_a_loss_is_one_line(loss: tuple[Any, ...], message: str) -> None:
    one = Loss(3, "a", *loss)

    assert one.message == message
    assert str(one) == f"<output>: loss: a: {message}"
    assert str(evolve(one, name="a.ris")) == f"a.ris: loss: a: {message}"


SOME = (Reference(id="a", title="A"), Reference(id="b", author=[Name(family="Ng")]))


def test_a_read_is_the_sequence_of_its_references() -> None:
    read = Read(SOME, format="ris")

    assert [*read] == [*SOME]
    assert (len(read), len(Read())) == (2, 0)
    assert [item["id"] for item in read.as_csl()] == ["a", "b"]
    assert read == Read(SOME, format="bibtex")
    assert read != Read(SOME[:1])


def test_references_have_indices_and_slices() -> None:
    first, second = Reference(title="A"), Reference(title="B")
    read = Read((first, second))

    assert (read[0], read[-1], read[1:], read[:0]) == (first, second, (second,), ())
    assert Converted((first,))[0] is first
    with pytest.raises(IndexError):
        read[2]


def test_a_written_text_is_its_string() -> None:
    assert str(Written("TY  - BOOK\n")) == "TY  - BOOK\n"
    assert Written("").losses == ()


def test_a_conversion_has_its_references_as_csl() -> None:
    assert Converted(SOME).as_csl() == Read(SOME).as_csl()
    assert Converted().as_csl() == []


def test_offsets_are_no_part_of_what_is_compared() -> None:
    found = Found("Ng C. Snow.", 0, 11, "1", offsets=range(11))

    assert found == Found("Ng C. Snow.", 0, 11, "1")
    assert "offsets" not in repr(found)
