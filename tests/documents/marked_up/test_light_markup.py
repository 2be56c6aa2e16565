"""Lines of markup languages: their marks, their records, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from refconv.documents.marked_up.inline_markup import Inline, InlineRule
from refconv.documents.marked_up.light_markup import (
    Lines,
    SourceLine,
    is_enough,
    is_quoted,
    read_markup,
    source_lines,
    table_record,
    unquoted,
)
from tests.documents.texts import Row, rows

BOLD = Inline((InlineRule("b", r"\*(?P<text>[^*]{1,9})\*"),))


def as_they_are(text: str, lines: Sequence[SourceLine], out: Lines) -> None:
    for line in lines:
        out.add(line.start, line.start + len(text[line.start : line.end].rstrip("\r\n")))


def test_lines_end_in_any_way() -> None:
    text = "a\r\nb\rc\n\nd"

    assert [text[line.start : line.end] for line in source_lines(text)] == [
        "a\r\n", "b\r", "c\n", "\n", "d",
    ]  # fmt: skip


def test_records_stand_in_lines_of_their_own() -> None:
    text = "one\n@book{a, title = {A}}\ntwo *x*"
    document = read_markup(text, as_they_are, BOLD)

    assert document.text.split() == ["one", "two", "x"]
    assert [(one.format, one.text) for one in document.embedded] == [
        ("bibtex", "@book{a, title = {A}}")
    ]
    place = document.embedded[0].offset
    assert document.text[:place].strip() == "one"
    assert document.offsets is not None
    assert [text[document.offsets[document.text.index(c)]] for c in "otx"] == ["o", "t", "x"]


def test_items_keep_their_places() -> None:
    out = Lines("*ab* cd")
    out.add(0, 0)
    out.begin_item("key", "3")
    out.add(0, 7)
    (item,) = out.document(BOLD).items

    assert (item.key, item.number) == ("key", "3")
    assert out.document(BOLD).text[item.start : item.end] == "ab cd\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> Ng A. Rivers of the north.\n> 2001.", True),
        (">> Rivers of it all\n> b", True),
        ("a > b", False),
        ("> 0.05\n> 0.01", False),
        ("x\n" * 50 + "> Ng A. Rivers of it.\n> 2001.", False),
    ],
)
def test_quoted_text(text: str, expected: bool) -> None:
    assert is_quoted(text) is expected


def test_quotation_marks_go() -> None:
    text = unquoted("> a\n>> b\n>\nc")

    assert text.text == "a\nb\n\nc"
    assert [*text.offsets] == [2, 3, 7, 8, 10, 11]


def test_a_table_of_references() -> None:
    record = table_record([["Title", "Authors"], ["Rivers\nof it", 'Ng "A"']], 3)

    assert record is not None
    assert record.text == 'Title\tAuthors\nRivers of it\t"Ng ""A"""\n'
    assert table_record([["Mass", "Height"], ["1", "2"]], 0) is None


def test_longer_texts_need_more_marks() -> None:
    assert is_enough(1, "a\n", 1, 10)
    assert not is_enough(1, "a\n" * 20, 1, 10)


# What pandoc makes of a list that citeproc has printed.
MARGIN = '<span class="csl-left-margin">1. </span><span\nclass="csl-right-inline">'
PRINTED = [
    (
        "a.md",
        f"""## References

<div id="refs" class="references csl-bib-body">

<div id="ref-ng01" class="csl-entry">

{MARGIN}Ng A. Rivers of the
north. *Nature*. 2001;3:4-5.</span>

</div>

<div id="ref-roe10" class="csl-entry">

{MARGIN}Roe B. Lakes and seas. Oulu: Lake Press; 2010.</span>

</div>

</div>
""",
    ),
    (
        "a.md",
        """# References

:::: {#refs .references .csl-bib-body}
::: {#ref-ng01 .csl-entry}
[\\[1\\] ]{.csl-left-margin}[Ng A. Rivers of the
north. *Nature*. 2001;3:4-5.]{.csl-right-inline}
:::

::: {#ref-roe10 .csl-entry}
Roe B. Lakes and seas. Oulu: Lake Press; 2010.
:::
::::
""",
    ),
    (
        "a.rst",
        """References
==========

.. container:: references csl-bib-body
   :name: refs

   .. container:: csl-entry
      :name: ref-ng01

      1. Ng A. Rivers of the
      north. *Nature*. 2001;3:4-5.

   .. container:: csl-entry
      :name: ref-roe10

      Roe B. Lakes and seas. Oulu: Lake Press; 2010.
""",
    ),
    (
        "a.adoc",
        """== References

[[refs]]
[[ref-ng01]]
[.csl-left-margin]#(1) #[.csl-right-inline]#Ng A. Rivers of the
north. _Nature_. 2001;3:4-5.#

[[ref-roe10]]
Roe B. Lakes and seas. Oulu: Lake Press; 2010.
""",
    ),
    (
        "a.org",
        """* References

<<ref-ng01>>
1. Ng A. Rivers of the
north. /Nature/. 2001;3:4-5.

<<ref-roe10>>
Roe B. Lakes and seas. Oulu: Lake Press; 2010.
""",
    ),
]


@pytest.mark.parametrize(("name", "text"), PRINTED)
def test_the_entries_of_citeproc_are_items_with_their_keys(name: str, text: str) -> None:
    assert rows(text, name)[1] == [
        Row("ng01", "Ng", "Rivers of the north", "Nature"),
        Row("roe10", "Roe", "Lakes and seas", ""),
    ]
