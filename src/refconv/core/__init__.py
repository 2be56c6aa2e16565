"""The reference model, the tables between it and a format, and the reports.

A record (native keys and raw values) goes in, a :class:`~refconv.core.model.Reference` comes out,
and back; what a format cannot hold comes out as losses. Nothing here imports the rest of refconv.
Read :mod:`~refconv.core.model`, :mod:`~refconv.core.codes`, :mod:`~refconv.core.messages`,
:mod:`~refconv.core.diagnostics`,
:mod:`~refconv.core.report`, :mod:`~refconv.core.fields`, :mod:`~refconv.core.lens`,
:mod:`~refconv.core.losses`, :mod:`~refconv.core.idempotent`.
"""
