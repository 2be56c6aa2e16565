"""Labelled strings from other renderers: citation styles in CSL, biblatex by way of a PDF."""
