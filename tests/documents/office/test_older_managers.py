"""Papers and Reference Manager."""

from __future__ import annotations

import refconv
from refconv.documents.carrier import EmbeddedRecord
from refconv.documents.office.older_managers import papers_records, reference_manager_records

PAPERS = """PAPERS2_CITATIONS <citation><uuid>1</uuid><publications><publication><uuid>2</uuid>
<title>Moors</title><volume>5</volume><number>2</number><startpage>12</startpage>
<endpage>20</endpage><doi>10.1000/moors</doi><publication_date>99200403001200000000222000
</publication_date><authors><author><firstName>Ann</firstName><lastName>Heath</lastName></author>
</authors><bundle><publication><title>Upland Studies</title></publication></bundle></publication>
</publications></citation>"""
MANAGER = """REFMGR.CITE <Refman><Cite><Author>Bay</Author><MDL><REFERENCE_TYPE>0</REFERENCE_TYPE>
<Ref_Type>Journal</Ref_Type><Ref_ID>41</Ref_ID><Title_Primary>Cliffs &amp; caves</Title_Primary>
<Authors_Primary>Bay,K.L.</Authors_Primary><Authors_Primary>Cliff Board</Authors_Primary>
<Date_Primary>2007/8/3</Date_Primary><Periodical>Coast</Periodical><Volume>9</Volume>
<Issue>1</Issue><Start_Page>3</Start_Page><End_Page>8</End_Page></MDL></Cite></Refman>"""


def shown(record: EmbeddedRecord) -> str:
    return str(refconv.read(record.text, record.format).references[0])


def test_papers() -> None:
    (record,) = papers_records(PAPERS, 0)

    assert shown(record) == (
        "Heath (2004-03). Moors. Upland Studies 5(2): 12-20. https://doi.org/10.1000/moors"
    )
    assert record.same == ("papers:2",)


def test_reference_manager() -> None:
    (record,) = reference_manager_records(MANAGER, 0)

    assert shown(record) == "Bay, Cliff Board (2007-08-03). Cliffs & caves. Coast 9(1): 3-8"
    assert record.same == ("refman:41",)


def test_nothing_else() -> None:
    assert [*papers_records("x", 0)] == []
    assert [*reference_manager_records("<Refman>", 0)] == []
