"""Printed values → the model's values, one row a rule."""

import pytest

from refconv.assemble import label_codecs
from refconv.core.fields import Codec

PAGES = [
    ("5", "5"),
    ("503\u20139", "503-509"),
    ("1403\u201315", "1403-1415"),
    ("503--9", "503-509"),
    ("157 \u2013 163", "157-163"),
    ("209\u00ad222", "209-222"),
    ("vi51-6", "vi51-vi56"),
    ("S3\u2013S8", "S3-S8"),
    ("S3\u20138", "S3-S8"),
    ("D156\u2013D161", "D156-D161"),
    ("L33", "L33"),
    ("e005678", "e005678"),
    ("103096", "103096"),
    ("16-26 und 429-31", "16-26, 429-431"),
    ("1-12, e1-e5", "1-12, e1-e5"),
    ("xi\u2013xv", "xi-xv"),
    ("45ff", "45ff"),
    ("chap. 5, pp. 195\u2013239", "chap. 5, 195-239"),
    ("pp. 45\u201367", "45-67"),
    ("S. 12-14.", "12-14"),
    ("399-02", "399-02"),
]
VOLUMES = [("46", "46"), ("Vol. 12", "12"), ("Bd. 3", "3"), ("B688", "B688"), ("XII", "XII")]
ISSUES = [
    ("8", "8"),
    ("(4)", "4"),
    ("no. 3", "3"),
    ("Heft 3", "3"),
    ("№ 2", "2"),
    ("Suppl. 6", "Suppl 6"),
    ("2, SI", "2, SI"),
    ("3\u20134", "3-4"),
]
EDITIONS = [
    ("2nd ed.", "2"),
    ("Second edition", "2"),
    ("zweite Auflage", "2"),
    ("4e éd.", "4"),
    ("2. Aufl", "2"),
    ("3., überarb. Aufl.", "3., überarb."),
    ("Rev. ed.", "Rev. ed."),
]
TITLES = [
    ("“A Spanish Romanticist Parodies Himself,”", "A Spanish Romanticist Parodies Himself"),
    ("Dose fractionation. A systematic review.", "Dose fractionation. A systematic review"),
    ('"Race" and reason', '"Race" and reason'),
    ("“A” and “B”", "“A” and “B”"),
    ("The economy of the U.S.", "The economy of the U.S."),
    ("Why?", "Why?"),
]
CONTAINERS = [
    ("Nature.", "Nature"),
    ("Acc. Chem. Res.", "Acc. Chem. Res."),
    ("Proc. Natl. Acad. Sci. U.S.A.", "Proc. Natl. Acad. Sci. U.S.A."),
    ("J Bone Joint Surg (Am)", "J Bone Joint Surg (Am)"),
]
ROWS = [
    *((label_codecs.PAGES, *row) for row in PAGES),
    *((label_codecs.VOLUME, *row) for row in VOLUMES),
    *((label_codecs.ISSUE, *row) for row in ISSUES),
    *((label_codecs.EDITION, *row) for row in EDITIONS),
    *((label_codecs.TITLE, *row) for row in TITLES),
    *((label_codecs.CONTAINER, *row) for row in CONTAINERS),
]


@pytest.mark.parametrize(("codec", "raw", "expected"), ROWS)
def test_values(codec: Codec, raw: str, expected: str) -> None:
    decoded = codec.decode(((raw,),))
    assert (decoded.value, decoded.problem, decoded.unused) == (expected, None, ())


def test_notes_are_joined() -> None:
    assert label_codecs.NOTE.decode((("in Russian", "cited in Smith."),)).value == (
        "in Russian; cited in Smith."
    )


def test_a_contributor_block_knows_better_than_the_citation() -> None:
    decoded = label_codecs.NAMES.decode(
        (("Afrough A", "Dima D"), ("Afrough, Aimaz 0000-0003-2645-8557", "Dima, Danai"))
    )
    assert [name.given for name in decoded.value.names] == ["Aimaz", "Danai"]
    assert decoded.value.names[0].orcid == "0000-0003-2645-8557"
    assert decoded.unused == ()
