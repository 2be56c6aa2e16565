"""Whether a text looks like a reference."""

from __future__ import annotations

import pytest

from refconv.page.likeness import REFERENCE, likeness


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
def test_a_reference_looks_like_one(text: str) -> None:
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
def test_other_text_does_not_look_like_a_reference(text: str) -> None:
    assert likeness(text) < REFERENCE
