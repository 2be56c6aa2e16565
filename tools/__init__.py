"""What the package is made with, not part of it."""
