"""The page in a real Chromium: what a user does there from paste to file.

Not part of ``make test``: ``make test-clients`` installs the browser.
"""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

import refconv
from tests.programs.conftest import ROOT, Page

PAGE = next((ROOT / "seeds").glob("000_*"))
SEED = PAGE.read_text("utf-8")
SHOWN = "select[aria-label='Which references are shown']"
AXE = ROOT / ".venv/clients/node_modules/axe-core/axe.min.js"
BIB = "@book{clark1997, title = {Being There}, author = {Clark, Andy}, file = {a.pdf}}\n"


# ── view ──────────────────────────────────────────────────────────────────────────────────────────


def test_the_seed_page_is_read_and_shown(page: Page) -> None:
    page.paste(SEED)

    assert page.page.locator(".card").count() == 15
    assert page.page.locator(".count").text_content() == "14 references and the page itself"
    assert page.card(15).locator(".flag").text_content() == "the page itself"
    assert page.segment(8, "container-title").text_content() == "J Immunother Cancer"
    assert page.value(8, "Journal or book") == "J Immunother Cancer"
    legend = page.page.locator(".legend li").all_text_contents()
    assert legend == ["Author", "Title", "Journal or book", "Date", "Volume", "Pages", "DOI"]


def test_losses_are_shown_in_place(page: Page) -> None:
    page.paste(SEED)

    page.page.wait_for_selector(".losscount")
    assert page.card(4).locator(".losscount").text_content() == "1 not kept"
    assert page.open(4).locator(".loss").text_content().endswith("“et al.” is lost")
    assert page.page.locator(".lost").text_content().startswith("Zotero cannot mark a list")
    page.page.select_option("#target", "csl-json")
    page.page.wait_for_selector(".loss, .losscount", state="detached")
    assert page.page.locator(".lost").text_content() == "CSL-JSON holds everything."


def test_doubtful_references_are_shown_first_or_alone(page: Page) -> None:
    odd = "Roe, Proceedings of the, in: 34 Bd. 7 (Teil) Zeitschrift 1977 Heft 3, quux 12 f."
    page.paste(f"References\n1. {SEED.splitlines()[12]}\n2. {odd}\n")
    page.page.wait_for_selector(".flag.doubt")
    assert page.page.locator(".segment.unsure").count() > 0

    shown = page.page.locator(".card:not([hidden])")
    page.page.select_option(SHOWN, "doubtfulFirst")
    assert [card.get_attribute("id") for card in shown.all()] == ["r1", "r0"]
    page.page.select_option(SHOWN, "doubtfulOnly")
    assert [card.get_attribute("id") for card in shown.all()] == ["r1"]


def test_a_search_shows_the_matching_references(page: Page) -> None:
    page.paste(SEED)

    page.page.fill("input[type=search]", "cytotherapy")
    assert page.page.locator(".card:not([hidden])").count() == 1
    page.page.fill("input[type=search]", "nothing is like this")
    assert page.page.locator(".nothing").is_visible()


# ── input ─────────────────────────────────────────────────────────────────────────────────────────


def test_dropped_files_are_shown_as_records(page: Page) -> None:
    page.drop(("refs.bib", BIB), ("more.ris", "TY  - BOOK\nTI  - Second\nER  - \n"))
    page.page.wait_for_selector("#r1")

    assert page.page.locator(".printed").count() == 0
    assert page.value(1, "Title") == "Being There"
    assert page.value(2, "Title") == "Second"
    assert page.open(1).locator(".kept").text_content().startswith("attachment a.pdf")
    assert page.download("bibtex") == (
        "references.bib",
        refconv.write(
            [*refconv.read(BIB), refconv.Reference(type="book", title="Second")], "bibtex"
        ).text,
    )


def test_a_text_without_references_stays_in_the_box(page: Page) -> None:
    text = "A note to myself, no list."
    page.read(text)
    page.page.wait_for_selector(".failures:has-text('No references read from the text.')")

    assert page.page.locator("#pasted").input_value() == text
    assert page.page.locator("#pasted").is_visible()
    shown = page.page.locator(".failures").text_content()
    assert refconv.parse(text).diagnostics[0].message in shown
    assert "Paste the whole reference list with its heading" in shown
    page.paste(SEED)
    assert not page.page.locator(".input-box").is_visible()
    assert page.page.locator("#pasted").input_value() == ""


