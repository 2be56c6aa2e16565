from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.web.app_client import AppClient

SEED = next((Path(__file__).parent.parent.parent / "seeds").glob("000_*"))


@pytest.fixture(scope="session")
def client() -> AppClient:
    return AppClient()


@pytest.fixture(scope="session")
def seed(client: AppClient) -> Any:
    """The seed page, read."""
    return client.read(SEED.read_bytes())
