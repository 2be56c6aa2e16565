"""A text that looks like a reference but is in no list is reported with its place."""

from __future__ import annotations

import pytest

from refconv.core.codes import Code
from refconv.page.document import read_page

ONE = "Quade S, Ruiz A, Sato M. Sound and the city at night. Acoust Plan. 2018;22(3):201-19."
# Its title is a sentence.
SENTENCE = (
    "Ng C, Pohl R. What is it that we are when we are not who we were? J Noise Econ. 2012;5:33-47."
)
BEFORE = "The survey was held in 2004 in all of the towns that we had seen before.\n"
AFTER = "\nIt was found that they were not at home when we came, which is why there are gaps."


@pytest.mark.parametrize("reference", [ONE, SENTENCE])
def test_a_reference_in_prose_is_reported(reference: str) -> None:
    page = read_page(BEFORE + reference + AFTER)
    found, nothing = page.diagnostics
    assert page.found == ()
    assert (found.code, found.line, found.column) == (Code.UNLISTED_REFERENCE, 2, 1)
    assert reference[:40] in found.message
    assert nothing.code == Code.NO_REFERENCES


def test_a_wrapped_reference_is_reported_once() -> None:
    first, rest = ONE[:60], ONE[60:]
    page = read_page(f"{BEFORE}\n{first}\n{rest}\n{AFTER}")
    assert [found.line for found in page.diagnostics if found.line] == [3]


def test_a_title_that_is_a_sentence_does_not_end_a_list() -> None:
    page = read_page(f"{SENTENCE}\n{ONE}\nTam K, Uhl J. J Snore Med. 2017;3(1):5-11.")
    assert len(page.found) == 3
    assert page.diagnostics == ()


@pytest.mark.parametrize(
    "line",
    [
        "Smith and Jones (2003) found the same in all of their 12 towns.",
        "Quade, Ruiz and Sato 2018, p. 205.",
        "Received: 12 May 2010. Accepted: 3 June 2010.",
        "R. Quade, Institute of Sound, 12 Bell Street, 1010 Vienna, Austria",
        "Table 2. Noise by town, 2004: 12-14 decibels.",
    ],
)
def test_other_lines_are_not_reported(line: str) -> None:
    page = read_page(BEFORE + line + AFTER)
    assert [found.code for found in page.diagnostics] == [Code.NO_REFERENCES]
