"""Cuts in the browser: split, join, add from the whole text; each with undo, and offered again."""

from __future__ import annotations

import json

from tests.programs.conftest import Page

FIRST = "Doe J. On tests of a thing. J Tests. 2020;1:2-5."
SECOND = "Poe P. A third thing in tests. Nature. 2001;4:9-12."
THIRD = "Moe M. Fourth thing of tests in beds. Nature. 2002;5:1-3."
FOURTH = "Zoe Z. Fifth thing of beds. Nature. 2004;5:1-3."
LIST = f"References\n{FIRST}\n{SECOND}\n{THIRD}\n{FOURTH}\n"


def strings(page: Page) -> list[str]:
    """Return the strings of all references, once their rows are drawn in full."""
    page.page.wait_for_selector("article:not(.compact, .open)", state="detached")
    texts: list[str] = page.page.locator(".cards > .card .string").all_text_contents()
    return texts


def joined(page: Page, *numbers: int) -> None:
    """Join references with the next one, as a wrong cut would have it."""
    for number in numbers:
        count = page.page.locator(".card").count()
        page.open(number)
        page.page.keyboard.press("Escape")
        page.page.keyboard.press("m")
        page.page.wait_for_selector(f".card:nth-child({count})", state="detached")


def test_neighbours_are_joined_and_split_again(page: Page) -> None:
    page.paste(LIST)
    joined(page, 2)
    assert strings(page) == [FIRST, f"{SECOND} {THIRD}", FOURTH]
    assert page.page.locator(".count").text_content() == "3 references"

    page.open(2).get_by_role("option", name="Moe").click()
    page.page.click("button:text-is('Split before “Moe”')")
    page.wait_for_message("Split before “Moe”")
    assert strings(page) == [FIRST, SECOND, THIRD, FOURTH]

    page.page.keyboard.press("Control+z")
    assert strings(page) == [FIRST, f"{SECOND} {THIRD}", FOURTH]
    page.page.keyboard.press("Control+z")
    assert strings(page) == [FIRST, SECOND, THIRD, FOURTH]
    page.page.keyboard.press("Control+Shift+z")
    assert strings(page) == [FIRST, f"{SECOND} {THIRD}", FOURTH]


def test_a_reference_is_joined_with_the_previous_one(page: Page) -> None:
    page.paste(LIST)
    page.open(2)
    page.page.click("button:text-is('Join with previous')")
    page.wait_for_message("Joined")

    assert strings(page)[0] == f"{FIRST} {SECOND}"
    page.page.click("button:text-is('Join with previous')")
    page.wait_for_message("Only neighbours of the same text can be joined.")


def test_a_split_is_offered_for_the_others(page: Page) -> None:
    page.paste(LIST)
    joined(page, 1)
    joined(page, 3)
    assert strings(page) == [f"{FIRST} {SECOND}", f"{THIRD} {FOURTH}"]

    page.open(1).get_by_role("option", name="Poe").click()
    page.page.keyboard.press("s")
    page.page.wait_for_selector(".offer:has-text('One more reference')")
    page.page.click("text=Look at it")
    shown = page.page.locator("dialog .choices .string").all_text_contents()
    assert shown == [THIRD, FOURTH]
    page.page.click("button:text-is('Correct 1 reference')")
    page.wait_for_message("Split 1 more reference")
    assert strings(page) == [FIRST, SECOND, THIRD, FOURTH]


def test_a_join_is_offered_for_the_others(page: Page) -> None:
    page.paste(
        "References\n[1] Doe J. On tests of a thing and.\n[2] of beds. J Tests. 2020;1:2-5.\n"
        "[3] Poe P. A third thing in tests and.\n[4] of cells. Nature. 2001;4:9-12.\n"
    )
    before = strings(page)
    assert len(before) == 4
    joined(page, 1)
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector(".offer")
    page.page.click("text=Look at it")
    page.page.click("button:text-is('Correct 1 reference')")
    page.wait_for_message("Joined 1 more pair")

    assert strings(page) == [f"{before[0]} [2] {before[1]}", f"{before[2]} [4] {before[3]}"]


def test_a_split_needs_a_place(page: Page) -> None:
    page.paste(LIST)
    page.open(1)
    page.page.keyboard.press("s")
    page.wait_for_message("Click the first word of the second reference")
    assert page.page.locator("button:text-is('Split here')").is_disabled()


def test_the_whole_text_shows_what_became_of_it(page: Page) -> None:
    page.paste(f"Words before the list\n\nReferences\n[1] {FIRST}\n[2] {SECOND}\n")
    page.open(2)
    page.page.keyboard.press("Escape")
    page.page.keyboard.press("x")
    page.page.click("text=Whole text")
    text = page.page.locator(".inputtext")

    assert text.locator(".stretch.reference").all_text_contents() == [FIRST]
    assert text.locator(".stretch.out").all_text_contents() == [SECOND]
    assert text.locator(".stretch.aside").first.get_attribute("title").startswith("number")
    free = [one.strip() for one in text.locator(".stretch.free").all_text_contents()]
    assert "Words before the list" in free
    assert page.page.locator(".inputtext").text_content().startswith("Words before the list\n\n")

    text.locator(".stretch.reference").click()
    assert page.card(1).get_attribute("class") == "card active"


def test_text_in_no_reference_becomes_one(page: Page) -> None:
    page.paste(f"{THIRD}\n\nSome words of a page.\n\nReferences\n{FIRST}\n{SECOND}\n")
    before = strings(page)
    page.page.click("text=Whole text")
    stretch = page.page.locator(".inputtext .stretch.free", has_text="Some words")
    stretch.focus()
    page.page.keyboard.press("Enter")
    page.wait_for_message("“Some words of a page.” added")
    page.page.keyboard.press("Escape")

    assert [one for one in strings(page) if one not in before] == ["Some words of a page."]
    page.page.keyboard.press("Control+z")
    assert strings(page) == before


def test_selected_text_becomes_a_reference(page: Page) -> None:
    page.paste(f"Words of a page.\n\nReferences\n{FIRST}\n{SECOND}\n")
    page.page.click("text=Whole text")
    page.page.evaluate(
        """() => {
            const stretch = document.querySelector(".inputtext .stretch.free").firstChild;
            getSelection().setBaseAndExtent(stretch, 9, stretch, 15);
        }"""
    )
    page.page.click("text=Make the selected text a reference")
    page.wait_for_message("“a page” added")


def test_corrected_cuts_are_saved_for_training(page: Page) -> None:
    page.paste(LIST)
    joined(page, 1)
    with page.page.expect_download() as waited:
        page.page.click("text=Save corrections for training")

    row = json.loads(waited.value.path().read_text("utf-8"))
    texts = [row["text"][start:end] for start, end in row["references"]]
    assert (waited.value.suggested_filename, row["text"]) == ("boundaries.jsonl", LIST)
    assert texts == [f"{FIRST}\n{SECOND}", THIRD, FOURTH]
