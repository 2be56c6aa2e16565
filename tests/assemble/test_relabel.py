"""Labels by neighbouring words and by place; each rule's row is in ``test_repair_rules``."""

from __future__ import annotations

import pytest

from refconv.assemble.relabel import relabel_values
from tests.assemble.marked import after, fields

ROWS = [
    # "et al." belongs to the names before it.
    ("{author|Chen GM}, et al. {title|T}", {"author": "Chen GM et al.", "title": "T"}),
    ("{editor|Chen GM} u. a. (Hrsg.)", {"editor": "Chen GM et al."}),
    # A rule needs, or lacks, other labels.
    ("In {author|Arrow K}", {"author": "Arrow K"}),
    ("{title|T}. In {title|U}. {container-title|V}", {"title": "T | U", "container-title": "V"}),
    ("{author|Ng A} (eds). {editor|Wu B}", {"author": "Ng A", "editor": "Wu B"}),
    ("Epub {issued|2018}", {"issued": "2018"}),
    # An issue that is only a word.
    ("{volume|24} Suppl: {page|51-6}", {"issue": "Suppl", "volume": "24", "page": "51-6"}),
    ("{volume|24} Suppl {issue|6}", {"volume": "24", "issue": "Suppl 6"}),
    # The first value is the author.
    ("{page|———}. {title|T}", {"author": "———", "title": "T"}),
    ("{publisher|WHO}. {title|T}", {"author": "WHO", "title": "T"}),
    ("{publisher|WHO}. {author|Ng A}", {"publisher": "WHO", "author": "Ng A"}),
    ("{title|T}. {publisher|WHO}", {"title": "T", "publisher": "WHO"}),
    # A second volume is the issue.
    ("{volume|3}, {volume|4}", {"volume": "3", "issue": "4"}),
    ("{volume|3}, {volume|4}, {issue|5}", {"volume": "3 | 4", "issue": "5"}),
    # The number in a series that is set apart.
    ("{title|T} (= {collection-title|Studies}, Bd. {volume|12})",
     {"title": "T", "collection-title": "Studies", "collection-number": "12"}),
    ("{title|T}. {collection-title|Studies} {volume|12}",
     {"title": "T", "collection-title": "Studies", "volume": "12"}),
    # The subject of a thesis.
    ("{title|T}, {genre|thèse de doctorat} en {container-title|droit}",
     {"title": "T", "genre": "thèse de doctorat", "note": "droit"}),
    # The number of a chapter.
    ("{publisher|P}, {container-title|Chap}. {volume|3}",
     {"author": "P", "chapter-number": "3"}),
    # A book before its editors.
    ("in {editor|Northern Waters}, ed. {editor|Paul Dyer}",
     {"container-title": "Northern Waters", "editor": "Paul Dyer"}),
    # An abbreviated name before a volume is a journal.
    ("{title|AIP Conf. Proc}. {volume|842}, {page|3}",
     {"container-title": "AIP Conf. Proc", "volume": "842", "page": "3"}),
    ("{title|AIP Conf. Proc}. {volume|842}", {"title": "AIP Conf. Proc", "volume": "842"}),
    ("{title|A study of cells}. {volume|842}, {page|3}",
     {"title": "A study of cells", "volume": "842", "page": "3"}),
    ("{title|AIP Conf. Proc} and {volume|842}, {page|3}",
     {"title": "AIP Conf. Proc", "volume": "842", "page": "3"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), ROWS)
def test_labels(marked: str, expected: dict[str, str]) -> None:
    assert fields(after(relabel_values, marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{title|T}. In {container-title|C}", True),
        ("{title|T}. In: {editor|Ng A} (eds.)", True),
        ("{title|T} // {container-title|C}", True),
        ("{title|T}. {container-title|C}", False),
        ("{title|T}, in {publisher-place|Bonn}", False),
    ],
)
def test_a_part_is_in_a_container(marked: str, expected: bool) -> None:
    assert after(relabel_values, marked).is_contained is expected
