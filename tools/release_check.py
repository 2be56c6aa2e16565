"""Check a release: ``python -m tools.release_check``, or ``make release-check``.

Builds the wheel and the source archive, checks their metadata, installs each into an empty
environment of every Python that is there, and converts the two seeds with it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
DIST = ROOT / "out" / "dist"
PYTHONS = ("python3.11", "python3.12", "python3.13", "python3.14", "python3.15")


def built() -> list[Path]:
    """Build the wheel and the source archive, and return their paths."""
    shutil.rmtree(DIST, ignore_errors=True)
    run(sys.executable, "-m", "build", "--outdir", DIST, ROOT)
    archives = sorted(DIST.iterdir())
    run(sys.executable, "-m", "twine", "check", "--strict", *archives)
    return archives


def pythons() -> Iterator[str]:
    """Yield the Pythons of this machine that refconv supports, one of each version."""
    seen = set()
    for name in (sys.executable, *PYTHONS):
        path = shutil.which(name)
        code = "import sys; print(*sys.version_info[:2]); sys.exit(sys.version_info < (3, 11, 2))"
        done = path and subprocess.run(
            [path, "-c", code], capture_output=True, text=True, check=False
        )
        if path and done and done.returncode == 0 and done.stdout not in seen:
            seen.add(done.stdout)
            yield path


def smoke_test(python: str, archive: Path, folder: Path) -> str:
    """Install an archive into an empty environment, and convert the seeds; return its version."""
    environment = folder / "environment"
    run(python, "-m", "venv", "--clear", environment)
    run(environment / "bin" / "python", "-m", "pip", "install", "--quiet", archive)
    command = environment / "bin" / "refconv"
    for seed in sorted((ROOT / "seeds").glob("*.txt")):
        for suffix in ("bib", "ris", "json"):
            output = folder / f"seed.{suffix}"
            run(command, "--quiet", seed, "-o", output, cwd=folder)
            if not output.stat().st_size:
                raise SystemExit(f"{archive.name}: nothing was written for {seed.name}")
    return run(command, "--version", cwd=folder).strip()


def run(*words: str | Path, cwd: Path | None = None) -> str:
    """Run a command, and return its output; exit if it fails."""
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, words))}\n{done.stdout}")
    return done.stdout


def main() -> None:
    """Build, check, install and try; print a line for each installation."""
    for archive in built():
        for python in pythons():
            with tempfile.TemporaryDirectory() as folder:
                print(f"{archive.name}, {python}: {smoke_test(python, archive, Path(folder))}")


if __name__ == "__main__":
    main()
