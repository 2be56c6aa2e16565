r"""BibTeX files, well-formed and broken, to records: nothing is lost, all problems are reported."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.core.codes import Code
from refconv.core.fields import Record
from refconv.formats.base import Chunk, Split
from refconv.formats.bibtex import FORMAT
from refconv.formats.bibtex.latex.field_styles import TEXT
from refconv.formats.bibtex.latex.white_space import clean
from refconv.formats.bibtex.syntax.chunk_index import ChunkIndex
from refconv.formats.bibtex.syntax.inheritance import RawEntry, parent_keys
from refconv.formats.bibtex.syntax.name_lists import NativeName, parse_names
from refconv.formats.bibtex.syntax.reader import _Reading, has_key, may_refer, named_parents
from refconv.formats.bibtex.syntax.scanner import scan
from refconv.strategies import texts


def split(text: str) -> Split:
    return FORMAT.split(text)


def one(text: str) -> Record:
    (record,) = split(text).records
    return record


def fields(text: str) -> dict[str, object]:
    return dict(one(text).fields)


def diagnostics(text: str) -> list[tuple[Code, int]]:
    return [(diagnostic.code, diagnostic.line) for diagnostic in split(text).diagnostics]


# ── sound files ───────────────────────────────────────────────────────────────────────────────────


def test_an_entry() -> None:
    text = """
