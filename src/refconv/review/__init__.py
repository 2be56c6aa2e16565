"""Corrections of references, and where the same correction may be due; without HTTP."""
