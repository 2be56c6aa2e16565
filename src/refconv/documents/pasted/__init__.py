"""What people paste: labelled answers, search hits, identifiers, records within other text."""
