"""Measure how fast refconv is, and how much memory it takes."""
