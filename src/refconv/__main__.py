"""``python -m refconv``: the command."""

from refconv.cli import main

main()
