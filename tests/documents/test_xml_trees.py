"""Small pieces of XML as a tree."""

from __future__ import annotations

from refconv.documents.xml_trees import parsed_tree, tree_of

TREE = tree_of("<x:a n='1'> one <b>two <c>three</c></b><b>four</b></x:a>")


def test_names_texts_and_children() -> None:
    node = TREE.first("a")

    assert node is not None
    assert (node.name, node.attributes) == ("a", {"n": "1"})
    assert (node.text(), node.raw_text()) == ("one two threefour", " one two threefour")
    assert [child.text() for child in node.children("b", "c")] == ["two three", "four"]
    assert (node.child_text("b", "c"), node.child_text("c")) == ("three", "")


def test_elements_at_any_depth_are_not_within_one_another() -> None:
    tree = tree_of("<r><a>1<a>2</a></a><b><a>3</a></b></r>")

    assert [node.text() for node in tree.all("a")] == ["12", "3"]


def test_what_is_wrong_is_returned() -> None:
    tree, found = parsed_tree(b"<a><b>1</b>")

    assert tree.child_text("a", "b") == "1"
    assert found is not None
