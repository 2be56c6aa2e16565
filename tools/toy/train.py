"""Train every model on the toy data: ``python -m tools.toy.train``.

Writes a folder of models, which refconv uses if the environment variable ``REFCONV_MODELS`` names
it. They are for trying changes, not for use: refconv's own are trained on a hundred times as much.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from tools.finder import train as train_finder
from tools.finder import train_notes
from tools.tagger import train_crf, train_network
from tools.toy.generate import FOLDER

OUT = Path("out/toy-models")


def main(arguments: Sequence[str] | None = None) -> None:
    """Train and write all models."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=FOLDER)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--made", type=int, default=400, help="how many references are made up")
    parser.add_argument("--epochs", type=int, default=8)
    options = parser.parse_args(arguments)
    data, out = str(options.data), str(options.out)
    epochs = ["--epochs", str(options.epochs)]
    common = [data, "--out", out, "--made", str(options.made), *epochs]
    began = time.monotonic()
    train_crf.main(common)
    train_network.main([*common, "--epochs", str(5 * options.epochs), "--size", "32"])
    few = ["--pages", str(options.made), "--papers", "6"]
    train_finder.main([data, "--out", out, *few, *epochs])
    train_notes.main([data, "--out", out, "--texts", str(options.made), *epochs])
    print(f"{time.monotonic() - began:.0f} s. To use the models: export REFCONV_MODELS={out}")


if __name__ == "__main__":
    main()
