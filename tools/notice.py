"""Write the file ``NOTICE``: what the models were trained on, by their cards.

``python -m tools.notice``; ``--check`` writes nothing and fails if the file is not up to date.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
NOTICE = ROOT / "NOTICE"
CARDS = ROOT / "src" / "refconv" / "tag" / "data"

HEAD = """\
refconv
Copyright (c) 2026 The refconv authors

refconv is under the MIT licence (LICENSE). Its models in src/refconv/tag/data are learned from the
works below; none of these is part of refconv. The card beside each model (*.json) has their hashes.

"""


def notice() -> str:
    """Return the text of the file."""
    sources: dict[str, str] = {}
    for card in sorted(CARDS.glob("*.json")):
        for name, source in json.loads(card.read_text("utf-8")).get("sources", {}).items():
            if isinstance(source, dict):
                sources.setdefault(name.removesuffix(".gz"), source["licence"])
    return HEAD + "".join(f"- {licence}\n" for licence in sorted({*sources.values()}))


def main() -> None:
    """Write or check the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="only say whether it is up to date")
    if not parser.parse_args().check:
        NOTICE.write_text(notice(), "utf-8")
    elif NOTICE.read_text("utf-8") != notice():
        sys.exit("NOTICE is not up to date (run python -m tools.notice)")


if __name__ == "__main__":
    main()
