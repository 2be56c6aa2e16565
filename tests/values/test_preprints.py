"""Which works of no particular type are preprints."""

import pytest

from refconv.values.preprints import is_preprint


@pytest.mark.parametrize(
    ("doi", "name", "expected"),
    [
        ("10.48550/arXiv.2101.00001", "", True),
        ("10.1101/2020.01.02.123456", "Cold Harbour", True),
        ("10.31234/osf.io/ab1cd", "", True),
        ("10.1101/gr.123456.789", "", False),
        ("", "medRxiv: The Preprint Server", True),
        ("", "Social Science Research Network", True),
        ("", "LingBuzz", True),
        ("", "Nova Press", False),
        ("10.5555/arXiv.1", "", False),
    ],
)
def test_servers(doi: str, name: str, expected: bool) -> None:
    assert is_preprint(doi, name) is expected
