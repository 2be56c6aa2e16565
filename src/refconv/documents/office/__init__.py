"""Word, Writer and RTF files, and what reference managers store in them."""
