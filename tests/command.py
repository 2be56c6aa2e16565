"""How tests run the command, and an entry for its input."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import refconv

SOURCE = Path(refconv.__file__).parent.parent
COMMAND = [sys.executable, "-m", "refconv"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCE)}
ENTRY = "@misc{key%d,\n  title = {The {\\'E}t\\'e},\n  author = {Clark, Andy and Ng, B.},\n}\n"
