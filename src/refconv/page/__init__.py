"""Find the reference strings of a pasted page or paper, each complete and in one line.

::

    text ─lines─▶ Line ─units─▶ units ─signals─▶ names ─chain─▶ labels ─lists─▶ entries ─▶ Found

In goes a text, out comes a :class:`~refconv.page.document.Page`: the references found and the page
record. Read the modules in this order:

1. :mod:`~refconv.page.document`: all steps, one after the other;
2. :mod:`~refconv.page.columns` separates two columns,
   :mod:`~refconv.page.lines` splits a text into lines,
   :mod:`~refconv.page.line_numbers` and :mod:`~refconv.page.furniture` remove line numbers and
   page furniture, :mod:`~refconv.page.headings` finds headings
   (:mod:`~refconv.page.heading_words`), :mod:`~refconv.page.units` cuts run-on lines;
3. :mod:`~refconv.page.line_signals` measures each line once, :mod:`~refconv.page.chain` scores the
   labels of all lines (a conditional random field, learned by ``tools/finder``),
   :mod:`~refconv.page.labelling` decodes them, :mod:`~refconv.page.lists` reads the labels as
   lists;
4. :mod:`~refconv.page.frontmatter` finds the page record
   (:mod:`~refconv.page.contributors`, :mod:`~refconv.page.history`);
5. :mod:`~refconv.page.joining` joins the lines of an entry
   (:mod:`~refconv.page.offset_text` keeps the offset of each character),
   :mod:`~refconv.page.link_text` removes link text,
   :mod:`~refconv.page.works` splits multi-work entries
   (:mod:`~refconv.page.stops`, :mod:`~refconv.page.openings`);
6. :mod:`~refconv.page.filtering` keeps the references
   (:mod:`~refconv.page.likeness`, :mod:`~refconv.page.traits`),
   :mod:`~refconv.page.notes` finds those in notes (:mod:`~refconv.page.entries`), where
   :mod:`~refconv.page.clauses` labels clauses as the other chain labels lines;
7. :mod:`~refconv.page.aside` records what stands inside a list and is in no reference,
   :mod:`~refconv.page.left_out` reports what looks like one and is in no list.

Tables that several steps use are in :mod:`~refconv.page.patterns`,
:mod:`~refconv.page.beginnings` and :mod:`~refconv.page.markers`.
"""

from __future__ import annotations

from refconv.core.arguments import check_type
from refconv.core.report import Found

__all__ = ["find"]


def find(text: str) -> tuple[Found, ...]:
    r"""Find the reference strings of a page, a paper or a list.

    Args:
        text: Any text.

    Returns:
        The strings in their order, with their places. The page's own citation ("Cite this
        article") is not among them.

    Raises:
        TypeError: if ``text`` is not a str.

    >>> [found.text for found in find("References\n1. Ng A. A title. Nature 2001;3:4-5.\n")]
    ['Ng A. A title. Nature 2001;3:4-5.']
    """
    from refconv.page.document import read_page  # noqa: PLC0415 - many patterns

    check_type(text, str, "text", "a str")
    return read_page(text).found
