"""Relabel values by the words beside them, and complete them with words that belong to them.

The tagger decides for each token; the rules of :mod:`refconv.assemble.repair_rules` correct it
where a printed word decides otherwise: "pp." before a volume, "(Hrsg.)" after an author.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from refconv.assemble.draft import Draft, Fields
from refconv.assemble.gaps import is_informative
from refconv.assemble.repair_rules import (
    ABBREVIATED_NAME,
    BEFORE_EDITOR,
    CHAPTER,
    CONTAINED,
    CONTEXT_RULES,
    DITTO,
    IN_SERIES,
    PREFIX_RULES,
    SERIES_OPENS,
    SUPPLEMENT_ALONE,
    VALUE_RULES,
    ContextRule,
)
from refconv.core.report import Segment
from refconv.values.et_al import says_et_al

_PEOPLE = frozenset({"author", "editor"})


def relabel_values(draft: Draft) -> None:
    """Gather the values by label, each relabelled and completed by its neighbours.

    The first rule of :data:`~refconv.assemble.repair_rules.CONTEXT_RULES` whose words stand beside
    a value decides; then the value's place among the others does.

    Example: ``{author|Schmidt, K.} (Hrsg.): {title|Jugend}`` has an editor and no author.
    """
    values, gaps, fields = draft.values, draft.gaps, draft.fields
    present = {value.label for value in values}
    informs = [is_informative(gap) for gap in gaps]
    for i, segment in enumerate(values):
        label, value = segment.label, segment.text
        before, after = gaps[i], gaps[i + 1]
        if informs[i] or informs[i + 1]:
            label = _label_by_words(label, before, after, fields, present)
            value = _completed(draft.text, segment, before, after)
            _note_words(draft, label, before, after, present)
        label = _label_by_value(label, value, present)
        if label == "container-title" and CHAPTER.fullmatch(value):
            continue
        label = _label_by_place(label, value, i, draft, present)
        fields.setdefault(label, []).append(value)


# ── by the words beside a value ───────────────────────────────────────────────────────────────────


def _label_by_words(label: str, before: str, after: str, fields: Fields, present: set[str]) -> str:
    for rule in _matching_rules(label, before, after):
        others = fields if rule.needs == label else present
        if (not rule.needs or rule.needs in others) and not (rule.lacks and rule.lacks in present):
            return rule.becomes
    return label


@lru_cache(16384)
def _matching_rules(label: str, before: str, after: str) -> tuple[ContextRule, ...]:
    """Return the rules for a label whose words stand before and after a value."""
    return tuple(
        rule
        for rule in CONTEXT_RULES
        if rule.label == label
        and (rule.before is None or rule.before.search(before))
        and (rule.after is None or rule.after.match(after))
    )


def _completed(text: str, value: Segment, before: str, after: str) -> str:
    """Return a value with the words beside it that belong to it, such as "et al." or "Suppl"."""
    if value.label in _PEOPLE and len(after) > 3 and says_et_al(after):
        return f"{value.text} et al."
    for labels, pattern in PREFIX_RULES:
        if value.label in labels and (match := pattern.search(before)):
            return text[value.start - len(before) + match.start() : value.end]
    return value.text


def _note_words(draft: Draft, label: str, before: str, after: str, present: set[str]) -> None:
    """Note what the words beside a value say of the whole reference."""
    if label in ("container-title", "editor") and CONTAINED.search(before):
        draft.is_contained = True
    if label == "volume" and "issue" not in present and (match := SUPPLEMENT_ALONE.match(after)):
        draft.fields["issue"] = [match[1]]


def _label_by_value(label: str, value: str, present: set[str]) -> str:
    """Return the label that a value's own words decide: a kind of thesis is no publisher."""
    for name, pattern, becomes in VALUE_RULES:
        if name == label and becomes not in present and pattern.fullmatch(value):
            return becomes
    return label


# ── by its place ──────────────────────────────────────────────────────────────────────────────────


def _label_by_place(label: str, value: str, i: int, draft: Draft, present: set[str]) -> str:
    """Return the label that a value has at its place: first, behind a volume, before one."""
    values = draft.values
    if i == 0 and label not in _PEOPLE and _is_author(label, value, present):
        return "author"
    if label == "volume" and i and values[i - 1].label == label and "issue" not in present:
        return "issue"
    if label == "container-title" and i and values[i - 1].label == "genre":
        # "thèse de doctorat en science politique"
        return "note" if draft.gaps[i].strip() in {"en", "em"} else label
    if label == "volume" and i and CHAPTER.fullmatch(values[i - 1].text):
        return "chapter-number"
    if label == "volume" and _is_in_series(i, draft):
        return "collection-number"
    if label == "editor" and _is_edited(i, draft, present):
        return "container-title"
    if label == "title" and _is_journal(value, draft.gaps[i + 1], values[i + 1 :], present):
        return "container-title"
    return label


def _is_in_series(i: int, draft: Draft) -> bool:
    """Return whether a number stands behind a series that is set apart: ``(= Studien, Bd. 3)``."""
    return (
        i > 0
        and draft.values[i - 1].label == "collection-title"
        and IN_SERIES.search(draft.gaps[i]) is not None
        and SERIES_OPENS.search(draft.gaps[i - 1]) is not None
    )


def _is_edited(i: int, draft: Draft, present: set[str]) -> bool:
    """Return whether a value is a book before its editors: ``in Waters, ed. Paul Dyer``."""
    return (
        "container-title" not in present
        and i + 1 < len(draft.values)
        and draft.values[i + 1].label == "editor"
        and BEFORE_EDITOR.fullmatch(draft.gaps[i + 1]) is not None
    )


def _is_author(label: str, value: str, present: set[str]) -> bool:
    """Return whether the first value is the author: a dash, or a body that publishes itself."""
    if DITTO.fullmatch(value):
        return True
    return label == "publisher" and not present & _PEOPLE


def _is_journal(value: str, after: str, following: Sequence[Segment], present: set[str]) -> bool:
    """Return whether a title is a journal's abbreviated name: its volume is the next value."""
    return (
        "container-title" not in present
        and "page" in present
        and bool(following)
        and following[0].label == "volume"
        and not is_informative(after)
        and ABBREVIATED_NAME.fullmatch(value) is not None
    )
