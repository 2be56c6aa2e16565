"""The tagger: reference strings → labelled segments.

A string is cut into tokens, the models assign each token a state, and runs of states become
segments: bare values. What is part of no value (``vol.``, brackets, quotation marks) has no label.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.report import Segment
from refconv.tag.fixed_forms import fixed_form
from refconv.tag.known_numbers import Run, label_known_numbers
from refconv.tag.models import models_folder
from refconv.tag.tokens import IDENTIFIERS, Cut, cut, kind_of, rejoined

if TYPE_CHECKING:
    from refconv.tag.crf import Model
    from refconv.tag.decoding import StateSequence

LONGEST = 20_000
"""Characters of a string that are labelled: no reference is longer."""
MOST_TOKENS = 3_000
_AT_ONCE = 2_000
_lock = threading.Lock()


def segments(strings: Sequence[str]) -> list[tuple[Segment, ...]]:
    """Label the reference strings of one list, in order.

    The segments of a string are in order, disjoint and inside it. ``confidence`` is the estimated
    probability that a segment's label and both its limits are right. Never raises, whatever the
    strings hold.
    """
    result: list[tuple[Segment, ...]] = []
    for start in range(0, len(strings), _AT_ONCE):
        result += _some(strings[start : start + _AT_ONCE])
    return result


def model() -> Model:
    """Load the model in use, with its network, once: see :mod:`refconv.tag.models`."""
    if not _loaded:
        from refconv.tag import model_file, network_file  # noqa: PLC0415 (importing must stay light)

        folder = models_folder()
        loaded = model_file.loads(folder.joinpath("model.bin").read_bytes())
        if (network := folder.joinpath("network.bin")).is_file():
            loaded.rescorer = network_file.loads(network.read_bytes())
        _loaded.append(loaded)
    return _loaded[-1]


def use(other: Model) -> None:
    """Use another model from now on: for training and scoring."""
    _loaded.append(other)


_loaded: list[Model] = []


def _some(strings: Sequence[str]) -> list[tuple[Segment, ...]]:
    result: list[tuple[Segment, ...]] = [()] * len(strings)
    for i, text in enumerate(strings):
        if (form := fixed_form(text)) is not None:
            result[i] = form[1]
    cuts = [
        cut("" if known else text[:LONGEST]).first(MOST_TOKENS)
        for text, known in zip(strings, result, strict=True)
    ]
    places = [i for i, tokens in enumerate(cuts) if tokens.words]
    if not places:
        return result
    with _lock:
        crf = model()
        tagged = crf.tag([cuts[i] for i in places])
    for i, tags in zip(places, tagged, strict=True):
        result[i] = _segments_of(strings[i], cuts[i], tags, crf)
    return result


def _segments_of(text: str, tokens: Cut, decoded: StateSequence, crf: Model) -> tuple[Segment, ...]:
    runs = _runs(decoded.states, crf.decoder.letters, crf.decoder.labels)
    for repair in _REPAIRS:
        runs = repair(text, tokens, runs)
    # A segment's confidence is the minimum over its tokens and both neighbours.
    marginals, calibrated = decoded.marginals, crf.calibrated
    found = [
        _segment(text, label, tokens, i, j, calibrated(min(marginals[i - 1 if i else 0 : j + 1])))
        for label, i, j in runs
    ]
    return _whole_title(text, tuple(found))


def _runs(states: Sequence[int], letters: bytes, labels: Sequence[str]) -> list[Run]:
    """Return the runs of tokens of each value; see :class:`~refconv.tag.decoding.Decoder`."""
    found = _RUN.finditer(bytes(states).translate(letters))
    return [(labels[states[run.start()]], *run.span()) for run in found]


_RUN = re.compile(b"BI*")


def _sole_collaboration(text: str, tokens: Cut, runs: list[Run]) -> list[Run]:
    """Relabel a collaboration as the author if no persons are named."""
    if any(label == "author" for label, *_ in runs):
        return runs
    for at, (label, i, j) in enumerate(runs):
        value = text[tokens.starts[i] : tokens.ends[j - 1]] if label == "note" else ""
        if value.casefold().endswith(_TEAMS):
            return [*runs[:at], ("author", i, j), *runs[at + 1 :]]
    return runs


_TEAMS = ("collaboration", "collab", "consortium", "study group")
_REPAIRS = (label_known_numbers, _sole_collaboration)


_PARTS = frozenset(["volume", "issue", "page", "editor", "collection-title"])
_HOUSES = frozenset(["publisher", "publisher-place"])
_SUBTITLE = lazy_pattern(r"[.?!:] ?")
_UNCERTAIN = 0.9


def _whole_title(text: str, found: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Join a subtitle behind a full stop to a book's title, if nothing indicates a container."""
    labels = [segment.label for segment in found]
    if "container-title" not in labels or "publisher" not in labels:
        return found
    at = labels.index("container-title")
    title, subtitle = found[at - 1], found[at]
    if (
        labels.count("title") == 1
        and at + 1 < len(found)
        and labels[at - 1] == "title"
        and labels[at + 1] in _HOUSES
        and _PARTS.isdisjoint(labels)
        and subtitle.confidence < _UNCERTAIN
        and _SUBTITLE.fullmatch(text, title.end, subtitle.start)
    ):
        whole = " ".join(text[title.start : subtitle.end].split())
        chance = min(title.confidence, subtitle.confidence)
        joined = Segment("title", whole, title.start, subtitle.end, chance)
        return (*found[: at - 1], joined, *found[at + 1 :])
    return found


def _segment(text: str, label: str, tokens: Cut, i: int, j: int, chance: float) -> Segment:
    """Return the segment of a run of tokens, with a full stop that belongs to its last word."""
    start, end = tokens.starts[i], tokens.ends[j - 1]
    value = text[start:end]
    if i == j - 1 and (kind := kind_of(tokens.words[i])) in IDENTIFIERS:
        value = rejoined(kind, value)
    elif text[end : end + 1] == "." and _keeps_stop(label, value, text[end + 1 : end + 2] in _MORE):
        value += "."
        end += 1
    if "  " in value or not value.isprintable():
        value = " ".join(value.split())
    return Segment(label, value, start, end, chance)


_PEOPLE = frozenset(["author", "editor", "translator"])
_MAY_KEEP_STOP = _PEOPLE | {"container-title", "publisher", "publisher-place", "edition"}
_WORD_EDGE = lazy_pattern(r"[\s.-]")
_DOTTED = lazy_pattern(r"\b[A-Z]\.|, [A-Z]$")
_MORE = frozenset(",;:)")
_STOPPED = frozenset(
    ["inc", "co", "ltd", "corp", "bros", "jr", "sr", "al", "cie", "univ", "rev", "st", "phil"]
)


def _keeps_stop(label: str, value: str, more: bool) -> bool:
    """Return whether the full stop behind a value belongs to it: to an initial or an abbreviation.

    Args:
        label: The value's label.
        value: The value without the full stop.
        more: Whether another mark follows (``Smith J.,``).
    """
    if label not in _MAY_KEEP_STOP:
        return False
    last = _WORD_EDGE.split(value)[-1]
    if label in _PEOPLE:
        if last in {"al", "Jr", "Sr"}:
            return True
        return len(last) == 1 and last.isupper() and bool(_DOTTED.search(value) or more)
    if label == "container-title":
        return "." in value and len(last) <= 8 and last[:1].isupper()
    return last.casefold() in _STOPPED or (len(last) == 1 and "." in value)
