"""Make labelled strings in biblatex styles, from PDF: ``python -m tools.tagger.external.biblatex``.

Writes ``biblatex-dev.jsonl.gz`` and ``biblatex-train.jsonl.gz``: works of the data folder, printed
by LaTeX with biber in a style, taken out of the PDF by pdftotext (with the line ends and hyphens
that brings), and labelled by the record they were printed from. Styles and works are on one side
only. Needs ``pdflatex``, ``biber``, ``pdftotext`` and the biblatex styles.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.tagger.external.aligned import aligned
from tools.tagger.external.marked import write
from tools.tagger.external.works import Item, Works
from tools.tagger.labels import Labelled

DEV = ("phys", "science", "mla", "chem-acs", "sbl", "authortitle-dw", "vancouver", "ext-authoryear")
TRAIN = ("numeric", "alphabetic", "authoryear", "authortitle", "verbose", "apa", "ieee", "nature",
         "chicago-authordate", "chicago-notes", "trad-plain", "trad-abbrv", "nejm", "iso-numeric",
         "iso-authoryear", "philosophy-classic", "bath", "oxyear", "lncs", "ext-numeric-verb",
         "chem-angew", "unified")  # fmt: skip
LANGUAGES = (("english", "german"), ("english", "french"))
"""The languages of the lists of a style, in turns."""

_DOCUMENT = r"""\documentclass{article}
\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage[utf8]{inputenc}\usepackage{csquotes}
\usepackage[%(babel)s]{babel}
\usepackage[style=%(style)s,backend=biber]{biblatex}
\addbibresource{works.bib}
\AtEveryBibitem{\mbox{QQ\thefield{entrykey}QQ} }
\begin{document}\nocite{*}\printbibliography\end{document}
"""
_TYPES = {
    "article-journal": "article", "article-newspaper": "article", "book": "book",
    "chapter": "incollection", "paper-conference": "inproceedings", "thesis": "thesis",
    "report": "report", "webpage": "online",
}  # fmt: skip
_FIELDS = {
    "title": "title", "volume": "volume", "issue": "number", "page": "pages",
    "publisher": "publisher", "publisher-place": "location", "edition": "edition",
    "collection-title": "series", "collection-number": "number", "DOI": "doi", "URL": "url",
    "ISBN": "isbn", "ISSN": "issn",
}  # fmt: skip


def entry(key: str, item: Item) -> str:
    """Return a work as an entry of a ``.bib`` file."""
    kind = _TYPES[item["type"]]
    fields = {name: str(item[field]) for field, name in _FIELDS.items() if item.get(field)}
    if kind in {"thesis", "report"}:
        fields["type"] = item.get("genre") or ("phdthesis" if kind == "thesis" else "techreport")
        fields["institution"] = fields.pop("publisher", "")
    if container := item.get("container-title"):
        fields["journaltitle" if kind == "article" else "booktitle"] = container
    for role in ("author", "editor"):
        fields[role] = " and ".join(
            name.get("literal", "") or f"{name.get('family', '')}, {name.get('given', '')}"
            for name in item.get(role, [])
        )
    parts = item["issued"]["date-parts"][0]
    fields["date"] = "-".join(f"{part:02}" for part in parts)
    lines = [
        f"  {name} = {{{value if name in _VERBATIM else _tex(value)}}},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


_VERBATIM = frozenset(["doi", "url"])


def _tex(text: str) -> str:
    return re.sub(r"([&%#_$])", r"\\\1", text)


def printed(style: str, babel: str, works: dict[str, Item]) -> dict[str, str]:
    """Print works in a style; return the text of each as the PDF has it, with its line breaks."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        entries = "\n".join(entry(key, item) for key, item in works.items())
        (folder / "works.bib").write_text(entries, "utf-8")
        (folder / "page.tex").write_text(_DOCUMENT % {"style": style, "babel": babel}, "utf-8")
        latex = ["pdflatex", "-interaction=nonstopmode", "page"]
        for command in (latex, ["biber", "-q", "page"], latex, ["pdftotext", "-raw", "page.pdf"]):
            subprocess.run(command, cwd=folder, capture_output=True, timeout=300, check=False)
        page = folder / "page.txt"
        text = page.read_text("utf-8", "replace") if page.exists() else ""
    pieces = re.split(r"QQ(k\d+)QQ ?", re.sub(r"\n+\d*\n*\f", "\n", text))
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


_LABEL = re.compile(r"\n(?:\[[^\]\n]{1,12}\]|\(?\d{1,3}[.)]?)\s*\Z")


def one_line(text: str, mend: bool) -> str:
    """Join the lines of a reference; with ``mend`` words cut at line ends too."""
    text = _LABEL.sub("", text).strip()
    if mend:
        text = re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text)
    return " ".join(text.split())


def made(works: Works, styles: Sequence[str], seed: int, each: int) -> Iterator[Labelled]:
    """Print lists in every style and label them."""
    rng = random.Random(seed)
    for place, style in enumerate(styles):
        for language in LANGUAGES[place % 2]:
            drawn = {f"k{i}": item for i, item in enumerate(works.draw(rng, each))}
            texts = printed(style, language, drawn)
            print(f"{style}, {language}: {len(texts)} of {each}", flush=True)
            mend = rng.random() < 0.6
            for key, text in texts.items():
                if item := aligned(one_line(text, mend), drawn[key], "biblatex", style):
                    yield item


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both sides."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder with records.jsonl.gz")
    parser.add_argument("out", type=Path, help="where the labelled strings go")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for side, styles, each in (("dev", DEV, 48), ("train", TRAIN, 90)):
        items = list(made(Works(options.data, reserved=side == "dev"), styles, len(side), each))
        write(options.out / f"biblatex-{side}.jsonl.gz", items)
        print(f"{side}: {len(styles)} styles, {len(items)} strings", flush=True)


if __name__ == "__main__":
    main()
