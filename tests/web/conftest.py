from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.web.asking import Asker

SEED = next((Path(__file__).parent.parent.parent / "seeds").glob("000_*"))


@pytest.fixture(scope="session")
def ask() -> Asker:
    return Asker()


@pytest.fixture(scope="session")
def seed(ask: Asker) -> Any:
    """The seed page, read."""
    return ask.read(SEED.read_bytes())
