"""RIS as Zotero writes it: values that stand under tags of its own."""

import pytest

from refconv import Reference, read, write
from refconv.clients.zotero.stored import stored
from refconv.core.model import BY_NAME


def _read(*lines: str) -> Reference:
    text = "".join(f"{line}\n" for line in (*lines, "ER  - "))
    found = read(text, "ris")
    assert not found.diagnostics
    return found.references[0]


@pytest.mark.parametrize(
    ("kind", "line", "variable", "value"),
    [
        ("PAT", "M1  - 10/123,456", "call-number", "10/123,456"),
        ("PAT", "OP  - US 123 20110629", "issue", "US 123 20110629"),
        ("PAT", "C1  - 2004-10-12", "submitted", "2004-10-12"),
        ("HEAR", "T2  - Committee on Ice", "section", "Committee on Ice"),
        ("HEAR", "ET  - 110", "chapter-number", "110"),
        ("BILL", "ET  - 110", "chapter-number", "110"),
        ("BILL", "A2  - Okoro, Una", "author", "Okoro, Una"),
        ("SLIDE", "A2  - Okoro, Una", "author", "Okoro, Una"),
        ("ICOMM", "A2  - Okoro, Una", "recipient", "Okoro, Una"),
        ("MAP", "A3  - Okoro, Una", "collection-editor", "Okoro, Una"),
        ("DATA", "NV  - ice-7", "number", "ice-7"),
        ("MANSCPT", "SP  - 212", "number-of-pages", "212"),
        ("COMP", "LA  - Python", "genre", "Python"),
        ("COMP", "LA  - en", "language", "en"),
        ("MPCT", "C4  - comedy", "genre", "comedy"),
        ("BOOK", "DA  - 1775///ca", "issued", "1775~"),
        ("BOOK", "DA  - 1949///2003", "issued", "1949/2003"),
    ],
)
def test_tag_of_a_type(kind: str, line: str, variable: str, value: str) -> None:
    found = getattr(_read(f"TY  - {kind}", "TI  - Ponds", line), BY_NAME[variable].attribute)
    assert str(found[0] if isinstance(found, tuple) else found) == value


def test_date_of_a_patent_that_stands_twice() -> None:
    patent = _read("TY  - PAT", "TI  - Skate", "C2  - 2006-10-17", "DA  - 2006/10/17/")
    assert patent.custom == ()


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["PB  - arXiv", "UR  - http://arxiv.org/abs/2101.00001"], "article"),
        (["DO  - 10.1101/2021.08.03.454978"], "article"),
        (["PB  - Nova Press"], "document"),
        # In a journal it is no preprint any more.
        (["PB  - SSRN", "T2  - Pond Science"], "document"),
    ],
)
def test_preprint_of_no_type(lines: list[str], kind: str) -> None:
    found = _read("TY  - GEN", "TI  - Ponds", *lines)
    assert found.type == kind
    assert found.genre == ("preprint" if kind == "article" else "")


@pytest.mark.parametrize(
    ("lines", "kind", "item_type"),
    [
        (("TY  - GEN", "TI  - Ponds", "PB  - arXiv"), "article", "journalArticle"),
        (("TY  - GEN", "TI  - Ponds"), "document", "journalArticle"),
        (("TY  - ICOMM", "TI  - Ponds"), "post", "email"),
        (("TY  - GEN", "TI  - Ponds", "M2  - type: preprint"), "article", "preprint"),
        (("TY  - GEN", "ID  - ponds", "TI  - Ponds"), "document", "document"),
    ],
)
def test_a_type_of_several_comes_back(lines: tuple[str, ...], kind: str, item_type: str) -> None:
    reference = _read(*lines)
    again = write(reference, "ris", for_="zotero").text

    assert reference.type == kind
    assert stored(again, "ris")[0].type == item_type
    assert not [loss for loss in write(reference, "csl-json").losses if "custom" in loss.path]


def test_a_time_comes_back() -> None:
    article = _read("TY  - JOUR", "TI  - Ponds", "Y2  - 2023/01/06/17:17:33")
    again = write(article, "ris", for_="zotero")

    assert "Y2  - 2023/01/06/17:17:33" in again.text
    assert again.losses == ()
    assert read(again.text, "ris").references[0].accessed == article.accessed
