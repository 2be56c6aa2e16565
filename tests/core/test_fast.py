"""Fast paths: each of every table agrees with its codec."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refconv.core.fast import FastPath, cached, coverage, if_text, match, plan
from refconv.core.fields import (
    Alias,
    Carry,
    Codec,
    Decoded,
    Field,
    FieldMap,
    NameList,
    Raws,
    Record,
    types,
)
from refconv.core.lens import decode_record, encode_reference
from refconv.core.model import BY_NAME, ItemType, Name, Reference
from refconv.formats.registry import FILE_FORMATS
from refconv.io.api import FORMATS
from refconv.strategies import dates, names

# ── every fast path there is ──────────────────────────────────────────────────────────────────────


class Path(NamedTuple):
    """The fields of a table that take the same functions, and hold the same kind of value."""

    fields: tuple[Field, ...]
    fast: FastPath
    kind: str
    carry: Carry
    is_written: bool


def paths() -> Iterator[Any]:
    for name, format in FORMATS.items():
        tables = [("", format.table), *format.dialects.items()]
        for client, table in tables:
            groups: dict[object, list[Field]] = {}
            for field in table.fields:
                if (fast := table.fast.get(field.codec)) is not None:
                    of = (BY_NAME[field.variable].kind, fast.is_plain, fast.encode_plain)
                    groups.setdefault((*of, fast.decode_one, len(field.keys)), []).append(field)
            for fields in groups.values():
                kind = BY_NAME[fields[0].variable].kind
                fast, is_written = table.fast[fields[0].codec], format.join is not None
                path = Path(tuple(fields), fast, kind, format.carry, is_written)
                yield pytest.param(path, id=f"{name} {client} {fields[0].keys[0]}")


# Nearly what is plain: numbers, names and words that some syntax tells apart, or rewrites.
_PARTS = (
    *"a A é ø - – _ / . , ; : ' ’ ( ) { } \\ $ & < > \" \n".split(" "),
    *"B. van Jr. and et al. others 7 12 2004 -- 10.1000/x_1 PMC1234567 1234-5679".split(),
    *"978-3-16-148410-0 12345678 2004/05/ 2004/05/12/ May received x@y".split(),
    *(" ", "  ", "\u00a0"),
)
_TEXTS = st.lists(st.sampled_from(_PARTS), min_size=1, max_size=4).map("".join)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": _TEXTS,
    "number": _TEXTS,
    "date": dates(),
    "list": st.lists(_TEXTS, min_size=1, max_size=3).map(tuple),
    "names": st.builds(
        NameList,
        st.lists(
            st.builds(Name, family=_TEXTS, given=st.just("") | _TEXTS) | names(),
            min_size=1,
            max_size=3,
        ).map(tuple),
        st.booleans(),
    ),
}
every_path = pytest.mark.parametrize("path", [*paths()])
law = settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))


def whole(field: Field, raws: Raws) -> Raws:
    """Return raw values with the empty tuples at their end that a fast path leaves out."""
    return (*raws, *((),) * (len(field.keys) - len(raws)))


def raws_of(path: Path) -> st.SearchStrategy[Raws]:
    """Make raw values under the keys of a field: texts, and what its codec encodes."""
    count = len(path.fields[0].keys)
    drawn = st.tuples(*[st.lists(_TEXTS, max_size=2).map(tuple)] * count)
    if path.is_written:
        drawn |= VALUES[path.kind].map(path.fields[0].codec.encode)
    return drawn.filter(any)


@every_path
@law
@given(data=st.data())
def test_decoding_by_a_fast_path_gives_what_the_codec_gives(
    path: Path, data: st.DataObject
) -> None:
    raws = data.draw(raws_of(path))
    decode = path.fields[0].codec.decode

    if path.fast.decode is not None:
        assert path.fast.decode(raws) == decode(raws)
    if path.fast.decode_one is not None and raws[0]:
        value = path.fast.decode_one(raws[0][0])
        if value is not None:
            assert decode(whole(path.fields[0], ((raws[0][0],),))) == Decoded(value)


@every_path
@law
@given(data=st.data())
def test_encoding_by_a_fast_path_gives_what_the_codec_gives(
    path: Path, data: st.DataObject
) -> None:
    value = data.draw(VALUES[path.kind])

    if path.fast.encode is not None:
        assert path.fast.encode(value) == path.fields[0].codec.encode(value)
    plain = path.fast.encode_plain(value) if path.fast.encode_plain is not None else None
    if path.fast.is_plain is not None and path.fast.is_plain(value):
        plain = ((value,),)
    for field in path.fields if plain is not None else ():
        # A format may carry a text otherwise under another key.
        raws = whole(field, plain or ())
        assert field.codec.encode(value) == raws
        for key, column in zip(field.keys, raws, strict=True):
            assert tuple(path.carry(key, raw) for raw in column) == column
        assert field.codec.decode(raws) == Decoded(value)


@pytest.mark.parametrize("name", ["bibtex", "ris", "csl-json"])
def test_what_most_references_hold_takes_the_fast_paths(name: str) -> None:
    format = FILE_FORMATS[name]
    article = Reference(
        type="article-journal",
        id="x",
        title="Étude of a title: the (first) part",
        author=(Name(family="Müller-Lüdenscheidt", given="A. B."), Name(family="Li", given="Wei")),
        container_title="Journal of Things",
        issued="2004-05",
        volume="12",
        issue="3",
        page="123-145",
        DOI="10.1000/xyz_123.4",
        keyword=("one", "two words"),
    )

    encoded = encode_reference(format.table, article, format.carry)

    assert [raws for _, raws in encoded.fields] == [None] * 9


@pytest.mark.parametrize("name", FORMATS)
def test_a_table_needs_no_fast_path(name: str) -> None:
    format = FORMATS[name]
    slow = FieldMap("x", "type", format.table.types, format.table.fallback, format.table.fields)

    assert all(one.encode is one.field.codec.encode for one in plan(slow, ItemType.BOOK).fields)


# ── plans ─────────────────────────────────────────────────────────────────────────────────────────


TEXT = Codec(lambda raws: Decoded(raws[0][0]), lambda value: ((value,),))
PAIR = Codec(lambda raws: Decoded("".join(map("".join, raws))), lambda value: ((value,), ()))
TABLE = FieldMap(
    prefix="x",
    type_key="type",
    types=(("b", ItemType.BOOK), ("a", ItemType.ARTICLE_JOURNAL)),
    fallback=("b", ItemType.BOOK),
    fields=(
        Field(("T",), "title", TEXT),
        Field(("N",), "issue", TEXT, types("article-journal")),
        Field(("N",), "number", TEXT),
        Field(("P", "Q"), "page", PAIR),
    ),
    aliases=(Alias("S", "T"),),
    fast={TEXT: FastPath(decode_one=if_text)},
)


@pytest.mark.parametrize(
    ("kind", "variables"),
    [("book", ["title", "number", "page"]), ("article-journal", ["title", "issue", "page"])],
)
def test_a_plan_pairs_keys_and_variables_one_to_one(kind: str, variables: list[str]) -> None:
    planned = plan(TABLE, ItemType(kind))

    assert [one.field.variable for one in planned.fields] == variables
    assert plan(TABLE, ItemType(kind)) is planned


MATCHES = [
    (("T",), ("a",), [("title", ((0,),))], ()),
    # The main spelling goes before an alias.
    (("S", "T"), ("a", "b"), [("title", ((1, 0),))], ()),
    (("Q", "Z", "P", "P"), ("1", "z", "2", "3"), [("page", ((2, 3), (0,)))], (1,)),
    (("T", "N"), ("", "1"), [("number", ((1,),))], (0,)),
    (("T", "N"), (None, 0), [("number", ((1,),))], (0,)),
    ((), (), [], ()),
]


@pytest.mark.parametrize(("keys", "raws", "fields", "unmatched"), MATCHES)
def test_which_field_takes_which_value(
    keys: tuple[str, ...], raws: tuple[Any, ...], fields: list[object], unmatched: tuple[int, ...]
) -> None:
    matching = match(TABLE, plan(TABLE, ItemType.BOOK), keys, raws)

    assert [(one.field.variable, one.places) for one in matching.fields] == fields
    assert matching.unmatched == unmatched


def test_one_value_alone_is_decoded_by_its_fast_path() -> None:
    planned = plan(TABLE, ItemType.BOOK)
    one, two = (match(TABLE, planned, keys, ("a", "b")) for keys in (("T", "P"), ("T", "T")))

    assert [field.decode_one for field in one.fields] == [if_text, None]
    assert [field.decode_one for field in two.fields] == [None]


def test_which_field_holds_which_value() -> None:
    reference = Reference(type="book", page="1", title="A", URL="u", et_al={"editor"})

    assert coverage(plan(TABLE, ItemType.BOOK), reference) == ((0, 2), ("URL", "editor")) or (
        coverage(plan(TABLE, ItemType.BOOK), reference) == ((0, 2), ("editor", "URL"))
    )


def test_a_cache_calls_its_codec_once() -> None:
    calls: list[Raws] = []

    def decode(raws: Raws) -> Decoded:
        calls.append(raws)
        return Decoded(raws[0][0])

    fast = cached(Codec(decode, lambda value: ((value,),)))

    assert fast.decode is not None
    assert [fast.decode((("a",),)).value for _ in range(3)] == ["a"] * 3
    assert calls == [(("a",),)]


def test_records_with_many_values_are_not_cached() -> None:
    planned = plan(TABLE, ItemType.BOOK)
    keys = ("T",) * 65

    match(TABLE, planned, keys, ("a",) * 65)

    assert keys not in planned.matchings


def test_decode_one_answers_for_its_field() -> None:
    reference, diagnostics = decode_record(TABLE, Record("b", "", (("T", "A"), ("N", "1"))))

    assert (reference.title, reference.number, diagnostics) == ("A", "1", [])
