"""The page on adding a feature: its code is added to a copy, and its commands are run there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "add-a-feature.md").read_text("utf-8")
FUNCTION, TABLE = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
ROW = TABLE.splitlines(keepends=True)[2]
COMMANDS = re.findall(r"^\$ (.*)$", PAGE, re.MULTILINE)
IN_SHORT = {
    "python -m tools.tagger.ablation roman": "--folds 2 --repeats 1 --epochs 1",
    "python -m pytest -q tests/tag": "-n0 -k 'test_features or test_model_file'",
}
"""The commands that are run here, and what makes them short."""
END_OF_TABLE = ')  # fmt: skip\n"""Features of single tokens, in order."""'
ELSEWHERE = ("make test", "make toy-models", "REFCONV_MODELS=")
"""What other tests run: :mod:`tests.tools.test_toy_models`."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the project and follow steps 1 and 2."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("src", "tools", "tests/tag"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "tests/conftest.py"):
        shutil.copy(ROOT / name, folder / name)
    tag = folder / "src" / "refconv" / "tag"
    with (tag / "token_features.py").open("a", encoding="utf-8") as file:
        file.write(f"\n\n{FUNCTION}")
    registry = (tag / "features.py").read_text("utf-8")
    table, end, rest = registry.partition(END_OF_TABLE)
    assert end
    table = table.replace("import TokenType\n", "import TokenType, roman\n")
    (tag / "features.py").write_text(table + ROW + end + rest, "utf-8")
    return folder


@pytest.mark.parametrize(("command", "short"), IN_SHORT.items())
def test_command(command: str, short: str, copy: Path) -> None:
    assert command in COMMANDS
    done = subprocess.run(
        ["sh", "-c", f"{command} {short}".replace("python", sys.executable, 1)],
        capture_output=True, encoding="utf-8", check=False, cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy / "src")},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    if "ablation" in command:
        assert re.search(r"^roman ", done.stdout, re.MULTILINE)


def test_the_feature_is_in_use_there(copy: Path) -> None:
    code = (
        "from refconv.tag.features import FEATURES;"
        "from refconv.tag.token_features import token_type;"
        "from refconv.tag.network import INPUTS; print(FEATURES.names[5], INPUTS.names[5],"
        "[FEATURES.token[5].of(token_type(text)) for text in ('XIV', 'I', 'Xiv')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy / "src")},
    )  # fmt: skip
    assert done.stdout == "roman roman%1 ['roman', '', '']\n"


def test_every_command_is_run_somewhere() -> None:
    left = [command for command in COMMANDS if command not in IN_SHORT]
    assert all(command.startswith(ELSEWHERE) for command in left), left
