"""A page in the browser where people look at their references, correct them and take them along.

::

    browser ──bytes──▶ read ──▶ entries (string, segments, record) ──▶ browser
    browser ──labels, fields──▶ corrections, recurrence ──▶ records ──▶ browser
    browser ──records──▶ exports ──▶ a file, and what it cannot carry

The server keeps nothing: the browser holds the list and sends what is to be worked on. Reading
order: :mod:`~refconv.web.words` (names and colours of fields), :mod:`~refconv.web.wire` (what goes
over the wire), :mod:`~refconv.web.sheets` (files into entries), :mod:`~refconv.web.corrections`,
:mod:`~refconv.review.recurrence`, :mod:`~refconv.review.training`, :mod:`~refconv.web.exports`,
:mod:`~refconv.web.zotero`, :mod:`~refconv.web.page` (the HTML), and with the extra
``refconv[web]`` :mod:`~refconv.web.guard`, :mod:`~refconv.web.app`, :mod:`~refconv.web.serving`.
``static/`` has the browser's side: modules of plain JavaScript, read from ``main.js`` on.
"""
