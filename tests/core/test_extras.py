"""Messages about extras name the extra, and do not presume an index of packages."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from refconv.core.extras import to_install

ROOT = Path(__file__).parents[2]
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
    "optional-dependencies"
]


@pytest.mark.parametrize("extra", EXTRAS)
def test_an_extra_is_installed_from_an_index_or_a_clone(extra: str) -> None:
    assert f"'refconv[{extra}]'" in to_install(extra)
    assert f"'.[{extra}]'" in to_install(extra)


def test_messages_name_extras_by_this_function() -> None:
    for path in (ROOT / "src").rglob("*.py"):
        if path.name != "extras.py":
            assert "pip install 'refconv[" not in path.read_text("utf-8"), path
