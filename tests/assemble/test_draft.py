"""What a draft starts as."""

from __future__ import annotations

from refconv.assemble.draft import Draft
from refconv.core.report import Segment


def test_a_draft_has_the_segments_and_no_fields() -> None:
    segments = (Segment("title", "T", 0, 1, 1.0),)
    draft = Draft("T", segments, "Ng A")

    assert (draft.text, draft.values, draft.previous) == ("T", [*segments], "Ng A")
    assert (draft.type, draft.fields, draft.gaps, draft.unlabelled) == ("document", {}, [], [])


def test_steps_do_not_change_the_segments_that_were_given() -> None:
    segments = [Segment("title", "T", 0, 1, 1.0)]
    Draft("T", segments).values.clear()

    assert len(segments) == 1