def test_a_text_without_references_leaves_the_list(page: Page) -> None:
    page.paste(SEED)
    page.page.click("text=Add more")
    page.read("A note to myself, no list.")
    page.page.wait_for_selector(".failures:has-text('No references read from the text.')")

    assert page.page.locator("#pasted").input_value() == "A note to myself, no list."
    page.page.click("text=Back to the list")
    assert not page.page.locator(".input-box").is_visible()
    assert page.page.locator(".card").count() == 15


def test_files_without_references_are_named(page: Page) -> None:
    page.page.fill("#pasted", "not read yet")
    page.drop(("paper.pdf", "%PDF-1.7\n"), ("refs.bib", BIB), ("note.txt", "Only a note.\n"))
    page.page.wait_for_selector(".failures")

    assert page.page.locator(".failures strong").all_text_contents() == [
        "No references read from paper.pdf.",
        "No references read from note.txt.",
    ]
    (diagnostic,) = refconv.read(b"%PDF-1.7\n", name="paper.pdf").diagnostics
    assert page.page.locator(".failures li").first.text_content() == diagnostic.message
    assert page.page.locator("#pasted").input_value() == "not read yet"
    assert page.page.locator(".card").count() == 1


def test_a_dropped_text_without_references_is_put_into_the_box(page: Page) -> None:
    page.drop_text("Only a note.")
    page.page.wait_for_selector(".failures")

    assert page.page.locator("#pasted").input_value() == "Only a note."


def test_a_file_of_abbreviations_alone_has_no_references(page: Page) -> None:
    page.drop(("strings.bib", "@string{j = {J Tests}}\n"))
    page.page.wait_for_selector(".failures:has-text('only strings, preambles and comments')")

    page.drop(("refs.bib", BIB))
    page.page.wait_for_selector(".card")
    assert "@string{j = {J Tests}}" in page.download("bibtex")[1]


def test_reading_something_else_stops_the_former_reading(page: Page) -> None:
    page.page.eval_on_selector("#pasted", "(box, text) => { box.value = text; }", LONG)
    page.page.click("button:has-text('Read')")
    page.page.wait_for_selector(".progress .now:has-text('%')")
    page.drop(("refs.bib", BIB))
    page.page.wait_for_selector(".card")

    assert page.value(1, "Title") == "Being There"
    assert not page.page.locator(".progress").is_visible()
    assert page.page.locator(".card").count() == 1
    assert page.page.locator("#pasted").input_value() == LONG


def test_a_hostile_paste_is_shown_as_text(page: Page) -> None:
    hostile = (
        "<script>window.hacked = 1</script> Doe J. <img src=x onerror='window.hacked = 2'> "
        "<b onclick=hacked()>On</b> \u202etsil\u202c. Nature. 2020;1:2."
    )
    page.paste(f"References\n1. {hostile}\n2. Roe R. Of <i>trials</i>. Science. 1999;7:8.\n")

    shown = page.card(1).locator(".string")
    assert "<img src=x onerror='window.hacked = 2'>" in shown.text_content()
    assert page.page.locator(".cards script, .cards img, .cards [onclick]").count() == 0
    assert page.page.evaluate("window.hacked") is None
    assert not re.search("[\u202a-\u202e]", page.page.text_content(".cards"))
    page.drop(("hostile.bib", "@book{a, title={<img src=x onerror=alert(1)><script>x</script>}}"))
    page.page.wait_for_selector("#r2")
    assert page.value(3, "Title") == "<img src=x onerror=alert(1)><script>x</script>"


# ── correct ───────────────────────────────────────────────────────────────────────────────────────


def test_a_corrected_value_is_in_the_file(page: Page, tmp_path: Path) -> None:
    page.paste(SEED)
    page.open(8)
    page.card(8).locator("button[data-name='container-title']").click()
    page.page.keyboard.type("Journal for ImmunoTherapy of Cancer")
    page.page.keyboard.press("Enter")
    page.wait_for_message("Journal or book changed")

    name, text = page.download("ris:zotero")

    (tmp_path / name).write_text(text, "utf-8", newline="")
    read = refconv.load(tmp_path / name).references
    expected = [r.container_title for r in refconv.parse(SEED)]
    expected[7] = "Journal for ImmunoTherapy of Cancer"
    assert (name, [r.container_title for r in read]) == ("references.ris", expected)


