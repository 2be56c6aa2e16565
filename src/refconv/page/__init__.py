"""A pasted page or paper into its reference strings, each whole and in one line.

::

    text ─lines─▶ Line ─regions─▶ stretch ─segment─▶ Item ─works─▶ Traced ─likeness─▶ Found

To be read in this order:

1. :mod:`~refconv.page.document` goes through the whole work, step by step;
2. :mod:`~refconv.page.columns` puts two columns after each other,
   :mod:`~refconv.page.lines` cuts a text into lines,
   :mod:`~refconv.page.line_numbers` and :mod:`~refconv.page.furniture` set aside
   what belongs to the page only,
   :mod:`~refconv.page.headings` reads what headings announce
   (:mod:`~refconv.page.heading_words`);
3. :mod:`~refconv.page.regions` says where lists stand;
4. :mod:`~refconv.page.frontmatter` reads the page's own record
   (:mod:`~refconv.page.contributors`, :mod:`~refconv.page.history`);
5. :mod:`~refconv.page.segment` cuts a list into its entries
   (:mod:`~refconv.page.entries`): at printed labels
   (:mod:`~refconv.page.markers`), else by style and layout
   (:mod:`~refconv.page.style`, :mod:`~refconv.page.layout`, the weights in
   :mod:`~refconv.page.style_weights`);
6. :mod:`~refconv.page.joining` puts an entry into one line
   (:mod:`~refconv.page.offset_text`: each character keeps its place),
   :mod:`~refconv.page.link_text` takes off what links left behind,
   :mod:`~refconv.page.works` parts the works of one entry
   (:mod:`~refconv.page.stops`, :mod:`~refconv.page.openings`);
7. :mod:`~refconv.page.filtering` keeps those that read as references
   (:mod:`~refconv.page.likeness`, :mod:`~refconv.page.traits`),
   :mod:`~refconv.page.left_out` tells of what looks like one and was not kept.

The tables that the steps share stand in :mod:`~refconv.page.patterns` and
:mod:`~refconv.page.beginnings`.
"""

from __future__ import annotations

from refconv.core.report import Found

__all__ = ["find"]


def find(text: str) -> tuple[Found, ...]:
    """Find the reference strings in a page, a paper or a list, in order.

    The page's own citation ("Cite this article") is not among them.
    """
    from refconv.page.document import read_page  # noqa: PLC0415 - many patterns

    return read_page(text).found
