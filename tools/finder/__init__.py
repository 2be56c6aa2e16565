"""Measure how well reference lists are found and split, and learn the weights for splitting."""
