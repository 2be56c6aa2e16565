"""The user's settings, of the nearest file that has any."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from refconv.cli.settings import read_settings

FILES = [
    # files by their paths; the settings for the folder a/b
    ({}, {}),
    ({"refconv.toml": "align = true\n"}, {"align": True}),
    ({"pyproject.toml": "[tool.refconv]\nindent = 4\n"}, {"indent": 4}),
    ({"pyproject.toml": "[tool.other]\nindent = 4\n"}, {}),
    ({"pyproject.toml": "not toml at all"}, {}),
    ({"a/b/pyproject.toml": "[project]\n", "refconv.toml": "indent = 4\n"}, {"indent": 4}),
    ({"a/refconv.toml": "indent = 4\n", "refconv.toml": "indent = 8\n"}, {"indent": 4}),
    ({"refconv.toml": "indent = 4\n", "pyproject.toml": "[tool.refconv]\nindent = 8\n"},
     {"indent": 4}),
    ({"refconv.toml": "[check]\nselect = ['a']\n"}, {}),
    ({"refconv.toml": "[strings]\njw = 'Water'\n"}, {"strings": {"jw": "Water"}}),
]  # fmt: skip


@pytest.mark.parametrize(("files", "settings"), FILES)
def test_the_nearest_file_with_settings_counts(
    files: dict[str, str], settings: dict[str, object], tmp_path: Path
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")

    assert read_settings(tmp_path / "a" / "b") == settings


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("algin = true\n", "unknown style choice 'algin' (did you mean 'align'?)"),
        ("align = 1\n", "align must be a bool, not int"),
        ("case = 'upper'\n", "unknown case 'upper' (did you mean 'proper'?)"),
        ("align = \n", "no TOML: Invalid value (at line 1, column 9)"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "refconv.toml"
    file.write_text(text, "utf-8")

    with pytest.raises(click.UsageError) as raised:
        read_settings(tmp_path)

    assert raised.value.message == f"{file}: {message}"


def test_a_file_of_macros_is_beside_the_settings(tmp_path: Path) -> None:
    (tmp_path / "refconv.toml").write_text("strings = 'j.bib'\n", "utf-8")

    assert read_settings(tmp_path) == {"strings": str(tmp_path / "j.bib")}