def test_a_segment_is_selected_with_the_mouse(page: Page) -> None:
    page.paste(SEED)
    page.segment(1, "page").click()
    page.card(1).locator("button.chip:has-text('Issue')").click()
    page.wait_for_message("“5” is Issue")

    assert (page.value(1, "Issue"), page.value(1, "Pages")) == ("5", "")
    page.page.keyboard.press("Control+z")
    page.wait_for_message("Undone: “5” is Issue")
    assert (page.value(1, "Issue"), page.value(1, "Pages")) == ("", "5")
    page.page.keyboard.press("Control+Shift+z")
    page.wait_for_message("Redone")
    assert page.value(1, "Issue") == "5"


def test_fast_corrections_are_made_in_turn(page: Page) -> None:
    page.paste(SEED)
    page.segment(1, "page").click()
    page.page.keyboard.type("iuw")
    page.wait_for_message("“5” is URL")
    page.page.keyboard.press("Control+z")
    page.wait_for_message("Undone: “5” is URL")

    assert (page.value(1, "Publisher"), page.value(1, "Issue"), page.value(1, "URL")) == (
        "5",
        "",
        "",
    )


def test_a_part_of_a_segment_is_selected_by_dragging(page: Page) -> None:
    page.paste(SEED)
    page.segment(1, "title").click()
    first = page.card(1).get_by_role("option", name="Riding").bounding_box()
    last = page.card(1).get_by_role("option", name="storm").bounding_box()
    page.page.mouse.move(first["x"] + 1, first["y"] + first["height"] / 2)
    page.page.mouse.down()
    page.page.mouse.move(last["x"] + last["width"] - 1, last["y"] + last["height"] / 2, steps=5)
    page.page.mouse.up()
    page.page.keyboard.press("x")
    page.wait_for_message("“Riding the storm” is in no field")

    assert page.value(1, "Title").startswith("managing cytokine-related toxicities")


def test_a_correction_is_offered_to_others_and_never_silent(page: Page) -> None:
    page.paste(SEED)
    page.segment(5, "volume").click()
    page.page.keyboard.press("i")
    page.page.wait_for_selector(".offer")
    assert page.value(1, "Volume") == "46"
    page.open(5)

    page.page.click("text=Look at them")
    boxes = page.page.locator("dialog input[type=checkbox]")
    assert boxes.count() == 12
    boxes.nth(0).uncheck()
    page.page.click("button:has-text('Correct 11 references')")
    page.wait_for_message("the same in 11 more")
    assert (page.value(1, "Volume"), page.value(1, "Issue")) == ("46", "")
    assert (page.value(14, "Volume"), page.value(14, "Issue")) == ("", "42")

    page.page.click("button:text-is('Undo')")
    assert [(page.value(n, "Volume"), page.value(n, "Issue")) for n in (1, 5)] == [
        ("46", ""),
        ("", "24"),
    ]


def test_a_changed_value_is_offered_where_it_recurs(page: Page) -> None:
    two = "1. Doe J. On. J Tests. 2020;1:2.\n2. Roe R. Of. J Tests. 1999;7:8.\n"
    page.paste(f"References\n{two}")
    page.open(1)
    page.card(1).locator("button[data-name='container-title']").click()
    page.page.keyboard.type("Journal of Tests")
    page.page.keyboard.press("Enter")
    page.page.click("text=Look at it")
    page.page.click("button:has-text('Correct 1 reference')")
    page.wait_for_message("changed in 1 more")

    assert page.value(2, "Journal or book") == "Journal of Tests"


def test_a_reference_can_be_left_out(page: Page) -> None:
    page.paste(SEED)
    page.open(15)
    page.card(15).locator("text=Leave out").click()
    page.wait_for_message("Left out")

    assert len(refconv.read(page.download("csl-json")[1], "csl-json")) == 14


def test_edit_names_a_new_field_and_the_type(page: Page) -> None:
    page.drop(("refs.bib", BIB))
    page.page.wait_for_selector("#r0")
    page.open(1)
    page.card(1).locator("button[data-name='author']").click()
    page.page.click("text=As text")
    page.page.keyboard.press("Control+a")
    page.page.keyboard.type("Doe, Jane\nWorld Health Organization\net al.")
    page.page.keyboard.press("Control+Enter")
    page.wait_for_message("Author changed")
    page.card(1).locator("select[aria-label='Add a field to the record']").select_option("edition")
    page.page.keyboard.type("2")
    page.page.keyboard.press("Enter")
    page.wait_for_message("Edition changed")
    page.card(1).locator("button[data-name='type']").click()
    page.card(1).locator("select.editor").select_option("report")
    page.page.keyboard.press("Enter")
    page.wait_for_message("Type changed")

    (reference,) = refconv.read(page.download("csl-json")[1], "csl-json")
    assert [str(name) for name in reference.author] == ["Doe, Jane", "World Health Organization"]
    assert (reference.edition, str(reference.type)) == ("2", "report")
    assert reference.et_al == {"author"}


