"""The user's settings: ``refconv.toml``, or the table ``[tool.refconv]`` of ``pyproject.toml``.

Those of the nearest folder count, from the current one upwards. Their names are those of
``--style``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

_TABLE = b"tool.refconv"
OTHER_TABLES = frozenset({"check"})
"""Tables for subcommands."""


def read_settings(folder: Path) -> dict[str, Any]:
    """Return the settings for a folder; empty if there are none.

    Raises:
        click.UsageError: if a file is no TOML, or has an unknown setting.
    """
    for place in (folder, *folder.parents):
        for path in (place / "refconv.toml", place / "pyproject.toml"):
            found = _settings_of(path)
            if found is not None:
                return _checked(path, found)
    return {}


def _settings_of(path: Path) -> Mapping[str, Any] | None:
    """Return the settings of a file; ``None`` if it is missing, or says nothing of refconv."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    is_own = path.name == "refconv.toml"
    if not is_own and _TABLE not in data:
        return None
    import tomllib  # noqa: PLC0415 (only where there are settings)

    try:
        content = tomllib.loads(data.decode("utf-8", "replace").removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise click.UsageError(f"{path}: no TOML: {error}") from error
    found = content if is_own else content.get("tool", {}).get("refconv")
    return found if isinstance(found, dict) else None


def _checked(path: Path, found: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings whose names and values are checked, with paths from the file's folder."""
    from refconv.formats.style import Style  # noqa: PLC0415 (only where there are settings)

    settings = {name: value for name, value in found.items() if name not in OTHER_TABLES}
    if isinstance(settings.get("strings"), str):
        settings["strings"] = str(path.parent / settings["strings"])
    try:
        Style.from_settings({k: v for k, v in settings.items() if not _is_path(k, v)})
    except (ValueError, TypeError) as error:
        raise click.UsageError(f"{path}: {error}") from error
    return settings


def _is_path(name: str, value: object) -> bool:
    return name == "strings" and isinstance(value, str)
