"""The pictures of README and docs; ``pytest tests/programs --update-golden`` takes them again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.programs.conftest import ROOT, Page

SEED = next((ROOT / "seeds").glob("000_*")).read_text("utf-8")
ODD = """References
1. Roe, K. Notes on Basel. Unpublished lecture, Univ. of Nowhere, spring 1984, 12 pp.
2. Morgenstern K. Über den Bildungsroman. In: Poe P, editor. Essays. Berlin: Verlag; 1820. p. 12–34.
3. Doe J, Roe R, et al. In vivo tests of tests. J Test Res. 2020;12(3):e45678. doi:10.1000/182
4. Doe J, Roe R, Moe M. In vivo tests of tests. Journal of Test Research 2020, 12(3), e45678.
5. Zoe Z. Fifth thing of beds in the north. Nature. 2004;5:1-3.
"""


def correcting(page: Page) -> None:
    page.paste(SEED)
    page.segment(5, "volume").click()
    page.page.keyboard.press("i")
    page.page.wait_for_selector(".offer")


def doubting(page: Page) -> None:
    page.paste(ODD)
    page.page.wait_for_selector(".flag.doubt")
    page.page.keyboard.press("n")


@pytest.mark.parametrize(
    ("name", "scheme", "shown"),
    [("page.png", "light", correcting), ("page-dark.png", "dark", doubting)],
)
def test_the_page_looks_like_its_picture(
    browser: Any,
    address: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    name: str,
    scheme: str,
    shown: Any,
) -> None:
    page = Page(browser, address, color_scheme=scheme)
    page.page.set_viewport_size({"width": 1180, "height": 720})
    shown(page)
    page.page.wait_for_selector(".lost:not(:empty)")
    # until the messages have faded
    page.page.wait_for_selector(".message:not(:empty)", state="detached")

    folder = ROOT / "docs" if request.config.getoption("--update-golden") else tmp_path
    page.page.screenshot(path=folder / name)

    kept = (ROOT / "docs" / name).read_bytes()
    assert (folder / name).read_bytes()[:24] == kept[:24]  # a PNG of the same size
    page.context.close()
