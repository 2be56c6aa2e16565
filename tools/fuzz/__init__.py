"""Looks for inputs on which a reader fails, guided by what code they reach (atheris)."""
