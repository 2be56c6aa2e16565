"""The registry of features."""

from __future__ import annotations

import pytest

from refconv.tag.features import CONTEXT_FEATURES, FEATURES, TOKEN_FEATURES


def test_the_registry_has_unique_names_that_files_can_hold() -> None:
    assert len(FEATURES.names) == len(set(FEATURES.names))
    for feature in TOKEN_FEATURES:
        assert feature.name.isidentifier()
    for context in CONTEXT_FEATURES:
        assert not set("[]=/%") & set(context.name)


def test_the_registry_says_what_features_measure() -> None:
    assert all(feature.measures for feature in (*TOKEN_FEATURES, *CONTEXT_FEATURES))


def test_some_features_of_the_registry() -> None:
    some = FEATURES.without(["word", "journals"])
    assert set(FEATURES.names) - set(some.names) == {"word", "journals"}
    assert some.places == (-2, -1, 0, 1, 2, "head", "after", "tail")
    assert FEATURES.token_feature("word") not in some.token
    for find in (FEATURES.without, lambda names: FEATURES.context_feature(names[0])):
        with pytest.raises(ValueError, match="unknown feature 'vowels'"):
            find(["vowels"])