LOSSY = """References
1. Doe J, et al. On tests of programs. Nature. 2020;1:2-9.
2. Roe R. Trials of new tests in cells. Cell. 1999;7:8-12.
"""


def tab_stops(page: Page) -> list[str]:
    """Return the ids of the cards that the Tab key reaches."""
    shown = ".card:not([hidden])"
    stops = page.page.locator(f"{shown} article[tabindex='0'], {shown} [role=listbox]")
    ids: list[str] = stops.evaluate_all("stops => stops.map(stop => stop.closest('.card').id)")
    return ids


def test_the_list_is_reached_by_tab_when_losses_are_shown(page: Page) -> None:
    page.paste(LOSSY)
    page.page.wait_for_selector("#r0 .losscount")

    assert tab_stops(page) == ["r0"]
    page.page.focus("input[type=search]")
    for _ in range(10):
        page.page.keyboard.press("Tab")
        if page.page.evaluate("document.activeElement.localName") == "article":
            break
    page.page.keyboard.press("ArrowDown")
    page.page.keyboard.press("Enter")
    assert page.card(2).get_attribute("class") == "card active"
    assert tab_stops(page) == ["r1"]


def test_one_card_is_reached_by_tab_whatever_is_shown(page: Page) -> None:
    odd = "Roe, Proceedings of the, in: 34 Bd. 7 (Teil) Zeitschrift 1977 Heft 3, quux 12 f."
    page.paste(f"{LOSSY}3. {odd}\n")
    page.page.select_option(SHOWN, "doubtfulOnly")
    assert tab_stops(page) == ["r2"]
    page.page.select_option(SHOWN, "")
    assert tab_stops(page) == ["r2"]
    page.segment(2, "title").click()
    assert tab_stops(page) == ["r1"]
    page.page.fill("input[type=search]", "Nature")
    assert tab_stops(page) == ["r0"]
    page.page.fill("input[type=search]", "")
    assert tab_stops(page) == ["r1"]
    # A card that its correction or its undoing hides.
    page.page.select_option(SHOWN, "doubtfulOnly")
    page.open(3)
    page.card(3).locator("text=Leave out").click()
    page.wait_for_message("Left out")
    page.page.fill("input[type=search]", "no such words")
    assert tab_stops(page) == []
    assert page.page.locator(".nothing").is_visible()
    page.page.click("text=Start over")
    page.page.click("dialog button:has-text('Start over')")
    assert not page.page.locator(".nothing").is_visible()


def test_the_focus_stays_where_it_is_when_a_card_is_rendered_again(page: Page) -> None:
    page.paste(LOSSY)
    page.page.wait_for_selector("#r0 .losscount")
    page.segment(1, "title").click()
    for place in ("[data-name='issued']", ".palette button", ".tools button"):
        page.page.focus(f"#r0 {place}")
        before = page.page.evaluate("document.activeElement.textContent")
        page.target("csl-json")
        page.page.wait_for_selector("#r0 .loss", state="detached")
        page.target("ris:zotero")
        page.page.wait_for_selector("#r0 .loss")
        assert page.page.evaluate("document.activeElement.textContent") == before


def test_diagnostics_that_were_opened_stay_open(page: Page) -> None:
    page.drop(("refs.bib", f"{BIB}@book{{b, title = {{B}}\n"))
    page.page.wait_for_selector(".diagnostics summary")
    page.page.click(".diagnostics summary")
    page.open(1)
    page.card(1).locator("text=Leave out").click()
    page.wait_for_message("Left out")

    assert page.page.locator(".diagnostics details").get_attribute("open") is not None


