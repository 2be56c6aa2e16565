"""The tables of what Zotero stores are what their script makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import zotero_tables

TOY = Path(__file__).with_name("zotero")


@pytest.mark.parametrize("name", zotero_tables.TABLES)
def test_a_table_is_what_the_script_writes(name: str, data_folder: Path) -> None:
    made = zotero_tables.text_of(name, data_folder / "zotero")

    assert (zotero_tables.TARGET / f"{name}.tsv").read_text("utf-8") == made


def test_the_toy_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zotero_tables, "TARGET", tmp_path)

    zotero_tables.main([str(TOY)])

    assert {path.stem for path in tmp_path.iterdir()} == {*zotero_tables.TABLES}
    head = (tmp_path / "item_types.tsv").read_text("utf-8").splitlines()[0]
    assert head.startswith("# From ways_in.tsv, ")


TOY_ROWS = {
    "item_types": ["thesis\ttitle university thesisType\tauthor"],
    "general_names": ["publisher\tuniversity\tthesis", "type\tthesisType\tthesis"],
    "extra_keys": ["publisher\t-\t*", "university\tuniversity\t*"],
    "ris_types": ["THES\tthesis"],
    "ris_tags": [
        "IS\tfield issue\t*",
        "M1\textra\t*",
        "PB\tfield university\t*",
        "TI\tfield title\t*",
    ],
    "endnote_types": ["32\tthesis", "Thesis\tthesis"],
    "endnote_elements": ["notes\tnote\t*", "rec-number\t-\t*", "titles/title\tfield title\t*"],
    "bibtex_types": ["phdthesis\tthesis"],
    # The kind of a thesis is no place of its title; "author" and such have rules of their own.
    "bibtex_fields": [
        "annote\tnote\t",
        "school\tfield\tpublisher",
        "shelfmark\tline\tShelf",
        "title\tfield\ttitle",
        "volume\tfield\tvolume",
    ],
    # What a shorter command explains is no row; commands are replaced from short to long.
    "tex_text": [
        "accent\t'\tae",
        "command\to\tø",
        "command\taa\tå",
        "math\talpha\tα",
        "plain\t---\t—",
        "plain\t--\t–",
    ],
    "csl_types": [
        "motion_picture\tfilm\t",
        "motion_picture\tvideoRecording\tvolume",
        "speech\tpresentation\t",
    ],
    # A film has a place, but not from this variable; a video's exporter writes it so.
    "csl_fields": [
        "title\ttitle\t",
        "volume\tvolume\t",
        "event-place\tplace\tpresentation videoRecording",
    ],
    "csl_roles": ["author\tauthor creator", "producer\tproducer"],
}


@pytest.mark.parametrize("name", TOY_ROWS)
def test_the_toy_rows(name: str) -> None:
    lines = zotero_tables.text_of(name, TOY).splitlines()

    for row in TOY_ROWS[name]:
        assert row in lines[2:]
    assert all(line.split("\t")[0] != "shelf" for line in lines)
