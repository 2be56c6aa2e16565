"""Split values that hold several: "24(8):1353-8" is a volume, an issue and pages."""

from __future__ import annotations

from refconv.assemble.draft import Draft, Fields
from refconv.assemble.repair_rules import SECTION_OF_JOURNAL, SECTIONED_JOURNAL, SPLIT_RULES
from refconv.core.lazy_pattern import lazy_pattern


def join_running_numbers(draft: Draft) -> None:
    """Join a number within the year and the running one behind it: both are of the issue.

    Example: ``nr {volume|3} ({issue|182})`` is issue 3 (182), of a journal without volumes.
    """
    fields = draft.fields
    if "volume" in fields and "issue" in fields:
        volume, issue = fields["volume"][0], fields["issue"][0]
        match = _RUNNING.search(draft.text)
        if match and (match[1], match[2]) == (volume, issue):
            fields["issue"][0] = f"{volume} ({issue})"
            del fields["volume"]


_RUNNING = lazy_pattern(r"(?:\b[Nn][ro]?[.°º]?|№)\s?(\d{1,3})\s?\((\d{1,4})\)")


def split_values(draft: Draft) -> None:
    """Split a value whose punctuation shows that it holds the values of several labels.

    The tagger cannot end a segment inside a token such as ``66(8):1200``. The first rule of
    :data:`~refconv.assemble.repair_rules.SPLIT_RULES` that matches the whole value, and none of
    whose other labels has a value yet, is applied.

    Example: ``{volume|66(8)}`` is volume 66, issue 8.
    """
    fields = draft.fields
    for label in [label for label in fields if label in SPLIT_RULES]:
        _split(fields, label)
    _move_section(fields)


def _move_section(fields: Fields) -> None:
    """Move the letter of a journal's section from the volume to the journal.

    Example: "Phys. Rev. D94" is volume 94 of "Phys. Rev. D".
    """
    if "volume" in fields and "container-title" in fields:
        match = SECTION_OF_JOURNAL.fullmatch(fields["volume"][0])
        if match and SECTIONED_JOURNAL.search(fields["container-title"][0]):
            fields["container-title"] = [f"{fields['container-title'][0]} {match[1]}"]
            fields["volume"] = [match[2]]


def _split(fields: Fields, label: str) -> None:
    value = fields[label][0].strip()
    if len(fields[label]) > 1 or value.isdecimal():
        return
    for rule in SPLIT_RULES[label]:
        match = rule.pattern.fullmatch(value)
        if match is None or not rule.needs <= fields.keys() or rule.lacks & fields.keys():
            continue
        parts = dict(zip(rule.into, ([part] for part in match.groups()), strict=True))
        if rule.into == ("DOI",) and fields.get("DOI") == parts["DOI"]:
            # The address repeats the DOI.
            del fields[label]
            return
        if not any(other in fields for other in rule.into if other != label):
            del fields[label]
            fields.update(parts)
            return
