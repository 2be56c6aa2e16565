"""LaTeX in field values: Unicode text with CSL's rich text, and back.

Goes in and comes out: the value of one field, as LaTeX or as text, and the style of the field.
Reading order: field_styles (how a kind of field uses LaTeX), commands and symbols (the tables),
decode, formulas, encode; verbatim for values that are not LaTeX; braces and white_space below all.
"""
