"""Where the model files are.

They come with the package, in ``tag/data``. The environment variable ``REFCONV_MODELS`` names a
folder of other ones, as ``make toy-models`` writes it; it is read when a file is first needed.

========================  ======================================================================
``model.bin``             the conditional random field (:mod:`refconv.tag.crf`)
``journals.bin``          hashes of journal names, for the feature ``journals``
``network.bin``           the recurrent network (:mod:`refconv.tag.network`); may be left out
``chain.bin``             the conditional random field over lines (:mod:`refconv.page.chain`)
``notes.bin``             the same over the clauses of notes (:mod:`refconv.page.clauses`)
========================  ======================================================================
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

VARIABLE = "REFCONV_MODELS"


def models_folder() -> Traversable:
    """Return the folder of the model files in use.

    Raises:
        FileNotFoundError: ``REFCONV_MODELS`` names no folder.
    """
    if not (named := os.environ.get(VARIABLE)):
        inside = Path(__file__).with_name("data")
        return inside if inside.is_dir() else _in_archive()
    folder = Path(named)
    if not folder.is_dir():
        msg = f"no folder {named!r}, which {VARIABLE} names (unset it to use refconv's own models)"
        raise FileNotFoundError(msg)
    return folder


def _in_archive() -> Traversable:
    """Return the folder in the zip file that refconv is imported from."""
    from importlib import resources  # noqa: PLC0415 - it takes a tenth of a cold start

    return resources.files("refconv").joinpath("tag/data")
