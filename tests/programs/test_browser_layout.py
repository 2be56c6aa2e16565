"""How much the page shows, in windows of several sizes, and how many elements it needs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.programs.conftest import ROOT, Page

SEED = next((ROOT / "seeds").glob("000_*")).read_text("utf-8")
MOST_NODES = 20_000


def rows_in_window(page: Page) -> int:
    """Return how many rows the window shows whole."""
    count: int = page.page.evaluate(
        """() => [...document.querySelectorAll(".card")].filter(card => {
            const { top, bottom } = card.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
        }).length"""
    )
    return count


def nodes(page: Page) -> int:
    """Return how many nodes the document has, texts among them."""
    count: int = page.page.evaluate(
        """() => {
            const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
            let count = 0;
            while (walker.nextNode()) count += 1;
            return count;
        }"""
    )
    return count


def test_ten_references_are_seen_at_a_glance(page: Page) -> None:
    page.paste(SEED)
    page.page.wait_for_selector("#r0 .segment")

    assert rows_in_window(page) >= 10


@pytest.mark.parametrize("size", [(390, 844), (360, 740)])
def test_a_phone_has_no_wide_page_and_a_low_header(
    browser: Any, address: str, size: tuple[int, int]
) -> None:
    page = Page(browser, address, viewport={"width": size[0], "height": size[1]}, has_touch=True)
    page.paste(SEED)
    page.page.wait_for_selector("#r0 .segment")

    box = page.page.locator("header").bounding_box()
    string = page.page.locator("#r0 .string").bounding_box()
    assert box["height"] < size[1] / 6
    assert string["width"] > size[0] * 0.85
    assert rows_in_window(page) >= 5
    assert page.page.locator("kbd:visible").count() == 0
    page.open(2)
    assert page.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.context.close()


def test_two_thousand_references_need_few_nodes(page: Page) -> None:
    line = SEED.splitlines()[12]
    text = "References\n" + "\n".join(f"[{n}] {line}" for n in range(1, 2001))
    page.page.eval_on_selector("#pasted", "(box, text) => { box.value = text; }", text)
    page.page.click("button:has-text('Read')")
    page.page.wait_for_selector("#r1999", state="attached", timeout=60_000)
    page.page.wait_for_selector("#r0 .segment")
    assert nodes(page) < MOST_NODES

    for number in range(100, 2000, 400):
        page.page.evaluate(f"document.getElementById('r{number}').scrollIntoView()")
        page.page.wait_for_selector(f"#r{number} .segment")
    assert nodes(page) < MOST_NODES
    # the text of every row is there for the browser's search and for screen readers
    texts = page.page.locator(".card").evaluate_all("all => all.map(one => one.textContent)")
    assert all(line[:20] in text for text in texts)


SHOWING = """text => new Promise(async resolve => {
    const { List } = await import("./static/list.js");
    const { Store } = await import("./static/store.js");
    const store = new Store();
    const list = new List(store, {});
    document.body.append(list.element);
    const segments = [["author", 0, 12, 1], ["title", 14, 60, 1], ["issued", 62, 66, 1]];
    const record = { type: "book", rows: [["title", "On tests"]], kept: [], item: {} };
    const entry = { text, segments, notices: [], places: [], place: [], number: "", record };
    const start = performance.now();
    store.add({ entries: Array(2000).fill(entry), blocks: [], diagnostics: [], setAside: [] });
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
})"""


def test_two_thousand_references_are_shown_at_once(page: Page) -> None:
    milliseconds = page.page.evaluate(SHOWING, "A reference of so many words. " * 7)

    assert milliseconds < 2000
