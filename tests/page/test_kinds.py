"""Kinds of lists and of pages without one: how many references each holds, and their markers."""

from __future__ import annotations

import pytest

from refconv.page.document import read_page

VANCOUVER = [
    "Ames T. Pollen and weather. J Api Res. 2001;40:11-19.",
    "Bode R, Carr L. Heather honey. Food Moor. 2013;7:230-241.",
    "Cole W. Rhythms of Rest. Arden: Owl Press; 2011.",
    "Dunn K, Ely P. Wells of the north. Water Hist. 1999;3(2):5-17.",
    "NICE. Guideline on sleep. London: NICE; 2014.",
    "Frost E. A note on trees. J Small Data. 2011;4:2-9.",
    "Gale H, Hart J. Owls at night. J Owl. 2004;12:33-41.",
]
NUMBERS = [str(number) for number in range(1, 8)]
RFC_KEYS = ["OAuth-WRAP", "HTTP", "RFC2119", "I-D.ietf-oauth", "TLS13", "URI", "ABNF"]


def marked(pattern: str, keys: list[str], between: str = "\n") -> str:
    pairs = zip(keys, VANCOUVER, strict=True)
    return between.join(pattern.format(n=key, t=text) for key, text in pairs)


@pytest.mark.parametrize(
    ("pattern", "keys", "between"),
    [
        ("* [{n}] {t}", NUMBERS, "\n"),
        ("- [{n}] {t}", NUMBERS, "\n"),
        (".. [{n}] {t}", NUMBERS, "\n"),
        ("[^{n}]: {t}", NUMBERS, "\n"),
        ("{n}: {t}", NUMBERS, "\n\n"),
        ("[{n}] {t}", ["3", "13", "14", "20", "21", "22", "40"], "\n"),
        ("   [{n}]  {t}", RFC_KEYS, "\n\n"),
        ("   [{n}]\n              {t}", RFC_KEYS, "\n\n"),
        ("DIN {n}\n{t}", ["1045", "4108", "276", "277", "18300", "1946", "1961"], "\n"),
        ('<a name="x">[{n}]</a>: {t}', [f"ADAM1{n}" for n in NUMBERS], "\n"),
    ],
)
def test_markers(pattern: str, keys: list[str], between: str) -> None:
    found = read_page("References\n\n" + marked(pattern, keys, between)).found
    numbers = [f"DIN {key}" if pattern.startswith("DIN") else key for key in keys]
    assert [(one.number, one.text) for one in found] == list(zip(numbers, VANCOUVER, strict=True))


def test_numbers_of_pubmed_beyond_nine() -> None:
    strings = [f"{n}: {text}" for n, text in enumerate(VANCOUVER * 2, 1)]
    found = read_page("\n\n".join(strings)).found
    assert [one.number for one in found] == [str(n) for n in range(1, 15)]


def test_bullets_inside_lines() -> None:
    found = read_page("References\n" + " ".join(f"► {text}" for text in VANCOUVER)).found
    assert [one.text for one in found] == VANCOUVER


