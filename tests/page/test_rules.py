"""Every row of the tables of beginnings, endings and traits, by an example."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.page.beginnings import (
    BEGINNINGS,
    CONTINUATIONS,
    DONE,
    ENDINGS,
    NO_BEGINNING,
    beginning,
    continuation,
    end_class,
)
from refconv.page.likeness import REFERENCE, likeness
from refconv.page.patterns import Rule, Weights, located, longest_of
from refconv.page.traits import FAULTS, TRAITS

BEGIN = {
    "dash": [
        "—, 2002, Science, 295, 93",
        "---. 2021b. Data",
        "______ (1999) Work",
        "– (2009): Akten",
    ],
    "family, initials": [
        "Smith, J. A.",
        "de Vaucouleurs, G., 1977",
        "diSessa, A. A.",
        "Beal, M.F.; Lang",
        "Zhang, W. (2018)",
        "Aharoni,A.,Griffiths",
    ],
    "family, initials at end": ["van der Berg, AB"],
    "family initials": [
        "Chen GM, Wang M",
        "Karassiov V P and Klimov A",
        "Abel T., Bryan G.",
        "Kato S: A new",
    ],
    "family, given": [
        "SMITH, John. Works",
        "Müller, Hans: Titel",
        "Brants, Thorsten",
        "Tarski, Alfred and Lindenbaum",
    ],
    "initials family": ["J. Smith, On", "J.-P. Dupont et al.", "S. W. BENSON. Dans", "B. van Pol"],
    "given family": ["Eugene Charniak. 2000.", "Jan Visser and Maria"],
    "given family:": ["Karl Horst Schmidt: Zur Lage", "Eva Moor: Markt"],
    "initials without stops": ["G R Mangun, Neural mechanisms", "H M Chose and E Lee"],
    "same author": ["Ders., Titel, Köln", "Id., Fari e faristi"],
    "et al": ["Gaulton et al., Title"],
    "name year": ["Brock 2003", "Rivers and Lakes Trust (2003)"],
    "body.": ["The Open University of Arden. Prospectus"],
    "collaboration": ["CMS collaboration results"],
    "uncased": ["李卫东, 陈晓明. 海岸", "山田太郎, 佐藤"],
    "quote": ["“Mapmakers of Delft.”"],
    "link": ["https://losc.example/data"],
}
GOES_ON = {
    "lower case": "and the rest of it",
    "closing": ") and on",
    "year": "(2004).",
    "digits": "93, 202002",
    "in": "In: Proceedings",
    "month": "Mar. 12",
    "link line": "Retrieved from",
}
END = {
    "open": "Smith, J. and",
    "abbreviation": "in Proc.",
    "initial": "Wilber, M.",
    "stop after digits": "Phys Rev 12",
    "stop": "the power of talk!",
    "page": "12: 345–367.",
    "link end": "http://a.example/x",
    "residue": "2001 Google Scholar",
}
HAS = {
    "year": "in 1999 or so",
    "initials": "by J. K. Smith",
    "volume:pages": "12(3): 345",
    "year in brackets": "(2003a)",
    "range": "17–29",
    "vancouver name": "Chen GM, Wang",
    "series": "Annals of Bees",
    "pages": "pp. 12",
    "volume word": "Bd. 12",
    "et al": "Smith et al",
    "identifier": "doi 10.1000/x",
    "publisher": "Gull Press",
    "place: publisher": "London: Gull",
    "editors": "(Hrsg.)",
    "in": "In: Works",
    "link": "https://a.example",
    "accessed": "Accessed then",
    "no date": "(in press)",
    "type code": "Title[J]",
}
HAS_NOT = {
    "e-mail": "jane@fjord.example",
    "price": "269,00 €",
    "copyright": "© Authors",
    "first person": "We thank all",
    "declares": "the authors declare none",
    "support": "Supported by a grant",
    "post box": "PO Box 76, Gull Island",
    "only citations": "(Voss et al., 2017) (Lenz et al., 2011; Roe 2012a)",
    "history": "Received: 12 May",
    "orcid": "orcid.org/0000",
    "question": "How old?",
    "caption": "Table 3",
    "short title": "Lenz (wie Anm. 1)",
    "short citation": "Ramaswamy and Voss 1999, p. 344.",
    "short title and page": "Ameka, How discourse, pp. 245.",
    "symbols": "A → B",
    "citation in brackets": "as shown [12].",
    "menu": "Download citation",
}


@pytest.mark.parametrize("name", [rule.name for rule in BEGINNINGS])
def test_beginnings(name: str) -> None:
    assert {beginning(line).name for line in BEGIN[name]} == {name}


@pytest.mark.parametrize("name", [rule.name for rule in CONTINUATIONS])
def test_continuations(name: str) -> None:
    reason = continuation(GOES_ON[name])
    assert reason is not None
    assert reason.name == name


@pytest.mark.parametrize("name", [rule.name for rule in ENDINGS])
def test_endings(name: str) -> None:
    assert end_class(END[name]) == name


@pytest.mark.parametrize("rule", [*TRAITS, *FAULTS], ids=lambda rule: rule.name)
def test_traits_and_faults(rule: Rule) -> None:
    assert rule.within({**HAS, **HAS_NOT}[rule.name])
    assert not rule.pattern.search("Heather honey of the high moor")


HINTED = [rule for rule in (*TRAITS, *FAULTS) if rule.hints]


@pytest.mark.parametrize("rule", HINTED, ids=lambda rule: rule.name)
@given(data=st.data())
def test_no_hint_is_missing(rule: Rule, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(rule.pattern))

    assert rule.within(text) or not rule.pattern.search(text)


@given(st.lists(st.sampled_from([*HAS.values(), *HAS_NOT.values(), "and so on"])))
def test_the_weights_of_a_table_are_added_up(parts: list[str]) -> None:
    text = ". ".join(parts)
    has = [rule.weight for rule in FAULTS if rule.within(text)]

    assert Weights(FAULTS).of(text) == pytest.approx(sum(has))


@given(st.sets(st.text("ab(.", min_size=1), min_size=1), st.text("ab(.c"))
def test_the_longest_of_many_words_is_matched(words: set[str], text: str) -> None:
    standing = sorted((word for word in words if text.startswith(word)), key=len)

    match = re.match(longest_of(words), text)

    assert (match.group() if match else None) == (standing[-1] if standing else None)


@pytest.mark.parametrize(
    "text",
    [
        "Cell 12(3): 45",
        "Cell 12 (3), 45",
        "Cell 12:45",
        "Cell 12; e45",
        "Cell 34–45",
        "Cell, 12, 345",
        "Cell, 12, A3",
        "٣(٤): ٥",
        "10.1000/x",
        "http://a.example",
        "https://a.example",
        "arXiv",
        "p. 3",
        "pp. 3",
        "Pp.3",
        "S. 3",
        "Vol. 3",
        "Bd. 3",
        "No. 3",
        "Köln: Quay Press",
    ],
)
def test_a_place_is_told(text: str) -> None:
    assert located(text)
    assert located(f"Heather honey {text}, and so on")


@pytest.mark.parametrize(
    "text",
    ["Heather honey", "2001", "HTTP", "op. 3", "Evol. 3", "is. 3", "London: Quay", "a, 12, b"],
)
def test_other_text_has_no_place(text: str) -> None:
    assert not located(text)


@pytest.mark.parametrize("line", ["Wien 1988, 320 S.", "Paris, Quai, 1996, 312 p."])
def test_counted_pages_end_a_reference(line: str) -> None:
    assert end_class(line) in DONE


def test_no_beginning() -> None:
    assert beginning("of the high moor") is NO_BEGINNING
    assert continuation("Heather honey") is None


@pytest.mark.parametrize(
    "text",
    [
        "Hughes A, Teachey D. Riding the storm. Semin Immunopathol. 2024;46:5.",
        "J. Steinberger, Phys. Rev. 76, 1180 (1949)",
        "Ackermann, Jutta (2004): Das Archiv als Ort. Göttingen: Wallstein-Nord.",
        "Громов Н. И. Теория фильтрации. — М.: Наука-Север, 1987. — 256 с.",
        "李卫东. 海岸湿地碳储量研究[J]. 海洋学报, 2015, 37(4): 11-20.",
        "R Core Team. R: A language. Vienna; 2019. Available from: https://www.R-project.org/.",
    ],
)
def test_references_read_as_such(text: str) -> None:
    assert likeness(text) >= REFERENCE


@pytest.mark.parametrize(
    "text",
    [
        "The authors declare no competing interests.",
        "Jane Doe of Gull Press, London (2010): no conflicts of interest, 12(3): 4.",
        "Princeton University, Princeton, New Jersey 08544, USA",
        "Both authors have read and approved the final manuscript of 12 May 2010.",
        "Received: 30 June 2025",
        "This is a preview of subscription content, access via your institution",
        "269,00 € per year",
        "Ibid., 22.",
        "12345",
        "Lenz 1974, S. 12–19.",
        "(Smith, 1999; Jones, 2001) (Ito 2004b)",
        # (Read in every way, they would take longer than anyone waits.)
        "(the tests, 1999a, ) " * 60 + "x",
    ],
)
def test_other_text_does_not(text: str) -> None:
    assert likeness(text) < REFERENCE