@Article{key,
  author = {A B and C D},
  Title  = "The {DNA} of \\emph{x}",
  year = 2001, month = mar # "~5",
  bdsk-url-1 = {http://a_b.c/%7E{x}},
}"""
    assert one(text) == Record(
        "article",
        "key",
        (
            ("author", parse_names("A B and C D")),
            ("Title", 'The <span class="nocase">DNA</span> of <i>x</i>'),
            ("year", "2001"),
            ("month", "mar~5"),
            ("bdsk-url-1", "http://a_b.c/%7E{x}"),
        ),
        line=2,
        lines=(3, 4, 5, 5, 6),
    )
    assert diagnostics(text) == []


SOUND = {
    '@article(a, title = {c ) d}, note = "e ) f")': {"title": "c ) d", "note": "e ) f"},
    "@misc{a, title={mail a@b{c} or\n@foo{x} here}}": {
        "title": 'mail a@b<span class="nocase">c</span> or @foo<span class="nocase">x</span> here'
    },
    "@misc{a, note={one\n  two\n\n three }}": {"note": "one two\n\nthree"},
    '@misc{a, note="say {"}hi{"}"}': {"note": 'say "hi"'},
    "@misc{a, note = {}}": {"note": ""},
    "@misc{a,}": {},
    "@misc{a}": {},
    "@dataset-x{a, note={n}}": {"note": "n"},
    "@misc {a , note = {n} , }": {"note": "n"},
    "@misc{a, url={http://x/\\_%7E#}, file={C:\\a\\b.pdf}}": {
        "url": "http://x/\\_%7E#",
        "file": "C:\\a\\b.pdf",
    },
    "@misc{a, file={C:\\a\\}, note={n}}": {"file": "C:\\a\\", "note": "n"},
    "@misc{a, title = {Set \\{a, b}, note={n}}": {"title": "Set {a, b", "note": "n"},
    "@misc{a, author={WHO and }}": {"author": parse_names("WHO")},
    "\ufeff@misc{a,\r\n note={n\r m}}": {"note": "n m"},
}


@pytest.mark.parametrize(("text", "expected"), SOUND.items())
def test_what_bibtex_allows(text: str, expected: dict[str, object]) -> None:
    assert fields(text) == expected
    assert diagnostics(text) == []


def test_macros() -> None:
    text = '@string{j = "J. of "}@STRING(f = j # {Foo})@misc{a, journal = F # { B}, note = 1 # "x"}'
    assert fields(text) == {"journal": "J. of Foo B", "note": "1x"}


def test_text_between_entries_is_kept() -> None:
    text = "% Encoding\n\n@comment{x @misc{no, y}}\n"
    text += '@preamble{"\\foo"}\n@string{a="b"}\nwords\n@misc{k}'
    blocks = [(block.kind, block.text, block.line) for block in split(text).blocks]
    assert blocks == [
        ("text", "% Encoding", 1),
        ("comment", "@comment{x @misc{no, y}}", 3),
        ("preamble", '@preamble{"\\foo"}', 4),
        ("string", '@string{a="b"}', 5),
        ("text", "words", 6),
    ]
    assert [record.id for record in split(text).records] == ["k"]
    assert diagnostics(text) == [
        (Code.STRAY_TEXT, 6),
    ]


def test_blocks_are_written_back() -> None:
    text = '% Encoding\n\n@string{a="b"}\n\n@misc{k,\n}\n\n@comment{x}\n'
    found = split(text)
    assert FORMAT.join is not None
    assert FORMAT.join(found.records, found.blocks) == text


# ── inheritance (biblatex manual, appendix B) ─────────────────────────────────────────────────────

INHERITED = [
    ("inproceedings", "proceedings", {"booktitle": "Parent", "year": "2000", "editor": "E F"}),
    ("incollection", "book", {"booktitle": "Parent", "year": "2000", "editor": "E F"}),
    ("inbook", "mvbook", {"maintitle": "Parent"}),
    ("article", "periodical", {"journaltitle": "Parent"}),
    ("book", "book", {"year": "2000"}),
]


@pytest.mark.parametrize(("child", "parent", "expected"), INHERITED)
def test_crossref(child: str, parent: str, expected: dict[str, str]) -> None:
    text = f"@{child}{{c, title={{Child}}, crossref={{P}}}}"
    text += f"@{parent}{{p, title={{Parent}}, editor={{E F}}, year=2000, key={{k}}}}"
    got = dict(split(text).records[0].fields)
    wanted = {k: parse_names(v) if k == "editor" else v for k, v in expected.items()}
    assert {key: got.get(key) for key in wanted} == wanted
    assert got["title"] == "Child"
    assert got["crossref"] == "P"
    assert "key" not in got


def test_xdata_and_chains_and_circles() -> None:
    text = "@misc{a, xdata={b, c}}@xdata{b, note={n}, xdata={a}}@xdata{c, note={no}, year=1}"
    assert dict(split(text).records[0].fields) == {"xdata": "b, c", "note": "n", "year": "1"}


def test_a_date_is_inherited_whole_or_not_at_all() -> None:
    text = "@inbook{a, date={2001}, crossref={p}}@book{p, year=2000, month=jan}"
    assert dict(split(text).records[0].fields) == {"date": "2001", "crossref": "p"}


# ── broken files ──────────────────────────────────────────────────────────────────────────────────

BROKEN = [
    (
        "@misc{a,\n title={no end,\n year=2000\n}\n@misc{b, year=1}",
        [("a", {"title": "no end", "year": "2000"}), ("b", {"year": "1"})],
        [(Code.UNCLOSED_ENTRY, 1), (Code.SYNTAX, 2)],
    ),
    (
        "@misc{a, title={no end, year=2000}\n@misc{b, year=1}",
        [("a", {"title": "no end", "year": "2000"}), ("b", {"year": "1"})],
        [(Code.UNCLOSED_ENTRY, 1), (Code.SYNTAX, 1)],
    ),
    (
        "@misc{a, title={x},\n@misc{b, year=1}",
        [("a", {"title": "x"}), ("b", {"year": "1"})],
        [(Code.UNCLOSED_ENTRY, 1)],
    ),
    (
        '@misc{a,\n title="no end,\n year=2000\n}\n@misc{b, year=1}',
        [("a", {"title": "no end", "year": "2000"}), ("b", {"year": "1"})],
        [(Code.SYNTAX, 2)],
    ),
    (
        "@misc{a,\n title={x}\n year=2000}",
        [("a", {"title": "x", "year": "2000"})],
        [(Code.MISSING_COMMA, 2)],
    ),
    ("@misc{a\n title={x}}", [("a", {"title": "x"})], [(Code.MISSING_COMMA, 1)]),
    ("@misc{title={x}}", [("", {"title": "x"})], [(Code.MISSING_KEY, 1)]),
    ("@misc{, title={x}}", [("", {"title": "x"})], [(Code.MISSING_KEY, 1)]),
    ("@misc{a b, title={x}}", [("a b", {"title": "x"})], []),
    ("@misc{a, title {x}}", [("a", {"title": "x"})], [(Code.SYNTAX, 1)]),
    ("@misc{a, title =, year=1}", [("a", {"title": "", "year": "1"})], [(Code.SYNTAX, 1)]),
    (
        "@misc{a, junk here, year=1}",
        [("a", {"year": "1"})],
        [(Code.STRAY_TEXT, 1)],
    ),
    (
        '@misc{a, title = "he said "hi" to me", year=1}',
        [("a", {"title": 'he said "hi" to me', "year": "1"})],
        [],
    ),
    (
        "@misc{a, journal = nope # { x}}",
        [("a", {"journal": "nope x"})],
        [(Code.UNDEFINED_MACRO, 1)],
    ),
    ("@misc{a, crossref={nobody}}", [("a", {"crossref": "nobody"})], [(Code.CROSSREF, 1)]),
    ("@misc{a, title={x\x00y}}", [("a", {"title": "xy"})], [(Code.CONTROL_CHARACTER, 1)]),
    (
        "@misc{a, title={\\foo{x}}}",
        [("a", {"title": {"latex": "\\foo{x}"}})],
        [(Code.LATEX_KEPT, 1)],
    ),
    ("@misc{a, note = {x", [("a", {"note": "x"})], [(Code.UNCLOSED_ENTRY, 1), (Code.SYNTAX, 1)]),
    ("words only", [], [(Code.STRAY_TEXT, 1)]),
    ("% @misc{a, note={commented out}}", [], []),
    ("write to me@there.org (soon) or @you{", [], [(Code.STRAY_TEXT, 1)]),
    ("@string{a}", [], [(Code.SYNTAX, 1)]),
    (
        "@misc{a,\n author={A, B, C, D}}",
        [("a", {"author": (NativeName(literal="A, B, C, D"),)})],
        [(Code.BAD_NAME, 2)],
    ),
    ("", [], []),
]


@pytest.mark.parametrize(("text", "records", "codes"), BROKEN)
def test_broken_files_are_read_and_reported(
    text: str, records: list[tuple[str, dict[str, object]]], codes: list[tuple[Code, int]]
) -> None:
    found = split(text)
    assert [(record.id, dict(record.fields)) for record in found.records] == records
    assert diagnostics(text) == codes


def test_repeated_fields_are_all_there() -> None:
    text = "@misc{a,\n title={x},\n Title={y}}"
    assert one(text).fields == (("title", "x"), ("Title", "y"))
    assert diagnostics(text) == [(Code.DUPLICATE_FIELD, 3)]


def test_a_diagnostic_adds_nothing_line_and_column() -> None:
    (first,) = split("\n\n  @misc{, title={x}}").diagnostics
    assert (first.line, first.column) == (3, 3)


def test_text_that_belongs_to_no_field_is_kept() -> None:
    assert [block.text for block in split("@misc{a, junk here, year=1}").blocks] == ["junk here"]


# ── bombs and big ones ────────────────────────────────────────────────────────────────────────────


def test_a_macro_bomb_is_reported() -> None:
    text = '@string{a0="lollollollol"}'
    text += "".join(f"@string{{a{i}={'#'.join([f'a{i - 1}'] * 10)}}}" for i in range(1, 30))
    found = split(text + "@misc{x, title=a29}")
    assert Code.EXPANSION_LIMIT in {diagnostic.code for diagnostic in found.diagnostics}
    assert [record.id for record in found.records] == ["x"]


@pytest.mark.parametrize(
    "text",
    [
        "@misc{a, title={" + "{" * 100_000 + "x" + "}" * 100_000 + "}}",
        "@misc{a, title={" + "{" * 100_000,
        "@misc{a, note={" + "word " * 200_000 + "}}",
        "@misc{a, title={x},\n" * 5_000,
        '@misc{a, title="x\n' * 3_000,
        "@a{" * 20_000,
        "@" * 200_000,
        '@a{b,c="' + "{" * 100_000,
        "@a{b," + "c=1 " * 10_000 + "}",
        '@a("' + "{" * 100_000,
        "@a{x, t = {" + "@b{c,\n" * 5_000,
        "@a{x," + "\n" * 200_000 + " " * 200_000,
    ],
)
def test_the_time_for_broken_files_is_bounded(text: str) -> None:
    found = split(text)

    assert found.records or found.diagnostics or found.blocks


# ── for any text ──────────────────────────────────────────────────────────────────────────────────

pieces = st.sampled_from(
    ["@misc{a,", "@string{x=", "@comment{", "title=", "{", "}", '"', "(", ")", ",", "#", "\n", "\\"]
)


@given(parts=st.lists(pieces | texts(), max_size=30))
def test_the_chunks_are_the_whole_text(parts: list[str]) -> None:
    text = "".join(parts)
    place = 0
    for chunk in scan(text):
        assert chunk.start == place
        assert chunk.end > chunk.start
        place = chunk.end
    assert place == len(text)


@given(parts=st.lists(pieces | texts(), max_size=30))
def test_no_character_of_an_entry_is_lost(parts: list[str]) -> None:
    text = "".join(part for part in parts if part.isascii() and part.isprintable())
    found = split(f"@misc{{k, {text}")
    assert found.records or found.blocks


def test_comments_in_an_entry_are_no_values() -> None:
    text = """@book{a, % the key
  title = {T}, % a {comment}, with = signs
  publisher = {P} % a comment
  ,
  % note = {old},
  %keywords = {x},
  url = {http://x.org/a%20b},
  year = 2001 % year
}"""
    found = split(text)

    assert dict(found.records[0].fields) == {
        "title": "T",
        "publisher": "P",
        "url": "http://x.org/a%20b",
        "year": "2001",
    }
    assert found.diagnostics == ()
    assert [block.text for block in found.blocks] == [
        "% the key",
        "% a {comment}, with = signs",
        "% a comment",
        "% note = {old},",
        "%keywords = {x},",
        "% year",
    ]


CONTAINERS = [
    "@xdata{d, title = {T}}",
    "@set{s, entryset = {a, b}}",
    "@CONTROL{REVTEX41Control}",
    "@IEEEtranBSTCTL{c, CTLuse_article_number = {yes}}",
    "@comment @book{old, title = {Old}}",
    "@comment{ @book{old, title = {Old}} }",
]


@pytest.mark.parametrize("block", CONTAINERS)
def test_what_is_no_reference_is_kept_as_a_block(block: str) -> None:
    found = split(f"{block}\n@book{{a, title = {{A}}}}\n")

    assert [record.id for record in found.records] == ["a"]
    assert [one.text for one in found.blocks] == [block]


def test_data_in_a_container_are_inherited() -> None:
    text = "@xdata{d, venue = {Gent}}\n@inproceedings{a, title = {A}, xdata = {d}}"

    assert dict(split(text).records[0].fields)["venue"] == "Gent"


# ── what is indexed ───────────────────────────────────────────────────────────────────────────────

PIECES = st.sampled_from(
    ["@misc{a,", "@book(B,", "crossref", "XDATA", " = ", "=", " % c\n", "{A}", "{ b, C }", '"b"',
     "{a} # {b}", "m", ",", "}", ")", "\n", " {", "title = {crossref}", "\x02", "\u00a0", "{\\{a}",
     "keywords = {crossreferenced, xdata}", "@string{m = {a}}", "@xdata{b,", "@misc{É, "]
)  # fmt: skip


@given(pieces=st.lists(PIECES, max_size=16))
def test_parents_that_are_seen_without_parsing_are_all_that_parsing_finds(
    pieces: list[str],
) -> None:
    text = "".join(pieces)
    entries = parsed(text)
    parents = {key.lower() for entry in entries for key, _, _ in parent_keys(entry)}
    seen = named_parents(text)

    assert not parents or may_refer(clean(text))
    assert parents <= (seen or set()) or "{}" in (seen or set())
    for entry in entries:
        assert not entry.key or has_key(clean(text), {entry.key.lower()}) or " " in entry.key


def parsed(text: str) -> list[RawEntry]:
    reading = _Reading(lambda _: TEXT)
    return [*reading._entries(Chunk(text), ChunkIndex(), lambda _: True)]
