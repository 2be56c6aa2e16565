"""Names that are not written as BibTeX wants them."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.syntax import misjoined_names as misjoined
from refconv.formats.bibtex.syntax.name_lists import OTHERS, NativeName, read_names


def shown(name: NativeName) -> str:
    if name == OTHERS:
        return "…"
    if name.literal:
        return f"{{{name.literal}}}"
    return "|".join(filter(None, (f"{name.von} {name.last}".strip(), name.jr, name.first)))


SEVERAL = [
    (
        "Georg T. Beck,Franco Reggio,Wayne P. Burle",
        "Beck|Georg T. / Reggio|Franco / Burle|Wayne P.",
    ),
    ("Wilshut E, Rinken G, Brook KA", "Wilshut|E. / Rinken|G. / Brook|K. A."),
    ("Tegmann M., Hamilton A.J.S.", "Tegmann|M. / Hamilton|A. J. S."),
    ("Smith, J., Jones, K., and Brown, L.", "Smith|J. / Jones|K. / Brown|L."),
    ("Smith J; Jones K; Brown L", "Smith|J. / Jones|K. / Brown|L."),
    ("Smith, J.; Jones, K. P.;", "Smith|J. / Jones|K. P."),
    ("Jones, K.,and Smith, J.", "Jones|K. / Smith|J."),
    ("J. Smith, K. Jones and L. Brown", "Smith|J. / Jones|K. / Brown|L."),
    ("Smith, John & Jones, Kate", "Smith|John / Jones|Kate"),
    (r"John Smith \& Kate Jones", "Smith|John / Jones|Kate"),
    ("A B,C D,E F", "B|A / D|C / F|E"),
    ("van der Berg J, Smith KA", "van der Berg|J. / Smith|K. A."),
    (r"M{\"u}ller K., Sch{\"o}n A. B.", "Müller|K. / Schön|A. B."),
    ("Иванов И.И., Петров А.А.", "Иванов|И. И. / Петров|А. А."),
    ("Smith J, Jones K, et al.", "Smith|J. / Jones|K. / …"),
    ("Roe, Ann; World Health Organization", "Roe|Ann / {World Health Organization}"),
]


@pytest.mark.parametrize(("source", "names"), SEVERAL)
def test_persons_without_and_between_them_are_parted(source: str, names: str) -> None:
    found, problems = read_names(source)

    assert " / ".join(map(shown, found)) == names
    assert problems[0].reason == "joined"


ONE = [
    ("European Research Council", "{European Research Council}", "body"),
    ("OEIS Foundation Inc.", "{OEIS Foundation Inc.}", "body"),
    ("Great Britain. Ministry of Fish", "{Great Britain. Ministry of Fish}", "body"),
    ("The LHCb Collaboration and Roe, A.", "{The LHCb Collaboration} / Roe|A.", "body"),
    ("Acme, Inc.", "{Acme, Inc.}", "body"),
    (r"Barnes \& Roe", "{Barnes & Roe}", "body"),
    ("Petrov I and Karpova A", "Petrov|I. / Karpova|A.", "initials"),
    ("Knuth D. E.", "Knuth|D. E.", "initials"),
    ("Иванов И. И. and Петров А. А.", "Иванов|И. И. / Петров|А. А.", "initials"),
    ("Li Chen 0003 and Jie Zhang", "Chen|Li / Zhang|Jie", "homonym"),
    ("Chen 0003, Li", "Chen|Li", "homonym"),
    ("given=Hans, middle=K, family=Harman", "Harman|Hans K", ""),
    ("family=Roe, given=Jo, given-i=J, prefix=de, useprefix=true", "de Roe|Jo", ""),
    ("family=Roe, given-i=J", "Roe|J", ""),
    ("family=Roe, given=Jo, useprefix=false", "Roe|Jo", "parts"),
    ("family=Roe, given=Jo, given-i=X", "Roe|Jo", "parts"),
    ("Smith, J. et al.", "Smith|J. / …", ""),
    ("family=Doe, given=Jane Q., given-i=JQ,", "Doe|Jane Q.", ""),
    (
        "Department of Health and Human Services",
        "{Department of Health and Human Services}",
        "body",
    ),
    ("Ministry of Peat and Fisheries", "{Ministry of Peat and Fisheries}", "body"),
    ("Silva JR and Souza AB", "Silva|J. R. / Souza|A. B.", "initials"),
    ("Smith, J. and Jones, K., and Brown, L.", "Smith|J. / Jones|K. / Brown|L.", ""),
]


@pytest.mark.parametrize(("source", "names", "reason"), ONE)
def test_odd_names_are_read_as_they_are_meant(source: str, names: str, reason: str) -> None:
    found, problems = read_names(source)

    assert " / ".join(map(shown, found)) == names
    assert {problem.reason for problem in problems} == ({reason} if reason else set())


AS_BIBTEX = [
    ("S&oacute;lyom, B. and G&ouml;tz, A.", "Sólyom|B. / Götz|A."),
    (r"S{\&}oacute;lyom, B.", "Sólyom|B."),
    ("García Lorca, Federico José", "García Lorca|Federico José"),
    ("King, Jr., Martin Luther", "King|Jr.|Martin Luther"),
    ("Weinan E and Bing Yu", "E|Weinan / Yu|Bing"),
    ("Wei WU and Jin LI", "WU|Wei / LI|Jin"),
    ("{European Research Council}", "{European Research Council}"),
    ("{Smith J; Jones K}", "{Smith J; Jones K}"),
    ("Catherine of Siena", "of Siena|Catherine"),
    ("Catherine of Siena and Francis", "of Siena|Catherine / Francis"),
    ("Jean-Paul Sartre", "Sartre|Jean-Paul"),
    ("Smith, J. and others", "Smith|J. / …"),
]


@pytest.mark.parametrize(("source", "names"), AS_BIBTEX)
def test_names_that_bibtex_knows_are_read_by_its_rules(source: str, names: str) -> None:
    found, problems = read_names(source)

    assert " / ".join(map(shown, found)) == names
    assert problems == ()


def test_the_number_of_a_homonym() -> None:
    assert misjoined.homonym_number("Li Chen 0003") == ("Li Chen", "0003")
    assert misjoined.homonym_number("Chen, Li") == ("Chen, Li", "")
    assert misjoined.homonym_number("0003") == ("0003", "")


@pytest.mark.parametrize("source", ["A" * 50_000, "A B, " * 10_000, "a; " * 20_000, "A-" * 20_000])
def test_the_time_for_long_names_is_bounded(source: str) -> None:
    assert read_names(source)