@pytest.mark.parametrize("link", ["https://doi.org/10.1002/moor.{n}", "10.1002/moor.{n}"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_links_on_lines_of_their_own_belong_to_the_reference_above(link: str, between: str) -> None:
    strings = [f"{text}\n{link.format(n=n)}" for n, text in enumerate(VANCOUVER)]
    found = read_page("References\n" + between.join(strings)).found
    assert [one.text for one in found] == [one.replace("\n", " ") for one in strings]


LISTS = {
    "one-word authors": [
        "Plato. Republic. Translated by G. Grube. Hackett, 1992.",
        "Haraway, Amy. Dogs and towns. Norton, 2008.",
        "WHO. World malaria report 2019. Geneva: World Health Organization, 2019.",
        "Okafor, Tom. “The Long Field.” Moor Studies, vol. 12, no. 2, 2011, pp. 33-51.",
        "UNESCO. Culture: Urban Future. Paris, 2016.",
    ],
    "a shared first author": [
        "BRASIL. Constituição da República Federativa do Brasil. Brasília: Senado, 1988.",
        "BRASIL. Decreto nº 5.626, de 22 de dezembro de 2005. Diário Oficial, Brasília, 2005.",
        "BRASIL. Lei nº 9.394, de 20 de dezembro de 1996. Brasília: MEC, 1996.",
        "CAMPOS, Haroldo de. Morfologia do Rio. São Paulo: Perspectiva, 1973.",
        "SILVA, J. M. A cidade. Revista do Rio, v. 3, n. 2, p. 11-20, 2001.",
    ],
    "dashes": [
        "Kann, L. W. 1965. The fen. Arden: Owl.",
        "-- 1966. The moor. Arden: Owl.",
        "-- & L. W. Voss. 1968. The heath. J. Moor 3: 5-9.",
        "—, 1971, The wood. Arden: Owl.",
        "Lenz, P. 1970. Wells. Arden: Owl.",
    ],
    "titles first": [
        "Иванов А. П. Язык и общество. – СПб. : Питер, 2004. – 245 с.",
        "Комаров В. Д. Очерки истории края : учебник. – М. : Наука, 1998. – 336 с.",
        "Петров Л. О. Быт и нравы // Вопросы истории. – 1964. – № 12. – С. 43–53.",
        "Философия науки : учебник / под ред. И. И. Орлова. – М. : Наука, 2001. – 336 с.",
    ],
    "Japanese": [
        "田中太郎（2003）『都市の記憶』岩波書店.",
        "佐藤花子, 1998, 「言語と文化」『言語研究』12(3): 5-20.",
        "『日本語の歴史と構造』東京大学出版会, 2010.",
    ],
}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("heading", ["References", "Bibliographie / Bibliography", "参考文献"])
def test_lists_without_numbers(name: str, heading: str) -> None:
    found = read_page(f"{heading}\n" + "\n".join(LISTS[name])).found
    assert [one.text for one in found] == LISTS[name]


def test_a_further_work_after_a_conjunction() -> None:
    text = (
        "Notes\n"
        "1. Sur ces royaumes voir N. Thierry, Les royaumes du nord, Paris, La Découverte, 2006.\n"
        "2. Voir P. Girard, Le port, Paris, PUF, 1999 ; et L. Nora, La mer, Paris, Seuil, 2001.\n"
        "3. Ibid., p. 23."
    )
    assert read_page(text).found[0].text.startswith("N. Thierry")


def test_a_note_after_a_numbered_list_is_no_reference() -> None:
    note = "1 As Melin (2023) observed, the articles about the moor had a boom in the press."
    text = "References\n" + marked("{n}. {t}", NUMBERS) + f"\n\n{note}\n"
    assert len(read_page(text).found) == 7


EMPTY = {
    "front matter": "---\ntitle: Moor\nauthor: Jane Voss\ndate: 2014-05-12\n---\n\nThe moor.\n",
    "weeks of a course": "\n".join(
        f"Week {n} ({n} March 2014): Read chapters {n} and {n + 1} of Voss (2001)"
        for n in range(1, 9)
    ),
    "people": (
        "Jane Voss is professor of history at the University of Arden. She is the author of The"
        " Moor (Owl Press, 2004).\nKarl Thiele, born 1960, teaches at the Institute of Bees."
    ),
    "a licence": "Copyright (c) 2014 Jane Voss <voss@arden.example>\nPermission is hereby granted,",
    "a table of studies": (
        "Study Year N Result\nVoss et al. 2001 120 0.33 (0.2-0.5)\nLenz et al. 2004 88 0.51\n"
        "Thiele 2008 45 0.12 (0.0-0.4)\nBrandt et al. 2011 230 0.40 (0.3-0.5)\n"
    ),
    "rows of a table with numbers": "\n".join(
        f"{n} {name} et al. ({1990 + n}) Peru Seed dispersal 0.{n}4 1.0{n} -{n}0"
        for n, name in enumerate(("Ames", "Bode", "Cole", "Dunn", "Ely", "Frost", "Gale"), 1)
    ),
    "changes": "\n".join(
        f"  * Version 1.{n} ({2000 + n}-03-1{n}), J. Voss: fix bug {n}" for n in range(1, 9)
    ),
}


@pytest.mark.parametrize("name", EMPTY)
def test_pages_without_references(name: str) -> None:
    assert read_page(EMPTY[name]).found == ()


def test_metadata_at_the_head_of_a_text_is_no_reference() -> None:
    head = "---\ntitle: The owls of 2004\nauthor: A. Muir\ndate: 2004-05-12\ntags: [owls]\n---\n"
    listed = "# References\n\nMuir, A. (2001). Owls at night. Leeds: Moor Press.\n"
    assert read_page(head + "The owls wait.").found == ()
    assert [one.text for one in read_page(head + listed).found] == [
        "Muir, A. (2001). Owls at night. Leeds: Moor Press."
    ]
