"""The laws of writing hold in every style, and a style changes nothing but what it is for."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refconv.clients.zotero.stored import READERS, stored
from refconv.core.keys import assign_ids
from refconv.core.lens import decode_record, encode_reference
from refconv.core.losses import apply, predict_decoded
from refconv.core.model import Reference
from refconv.formats.registry import FILE_FORMATS
from refconv.formats.style import DEFAULT, Style
from refconv.io.api import read, write
from refconv.strategies import references
from tests.laws.test_client_laws import unreported

STYLED = [name for name, format in FILE_FORMATS.items() if format.choices]
BIBTEX = ("bibtex", "biblatex")
FIELDS = ("author", "title", "year", "month", "annote", "journal", "doi", "note", "keywords")
some_references = st.lists(references(), max_size=3)
law = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
layouts = st.builds(
    Style,
    order=st.lists(st.sampled_from(FIELDS), max_size=4),
    align=st.booleans(),
    width=st.none() | st.integers(20, 90),
    trailing_comma=st.booleans(),
    indent=st.none() | st.sampled_from([0, 1, 4, "tab"]),
    line_ends=st.sampled_from([None, "lf", "crlf"]),
    bom=st.none() | st.booleans(),
)
styles = st.builds(
    lambda layout, characters, case, months: evolve(
        layout, characters=characters, case=case, months=months
    ),
    layouts,
    st.sampled_from(["unicode", "latex", "ascii"]),
    st.sampled_from(["as-read", "none", "proper", "title"]),
    st.sampled_from(["macros", "numbers"]),
)


def with_strings(style: Style, given_references: list[Reference]) -> Style:
    """Return a style with a macro for each journal of some references."""
    titles = dict.fromkeys(one.container_title for one in given_references if one.container_title)
    return evolve(style, strings={f"j{place}": title for place, title in enumerate(titles)})


@pytest.mark.parametrize("name", STYLED)
@law
@given(given_references=some_references, style=styles, has_strings=st.booleans())
def test_reading_a_styled_text_returns_the_references_with_the_losses_applied(
    name: str, given_references: list[Reference], style: Style, has_strings: bool
) -> None:
    style = with_strings(style, given_references) if has_strings else style
    written = write(given_references, name, style=style)

    back = read(written.text, name)

    assert back.references == apply(assign_ids(given_references), written.losses)


@pytest.mark.parametrize("name", STYLED)
@law
@given(given_references=some_references, style=styles, has_strings=st.booleans())
def test_writing_in_a_style_is_idempotent(
    name: str, given_references: list[Reference], style: Style, has_strings: bool
) -> None:
    style = with_strings(style, given_references) if has_strings else style
    once = write(given_references, name, style=style).text
    back = read(once, name)

    assert write(back, name, style=style, blocks=back.blocks).text == once


@pytest.mark.parametrize("name", STYLED)
@law
@given(given_references=some_references, layout=layouts)
def test_a_layout_loses_nothing_more(
    name: str, given_references: list[Reference], layout: Style
) -> None:
    layout = evolve(with_strings(layout, given_references), order=())
    plain, laid_out = (write(given_references, name, style=one) for one in (DEFAULT, layout))

    assert laid_out.losses == plain.losses
    assert read(laid_out.text, name).references == read(plain.text, name).references


@pytest.mark.parametrize("name", [*BIBTEX, "csl-json", "jsonl"])
@law
@given(given_references=some_references, style=styles)
def test_a_file_in_ascii_is_ascii(
    name: str, given_references: list[Reference], style: Style
) -> None:
    style = evolve(style, characters="ascii", bom=None)

    assert write(given_references, name, style=style).text.isascii()


@law
@given(reference=references(), style=styles)
def test_the_fast_paths_of_a_style_write_the_same(reference: Reference, style: Style) -> None:
    for name in BIBTEX:
        for client in (None, "zotero"):
            format = FILE_FORMATS[name].in_style(style)
            table, carry = format.table_for(client), format.carry_for(client)
            join = format.join_for(client)
            assert join is not None
            fast = encode_reference(table, reference, carry)
            slow = encode_reference(evolve(table, fast={}), reference, carry)

            assert join.entry(fast.record) == join.entry(slow.record)
            assert (
                predict_decoded(table, format.table, fast)
                == decode_record(format.table, fast.record)[0]
            )


@pytest.mark.parametrize("name", sorted({*STYLED} & {*READERS}))
@law
@given(reference=references(), style=styles)
def test_zotero_stores_a_styled_reference_with_the_losses_applied(
    name: str, reference: Reference, style: Style
) -> None:
    written = write(reference, name, for_="zotero", style=style)

    items = stored(written.text, name)

    item = items[0] if len(items) == 1 else None
    assert unreported(reference, written.losses, item) == []


@pytest.mark.parametrize("name", STYLED)
def test_the_default_style_is_the_format_itself(name: str) -> None:
    assert FILE_FORMATS[name].in_style(Style()) is FILE_FORMATS[name]
