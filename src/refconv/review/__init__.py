"""Correcting what was read, without HTTP: labels, values, and where a correction applies again.

In: what reading returned, and a person's correction of one reference. Out: the corrected reference,
the segments of other references with the same correction, places where a list was cut wrongly in
the same way, and lines to train with.
Reading order: :mod:`~refconv.review.review_items` (references with their strings),
:mod:`~refconv.review.doubts`, :mod:`~refconv.review.relabelling`, :mod:`~refconv.review.editing`,
:mod:`~refconv.review.recurrence`, :mod:`~refconv.review.cutting`,
:mod:`~refconv.review.training`.
"""
