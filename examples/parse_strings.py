"""Read a column of strings each of which is a reference: one reference for each, in order."""

import refconv

COLUMN = [
    "[1] Stigler, Joseph (2002): Markets and Its Discontents. London, Penguin.",
    "",
    "[2] ——— (2004): Another Book. London, Penguin. [Google Scholar]",
]

read = refconv.parse_strings(COLUMN)
for string, reference in zip(COLUMN, read, strict=True):
    print(string[:20].ljust(20), "→", reference.title, reference.issued)
for diagnostic in read.diagnostics:
    print(diagnostic)
