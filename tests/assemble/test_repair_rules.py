"""A row for each repair rule: the labels with the rule, and others without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from refconv.assemble import gaps, relabel, split_values
from refconv.assemble.draft import Draft
from refconv.assemble.repair_rules import (
    ABBREVIATED_NAME,
    CONTAINED,
    CONTEXT_RULES,
    DITTO,
    GAP_RULES,
    PREFIX_RULES,
    SPLIT_RULES,
    STATUS,
    UNDATED,
    ContextRule,
    SplitRule,
)
from tests.assemble.marked import after, fields

# In the order of the rules: a string, and the value that has the new label.
CONTEXTS = [
    ("{author|Schmidt, K.} (Hrsg.): {title|T}", "Schmidt, K."),
    ("{author|Smith J}. {title|T}. In {author|Arrow K}", "Arrow K"),
    ("{title|T}. Translated by {author|Weaver W}", "Weaver W"),
    ("{title|T}. Trans. {editor|Weaver W}", "Weaver W"),
    ("{title|T}. {editor|Weaver W} (transl.)", "Weaver W"),
    ("{title|T}. In: {title|Meritocracy}", "Meritocracy"),
    ("{URL|https://a.org/} (accessed {issued|3 May 2020})", "3 May 2020"),
    ("{issued|2018}. Epub {issued|2017 Jul 20}", "2017 Jul 20"),
    ("{issued|1989}. First published {issued|1972}", "1972"),
    ("{issued|1989} [{issued|1972}]", "1972"),
    ("{title|T}. In Proceedings of the {publisher|Society}", "Proceedings of the Society"),
    ("{volume|392}, no. {issued|1802}", "1802"),
    ("issn: {page|0962-6298}", "0962-6298"),
    ("ISBN-13 {page|978-3-16-148410-0}", "978-3-16-148410-0"),
    ("pp. {page|3-9} S.", "3-9"),
    ("{title|T}. {page|318} p.", "318"),
    ("Bd. {page|3}", "3"),
    ("{title|T}, pp. {volume|4-9}", "4-9"),
    ("{title|T}. {volume|2} vols.", "2"),
    ("Heft {volume|4}", "4"),
    ("vol. {issue|3}", "3"),
    ("pp. {number|4}", "4"),
    ("{volume|3}, no. {number|4}", "4"),
]


@pytest.fixture
def _fresh() -> Iterator[None]:
    """Forget what was found with a rule less."""
    yield
    relabel._matching_rules.cache_clear()


@pytest.mark.usefixtures("_fresh")
@pytest.mark.parametrize(
    ("rule", "marked", "value"),
    [
        pytest.param(rule, *row, id=row[0])
        for rule, row in zip(CONTEXT_RULES, CONTEXTS, strict=True)
    ],
)
def test_context_rules(
    rule: ContextRule, marked: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert fields(after(relabel.relabel_values, marked))[rule.becomes] == value

    monkeypatch.setattr(relabel, "CONTEXT_RULES", [r for r in CONTEXT_RULES if r is not rule])
    relabel._matching_rules.cache_clear()
    assert fields(after(relabel.relabel_values, marked)).get(rule.becomes) != value


# In the order of the rules: a value, and its parts.
SPLITS = [
    ("66(8): 1200-10", "66", "8", "1200-10"),
    ("66 (8)", "66", "8"),
    ("24 Suppl 6:vi51-6", "24", "Suppl 6", "vi51-6"),
    ("24, Suppl 6", "24", "Suppl 6"),
    ("B688,101", "B688", "101"),
    ("12, no. 3", "12", "3"),
    ("12/3", "12", "3"),
    ("20(3):5-9", "20", "3", "5-9"),
    ("20: 5-9", "20", "5-9"),
    ("Buenos Aires: Sudamericana", "Buenos Aires", "Sudamericana"),
    ("Opladen: Leske", "Opladen", "Leske"),
    ("2 vols. 2nd ed.", "2", "2nd ed."),
    ("2 vols.", "2"),
    ("26th ed.", "26th"),
    ("[math.QA]", "math.QA"),
    ("Accessed 23 Nov. 2011", "23 Nov. 2011"),
    ("In press. Learning to walk", "In press", "Learning to walk"),
    ("0962-6298", "0962-6298"),
    ("draft", "draft"),
    ("https://doi.org/10.1000/182", "10.1000/182"),
]


@pytest.mark.parametrize(
    ("rule", "row"),
    [
        pytest.param(rule, row, id=f"{rule.label} {row[0]}")
        for rule, row in zip(
            (rule for rules in SPLIT_RULES.values() for rule in rules), SPLITS, strict=True
        )
    ],
)
def test_split_rules(
    rule: SplitRule, row: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def split() -> dict[str, str]:
        draft = Draft("", [])
        draft.fields = {rule.label: [row[0]]}
        split_values.split_values(draft)
        return fields(draft)

    expected = dict(zip(rule.into, row[1:], strict=True))
    assert split() == expected

    left = {label: [r for r in rules if r is not rule] for label, rules in SPLIT_RULES.items()}
    monkeypatch.setattr(split_values, "SPLIT_RULES", left)
    assert split() != expected


@pytest.mark.parametrize(
    ("rule", "marked", "value"),
    [
        pytest.param(rule, *row, id=row[0])
        for rule, row in zip(
            GAP_RULES,
            [
                ("{title|T}, 3 Bde.", "3"),
                ("{title|T}, 943 p.", "943"),
                ("{title|T} [hep-lat]", "hep-lat"),
                ("{title|T}, 2nd ed.", "2"),
            ],
            strict=True,
        )
    ],
)
def test_gap_rules(
    rule: tuple[str, object], marked: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert fields(after(gaps.take_gap_values, marked))[rule[0]] == value

    monkeypatch.setattr(gaps, "GAP_RULES", [r for r in GAP_RULES if r is not rule])
    assert rule[0] not in fields(after(gaps.take_gap_values, marked))


@pytest.mark.parametrize(
    ("rule", "marked", "value"),
    [
        pytest.param(rule, *row, id=row[0])
        for rule, row in zip(
            PREFIX_RULES,
            [
                ("{volume|24} Suppl {issue|6}", "Suppl 6"),
                ("{title|T}. Proceedings of the {container-title|Society}",
                 "Proceedings of the Society"),
            ],
            strict=True,
        )
    ],
)  # fmt: skip
def test_prefix_rules(
    rule: object, marked: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def values() -> Iterator[str]:
        return iter(fields(after(relabel.relabel_values, marked)).values())

    assert value in values()
    monkeypatch.setattr(relabel, "PREFIX_RULES", [r for r in PREFIX_RULES if r is not rule])
    assert value not in values()


Look = Callable[[str], object]
PATTERNS: list[tuple[Look, str, bool]] = [
    *((DITTO.fullmatch, text, True) for text in ("—", "———.", "--", "Ders.:", "Idem,", "______")),
    *((DITTO.fullmatch, text, False) for text in ("-", "Dershowitz", "Idemitsu", "Ng, A.")),
    *((STATUS.search, text, True) for text in ("(in press)", "im Druck", "в печати")),
    *((STATUS.search, text, False) for text in ("Press", "2004", "printing")),
    *((UNDATED.search, text, True) for text in ("n.d.", "[n. d.]", "s.d.", "o. J.", "б. г.")),
    *((UNDATED.search, text, False) for text in ("nd", "and.d", "2004")),
    *((CONTAINED.search, text, True) for text in (". In: ", "In ", ", dans ", " // ", "” in")),
    *((CONTAINED.search, text, False) for text in (". Within ", " in 2003 ", " / ")),
    *((ABBREVIATED_NAME.fullmatch, text, True) for text in ("Phys. Rev. Lett", "J. Phys")),
    *((ABBREVIATED_NAME.fullmatch, text, False) for text in ("Nature", "A study. Of cells and")),
]  # fmt: skip


@pytest.mark.parametrize(("look", "text", "expected"), PATTERNS)
def test_patterns(look: Look, text: str, expected: bool) -> None:
    assert (look(text) is not None) is expected
