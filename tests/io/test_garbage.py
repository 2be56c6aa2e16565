"""Garbage collection is paused while references are read, and as before afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

import refconv
from refconv.io.garbage import garbage_collection_paused


@pytest.fixture(autouse=True)
def _enabled() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_it_is_paused_within_the_block_alone() -> None:
    with garbage_collection_paused():
        assert not gc.isenabled()
        with garbage_collection_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_enabled_again_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), garbage_collection_paused():
        1 / 0  # noqa: B018
    assert gc.isenabled()


def test_it_stays_off_where_the_caller_disabled_it() -> None:
    gc.disable()
    with garbage_collection_paused():
        pass
    assert not gc.isenabled()


def test_reading_changes_nothing_about_it() -> None:
    refconv.parse("Roe A. Snow. J Test. 2020;1:2-3.")
    assert gc.isenabled()
    gc.disable()
    refconv.read("TY  - BOOK\nER  - \n", "ris")
    assert not gc.isenabled()