def test_everything_is_done_with_the_keyboard_alone(page: Page) -> None:
    keys = page.page.keyboard
    keys.insert_text(SEED)  # into the box, which has the focus
    keys.press("Control+Enter")
    page.page.wait_for_selector(".card")
    keys.press("ArrowDown")  # the first reference has the focus
    keys.press("ArrowDown")
    keys.press("Enter")
    assert page.card(3).get_attribute("class") == "card active"
    keys.press("End")  # the last full stop
    keys.press("ArrowLeft")
    keys.press("i")
    page.wait_for_message("“103096” is Issue")
    assert page.value(3, "Issue") == "103096"
    assert page.page.evaluate("document.activeElement.getAttribute('role')") == "listbox"
    keys.press("Home")
    keys.press("Shift+ArrowRight")
    assert page.card(3).locator("[aria-selected=true]").all_text_contents() == ["Bouziana", "S"]
    keys.press("Enter")
    page.page.wait_for_selector("input.family:focus")
    keys.press("Escape")
    assert page.page.locator(".editing").count() == 0
    keys.press("?")
    page.page.wait_for_selector("dialog:has-text('next reference to check')")
    keys.press("Escape")
    with page.page.expect_download() as waited:
        keys.press("Control+s")
    assert waited.value.suggested_filename == "references.ris"


def test_cuts_doubts_names_and_duplicates_with_the_keyboard_alone(page: Page) -> None:
    keys = page.page.keyboard
    title = "On tests of a thing in northern beds"
    keys.insert_text(
        f"References\nDoe J, Roe R. {title}. J Tests. 2020;1:2-5.\n"
        "Poe P. A third thing in tests. Nature. 2001;4:9-12.\n"
        f"Doe J, Roe R. {title}. J Tests 2020, 1(3), 2-5.\n"
    )
    keys.press("Control+Enter")
    page.page.wait_for_selector("#r2")

    # join, split again
    keys.press("m")
    page.page.wait_for_selector("#r1", state="detached")
    keys.press("Enter")
    for _ in range(60):
        keys.press("ArrowRight")
        if "caret" in (page.page.get_by_role("option", name="Poe").get_attribute("class") or ""):
            break
    keys.press("s")
    page.wait_for_message("Split before “Poe”")
    keys.press("Escape")
    # leave out, include again, look at a doubt
    keys.press("x")
    page.wait_for_message("Left out")
    keys.press("x")
    page.wait_for_message("Included again")
    keys.press("n")
    page.wait_for_message("There is nothing to check.")
    # a name: from the words to its parts
    keys.press("Enter")
    keys.press("ArrowRight")
    keys.press("Enter")
    page.page.wait_for_selector("input.family:focus")
    keys.type("Dough")
    keys.press("Enter")
    page.wait_for_message("Author changed")
    # duplicates: their button is reached by Tab
    page.page.wait_for_selector("button.twins:visible")
    assert tabbed_to(page, "button.twins")
    keys.press("Enter")
    page.page.wait_for_selector("dialog .group")
    keys.press("Enter")  # Merge has the focus
    page.wait_for_message("Merged")
    keys.press("Escape")
    # the whole text
    assert tabbed_to(page, "button", "Whole text")
    keys.press("Enter")
    assert tabbed_to(page, ".stretch.free")
    keys.press("Enter")
    page.wait_for_message("“References” added")
    keys.press("Escape")
    keys.press("Control+z")
    page.wait_for_message("Undone: “References” added")
    assert page.page.locator(".card").count() == 2


def tabbed_to(page: Page, selector: str, text: str = "") -> bool:
    """Press Tab until an element has the focus that a selector and a text match."""
    matches = """([selector, text]) => document.activeElement.matches(selector)
        && document.activeElement.textContent.includes(text)"""
    for _ in range(60):
        if page.page.evaluate(matches, [selector, text]):
            return True
        page.page.keyboard.press("Tab")
    return False


# ── output ────────────────────────────────────────────────────────────────────────────────────────


def test_references_are_copied_to_the_clipboard(page: Page) -> None:
    page.paste(SEED)
    page.page.select_option("#target", "biblatex")
    page.page.click("button:text-is('Copy')")
    page.wait_for_message("Copied: 14 references and the page itself, biblatex")

    text = page.page.evaluate("navigator.clipboard.readText()")
    assert text == refconv.write(refconv.parse(SEED), "biblatex").text


