"""BibTeX's syntax: text to records (``split``) and records to text (``join``).

Reading order: reader is the sequence of steps, each a module: entry_chunks (a file to chunks),
scanner (a chunk to blocks), entry_parser and recovery (an entry to fields), string_macros,
inheritance, then LaTeX and name_lists. writer is the way back.
"""
