"""Files and texts in, references out, and back: input, encoding, reading, writing, converting.

It joins formats and free text. Read :mod:`~refconv.io.api` (the public functions),
:mod:`~refconv.io.input` and :mod:`~refconv.io.encoding` (bytes → text, and its format),
:mod:`~refconv.io.read`, :mod:`~refconv.io.write`, :mod:`~refconv.io.convert` and
:mod:`~refconv.io.workers` (large files in little memory), :mod:`~refconv.io.free_text`.
"""