def test_corrections_are_saved_as_labelled_references(page: Page) -> None:
    page.paste(SEED)
    page.segment(1, "page").click()
    page.page.keyboard.press("i")
    page.wait_for_message("“5” is Issue")

    with page.page.expect_download() as waited:
        page.page.click("text=Save corrections for training")

    text = waited.value.path().read_text("utf-8")
    assert text.count("\n") == 1
    assert '["volume", "46"], ["issue", "5"]]' in text


class _Zotero(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        right = self.headers["X-Zotero-Connector-API-Version"] == "3"
        self.send_response(201 if right else 400)
        self.end_headers()
        self.wfile.write(b"[" + b",".join([b"{}"] * body.count(b"TY  - ")) + b"]")

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""


def test_references_are_sent_to_zotero(page: Page) -> None:
    page.paste(SEED)
    page.page.click("text=Send to Zotero")
    page.wait_for_message("Zotero is not running. Start it and send again.")

    with HTTPServer(("127.0.0.1", 23119), _Zotero) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page.page.click("text=Send to Zotero")
        page.page.wait_for_selector("dialog:has-text('14 references and the page itself')")
        page.page.click("dialog button.main")
        page.wait_for_message("Zotero has imported 15 references.")
        server.shutdown()


# ── a long list, a report, access ─────────────────────────────────────────────────────────────────


def test_two_thousand_references_are_shown(page: Page) -> None:
    line = SEED.splitlines()[12]
    page.paste("References\n" + "\n".join(f"[{n}] {line}" for n in range(1, 2001)))

    page.page.wait_for_selector("#r1999", state="attached")
    page.page.locator("#r1999").scroll_into_view_if_needed()
    # A row is coloured when it comes near the window.
    page.segment(2000, "author").wait_for(state="visible")
    page.page.wait_for_selector(".lost:not(:empty)")


CHANGE_A_LATE_ENTRY = """async () => {
    const { List } = await import("./static/list.js");
    const { Store } = await import("./static/store.js");
    const store = new Store();
    const list = new List(store, {});
    const titled = title => (
        {text: "", segments: [], record: {type: "book", rows: [["title", title]], kept: []}}
    );
    store.add({entries: Array(100).fill(titled("before")), blocks: [], diagnostics: []});
    store.change("changed", new Map([[99, titled("after")]]));
    await new Promise(resolve => setTimeout(resolve, 200));
    return list.cards[99].element.textContent;
}"""


def test_an_entry_may_change_before_its_card_is_created(page: Page) -> None:
    assert "after" in page.page.evaluate(CHANGE_A_LATE_ENTRY)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    command = [sys.executable, "-m", "refconv", str(PAGE), "--html", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path


def test_the_report_is_one_file(browser: Any, report: Path) -> None:
    page = Page(browser, report.as_uri())

    assert page.page.locator(".card").count() == 15
    assert page.open(4).locator(".loss").text_content().endswith("“et al.” is lost")
    page.segment(8, "container-title").click()
    assert page.page.locator(".card.active .palette, .card.active button, #pasted").count() == 0
    expected = refconv.write(refconv.parse(SEED), "bibtex", for_="zotero").text
    assert page.download("bibtex:zotero")[1] == expected
    assert [url for url in page.requests if not url.startswith(("file:", "blob:", "data:"))] == []
    assert page.errors == []
    page.context.close()


WAYS_TO_SEE: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "high contrast": {"contrast": "more"},
    "200 % zoom": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    "a phone": {"viewport": {"width": 360, "height": 740}},
}


@pytest.mark.parametrize("way", [*WAYS_TO_SEE])
def test_axe_finds_no_violation(browser: Any, address: str, report: Path, way: str) -> None:
    if not AXE.exists():
        pytest.skip("needs axe-core: tests/programs/install gets it")
    page = Page(browser, address, **WAYS_TO_SEE[way])
    shown = page.page
    found = [violations(page)]
    page.read("A note to myself, no list.")
    shown.wait_for_selector(".failures")
    found.append(violations(page))
    page.paste(f"References\n1. Roe, Proceedings of, in: 34 Bd. 7, quux 12 f.\n{SEED}")
    shown.wait_for_selector(".losscount")
    found.append(violations(page))
    page.segment(5, "volume").click()
    shown.keyboard.press("i")
    shown.wait_for_selector(".offer")
    found.append(violations(page))
    shown.click("text=Look at them")
    found.append(violations(page))
    shown.keyboard.press("Escape")
    for field in ("author", "issued", "title", "type"):
        page.open(6).locator(f"button[data-name='{field}']").click()
        found.append(violations(page))
        shown.keyboard.press("Escape")
    page.open(1)
    found.append(violations(page))
    shown.keyboard.press("Escape")
    shown.keyboard.press("x")
    shown.wait_for_selector(".card.out")
    found.append(violations(page))
    shown.keyboard.press("?")
    found.append(violations(page))
    shown.keyboard.press("Escape")
    shown.click("text=Whole text")
    found.append(violations(page))
    shown.keyboard.press("Escape")
    shown.goto(report.as_uri())
    found.append(violations(page))
    page.context.close()
    assert [one for several in found for one in several] == []


def violations(page: Page) -> list[tuple[str, str, str]]:
    """Return the violations that axe-core finds: the rule, and the first element."""
    # evaluate is not subject to the content security policy of the page.
    page.page.evaluate(f"(() => {{ {AXE.read_text('utf-8')} }})()")
    # With forced colours the system chooses them; axe reads those of the page.
    forced = page.page.evaluate("matchMedia('(forced-colors: active)').matches")
    rules = {"rules": {"color-contrast": {"enabled": not forced}}}
    found = page.page.evaluate("rules => axe.run(rules)", rules)["violations"]
    return [
        (
            violation["id"],
            violation["nodes"][0]["html"][:120],
            violation["nodes"][0]["failureSummary"][:300],
        )
        for violation in found
        if violation["impact"] in ("serious", "critical", "moderate")
    ]


# ── interruptions ─────────────────────────────────────────────────────────────────────────────────

LONG = "References\n" + "\n".join(f"[{n}] Doe J. On {n}. J Tests. 2020;1:2." for n in range(9_000))


def test_reading_shows_its_progress_and_can_be_stopped(page: Page) -> None:
    # fill would take longer than reading.
    page.page.eval_on_selector("#pasted", "(box, text) => { box.value = text; }", LONG)
    page.page.click("button:has-text('Read')")
    page.page.wait_for_selector(".progress .now:has-text('%')")
    page.page.click("text=Stop")
    page.wait_for_message("Stopped.")

    assert page.page.locator(".card").count() == 0
    assert page.page.locator("#pasted").input_value() == LONG


def test_a_stopped_server_is_reported(browser: Any, address: str) -> None:
    page = Page(browser, address)
    page.context.route("**/api/**", lambda route: route.abort())
    page.read(SEED)
    message = "refconv has stopped. Start it again with refconv serve."
    page.page.wait_for_selector(f".failures:has-text('{message}')")
    assert page.page.locator("#pasted").input_value() == SEED
    page.context.close()


def test_errors_of_the_server_are_shown(browser: Any, address: str) -> None:
    page = Page(browser, address)
    page.context.route(
        "**/api/read?*", lambda route: route.fulfill(status=413, body="the input is too large")
    )
    page.read(SEED)
    page.page.wait_for_selector(".failures:has-text('the input is too large')")
    page.context.unroute("**/api/read?*")
    page.paste(SEED)
    page.context.route(
        "**/api/zotero", lambda route: route.fulfill(status=400, body='{"error": "no message"}')
    )
    page.page.click("text=Send to Zotero")
    page.wait_for_message("no message")
    page.context.close()


def test_the_page_is_printed_in_black_on_white_with_field_names(browser: Any, address: str) -> None:
    page = Page(browser, address, color_scheme="dark")
    page.paste(SEED)
    page.page.emulate_media(media="print")
    style = (
        "([selector, part, name]) => getComputedStyle(document.querySelector(selector), part)[name]"
    )

    assert page.page.evaluate(style, ["body", None, "backgroundColor"]) == "rgb(255, 255, 255)"
    assert page.page.evaluate(style, [".string .segment", "::before", "content"]) == '"Author "'
    assert page.page.evaluate(style, [".tools", None, "display"]) == "none"
    page.context.close()


def test_corrections_are_not_discarded_without_a_question(page: Page) -> None:
    page.paste(SEED)
    page.segment(1, "page").click()
    page.page.keyboard.press("i")
    page.wait_for_message("“5” is Issue")

    page.page.click("text=Start over")
    page.page.click("text=Keep the list")
    assert page.value(1, "Issue") == "5"
    page.page.click("text=Start over")
    page.page.click("dialog button:has-text('Start over')")
    assert page.page.locator(".card").count() == 0
    assert page.page.locator("#pasted").is_visible()
