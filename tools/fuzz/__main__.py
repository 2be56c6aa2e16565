"""Fuzz a reader: python -m tools.fuzz FORMAT [INPUTS] [SECONDS] [BYTES].

FORMAT is any format of the registry; its seeds and words come from its folder in ``tests/formats``.
Results go to ``out/fuzz/FORMAT``: the inputs that reach new code (``corpus``), and those on which
the reader fails (``crash-…``) or takes longer than ten seconds (``timeout-…``).
"""

from __future__ import annotations

import gc
import sys
import zlib

import atheris

with atheris.instrument_imports(include=["refconv"], enable_loader_override=False):
    import refconv
    from refconv.io import api

    WRITTEN = [name for name, format in refconv.FORMATS.items() if format.join is not None]

from tests.formats.examples import examples
from tools.fuzz.seeds import ROOT, seeds

LONGEST = {"text": 120}
USUAL = 240
"""Bytes of an input: most faults need few, and short inputs are tried faster."""
_ONE_IN = 16
"""One of so many inputs is also written and read again."""


def main(name: str, inputs: int, seconds: int, longest: int) -> None:
    """Try inputs of at most ``longest`` bytes on the reader of a format."""
    folder = ROOT / "out" / "fuzz" / name
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(name, longest)):
        (corpus / f"seed-{number}").write_bytes(seed)
    words = folder / "words.txt"
    escaped = (
        "".join(f"\\x{byte:02x}" for byte in word.encode()) for word in examples()[name].words
    )
    words.write_text("".join(f'"{word}"\n' for word in escaped), "utf-8")
    options = [
        f"-atheris_runs={inputs}",
        f"-max_total_time={seconds}",
        f"-max_len={longest}",
        "-timeout=10",
        f"-dict={words}",
        f"-artifact_prefix={folder}/",
        "-print_final_stats=1",
    ]

    def try_one(data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        read = api.read(text, name)
        # The references must be writable, in one format after the other, and readable again.
        mixed = zlib.crc32(data)
        if mixed % _ONE_IN == 0:
            target = WRITTEN[mixed // _ONE_IN % len(WRITTEN)]
            again = refconv.read(refconv.write(read, target).text, target)
            if len(again) != len(read):
                raise AssertionError(f"{len(read)} references, {len(again)} in {target}")

    gc.freeze()  # keep the collector from going through what is imported
    atheris.Setup([sys.argv[0], *options, str(corpus)], try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(
        sys.argv[1],
        int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000,
        int(sys.argv[3]) if len(sys.argv) > 3 else 3600,
        int(sys.argv[4]) if len(sys.argv) > 4 else LONGEST.get(sys.argv[1], USUAL),
    )
