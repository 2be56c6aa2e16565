"""Make up references in scripts and languages that the labelled data hardly has."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

_RUSSIAN_NAMES = (
    "Иванов Петров Соколова Лебедев Морозова Волков Новикова Фёдоров Зайцева Орлов Белова Гусев "
    "Тарасова Комаров Ильина Щукин Жданова Климов Рябова Шестаков"
).split()
_RUSSIAN_PLACES = ("М.", "СПб.", "Л.", "Казань", "Новосибирск", "Екатеринбург", "Минск")
_RUSSIAN_HOUSES = ("Наука", "Мысль", "Просвещение", "Изд-во МГУ", "Высшая школа", "Юрайт", "Питер")
_RUSSIAN_JOURNALS = (
    "Вопросы истории", "Вестник МГУ", "Известия РАН", "Социологические исследования", "Филология",
)  # fmt: skip
_JAPANESE_NAMES = (
    "田中 佐藤 鈴木 高橋 渡辺 伊藤 山本 中村 小林 加藤 吉田 山田 松本 井上 木村 清水 林 森".split()
)
_JAPANESE_GIVEN = "太郎 花子 一郎 健 真理 由美 浩 明 恵子 誠 直樹 陽子".split()
_JAPANESE_HOUSES = ("岩波書店", "東京大学出版会", "講談社", "有斐閣", "勁草書房", "みすず書房")
_JAPANESE_JOURNALS = ("社会学評論", "言語研究", "史学雑誌", "情報処理学会論文誌", "教育学研究")
_CYRILLIC = re.compile(r"[А-ЯЁ][а-яё]+(?: [а-яёА-ЯЁ]+,?){2,9}")
_KANA = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]{6,24}")
_WORDS = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?: [a-zà-ÿ]+){2,9}")


def other_list(chance: random.Random, size: int, prose: Sequence[str]) -> list[str]:
    """Make a list of Russian, Japanese, German, French, Brazilian or short English references."""
    make = chance.choice((_russian, _russian, _japanese, _german, _french, _abnt, _mla, _bodies,
                          _legal, _legal, _arabic, _posted, _excluded))  # fmt: skip
    titles = _titles(chance, prose, make.__name__)
    style = chance.randrange(3)
    return [make(chance, chance.choice(titles), style) for _ in range(size)]


_PATTERNS = {"_russian": _CYRILLIC, "_japanese": _KANA}
_FALLBACK = {
    "_russian": ["Очерки истории края", "Язык и общество", "Основы теории чисел", "Быт и нравы"],
    "_japanese": ["日本語の歴史と構造", "社会調査の方法", "都市の記憶", "言語と文化の研究"],
}
_PLAIN = [
    "Markets and moors", "The growth of the town", "On winter grain", "Das Dorf am Meer",
    "Le port et la ville", "A formação da cidade", "Notes on method", "Land und Leute",
]  # fmt: skip


def _titles(chance: random.Random, prose: Sequence[str], kind: str) -> list[str]:
    pattern = _PATTERNS.get(kind, _WORDS)
    found: list[str] = []
    for text in chance.sample(list(prose), min(len(prose), 12)):
        found += pattern.findall(text)[:30]
    return [*found, *_FALLBACK.get(kind, _PLAIN)]


def _year(chance: random.Random) -> int:
    return chance.randint(1930, 2023)


def _pages(chance: random.Random, dash: str = "–") -> str:
    first = chance.randint(1, 400)
    return f"{first}{dash}{first + chance.randint(2, 40)}"


def _russian(chance: random.Random, title: str, style: int) -> str:
    def person() -> str:
        initials = f"{chance.choice('АБВГДЕИКЛМНОПРС')}. {chance.choice('АБВГДЕИКЛМНОПРС')}."
        name = chance.choice(_RUSSIAN_NAMES)
        return f"{name} {initials}" if style < 2 else f"{name}, {initials}"

    people = ", ".join(person() for _ in range(chance.choice((1, 1, 2, 3))))
    place, house = chance.choice(_RUSSIAN_PLACES), chance.choice(_RUSSIAN_HOUSES)
    dash = chance.choice((" – ", ". – ", ". — ", " ")) if style == 1 else " "
    kind = chance.random()
    if kind < 0.25:
        return (
            f"{title} : учебник / {person()} ; под ред. {person()} {dash}{place}: {house}, "
            f"{_year(chance)}. – {chance.randint(80, 600)} с."
        )
    if kind < 0.6:
        return f"{people} {title}. {place}: {house}, {_year(chance)}. {chance.randint(80, 600)} с."
    return (
        f"{people} {title} // {chance.choice(_RUSSIAN_JOURNALS)}.{dash}{_year(chance)}.{dash}"
        f"№ {chance.randint(1, 12)}.{dash}С. {_pages(chance)}."
    )


TITLES_FIRST = 0.3
"""The share of Japanese references that begin with their title."""


def _japanese(chance: random.Random, title: str, style: int) -> str:
    def person() -> str:
        return chance.choice(_JAPANESE_NAMES) + chance.choice(_JAPANESE_GIVEN)

    people = "・".join(person() for _ in range(chance.choice((1, 1, 2))))
    year, house = _year(chance), chance.choice(_JAPANESE_HOUSES)
    journal, volume = chance.choice(_JAPANESE_JOURNALS), chance.randint(1, 90)
    if chance.random() < TITLES_FIRST:
        if style == 1:
            place = f"第{volume}巻、{year}年、{_pages(chance)}頁"
            return f"「{title}」、{people}、『{journal}』、{place}。"
        return f"『{title}』、{people}{chance.choice(('著', '編', ''))}、{house}、{year}年。"
    if style == 0:
        return f"{people}（{year}）『{title}』{house}."
    if style == 1:
        issue = chance.randint(1, 4)
        return f"{people}, {year}, 「{title}」『{journal}』{volume}({issue}): {_pages(chance)}."
    return f"{people}：{title}，{journal}，Vol.{volume}，pp.{_pages(chance, '-')}，{year}．"


_GERMAN_NAMES = "Becker Schulz Hoffmann Krüger Lenz Voss Thiele Brandt Seidel Pohl Ritter".split()
_GERMAN_GIVEN = "Hans Karl Eva Jutta Ines Peter Klaus Ulrike Dieter Monika".split()


def _german(chance: random.Random, title: str, style: int) -> str:
    def person() -> str:
        return f"{chance.choice(_GERMAN_NAMES)}, {chance.choice(_GERMAN_GIVEN)}"

    year, pages = _year(chance), _pages(chance, "-")
    editor = f"{chance.choice(_GERMAN_GIVEN)} {chance.choice(_GERMAN_NAMES)}"
    place = chance.choice(("Berlin", "Frankfurt/M.", "Wien", "München", "Opladen"))
    if style == 0:
        return f"{person()} ({year}): {title}. In: {editor} (Hg.): {title}. {place}, S. {pages}."
    if style == 1:
        return f"{person()}: {title}, {place} {year}."
    return f"{editor}: {title}, in: Zeitschrift für Volkskunde {year - 1900} ({year}), S. {pages}."


def _french(chance: random.Random, title: str, style: int) -> str:
    name, given = (
        chance.choice(("Dupont", "Lefèvre", "Marchand", "Girard", "Ebert", "Nora")),
        (chance.choice(("Nicolas", "Anne", "Paul", "Marie-Claude", "Luc"))),
    )
    house = chance.choice(("La Découverte", "Gallimard", "PUF", "Le Seuil", "CNRS Éditions"))
    year = _year(chance)
    if style == 0:
        return f"{name} ({given}), {title}, Paris, {house}, {year}."
    if style == 1:
        return (
            f"{name.upper()} {given}, {title}, Paris, {house}, {year}, {chance.randint(90, 500)} p."
        )
    place = f"vol. 3, n° 2, p. {_pages(chance)}"
    return f"{name} {given[0]}. ({year}), « {title} », Revue du moor, {place}."


def _abnt(chance: random.Random, title: str, style: int) -> str:
    name = chance.choice(("BRASIL", "SILVA, J. M.", "CAMPOS, Haroldo de", "SOUZA, M. C.; LIMA, P."))
    year = _year(chance)
    if name == "BRASIL":
        number = f"{chance.randint(1, 14)}.{chance.randint(100, 999)}"
        return f"BRASIL. Lei nº {number}, de {year}. {title}."
    if style == 0:
        return f"{name}. {title}. São Paulo: Perspectiva, {year}."
    place = f"v. {chance.randint(1, 40)}, n. 2, p. {_pages(chance)}"
    return f"{name}. {title}. Revista do Moor, {place}, {year}."


def _mla(chance: random.Random, title: str, style: int) -> str:
    given = chance.choice(("Joseph", "Amy", "Tom"))
    name = f"{chance.choice(('Stigler', 'Haraway', 'Okafor', 'Lund'))}, {given}"
    if chance.random() < 0.2:
        name = chance.choice(("Plato", "UNESCO", "NICE", "WHO", "Homer", "OECD"))
    year = _year(chance)
    if style == 0:
        return f"{name} ({year}): {title}. London, Penguin."
    if style == 1:
        return f"{name}. {title}. Norton, {year}."
    place = f"vol. {chance.randint(1, 60)}, no. 2, {year}, pp. {_pages(chance)}"
    return f"{name}. “{title}.” Moor Studies, {place}."


def _bodies(chance: random.Random, title: str, style: int) -> str:
    body = chance.choice(
        ("World Health Organization", "WHO", "NICE", "UNESCO", "Statistics Canada", "Eurostat",
         "National Moor Service", "DIN", "ISO", "European Commission")
    )  # fmt: skip
    year = _year(chance)
    if style == 0:
        return f"{body}. {title}. {year}."
    if style == 1:
        return f"{body} ({year}) {title}. Geneva: {body}."
    return (
        f"{body}. {title}. Available from: https://www.moor.example/{year}/{chance.randint(1, 99)}"
    )


_SUBJECTS = ("the Law of the Sea", "Fens and Moors", "the Rights of Bees", "Rivers", "Trade")
_COURTS = ("Federal Court of Arden", "High Court", "Court of Appeal", "BGH", "Supreme Court")


def _legal(chance: random.Random, title: str, _style: int) -> str:
    """A treaty, a regulation, a resolution, a case or a standard."""
    year, number = _year(chance), chance.randint(2, 999)
    subject = chance.choice(_SUBJECTS)
    day = f"{chance.randint(1, 28)} {chance.choice(('March', 'April', 'December'))} {year}"
    regulation = (
        f"Regulation (EU) {year}/{number} of the European Parliament and of the Council of "
        f"{day} on {subject} [{year}] OJ L{number}/{chance.randint(1, 90)}."
    )
    return chance.choice(
        (
            f"Convention on {subject}, Arden, {day}, {number} UNTS {number * 3}.",
            regulation,
            f"UN General Assembly, Resolution {number}/{chance.randint(1, 99)}, {title}, {day}.",
            f"Voss v. Lenz, {number} F.2d {number * 2} ({year}).",
            f"{chance.choice(_COURTS)}, judgment of {day}, {number}/{year % 100}.",
            f"ISO {number * 7}-{chance.randint(1, 9)}:{year}. {title}. Geneva: ISO.",
            f"ASTM D{number}-{year % 100}, {title}, ASTM International, {year}.",
            f"An Act to amend the law of {subject}, {year}, c. {number}.",
        )
    )


_ARABIC = ("الحسني", "منصور", "رضایی", "کریمی", "العلي", "حداد", "نصر", "موسوی")
_ARABIC_TITLES = (
    "تاريخ المدن",
    "الصحافة في مصر",
    "مدیریت منابع آب",
    "اللغة والمجتمع",
    "فلسفة العلم",
)


def _arabic(chance: random.Random, _title: str, style: int) -> str:
    """An Arabic or a Persian reference."""
    name, other = chance.choice(_ARABIC), chance.choice(("عبد الله", "ليلى", "م.", "س."))
    words, year = chance.choice(_ARABIC_TITLES), _year(chance)
    if style == 0:
        return f"{name}، {other}. ({year}). {words}. بيروت: دار الطليعة."
    if style == 1:
        return f'{name}، {other}، "{words}"، مجلة الدراسات العربية، المجلد 12، {year}، ص 45-60.'
    return f"{name}، {other} ({year}). {words}. فصلنامه جغرافیا، 8(2)، {_pages(chance)}."


def _posted(chance: random.Random, title: str, style: int) -> str:
    """A message, a video or a repository."""
    name, year = (
        chance.choice(("Obi, N.", "NASA Outreach.", "@moorfan.", "Moor Films.")),
        _year(chance),
    )
    site = chance.choice(("Twitter", "YouTube", "GitHub", "Zenodo", "Instagram"))
    if style == 0:
        return f"{name} ({year}, July 9). {title} [Tweet]. {site}. https://moor.example/{year}"
    if style == 1:
        return (
            f"{name} “{title}.” {site}, 14 Oct. {year}, moor.example/watch/{chance.randint(1, 99)}."
        )
    return f"{name} {title} [Video]. {site}; {year}. doi:{chance.randint(10, 99)}.5281/moor.{year}"


def _excluded(chance: random.Random, title: str, _style: int) -> str:
    """A study in the appendix of a review, with what is said about it."""
    name = chance.choice(("Adeyemi O, Blum J", "Castillo RM, et al", "Dunne F, Ivers P", "Ng T"))
    place = f"{_year(chance)};{chance.randint(1, 60)}:{_pages(chance, '-')}"
    reason = chance.choice(
        (" Reason: wrong population.", " [excluded: no control]", "", " (n = 40)")
    )
    return f"{name}. {title}. Moor Rehabil J {place}.{reason}"
