"""Articles in XML: JATS, NLM and TEI."""
