"""Mutation check of the tables: a row, a codec or a key at a time is gone, and a test must fail.

:mod:`tools.mutants.tables` names the tables and the tests; :mod:`tools.mutants.without` takes a row
away while its module is imported (no file is edited); ``python -m tools.mutants`` tries them all.
"""
