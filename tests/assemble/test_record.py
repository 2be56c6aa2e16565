"""Labelled reference strings → references.

The strings are written with their labels, as in :mod:`tests.assemble.marked`. Each row lists all
variables and custom keys of the reference.
"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.assemble.label_table import TABLE
from refconv.assemble.record import STEPS, Assembled, assemble
from refconv.core.lens import decode_record
from refconv.core.model import VARIABLES, Reference
from refconv.core.report import Segment
from tests.assemble.marked import segmented


def assembled(marked: str, previous: str = "") -> Assembled:
    return assemble(*segmented(marked), previous)


def read(marked: str, previous: str = "") -> Reference:
    return decode_record(TABLE, assembled(marked, previous).record)[0]


def shown(reference: Reference) -> dict[str, str]:
    """Return the reference as texts: names as `Family, Given | …`, dates as EDTF."""
    texts: dict[str, str] = {"type": str(reference.type)}
    for variable, value in reference.variables():
        texts[variable.name] = (
            " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        )
    texts |= {f"{name}.et-al": "yes" for name in reference.et_al}
    return texts | {key: str(value) for key, value in reference.custom}


_NAMES = {variable.attribute: variable.name for variable in VARIABLES}


def row(marked: str, kind: str, **values: str) -> Any:
    expected = {_NAMES.get(name, name): value for name, value in values.items()}
    return pytest.param(marked, {"type": kind, **expected}, id=marked[:60])


LOCATORS = [
    row("{volume|46}:{page|5}", "article-journal", volume="46", page="5"),
    row("{volume|10}:{page|e005678}.", "article-journal",
        volume="10", page="e005678", number="e005678"),
    row("{volume|157}:{page|103096}.", "article-journal",
        volume="157", page="103096", number="103096"),
    row("{volume|302:1677}.", "article-journal", volume="302", page="1677"),
    row("{volume|B688,101}", "article-journal", volume="B688", page="101"),
    row("{volume|35}, {page|D156–D161}", "article-journal", volume="35", page="D156-D161"),
    row("{volume|24} Suppl {issue|6}:{page|vi51-6}", "article-journal",
        volume="24", issue="Suppl 6", page="vi51-vi56"),
    row("{volume|24 Suppl 6}:{page|vi51-6}", "article-journal",
        volume="24", issue="Suppl 6", page="vi51-vi56"),
    row("{volume|24 Suppl 6:vi51-6}", "article-journal",
        volume="24", issue="Suppl 6", page="vi51-vi56"),
    row("{volume|24} Suppl: {page|51-6}", "article-journal",
        volume="24", issue="Suppl", page="51-56"),
    row("{volume|29 (2, SI)}, {page|S3–S8}", "article-journal",
        volume="29", issue="2, SI", page="S3-S8"),
    row("{volume|66(8)}: {page|1200-10}", "article-journal",
        volume="66", issue="8", page="1200-1210"),
    row("{volume|86(11):2278–324}", "article-journal",
        volume="86", issue="11", page="2278-2324"),
    row("{volume|12.3}, {page|4-9}", "article-journal", volume="12", issue="3", page="4-9"),
    row("vol. {volume|3}, no. {volume|4}, {page|5-9}", "article-journal",
        volume="3", issue="4", page="5-9"),
    row("vol. {volume|392}, no. {issued|1802}, pp. {page|45-57}, {issued|1984}", "article-journal",
        volume="392", issue="1802", page="45-57", issued="1984"),
    row("{volume|3}, {volume|4}, {page|5-9}", "article-journal", volume="3", issue="4", page="5-9"),
    row("{volume|12}, pp. {volume|4-9}", "article-journal", volume="12", page="4-9"),
    row("{volume|27}, S. {page|16-26} und {page|429-31}", "article-journal",
        volume="27", page="16-26, 429-431"),
    row("{volume|20}:{page|1-10}. issn: {page|0962-6298}", "article-journal",
        volume="20", page="1-10", ISSN="0962-6298"),
    row("{volume|20}:{page|1-10}. issn: {PMID|0962-6298}", "article-journal",
        volume="20", page="1-10", ISSN="0962-6298"),
    row("{title|Surveiller et punir}. {publisher|Gallimard}. {page|318} p.", "book",
        title="Surveiller et punir", publisher="Gallimard", number_of_pages="318"),
    row("{title|Verdi 2001}, 2 vols. ({publisher|Olschki}), vol. {volume|ii}, 943 p.", "book",
        title="Verdi 2001", publisher="Olschki", volume="ii", number_of_volumes="2",
        number_of_pages="943"),
    row("{title|Medical Dictionary} ({note|26th ed.}), {publisher|P}", "book",
        title="Medical Dictionary", edition="26", publisher="P"),
    row("{title|Printing types}. {publisher|Harvard}. {note|2 vols. 2nd ed.}", "book",
        title="Printing types", publisher="Harvard", number_of_volumes="2", edition="2"),
]  # fmt: skip

NAMES = [
    row("{author|Chen GM}, et al. {title|T}.", "document",
        author="Chen, G. M.", title="T", **{"author.et-al": "yes"}),
    row("{author|Chen GM} and {author|Wang M}. {title|T}", "document",
        author="Chen, G. M. | Wang, M.", title="T"),
    row("{author|Schmidt, K.} (Hrsg.): {title|Jugend}. {publisher|Beck}", "book",
        editor="Schmidt, K.", title="Jugend", publisher="Beck"),
    row("{author|Smith J}. {title|T}. In {author|K. Arrow}, eds. {container-title|M}. {edition|2}",
        "chapter", author="Smith, J.", title="T", editor="Arrow, K.", container_title="M",
        edition="2"),
    row("{title|T}. In: {editor|K. Arrow}, eds. {title|Meritocracy}. {publisher|P}",
        "chapter", title="T", editor="Arrow, K.", container_title="Meritocracy", publisher="P"),
    row("{author|Eco U}. {title|T}. Trans. {editor|William Weaver}. {publisher|P}", "book",
        author="Eco, U.", title="T", translator="Weaver, William", publisher="P"),
    row("{publisher|World Health Organization}. {title|Malaria}. {publisher-place|Geneva}", "book",
        author="World Health Organization", title="Malaria", publisher_place="Geneva"),
]  # fmt: skip

DATES = [
    row("{title|T}. {issued|2004a}", "document", title="T", issued="2004", year_suffix="a"),
    row("{issued|2003}. {title|T}. {container-title|Times}, {issued|12 March}", "article-journal",
        issued="2003-03-12", title="T", container_title="Times"),
    row("{title|T}, {issued|1890-1901}. {publisher|P}, {issued|1970}", "book",
        title="T", publisher="P", issued="1970", **{"text:issued": "1890-1901"}),
    row("{issued|1989} [{issued|1972}]. {title|T}. {publisher|P}", "book",
        issued="1989", original_date="1972", title="T", publisher="P"),
    row("{author|Doe, J.} {title|T} ([n. d.]), {page|10}", "book",
        author="Doe, J.", title="T", issued="n. d.", page="10"),
    row("{URL|https://a.org/b}. {note|Accessed 23 Nov. 2011}", "webpage",
        URL="https://a.org/b", accessed="2011-11-23"),
    row("{author|Doe, J.} {title|In press. Learning to walk}.", "document",
        author="Doe, J.", title="Learning to walk", issued="In press", status="In press"),
    row("{title|T}. {volume|13}:{page|3-9}. Epub {issued|2017 Jul 20}", "article-journal",
        title="T", volume="13", page="3-9", issued="2017-07-20"),
    row("{issued|2018}. {title|T}. {volume|13}:{page|3}. Epub {issued|2017 Jul 20}",
        "article-journal", title="T", volume="13", page="3", issued="2018",
        available_date="2017-07-20"),
    row("{URL|https://a.org/b} (accessed {issued|3 May 2020})", "webpage",
        URL="https://a.org/b", accessed="2020-05-03"),
    row("{author|Doe, J.} In press. {title|T}. {container-title|Brain}", "article-journal",
        author="Doe, J.", title="T", container_title="Brain", issued="In press",
        status="In press"),
]  # fmt: skip

TITLES = [
    row("“{title|Optics},” {container-title|Nature}", "article-journal",
        title="Optics", container_title="Nature"),
    row("{title|Case Study Research}. {title|Design and Methods}. {publisher|Sage}", "book",
        title="Case Study Research. Design and Methods", publisher="Sage"),
    row("“{title|Race” and reason}. {publisher|P}", "book",
        title="“Race” and reason", publisher="P"),
    row("{title|Outcomes (JULIET}) {container-title|J Bone Joint Surg (Am}) {volume|6}",
        "article-journal", title="Outcomes (JULIET)", container_title="J Bone Joint Surg (Am)",
        volume="6"),
    row("{title|T}. {publisher-place|Uppsala (Sweden})", "book",
        title="T", publisher_place="Uppsala (Sweden)"),
    row("{title|T}. {publisher|Buenos Aires: Editorial Sudamericana}", "book",
        title="T", publisher_place="Buenos Aires", publisher="Editorial Sudamericana"),
]  # fmt: skip

LINKS = [
    row("{title|T}. {URL|https://doi.org/10.1000/182}", "document", title="T", DOI="10.1000/182"),
    row("{title|T}. {DOI|10.1000/182}. {URL|https://doi.org/10.1000/182}", "document",
        title="T", DOI="10.1000/182"),
    row("{title|T}. {container-title|PRL} {volume|1}, {page|2} [arXiv:{arXiv|1602.03837}]",
        "article-journal", title="T", container_title="PRL", volume="1", page="2",
        archive="arXiv", archive_location="1602.03837"),
    row("{title|T}. {container-title|PRL} {volume|1} [arXiv:{arXiv|1101.0109} [hep-lat]]",
        "article-journal", title="T", container_title="PRL", volume="1", archive="arXiv",
        archive_location="1101.0109", archive_collection="hep-lat"),
    row("{title|T}. arXiv:{arXiv|0707.2872} [{note|math.QA}]", "article", title="T",
        archive="arXiv", archive_location="0707.2872", archive_collection="math.QA",
        genre="preprint"),
]  # fmt: skip

TYPES = [
    row("{title|T}. {container-title|Nature}", "article-journal",
        title="T", container_title="Nature"),
    row("{title|T}. {container-title|Proc Natl Acad Sci} {volume|9}", "article-journal",
        title="T", container_title="Proc Natl Acad Sci", volume="9"),
    row("{title|T}. In {container-title|Proceedings of the 10th Conference on Tests}, {page|1-2}",
        "paper-conference", title="T",
        container_title="Proceedings of the 10th Conference on Tests", page="1-2"),
    row("{title|T}. In Proceedings of the {publisher|Society for Tests}", "paper-conference",
        title="T", container_title="Proceedings of the Society for Tests"),
    row("{title|T}. {container-title|Ticks}. {publisher|Elsevier}; {volume|9}: {page|12-51}",
        "article-journal", title="T", container_title="Ticks", publisher="Elsevier", volume="9",
        page="12-51"),
    row("{title|T}. In {container-title|Logic}, vol. {volume|9}. {publisher|Springer}",
        "chapter", title="T", container_title="Logic", volume="9", publisher="Springer"),
    row("{title|T}. {event-title|10th Conference}", "paper-conference",
        title="T", event_title="10th Conference"),
    row("{title|T}. In {container-title|Handbook}. {publisher|P}", "chapter",
        title="T", container_title="Handbook", publisher="P"),
    row("{title|T}. In: {container-title|Zeitschrift für Soziologie}, {volume|27}",
        "article-journal", title="T", container_title="Zeitschrift für Soziologie", volume="27"),
    row("{title|T}. {edition|2nd} ed. {publisher|P}", "book",
        title="T", edition="2", publisher="P"),
    row("{title|T} (Doctoral dissertation). {publisher|University of Michigan}", "thesis",
        title="T", genre="Doctoral dissertation", publisher="University of Michigan"),
    row("{title|T}. {genre|Technical Report} no. {issue|329}. {publisher|P}", "report",
        title="T", genre="Technical Report", number="329", publisher="P"),
    row("{title|T}. {genre|Diss.} {publisher-place|Bonn}", "thesis",
        title="T", genre="Diss.", publisher_place="Bonn"),
    row("{title|T}. {genre|Technical Report} {number|KSL-91-71}, {publisher|Stanford}", "report",
        title="T", genre="Technical Report", number="KSL-91-71", publisher="Stanford"),
    row("{title|T}. arXiv preprint arXiv:{arXiv|1706.03762}", "article",
        title="T", archive="arXiv", archive_location="1706.03762", genre="preprint"),
    row("{title|T}. {container-title|bioRxiv}. {DOI|10.1101/1}", "article",
        title="T", container_title="bioRxiv", DOI="10.1101/1", genre="preprint"),
    row("{title|T}. {container-title|The New York Times}, {issued|12 March 2010}",
        "article-newspaper", title="T", container_title="The New York Times",
        issued="2010-03-12"),
    row("{title|T} [Data set]. {publisher|Zenodo}", "dataset",
        title="T", publisher="Zenodo", genre="Data set"),
    row("{title|T} [Computer software]. {publisher|P}", "software",
        title="T", publisher="P", genre="Computer software"),
    row("{title|T}. {number|US 7,411,683} patent", "patent",
        title="T", number="US 7,411,683", genre="patent"),
    row("{number|3GPP TS 23.203}: {title|Policies}", "standard",
        title="Policies", number="3GPP TS 23.203"),
    row("{title|ISO 690:2010 Information}. {publisher|ISO}", "standard",
        title="ISO 690:2010 Information", publisher="ISO"),
    row("{title|T}. {URL|https://a.org/}", "webpage", title="T", URL="https://a.org/"),
    row("{title|题}[J]. {container-title|刊}", "article-journal",
        title="题", container_title="刊"),
    row("{title|题}[D]. {publisher|大学}", "thesis", title="题", publisher="大学"),
    row("{title|T}", "document", title="T"),
]  # fmt: skip

UNLABELLED = [
    # Boilerplate is not kept, other text is.
    row("{title|T}. Retrieved from {URL|https://a.org/}. doi: https://doi.org/", "webpage",
        title="T", URL="https://a.org/"),
    row("{title|T}. A joint publication. {publisher|P}", "book",
        title="T", publisher="P", **{"text:unlabelled": "A joint publication"}),
    row("{title|T}, 제{volume|8}권, 제{issue|6}호", "document", title="T", volume="8", issue="6"),
    row("{container-title|A}, {volume|1} [{container-title|B}]", "article-journal",
        container_title="A", volume="1", **{"text:container-title": "B"}),
    # A journal's short name before a volume, where no other container stands, is no title.
    row("{title|AIP Conf. Proc}. {volume|842}, {page|3-5}", "article-journal",
        container_title="AIP Conf. Proc", volume="842", page="3-5"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("marked", "expected"), [*LOCATORS, *NAMES, *DATES, *TITLES, *LINKS, *TYPES, *UNLABELLED]
)
def test_references(marked: str, expected: dict[str, str]) -> None:
    assert shown(read(marked)) == expected


def test_the_next_reference_is_given_the_authors_as_printed() -> None:
    assert assembled("{author|Smith J, et al.} {title|T}").author == "Smith J, et al."
    assert assembled("{author|———}. {title|T}", "Smith J").author == "Smith J"


def test_unlabelled_text_has_its_place() -> None:
    made = assembled("{title|T}. A joint publication. {publisher|P}")
    assert made.unlabelled == ((1, "A joint publication"),)


def test_each_step_is_in_the_list_once() -> None:
    assert len({*STEPS}) == len(STEPS)
    assert all(">>>" in doc or "Example:" in doc for step in STEPS if (doc := step.__doc__ or ""))


_FRAGMENTS = st.sampled_from(
    "Smith J. JA van Jr. and & et al. (Eds.) WHO the Group — 2004a in press 12 503–9 Suppl".split()
    + "vol. no. In doi: 10.1/x [J] http://x.org “ ” ( ) 王伟 Иванов , ; : / \u00ad \u0301".split()
)
_TEXTS = st.one_of(
    st.text(max_size=30), *(st.lists(_FRAGMENTS, max_size=12).map(s.join) for s in ("", " ", ", "))
)
_LABELS = st.sampled_from([key for field in TABLE.fields for key in field.keys])


@given(_TEXTS, st.lists(st.tuples(_LABELS, st.integers(0, 40), st.integers(1, 20)), max_size=8))
def test_any_labels_on_any_text_give_a_reference(
    text: str, labels: list[tuple[str, int, int]]
) -> None:
    segments: list[Segment] = []
    for label, start, length in sorted(labels, key=lambda label: label[1]):
        end = start + length
        if end <= len(text) and (not segments or segments[-1].end <= start):
            segments.append(Segment(label, text[start:end], start, end, 0.5))
    reference, _ = decode_record(TABLE, assemble(text, segments, text).record)
    assert reference.as_csl()["type"]
