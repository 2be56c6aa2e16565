"""The command ``refconv``.

Words of a command line go in, files and lines on stderr come out. Read
:mod:`~refconv.cli.main` and :mod:`~refconv.cli.library_options` (the options),
:mod:`~refconv.cli.settings` and :mod:`~refconv.cli.user_lists` (what files say of them),
:mod:`~refconv.cli.command` (what they do), :mod:`~refconv.cli.outputs` (which files are written),
:mod:`~refconv.cli.printer` and :mod:`~refconv.cli.groups` (what is printed of diagnostics and
losses), :mod:`~refconv.cli.terminal` (the progress bar), :mod:`~refconv.cli.overview`
(``refconv formats``), :mod:`~refconv.cli.hints` and
:mod:`~refconv.cli.format_name` (what was probably meant).
"""
