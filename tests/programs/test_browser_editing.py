"""Values in the browser: names and dates in parts, types, doubts, duplicates, counts."""

from __future__ import annotations

import re
from typing import Any

import pytest

import refconv
from tests.programs.conftest import Page

LIST = """References
1. Doe J, Roe R. On tests of a thing in northern beds. J Tests. 2020;1:2-5.
2. Poe P. A third thing in tests. Nature. 2001;4:9-12.
3. Doe J, Roe R. On tests of a thing in northern beds. J Tests 2020, 1(3), 2–5. doi:10.1000/182
"""
BIB = "@book{clark1997, title = {Being There}, author = {Clark, Andy}, year = 1997}\n"


def written(page: Page) -> Any:
    return refconv.read(page.download("csl-json")[1], "csl-json")


def editing(page: Page, field: str) -> None:
    page.open(1).locator(f"button[data-name='{field}']").click()
    page.page.wait_for_selector(".editing")


def test_names_are_edited_in_parts(page: Page) -> None:
    page.drop(("refs.bib", BIB))
    page.page.wait_for_selector(".card")
    editing(page, "author")
    page.page.get_by_label("Particle of name 1").fill("van")
    page.page.get_by_label("Suffix of name 1").fill("Jr.")
    page.page.click("text=Add a name")
    page.page.keyboard.type("Jane")
    page.page.get_by_label("Given names of name 2").fill("Doe")
    page.page.get_by_label("Swap family and given name: Name 2").click()
    page.page.click("text=Add a name")
    page.page.get_by_label("Institution: Name 3").click()
    page.page.keyboard.type("World Health Organization")
    page.page.keyboard.press("Alt+ArrowUp")
    page.page.get_by_label("There are more").check()
    page.page.click("button:text-is('Save')")
    page.wait_for_message("Author changed")

    (reference,) = written(page)
    clark, body, doe = reference.author
    assert (clark.non_dropping_particle, clark.family, clark.suffix) == ("van", "Clark", "Jr.")
    assert body.literal == "World Health Organization"
    assert (doe.family, doe.given) == ("Doe", "Jane")
    assert reference.et_al == {"author"}

    editing(page, "author")
    page.page.get_by_label("Remove: Name 2").click()
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector(".editing", state="detached")
    page.wait_for_message("Author changed")
    assert [name.family for name in written(page)[0].author] == ["Clark", "Doe"]


def test_names_that_are_not_changed_stay(page: Page) -> None:
    page.drop(("refs.bib", BIB))
    page.page.wait_for_selector(".card")
    editing(page, "author")
    page.page.get_by_label("Family name of name 1").fill("Nobody")
    page.page.keyboard.press("Escape")

    assert page.value(1, "Author") == "Clark, Andy"


@pytest.mark.parametrize(
    ("keys", "date"),
    [
        (["2024"], "2024"),
        (["2024", "Tab", "May", "Tab", "7"], "2024-05-07"),
        (["2024", "Tab", "Spring"], "2024-21"),
        (["44"], "0044"),
    ],
)
def test_a_date_is_edited_in_parts(page: Page, keys: list[str], date: str) -> None:
    page.drop(("refs.bib", BIB))
    page.page.wait_for_selector(".card")
    editing(page, "issued")
    for key in keys:
        if key == "Tab":
            page.page.keyboard.press(key)
        else:
            page.page.keyboard.type(key)
    page.page.click("[role=group] .check:has-text('about')")
    page.page.focus(".date-group input")
    page.page.keyboard.press("Enter")
    page.wait_for_message("Date changed")

    assert written(page)[0].issued == refconv.Date.of(f"{date}~")


def test_an_interval_and_a_date_in_words(page: Page) -> None:
    page.drop(("refs.bib", BIB))
    page.page.wait_for_selector(".card")
    editing(page, "issued")
    page.page.click("button:text-is('Until …')")
    page.page.keyboard.type("1999")
    page.page.keyboard.press("Enter")
    page.wait_for_message("Date changed")
    assert page.value(1, "Date") == "1997 – 1999"

    editing(page, "issued")
    page.page.click("button:text-is('In words')")
    page.page.keyboard.press("Control+a")
    page.page.keyboard.type("in press")
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector("button.value:text-is('in press')")
    assert written(page)[0].issued == refconv.Date(literal="in press")


def test_frequent_types_come_first_and_every_field_can_be_added(page: Page) -> None:
    page.drop(("refs.bib", BIB))
    page.page.wait_for_selector(".card")
    editing(page, "type")
    groups = page.page.locator(".editor optgroup")
    assert groups.nth(0).locator("option").count() == 10
    assert page.page.locator(".editor option").count() == len({*refconv.ItemType})
    page.page.keyboard.press("Escape")

    options = page.page.locator(".adder option").evaluate_all("all => all.map(one => one.value)")
    present = {"title", "author", "issued", "id", ""}
    variables = {variable.name for variable in refconv.core.model.VARIABLES}
    assert {*options} | present == variables | {"id", ""}


# ── doubts ────────────────────────────────────────────────────────────────────────────────────────

ODD = "Roe, Proceedings of the, in: 34 Bd. 7 (Teil) Zeitschrift 1977 Heft 3, quux 12 f."


