"""One entry in, the works that it names out."""

from __future__ import annotations

import pytest

from refconv.page.offset_text import Traced
from refconv.page.works import works

ONE = "Fontaine, R.; Bell, C. S. J. Org. Synth. 1998, 63, 1021"
TWO = "Ueda, M. Tetrahedron Comm. 2001, 42, 3377–3380."


@pytest.mark.parametrize(
    ("entry", "named"),
    [
        (ONE, [ONE]),
        (f"(a) {ONE}; (b) {TWO}", [ONE, TWO]),
        (f"a) {ONE}; b) {TWO}", [ONE, TWO]),
        (f"{ONE}; {TWO}", [ONE, TWO]),
        # semicolons between authors part nothing
        ("Mbeki, J.; Olsen, O.; Prado, S. Hydrol. Notes 2019, 5, 71.", None),
        # neither do those within one place
        ("Ames T. Pollen and weather. J Api Res. 2001; 40: 11-19.", None),
        # the same authors again, another place
        (
            "K. Abe et al., Phys. Rev. D 88, 021801 (2002); Phys. Rev. D 72, 092005 (2005).",
            [
                "K. Abe et al., Phys. Rev. D 88, 021801 (2002)",
                "Phys. Rev. D 72, 092005 (2005).",
            ],
        ),
        # a stop parts works that are written alike: APA, Vancouver, physics
        (
            "Smith, J. (2001). On cells. Cell, 12, 34–35. Jones, K., & Ito, M. (2002). On snow. "
            "Snow, 3, 1–9.",
            [
                "Smith, J. (2001). On cells. Cell, 12, 34–35.",
                "Jones, K., & Ito, M. (2002). On snow. Snow, 3, 1–9.",
            ],
        ),
        (
            "Smith J, Oda L. A study of cells. Cell. 2001;12(3):34-5. Ito M. A study of snow. "
            "Snow. 2002;3:1-9.",
            [
                "Smith J, Oda L. A study of cells. Cell. 2001;12(3):34-5.",
                "Ito M. A study of snow. Snow. 2002;3:1-9.",
            ],
        ),
        (
            "Smith, J. (2001). On cells. Cell, 12, 34–35. Öberg, Å., & van der Berg, M. (2002). "
            "On snow. Snow, 3, 1–9.",
            [
                "Smith, J. (2001). On cells. Cell, 12, 34–35.",
                "Öberg, Å., & van der Berg, M. (2002). On snow. Snow, 3, 1–9.",
            ],
        ),
        (
            "Smith J, Oda L. A study of cells. Cell. 2001;12(3):34-5. de Ñíguez M, Øst ÅB. A study"
            " of snow. Snow. 2002;3:1-9.",
            [
                "Smith J, Oda L. A study of cells. Cell. 2001;12(3):34-5.",
                "de Ñíguez M, Øst ÅB. A study of snow. Snow. 2002;3:1-9.",
            ],
        ),
        (
            "L. Oda, Phys. Lett. B 1 (1990) 33 [arXiv:9001.0001]. M. Poe, Phys. B 2 (1991) 5.",
            [
                "L. Oda, Phys. Lett. B 1 (1990) 33 [arXiv:9001.0001].",
                "M. Poe, Phys. B 2 (1991) 5.",
            ],
        ),
        # what leads up to a work
        ("Vgl. Hans Lenz, Zünfte, Freiburg 1974.", ["Hans Lenz, Zünfte, Freiburg 1974."]),
        ("See also Peter Lamb, Salt, Oxford 1990, 55.", ["Peter Lamb, Salt, Oxford 1990, 55."]),
        (
            "For a review, see: Winter, A. Flow; Nord: Ulm, 2010.",
            ["Winter, A. Flow; Nord: Ulm, 2010."],
        ),
        # a sentence leads up to a work
        (
            "Voss, Salt Road, 50. On the tax see also Ian Muir, Salt (Oxford: Quay, 1964), 12.",
            ["Voss, Salt Road, 50.", "Ian Muir, Salt (Oxford: Quay, 1964), 12."],
        ),
        # a short title is cut off, to be judged for itself
        (
            "Petra Vollmer, Dorf und Markt, Köln 1988, S. 77; Lenz, Zünfte (wie Anm. 1), S. 20.",
            [
                "Petra Vollmer, Dorf und Markt, Köln 1988, S. 77",
                "Lenz, Zünfte (wie Anm. 1), S. 20.",
            ],
        ),
    ],
)
def test_works(entry: str, named: list[str] | None) -> None:
    found = works(Traced(entry, range(len(entry))))
    assert [work.text.rstrip(";") for work in found] == (named or [entry])
    for work in found:
        assert work.text == "".join(entry[offset] for offset in work.offsets)


@pytest.mark.parametrize("unit", ["1. ", "5) See; ", "50. See also x, "])
def test_an_entry_that_is_nothing_but_stops(unit: str) -> None:
    # (Looked back from each of its stops, it would take longer than anyone waits.)
    entry = unit * (400_000 // len(unit))

    (only,) = works(Traced(entry, range(len(entry))))

    assert entry.startswith(only.text)


def test_works_behind_many_stops_are_parted() -> None:
    noise = "1. " * 2000
    entry = f"{noise}{ONE}; {TWO}"

    assert [work.text for work in works(Traced(entry, range(len(entry))))] == [
        f"{noise}{ONE}",
        TWO,
    ]
