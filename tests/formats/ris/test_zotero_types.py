"""Item types that a line of Zotero's Extra field names."""

import pytest

from refconv import Reference, read, write
from refconv.clients.zotero.stored import stored


@pytest.mark.parametrize(
    ("reference", "native", "kind"),
    [
        (Reference("article", title="A"), "UNPB", "preprint"),
        (Reference("article", title="A", genre="preprint"), "UNPB", "preprint"),
        (Reference("document", title="A"), "GEN", "document"),
        (Reference("interview", title="A"), "INTV", "interview"),
        (Reference("post", title="A"), "ICOMM", "forumPost"),
        (Reference("standard", title="A"), "STAND", "standard"),
        (Reference("regulation", title="A"), "LEGAL", "statute"),
        (Reference("broadcast", title="A"), "POD", "podcast"),
        (Reference("broadcast", title="A", publisher="Pond TV"), "ADVS", "tvBroadcast"),
        (Reference("broadcast", title="A", genre="Radio play"), "ADVS", "radioBroadcast"),
        (Reference("motion_picture", title="A"), "MPCT", "film"),
        (
            Reference("motion_picture", title="A", ISBN="978-3-16-148410-0"),
            "VIDEO",
            "videoRecording",
        ),
    ],
)
def test_a_type_arrives(reference: Reference, native: str, kind: str) -> None:
    text = write(reference, "ris", for_="zotero").text

    assert text.startswith(f"TY  - {native}\r\n")
    assert stored(text, "ris")[0].type == kind
    assert read(text, "ris").references[0].type == reference.type


@pytest.mark.parametrize(
    ("native", "line", "kind"),
    [
        ("JOUR", "type: preprint", "article"),
        ("GEN", "type: podcast", "broadcast"),
        ("GEN", "type: computerProgram", "software"),
        ("BOOK", "Type: dataset", "dataset"),
        ("BOOK", "type: something", "book"),
    ],
)
def test_a_line_is_read(native: str, line: str, kind: str) -> None:
    found = read(f"TY  - {native}\nTI  - A\nM2  - {line}\nER  - \n", "ris").references[0]
    assert found.type == kind
    assert (found.custom == ()) == (line != "type: something")
