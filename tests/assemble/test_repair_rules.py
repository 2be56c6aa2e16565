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
    VALUE_RULES,
    ContextRule,
    SplitRule,
)
from tests.assemble.marked import after, fields

# In the order of the rules: a string, and the value that has the new label.
CONTEXTS = [
    ("{author|Roe, A.} (Director). {title|T}", "Roe, A."),
    ("{author|Roe, A.} (Host). {title|T}", "Roe, A."),
    ("{author|Roe, A.} (Producer). {title|T}", "Roe, A."),
    ("{author|Roe, A.} (Composer). {title|T}", "Roe, A."),
    ("{title|T}. Directed by {editor|Roe A}", "Roe A"),
    ("{title|T}. Directed by {author|Roe A}", "Roe A"),
    ("{author|Plato}, trans. {title|Anna Roe}", "Anna Roe"),
    ("{author|Schmidt, K.} (Hrsg.): {title|T}", "Schmidt, K."),
    ("{author|Smith J}. {title|T}. In {author|Arrow K}", "Arrow K"),
    ("{title|T}. Translated by {author|Weaver W}", "Weaver W"),
    ("{title|T}. Trans. {editor|Weaver W}", "Weaver W"),
    ("{title|T}. {editor|Weaver W} (transl.)", "Weaver W"),
    ("{title|T}. In: {title|Meritocracy}", "Meritocracy"),
    ("{title|T}. Archived from the original on {accessed|4 May 2012}", "4 May 2012"),
    ("{title|T}. Archived from the original on {issued|4 May 2012}", "4 May 2012"),
    ("{title|T}. Updated {accessed|4 May 2012}", "4 May 2012"),
    ("{issued|2010}. {title|T}. Updated {accessed|4 May 2012}", "4 May 2012"),
    ("{issued|2010}. {title|T}. Last updated {issued|4 May 2012}", "4 May 2012"),
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
    ("{issued|2019}. {page|180} f. {genre|Tese}", "180"),
    ("Bd. {page|3}", "3"),
    ("{title|T}, pp. {volume|4-9}", "4-9"),
    ("{title|T}. {volume|2} vols.", "2"),
    ("{title|T}. Chap. {volume|3}", "3"),
    ("{title|T}, chs. {page|4-6}", "4-6"),
    ("Heft {volume|4}", "4"),
    ("vol. {issue|3}", "3"),
    ("{title|T}, thèse de doctorat en {container-title|droit}", "droit"),
    ("pp. {number|4}", "4"),
    ("{volume|3}, Pub. L. No. {number|100-4}", "100-4"),
    ("{author|Dictionary of Logic}, s.v. “{title|T}”", "Dictionary of Logic"),
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
SPLITS: list[tuple[str, ...]] = [
    ("66(8): 1200-10", "66", "8", "1200-10"),
    ("66 (8)", "66", "8"),
    ("24 Suppl 6:vi51-6", "24", "Suppl 6", "vi51-6"),
    ("24, Suppl 6", "24", "Suppl 6"),
    ("B688,101", "B688", "101"),
    ("12, no. 3", "12", "3"),
    ("12/3", "12", "3"),
    ("2, Article 47", "2", "Article 47"),
    ("20(3):5-9", "20", "3", "5-9"),
    ("20: 5-9", "20", "5-9"),
    ("Buenos Aires: Sudamericana", "Buenos Aires", "Sudamericana"),
    ("СПб.", "СПб"),
    ("University of Ulm]. ProQuest Dissertations", "University of Ulm", "ProQuest Dissertations"),
    ("Universidade do Porto, Porto", "Universidade do Porto", "Porto"),
    ("Opladen: Leske", "Opladen", "Leske"),
    ("2 vols. 2nd ed.", "2", "2nd ed."),
    ("2 vols.", "2"),
    ("26th ed.", "26th"),
    ("[math.QA]", "math.QA"),
    ("Accessed 23 Nov. 2011", "23 Nov. 2011"),
    ("Northern Waters, ed. Paul Dyer", "Northern Waters", "Paul Dyer"),
    ("Handbook of Work, vol. 4B", "Handbook of Work", "4B"),
    (
        "Proceedings of the 13th Symposium on Harbours, Milwaukee, Wisconsin",
        "Proceedings of the 13th Symposium on Harbours",
        "Milwaukee, Wisconsin",
    ),
    ("Wikipedia. Wikimedia Foundation", "Wikipedia", "Wikimedia Foundation"),
    (
        "Advances in Neural Information Processing Systems 7",
        "Advances in Neural Information Processing Systems",
        "7",
    ),
    ("Structures. Radio North.", "Structures", "Radio North"),
    ("Plato, Republic", "Plato", "Republic"),
    ("LIPIcs, pages 71:1-71:16", "LIPIcs", "71:1-71:16"),
    ("Экономика портов: дис. ... канд. наук", "Экономика портов", "дис. ... канд. наук"),
    ("Słownik, wyd. 2", "Słownik", "2"),
    ("Handelsrecht, 24. Aufl", "Handelsrecht", "24"),
    ("Skolan och byn”, i: Nordisk pedagogik", "Skolan och byn", "Nordisk pedagogik"),
    ("In press. Learning to walk", "In press", "Learning to walk"),
    ("Summa. Translated by Anna Roe", "Summa", "Anna Roe"),
    ("Summa. Edited by Anna Roe", "Summa", "Anna Roe"),
    ("Lost Harbour. Directed by Anna Roe", "Lost Harbour", "Anna Roe"),
    ("Learning to wait (June 14, 2016). Harwell", "Learning to wait", "June 14, 2016", "Harwell"),
    ("Learning to wait (June 14, 2016)", "Learning to wait", "June 14, 2016"),
    ("Sleep in homes - Harwell", "Sleep in homes", "Harwell"),
    ("gridsmooth. R package version 0.9.2", "gridsmooth", "0.9.2"),
    ("R package version 0.9.2", "0.9.2"),
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
        draft.fields = {rule.label: [row[0]], **{label: ["1"] for label in rule.needs}}
        split_values.split_values(draft)
        return {k: v for k, v in fields(draft).items() if k not in rule.needs}

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
                ("{issued|1994}. (Original work published 1899)", "1899"),
                ("{issued|1899}. Reprint, {publisher-place|Bonn}", "Reprint"),
                ("{title|T}, Version 2.1. {publisher|P}", "2.1"),
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
    ("label", "value", "becomes"),
    [
        *((label, "Tese (Doutorado em História)", "genre")
          for label in ("publisher-place", "publisher", "container-title", "note",
                        "collection-title")),
        ("publisher", "Brasília", "publisher-place"),
        ("edition", "Reprint", "reprint"),
    ],
)  # fmt: skip
def test_value_rules(label: str, value: str, becomes: str) -> None:
    found = fields(after(relabel.relabel_values, f"{{title|T}}. {{{label}|{value}}}"))

    assert found == {"title": "T", becomes: value}


def test_every_value_rule_is_tested() -> None:
    assert len(VALUE_RULES) == 7


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
    *((DITTO.match, text, True) for text in ("– (2005)", "–, Lakes")),
    *((DITTO.match, text, False) for text in ("– Lakes and seas", "- (2005)")),
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
