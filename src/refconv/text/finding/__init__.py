"""A pasted page or paper into its reference strings, each whole and in one line.

::

    text ─lines─▶ Line ─regions─▶ stretch ─segment─▶ Item ─works─▶ Traced ─likeness─▶ Found

To be read in this order:

1. :mod:`~refconv.text.finding.document` goes through the whole work, step by step;
2. :mod:`~refconv.text.finding.columns` puts two columns after each other,
   :mod:`~refconv.text.finding.lines` cuts a text into lines,
   :mod:`~refconv.text.finding.line_numbers` and :mod:`~refconv.text.finding.furniture` set aside
   what belongs to the page only,
   :mod:`~refconv.text.finding.headings` reads what headings announce
   (:mod:`~refconv.text.finding.heading_words`);
3. :mod:`~refconv.text.finding.regions` says where lists stand;
4. :mod:`~refconv.text.finding.frontmatter` reads the page's own record
   (:mod:`~refconv.text.finding.contributors`, :mod:`~refconv.text.finding.history`);
5. :mod:`~refconv.text.finding.segment` cuts a list into its entries
   (:mod:`~refconv.text.finding.entries`): at printed labels
   (:mod:`~refconv.text.finding.labels`), else by style and layout
   (:mod:`~refconv.text.finding.style`, :mod:`~refconv.text.finding.layout`, the weights in
   :mod:`~refconv.text.finding.style_weights`);
6. :mod:`~refconv.text.finding.joining` puts an entry into one line
   (:mod:`~refconv.text.finding.traced`: each character keeps its place),
   :mod:`~refconv.text.finding.residue` takes off what links left behind,
   :mod:`~refconv.text.finding.works` parts the works of one entry
   (:mod:`~refconv.text.finding.stops`, :mod:`~refconv.text.finding.openings`);
7. :mod:`~refconv.text.finding.judging` keeps those that read as references
   (:mod:`~refconv.text.finding.likeness`, :mod:`~refconv.text.finding.traits`),
   :mod:`~refconv.text.finding.left_out` tells of what looks like one and was not kept.

The tables that the steps share stand in :mod:`~refconv.text.finding.patterns` and
:mod:`~refconv.text.finding.beginnings`.
"""
