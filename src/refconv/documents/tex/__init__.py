"""LaTeX: its lists, the .bbl files of BibTeX and biblatex, and amsrefs."""
