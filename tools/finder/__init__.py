"""Measures finding and splitting on labelled pages."""
