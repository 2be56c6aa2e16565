"""PDF files: text in reading order, LaTeX's marks, and links."""
