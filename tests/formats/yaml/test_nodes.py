"""YAML text → nodes, as far as it is valid."""

from __future__ import annotations

import pytest

from refconv.formats.yaml.nodes import DEEPEST, Composer, YamlList, YamlMap, YamlText


def composed(text: str) -> tuple[list[object], list[str]]:
    composer = Composer()
    roots: list[object] = [*composer.compose(text, 1)]
    return roots, [f"{found.line} {found.message}" for found in composer.diagnostics]


@pytest.mark.parametrize("text", ["no", "1:20", "007", "2018-03-05", "0x1f", "1_000", ".inf"])
def test_a_scalar_stays_the_text_that_it_is(text: str) -> None:
    assert composed(f"- {text}\n")[0] == [YamlList(1, 0, [YamlText(text, True, 1)])]


def test_nodes_have_their_lines() -> None:
    (root,), _ = composed("a: 1\n\nb:\n  - x\n  - y\n")

    assert isinstance(root, YamlMap)
    assert [(key.line, value.line) for key, value in root.pairs] == [(1, 1), (3, 4)]


def test_an_alias_is_the_node_of_its_anchor() -> None:
    (root,), found = composed("- &a x\n- *a\n- *b\n")

    assert isinstance(root, YamlList)
    assert [one.value for one in root.items if isinstance(one, YamlText)] == ["x", "x", ""]
    assert found == ["3 no anchor &b before its alias (left out)"]


def test_an_alias_within_its_own_anchor_is_unknown() -> None:
    assert composed("&a [*a]\n")[1] == ["1 no anchor &a before its alias (left out)"]


def test_a_text_that_is_not_valid_is_read_up_to_the_error() -> None:
    (root,), found = composed("- a\n- [b\n- c: d\n")

    assert isinstance(root, YamlList)
    assert len(root.items) == 2
    assert found == ["3 invalid YAML: did not find expected ',' or ']' (the entry is cut there)"]


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 5_000 + "x", "{a: " * 5_000])
def test_deep_nesting_is_cut(text: str) -> None:
    roots, (found, *_) = composed(text)

    assert "nested too deeply" in found or "exceeded maximum nesting depth" in found
    depth, node = 0, roots[0] if roots else None
    while isinstance(node, YamlList) and node.items:
        depth, node = depth + 1, node.items[-1]
    assert depth <= DEEPEST


def test_characters_that_yaml_does_not_allow_are_reported_once() -> None:
    composer = Composer()

    (root,) = composer.compose("- a\x01b\x02\n- c\u2028d\n", 1)

    assert isinstance(root, YamlList)
    assert [one.value for one in root.items if isinstance(one, YamlText)] == ["ab", "c d"]
    assert [one.line for one in composer.once.values()] == [1]
