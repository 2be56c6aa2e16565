"""Take the references out of a saved web page, and say what the page is: web_page.py PAGE.html."""

import sys

import refconv

read = refconv.load(sys.argv[1])
if read.page_record:
    print("The page is", read.page_record)
for reference, origin in zip(read.references, read.origins, strict=True):
    if reference is not read.page_record:
        print(f"line {origin.line}, {origin.field or 'printed'}: {reference}")
