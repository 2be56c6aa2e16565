"""Search for inputs on which a reader fails, guided by the code that they reach (atheris)."""
