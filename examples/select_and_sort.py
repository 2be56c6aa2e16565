"""Write the books since 2015, sorted: python examples/select_and_sort.py IN OUT."""

import sys

import refconv
from refconv.library import drop_fields, select, sort

library = refconv.load(sys.argv[1])
books = select(library, type=["book", "chapter"], year="2015-")
books = drop_fields(sort(books, "author,-year,title"), ["abstract", "keyword"])
refconv.dump(books, sys.argv[2])
print(f"{len(books)} of {len(library)} references")
