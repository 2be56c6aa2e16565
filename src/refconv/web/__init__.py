"""The page in the browser to review references, correct them and take them out.

In: files and pasted text, then corrections. Out: files with their losses, items for Zotero, a
report in one HTML file. The server keeps nothing: the browser holds the list and sends what is to
be worked on. Reading order: :mod:`~refconv.web.display` (titles and colours of fields),
:mod:`~refconv.web.messages` (JSON), :mod:`~refconv.web.reading`, :mod:`~refconv.web.cuts`,
:mod:`~refconv.web.loss_groups`, :mod:`~refconv.web.exports`,
:mod:`~refconv.web.zotero_connector`, :mod:`~refconv.web.endpoints`, :mod:`~refconv.web.templates`
(HTML); with the extra ``refconv[web]`` :mod:`~refconv.web.guard`, :mod:`~refconv.web.app` and
:mod:`~refconv.web.serving`. ``static/`` has the browser's side, read from ``main.js`` on.
"""
