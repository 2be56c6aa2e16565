"""Text with light markup: Markdown and its kin, wikitext and e-mail."""
