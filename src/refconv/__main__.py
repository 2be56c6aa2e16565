"""``python -m refconv``: the command."""

from refconv.cli.main import main

main()