def test_doubts_are_explained_and_gone_through_with_one_key(page: Page) -> None:
    page.paste(f"{LIST}4. {ODD}\n5. Doe J. On tests. Nature. 2020;12:34. doi:10.1000/abc\nd7\n")
    assert page.page.locator(".doubts").text_content() == "2 to check"

    page.page.keyboard.press("n")
    assert page.card(4).get_attribute("class") == "card active"
    words = page.page.locator(".reasons li").all_text_contents()
    assert any(re.search("certain where|may be wrong", one) for one in words)
    page.page.keyboard.press("n")
    assert "DOI" in page.card(5).locator(".reasons").text_content()
    page.page.keyboard.press("y")
    page.wait_for_message("Marked as right")
    assert page.page.locator(".doubts").text_content() == "1 to check"
    page.page.keyboard.press("Control+z")
    assert page.page.locator(".doubts").text_content() == "2 to check"
    page.page.keyboard.press("n")
    page.wait_for_message("The first one again")
    assert page.card(4).get_attribute("class") == "card active"


def test_a_key_that_can_do_nothing_says_why(page: Page) -> None:
    page.paste(LIST)
    page.page.keyboard.press("t")
    page.wait_for_message("Open the reference first")
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("t")
    page.wait_for_message("Select words first")
    page.page.keyboard.press("Control+z")
    page.wait_for_message("There is nothing to undo.")


def test_the_list_has_the_focus_after_reading(page: Page) -> None:
    page.paste(LIST)

    for key, place in (("j", 2), ("ArrowDown", 3), ("k", 2), ("ArrowUp", 1)):
        page.page.keyboard.press(key)
        assert page.page.evaluate("document.activeElement.closest('.card').id") == f"r{place - 1}"


def test_the_same_counts_stand_everywhere(page: Page) -> None:
    page.paste(LIST)
    page.page.keyboard.press("x")
    page.wait_for_message("Left out")

    count = "2 references, 1 left out"
    assert page.page.locator(".count").text_content() == count
    assert len(written(page)) == 2
    page.wait_for_message(count)


def test_what_is_left_out_can_be_read(page: Page) -> None:
    page.paste(LIST)
    page.page.keyboard.press("x")
    page.open(1)

    lines = (
        page.card(1)
        .locator("button")
        .evaluate_all("all => all.map(one => getComputedStyle(one).textDecorationLine)")
    )
    assert "line-through" not in {*lines}


def test_the_same_file_is_added_once(page: Page) -> None:
    page.drop(("refs.bib", BIB), ("copy.bib", BIB))
    page.page.wait_for_selector(".failures:has-text('copy.bib is in the list already')")
    assert page.page.locator(".card").count() == 1

    page.page.click("text=Add it once more")
    page.page.wait_for_selector("#r1", state="attached")
    assert not page.page.locator(".input-box").is_visible()


def test_chips_that_can_do_nothing_look_so(page: Page) -> None:
    page.paste(LIST)
    page.open(1)
    colour = "chips => chips.map(chip => getComputedStyle(chip).color)"
    disabled = {*page.card(1).locator(".chip").evaluate_all(colour)}
    page.segment(1, "volume").click()
    enabled = {*page.card(1).locator(".chip").evaluate_all(colour)}

    assert (len(disabled), len(enabled)) == (1, 1)
    assert disabled != enabled


# ── duplicates ────────────────────────────────────────────────────────────────────────────────────


def test_duplicates_are_merged_or_kept(page: Page) -> None:
    page.paste(LIST)
    page.page.click("button:has-text('1 possible duplicate')")
    page.page.click("dialog button:text-is('Merge')")
    page.wait_for_message("Merged")
    page.page.keyboard.press("Escape")
    assert [reference.DOI for reference in written(page)] == ["10.1000/182", ""]

    page.page.keyboard.press("Control+z")
    page.page.wait_for_selector(".compact .flag:has-text('duplicate?')")
    page.open(3)
    page.page.click(".twins >> button:text-is('Keep both')")
    page.wait_for_message("Both kept")
    page.page.wait_for_selector("button.twins", state="hidden")
    assert len(written(page)) == 3


# ── the first minute, documents, programs ─────────────────────────────────────────────────────────


def test_an_example_can_be_tried(page: Page) -> None:
    assert page.page.locator(".steps li").count() == 3
    page.page.click("text=Try an example")
    page.page.wait_for_selector(".card")

    assert page.page.locator(".count").text_content() == "14 references and the page itself"


def test_targets_are_grouped_by_program(page: Page) -> None:
    page.paste(LIST)
    labels = page.page.locator("#target optgroup").evaluate_all("all => all.map(one => one.label)")

    assert labels == ["Zotero", "EndNote", "LaTeX, Typst", "Word", "Other programs"]


def test_the_place_in_a_document_stands_beside_the_reference(page: Page) -> None:
    html = "<html><body><h2>References</h2><ol><li>Doe J. On tests. Nature. 2020;1:3.</li></ol>"
    page.drop(("page.html", html))
    page.page.wait_for_selector(".card")

    assert page.open(1).locator(".open .ordinal .flag").count() == 1
    page.page.keyboard.press("Escape")
    page.page.click("text=Whole text")
    assert "Doe J. On tests." in page.page.locator(".inputtext").text_content()
