"""Fill in authors that a list prints as a dash or as "Idem"."""

from __future__ import annotations

from refconv.assemble.draft import Draft
from refconv.assemble.repair_rules import DITTO
from refconv.core.lazy_pattern import lazy_pattern

_AND = lazy_pattern(r"(?:and|und|et|&)(?!\w)")


def fill_repeated_authors(draft: Draft) -> None:
    """Replace a dash, or "Idem", by the authors of the reference before.

    Further authors may follow it. Without a reference before it stays as it is printed.

    Example: after a reference by Smith, ``{author|—} and {author|Jones, B.}`` is Smith and Jones.
    """
    authors = draft.fields.get("author")
    match = DITTO.match(authors[0] if authors else draft.gaps[0].lstrip())
    if match is None or not draft.previous:
        return
    others = authors[0][match.end() :].strip() if authors else ""
    joint = (" " if _AND.match(others) else ", ") if others else ""
    draft.fields["author"] = [draft.previous + joint + others, *(authors[1:] if authors else ())]
