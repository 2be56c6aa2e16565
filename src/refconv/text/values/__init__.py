"""What single printed values say: names, dates, identifiers."""
