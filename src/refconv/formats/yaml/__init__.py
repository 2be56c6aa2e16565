"""YAML files of any format: composed without types, read as far as they go, and written.

Reading order: nodes (text → nodes), values (nodes → texts, lists and mappings), yaml_entries (the
entries of a file, chunk by chunk), yaml_text (values → text).
"""
