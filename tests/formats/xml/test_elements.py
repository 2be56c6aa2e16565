"""Malformed and malicious XML: every record in it is read."""

from __future__ import annotations

import tracemalloc

import pytest

import refconv
from refconv import Code
from refconv.formats.xml.elements import Element, Names

LINES = '<?xml version="1.0"?>\n<xml><records>\n'


def record(title: str) -> str:
    return (
        '<record><ref-type name="Book">6</ref-type>'
        f"<titles><title>{title}</title></titles></record>\n"
    )


def titles(text: str | bytes) -> tuple[list[str], list[tuple[str, int]]]:
    """Return the titles that are read, and the codes and lines of the diagnostics."""
    read = refconv.read(text, "endnote-xml")
    return [one.title for one in read], [(str(one.code), one.line) for one in read.diagnostics]


TREE = Element(
    "a",
    {},
    1,
    [
        "1 ",
        Element("b", {}, 2, ["2\n", Element("c", {}, 3, [" 3"])]),
        Element("b", {}, 4, ["4"]),
        Element("c", {}, 5, []),
    ],
)


@pytest.mark.parametrize(
    ("path", "lines"),
    [((), [1]), (("b",), [2, 4]), (("b", "c"), [3]), (("c",), [5]), (("c", "b"), []), (("d",), [])],
)
def test_elements_at_a_path(path: tuple[str, ...], lines: list[int]) -> None:
    first = TREE.first(*path)

    assert [element.line for element in TREE.all(*path)] == lines
    assert (first.line if first is not None else None) == next(iter(lines), None)


def test_the_text_of_an_element() -> None:
    assert [child.line for child in TREE.children] == [2, 4, 5]
    assert (TREE.text(), [child.text() for child in TREE.children]) == ("1 2 34", ["2 3", "4", ""])


@pytest.mark.parametrize(
    ("text", "outer", "any_record"),
    [
        ("<a>", True, True),
        ("<p:a x='1'>", True, True),
        ("<a/>", True, True),
        ("<b>", False, True),
        ("<ab>", False, False),
        ("</a>", False, False),
    ],
)
def test_the_beginnings_of_records(text: str, outer: bool, any_record: bool) -> None:
    names = Names(("a",), ("b",))

    assert (names.beginning().match(text) is not None) is outer
    assert (names.any_beginning().match(text.encode()) is not None) is any_record


def test_a_file_that_ends_in_a_record() -> None:
    text = LINES + record("A") + record("B")[:-25]

    found, reported = titles(text)

    assert found == ["A", "B"[: len(found[1])]]
    assert reported == [("syntax", 4)]


@pytest.mark.parametrize("end", ["", "</records", "<note", "<!-- a"])
def test_a_file_that_ends_after_a_record_is_reported(end: str) -> None:
    assert titles(LINES + record("A") + end) == (["A"], [("syntax", 4)])


@pytest.mark.parametrize(
    ("broken", "kept"),
    [
        ("<record><titles><title>B</titel></titles></record>\n", "B"),
        ("<record><titles><title>B <b</title></titles></record>\n", "B"),
        ("<record><titles><title>B</title><title", "B"),
        ('<record a="1" a="2"><titles><title>B</title></titles></record>\n', None),
    ],
)
def test_after_a_syntax_error_the_next_record_is_read(broken: str, kept: str | None) -> None:
    found, reported = titles(LINES + record("A") + broken + record("C") + "</records></xml>")

    assert found == [title for title in ("A", kept, "C") if title]
    assert [line for code, line in reported if code == "syntax"] == [4]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<xml>\nMoons" + record("A") + "</xml>", 2),
        ("<xml>\n<records><titles>\n<title>Moons</title></titles>" + record("A") + "</xml>", 3),
        ("<xml>" + record("A") + "Moons" + record("B") + "</xml>", 2),
        ("<xml>" + record("A") + "\n<note>Moons</note>\n</xml>", 3),
        ("<xml>" + record("A") + "</records>\n</records> Moons " + record("B") + "and", 3),
    ],
)
def test_text_outside_of_records_is_reported(text: str, line: int) -> None:
    read = refconv.read(text, "endnote-xml")
    (stray,) = [one for one in read.diagnostics if one.code == Code.STRAY_TEXT]

    assert (stray.line, stray.severity) == (line, "warning")
    assert "Moons" in stray.message


