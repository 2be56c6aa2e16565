"""What all tests share.

``HYPOTHESIS_PROFILE=thorough`` checks the laws on 20 times as many examples, others each time;
``REFCONV_DATA`` names the folder of labelled data and real files, without which the tests that read
it are skipped.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples at every run: what fails for one person fails for all.
settings.register_profile("quick", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite what golden files, rows and words expect; look at the difference",
    )


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The labelled data and real files, which are not part of the repository."""
    folder = os.environ.get("REFCONV_DATA")
    if not folder:
        pytest.skip("needs the data folder: set REFCONV_DATA")
    return Path(folder)
