"""Commands that read and write files have the same options, with the same words."""

from __future__ import annotations

import pytest

from refconv.cli.subcommands import subcommand

SHARED = (
    *("from_", "to", "for_", "no_page_record", "encoding", "lines"),
    *("strict", "quiet", "verbose"),
)


@pytest.mark.parametrize("name", SHARED)
def test_convert_and_dedupe_share_an_option(name: str) -> None:
    options = [
        next(one for one in subcommand(command).params if one.name == name)
        for command in ("convert", "dedupe")
    ]

    assert options[0].to_info_dict() == options[1].to_info_dict()
