"""XML that is broken, or meant to break its reader: all records are read that are there."""

from __future__ import annotations

import tracemalloc

import pytest

import refconv
from refconv import Code

LINES = '<?xml version="1.0"?>\n<xml><records>\n'


def record(title: str) -> str:
    return (
        '<record><ref-type name="Book">6</ref-type>'
        f"<titles><title>{title}</title></titles></record>\n"
    )


def titles(text: str | bytes) -> tuple[list[str], list[tuple[str, int]]]:
    """Give the titles that are read, and the codes and lines of what is said."""
    read = refconv.read(text, "endnote-xml")
    return [one.title for one in read], [(str(said.code), said.line) for said in read.diagnostics]


def test_a_file_that_is_cut_gives_the_records_before_and_what_there_is_of_the_last() -> None:
    text = LINES + record("A") + record("B")[:-25]

    found, said = titles(text)

    assert found == ["A", "B"[: len(found[1])]]
    assert said == [("syntax", 4)]


@pytest.mark.parametrize("end", ["", "</records", "<note", "<!-- a"])
def test_a_file_that_is_cut_behind_a_record_is_said_to_be(end: str) -> None:
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
def test_after_a_break_reading_goes_on_with_the_next_record(broken: str, kept: str | None) -> None:
    found, said = titles(LINES + record("A") + broken + record("C") + "</records></xml>")

    assert found == [title for title in ("A", kept, "C") if title]
    assert [line for code, line in said if code == "syntax"] == [4]


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
def test_text_in_no_record_is_said(text: str, line: int) -> None:
    read = refconv.read(text, "endnote-xml")
    (said,) = [one for one in read.diagnostics if one.code == Code.STRAY_TEXT]

    assert (said.line, said.severity) == (line, "warning")
    assert "Moons" in said.message


def test_what_is_around_records_is_no_text() -> None:
    text = f"<!-- Moons --><?xml version='1.0'?>\n<xml a='b'><records> , \n{record('A')}"

    assert titles(f"{text}{record('B')}<other/></records></xml>\n") == (["A", "B"], [])


def test_many_breaks_take_no_longer_than_many_records() -> None:
    count = 20_000
    found, said = titles(LINES + "<record><pages>1</page>\n" * count)

    assert (len(found), len([s for s in said if s[0] == "syntax"])) == (count, count)


def test_many_broken_start_tags_are_said_once_and_what_follows_is_read() -> None:
    found, said = titles(LINES + '<record a="1" <\n' * 1000 + record("C") + "</records></xml>")

    assert found == ["C"]
    assert said == [("syntax", 3), ("syntax", 4)]


BOMB = """<?xml version="1.0"?>
<!DOCTYPE xml [<!ENTITY a "lol">{}]>
<xml><records>{}</records></xml>"""


def test_declared_entities_are_not_expanded() -> None:
    nested = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(20))

    tracemalloc.start()
    found, said = titles(BOMB.format(nested, record("A &u; B")))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert found == ["A &u; B"]
    assert said == [("syntax", 2)]
    assert peak < 10_000_000


def test_external_entities_are_not_read() -> None:
    outside = '<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://localhost/"> %p;'

    found, _ = titles(BOMB.format(outside, record("A &x; B")))

    assert found == ["A &x; B"]


def test_entities_of_html_and_bare_ampersands_are_what_they_look_like() -> None:
    found, said = titles(
        LINES + record("caf&eacute; AT&T &amp; &#x41;&#1; &#0;R&D;") + "</records></xml>"
    )

    assert found == ["café AT&T & A R&D;"]
    assert said == []


def test_character_data_is_left_alone() -> None:
    found, _ = titles(LINES + record("<![CDATA[a & b <i>c</i> &x;]]> &nbsp;d") + "</records></xml>")

    assert found == ["a & b <i>c</i> &x; \u00a0d"]


def test_a_tower_of_tags_is_flat_text() -> None:
    deep = 100_000
    found, said = titles(LINES + record("<a>" * deep + "A" + "</a>" * deep) + "</records></xml>")

    assert len(found) == 1
    assert said == []


def test_a_tower_that_nobody_can_mean_is_cut() -> None:
    tower = "<record><pages>1</pages>" + "<a>" * 300_000
    found, said = titles(LINES + tower + record("A") + "</records></xml>")

    assert found == ["", "A"]
    assert said == [("missing-type", 3), ("syntax", 3)]


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
    found, said = titles(data)

    assert {*found} == {"A"}
    assert [code for code, _ in said] == codes


@pytest.mark.parametrize("coding", ["iso-8859-1", "windows-1251", "shift_jis", "gb2312"])
def test_a_coding_is_the_declared_one(coding: str) -> None:
    title = {"iso-8859-1": "Ä", "windows-1251": "Ж"}.get(coding, "中")
    text = f'<?xml version="1.0" encoding="{coding}"?><xml><records>{record(title)}</records></xml>'

    assert titles(text.encode(coding))[0] == [title]


def test_nothing_but_layout() -> None:
    assert titles(" \n<xml>") == ([], [("no-references", 1)])
    assert [s.code for s in refconv.read("", "endnote-xml").diagnostics] == [Code.EMPTY]
