"""Measure how fast the page reacts to a long list: python -m benchmarks.page [COUNT].

It needs Chromium and playwright (``tests/programs/install`` and the dependency group ``clients``).
Pastes made-up references and prints, in milliseconds: how long the server reads; the time from the
end of its answer until the first references are painted, and until all cards are in the page; the
longest time in which the page does not respond, while the cards are created and while it is
scrolled from top to bottom.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import Any

from benchmarks.speed import as_string, made_up

WATCH = """() => {
    window.times = {blocked: 0};
    new PerformanceObserver(list => {
        const pauses = list.getEntries().map(task => task.duration);
        times.blocked = Math.max(times.blocked, ...pauses);
    }).observe({entryTypes: ["longtask"]});
    new MutationObserver(() => {
        if (times.first || !document.querySelector(".card")) return;
        times.first = -1;
        requestAnimationFrame(() => setTimeout(() => times.first = performance.now()));
    }).observe(document.body, {childList: true, subtree: true});
}"""
SCROLL = """async () => {
    times.blocked = 0;
    const step = innerHeight * 0.9;
    for (let frames = 0; frames < 4000; frames += 1) {
        const before = scrollY;
        scrollBy(0, step);
        await new Promise(requestAnimationFrame);
        if (scrollY === before) return frames;
    }
}"""


def measure(page: Any, count: int) -> dict[str, float]:
    """Return the times of one run, in milliseconds."""
    page.fill("#pasted", "References\n" + "\n".join(
        f"[{number}] {as_string(reference)}" for number, reference in enumerate(made_up(count), 1)
    ))  # fmt: skip
    page.evaluate(WATCH)
    page.click("button:has-text('Read')")
    page.wait_for_selector(f"#r{count - 1}", state="attached", timeout=300_000)
    complete = page.evaluate("performance.now()")
    page.wait_for_selector(".lost:not(:empty)", state="attached", timeout=300_000)
    reading = page.evaluate(
        "(({requestStart, responseEnd}) => [requestStart, responseEnd])"
        "(performance.getEntriesByType('resource').find(e => e.name.includes('api/read')))"
    )
    first = page.evaluate("times.first")
    blocked_first = page.evaluate("times.blocked")
    page.evaluate(SCROLL)
    return {
        "read on the server": reading[1] - reading[0],
        "first references painted": first - reading[1],
        "all cards in the page": complete - reading[1],
        "longest pause while they are created": blocked_first,
        "longest pause while scrolling": page.evaluate("times.blocked"),
    }


def main() -> None:
    """Measure three times and print the medians."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (in the dependency group clients)

    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    command = [sys.executable, "-u", "-m", "refconv", "serve", "--no-browser"]
    with (
        subprocess.Popen(
            command, stdout=subprocess.PIPE, encoding="utf-8", env={**os.environ}
        ) as served,
        sync_playwright() as playwright,
    ):
        assert served.stdout is not None  # noqa: S101 (it is a pipe)
        address = served.stdout.readline().strip()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        runs = []
        for _ in range(3):
            page = browser.new_page()
            page.goto(address)
            runs.append(measure(page, count))
            page.close()
        browser.close()
        served.terminate()
    print(f"{count} references, medians of three runs, milliseconds")
    for name in runs[0]:
        print(f"  {sorted(run[name] for run in runs)[1]:8.0f}  {name}")


if __name__ == "__main__":
    main()
