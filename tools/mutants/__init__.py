"""Check that tests notice when a table loses a row, a codec or a key: ``python -m tools.mutants``.

:mod:`tools.mutants.tables` finds the tables and their tests; :mod:`tools.mutants.without` changes a
table while its module is imported, so that no file is edited.
"""
