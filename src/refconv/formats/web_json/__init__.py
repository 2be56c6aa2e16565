"""What the web interfaces of databases and programs return in JSON; all of it is only read.

Each module is a format: which keys its items have (``parse``), and which variables they hold (its
table). :mod:`~refconv.formats.web_json.service_format` makes a format of both, and
:mod:`refconv.formats.json` finds the items.
"""