def test_elements_and_comments_around_records_are_not_reported() -> None:
    text = f"<!-- Moons --><?xml version='1.0'?>\n<xml a='b'><records> , \n{record('A')}"

    assert titles(f"{text}{record('B')}<other/></records></xml>\n") == (["A", "B"], [])


def test_many_syntax_errors_take_no_longer_than_many_records() -> None:
    count = 20_000
    found, reported = titles(LINES + "<record><pages>1</page>\n" * count)

    assert (len(found), len([s for s in reported if s[0] == "syntax"])) == (count, count)


def test_many_broken_start_tags_are_reported_once() -> None:
    found, reported = titles(LINES + '<record a="1" <\n' * 1000 + record("C") + "</records></xml>")

    assert found == ["C"]
    assert reported == [("syntax", 3), ("syntax", 4)]


BOMB = """<?xml version="1.0"?>
<!DOCTYPE xml [<!ENTITY a "lol">{}]>
<xml><records>{}</records></xml>"""


def test_declared_entities_are_not_expanded() -> None:
    nested = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(20))

    tracemalloc.start()
    found, reported = titles(BOMB.format(nested, record("A &u; B")))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert found == ["A &u; B"]
    assert reported == [("syntax", 2)]
    assert peak < 10_000_000


def test_external_entities_are_not_read() -> None:
    outside = '<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://localhost/"> %p;'

    found, _ = titles(BOMB.format(outside, record("A &x; B")))

    assert found == ["A &x; B"]


def test_entities_of_html_and_bare_ampersands_are_characters() -> None:
    found, reported = titles(
        LINES + record("caf&eacute; AT&T &amp; &#x41;&#1; &#0;R&D;") + "</records></xml>"
    )

    assert found == ["café AT&T & A R&D;"]
    assert reported == []


def test_character_data_is_kept_unchanged() -> None:
    found, _ = titles(LINES + record("<![CDATA[a & b <i>c</i> &x;]]> &nbsp;d") + "</records></xml>")

    assert found == ["a & b <i>c</i> &x; \u00a0d"]


def test_deeply_nested_elements_are_flat_text() -> None:
    deep = 100_000
    found, reported = titles(
        LINES + record("<a>" * deep + "A" + "</a>" * deep) + "</records></xml>"
    )

    assert len(found) == 1
    assert reported == []


def test_a_record_with_too_many_nested_elements_ends() -> None:
    tower = "<record><pages>1</pages>" + "<a>" * 300_000
    found, reported = titles(LINES + tower + record("A") + "</records></xml>")

    assert found == ["", "A"]
    assert reported == [("missing-type", 3), ("syntax", 3)]


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (LINES + record("A\x00\x01\x0c") + "</records></xml>", ["control-character"]),
        (("\n\n" + LINES + record("A") + "</records></xml>").encode("utf-16"), ["encoding"]),
        (
            (LINES + record("Ä") + "</records></xml>").encode("utf-16-le").replace(b"\xc4", b"A"),
            ["encoding"],
        ),
        (
            LINES.replace("?>", ' encoding="UTF-16"?>') + record("A") + "</records></xml>",
            [],
        ),
        (f"{LINES}{record('A')}</records></xml>" * 2, []),
        (LINES + record("A"), ["syntax"]),
        (record("A"), []),
        (f"{LINES}<!-- <record> &x; -->\n{record('A')}</records></xml>", []),
        (f"{LINES}{record('A')}<!-- never closed {record('A')}</records></xml>", ["stray-text"]),
    ],
)
def test_odd_files(data: str | bytes, codes: list[str]) -> None:
    found, reported = titles(data)

    assert {*found} == {"A"}
    assert [code for code, _ in reported] == codes


@pytest.mark.parametrize("coding", ["iso-8859-1", "windows-1251", "shift_jis", "gb2312"])
def test_the_declared_encoding_is_used(coding: str) -> None:
    title = {"iso-8859-1": "Ä", "windows-1251": "Ж"}.get(coding, "中")
    text = f'<?xml version="1.0" encoding="{coding}"?><xml><records>{record(title)}</records></xml>'

    assert titles(text.encode(coding))[0] == [title]


def test_a_file_without_records() -> None:
    assert titles(" \n<xml>") == ([], [("no-references", 1)])
    assert [s.code for s in refconv.read("", "endnote-xml").diagnostics] == [Code.EMPTY]
