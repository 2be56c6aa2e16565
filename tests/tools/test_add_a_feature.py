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
OF_TOKEN, OF_CONTEXT, TABLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
TOKEN_ROW, CONTEXT_ROW = re.findall(r"^    \w+Feature\(.*\n", TABLES, re.MULTILINE)
COMMANDS = re.findall(r"^\$ (.*)$", PAGE, re.MULTILINE)
IN_SHORT = {
    "python -m tools.tagger.ablation roman after_volume": "--folds 2 --repeats 1 --epochs 1",
    "python -m pytest -q tests/tag": "-n0 -k 'features or model_file or network_file'",
}
"""The commands that are run here, and what makes them short."""
ENDS = {
    ')  # fmt: skip\n"""Features of single tokens, in order."""': TOKEN_ROW,
    ')  # fmt: skip\n"""Features of the surroundings, in order."""': CONTEXT_ROW,
}
"""Where the tables end, and the row that is added before."""
ELSEWHERE = ("make test", "make toy-models", "REFCONV_MODELS=")
"""What other tests run: :mod:`tests.tools.test_toy_models`."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the project and follow steps 1 and 2."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("src", "tools", "tests/assemble", "tests/tag"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "tests/conftest.py"):
        shutil.copy(ROOT / name, folder / name)
    tag = folder / "src" / "refconv" / "tag"
    for name, function in (("token", OF_TOKEN), ("context", OF_CONTEXT)):
        with (tag / f"{name}_features.py").open("a", encoding="utf-8") as file:
            file.write(f"\n\n{function}")
    registry = (tag / "features.py").read_text("utf-8")
    registry = registry.replace("import TokenType\n", "import TokenType, roman\n")
    for end, row in ENDS.items():
        assert end in registry
        registry = registry.replace(end, row + end)
    (tag / "features.py").write_text(registry, "utf-8")
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
        assert re.search(r"^roman .*\nafter_volume ", done.stdout, re.MULTILINE)


def test_the_features_are_in_use_there(copy: Path) -> None:
    code = (
        "from refconv.tag.features import FEATURES;"
        "from refconv.tag.token_features import token_type;"
        "from refconv.tag.network import INPUTS; print("
        "FEATURES.names[5], FEATURES.names[-1], *INPUTS.names[5::16],"
        "[FEATURES.token[5].of(token_type(text)) for text in ('XIV', 'I', 'Xiv')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy / "src")},
    )  # fmt: skip
    assert done.stdout == "roman after_volume roman%1 after_volume/1%2 ['roman', '', '']\n"


def test_every_command_is_run_somewhere() -> None:
    left = [command for command in COMMANDS if command not in IN_SHORT]
    assert all(command.startswith(ELSEWHERE) for command in left), left
