"""Find the references that are of one publication."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from attrs import frozen

from refconv.core.arguments import check_many
from refconv.core.model import Reference
from refconv.core.progress import report
from refconv.library.deduplication.candidates import candidates
from refconv.library.deduplication.compared import Compared, compared
from refconv.library.deduplication.evidence import ENOUGH, Verdict, weigh


@frozen
class DuplicateGroup:
    """References that are of one publication.

    ``members`` are their indices in order, ``reason`` what is alike, ``score`` (0.5 to 1) how sure
    it is; both are those of the least similar pair that holds the group together.
    """

    members: tuple[int, ...]
    reason: str
    score: float

    def of(self, references: Sequence[Reference]) -> tuple[Reference, ...]:
        """Return the members of the group among the references in which it was found."""
        return tuple(references[member] for member in self.members)


def find_duplicates(
    references: Iterable[Reference], *, with_preprints: bool = False
) -> tuple[DuplicateGroup, ...]:
    """Find the references that are of one publication, however they are written.

    Identifiers, titles, authors, years, journals, volumes, pages and abstracts are weighed. A
    correction, a reply, an abstract of a meeting, another part or another edition is a publication
    of its own. The result does not depend on the order of the references.

    Args:
        references: The references; all are held in memory.
        with_preprints: Whether a preprint and the article it has become are one publication.

    Returns:
        The groups of two members and more, in the order of their first members.

    Raises:
        TypeError: if ``references`` holds anything else.

    >>> from refconv.core.model import Name
    >>> groups = find_duplicates([
    ...     Reference(title="Snow in the northern valleys", author=[Name(family="Ng", given="Ann")],
    ...         issued=2020, page="11-19"),
    ...     Reference(title="Rivers"),
    ...     Reference(title="SNOW IN THE NORTHERN VALLEYS.", author=[Name(family="Ng", given="A.")],
    ...         issued=2020, page="11-9"),
    ... ])
    >>> [(group.members, group.reason) for group in groups]
    [((0, 2), 'pages, title, authors, year')]
    """
    given = check_many(references, Reference, "references", "a list of Reference")
    return Search(given, with_preprints=with_preprints).groups()


class Search:
    """The search for duplicates among some references.

    ``known`` has references as they are compared, by the identity of the reference; those that
    it does not have are added. With ``fresh``, only pairs that hold one of these indices are
    compared: the others are known not to be duplicates.
    """

    def __init__(
        self,
        references: Sequence[Reference],
        *,
        with_preprints: bool,
        known: dict[int, Compared] | None = None,
        fresh: Container[int] | None = None,
    ) -> None:
        self._references, self._with_preprints = references, with_preprints
        self._fresh = fresh
        cache = {} if known is None else known
        self._compared: list[Compared] = []
        self._members: list[list[int]] = []
        alike: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
        by_key: dict[tuple[object, ...], Compared] = {}
        for place, reference in enumerate(references):
            if (one := cache.get(id(reference))) is None:
                one = compared(reference)
                if known is not None:
                    cache[id(reference)] = one
            key = one.key
            by_key.setdefault(key, one)
            alike[key].append(place)
        for key, members in alike.items():
            for together in self._told_apart(by_key[key], members):
                self._compared.append(by_key[key])
                self._members.append(together)

    def _told_apart(self, one: Compared, members: list[int]) -> Iterable[list[int]]:
        """Return references that are alike in all that is compared, as far as they are duplicates.

        If they have too few values for that, those are that are equal but for their ids.
        """
        if len(members) == 1 or weigh(one, one, _no_abstracts, with_preprints=False).is_duplicate:
            return [members]
        equal: defaultdict[Reference, list[int]] = defaultdict(list)
        for place in members:
            equal[self._references[place].changed(id="")].append(place)
        return equal.values() if one.titles else [[place] for place in members]

    def groups(self) -> tuple[DuplicateGroup, ...]:
        """Return the groups."""
        pairs = self._duplicate_pairs()
        clusters = _Clusters(len(self._compared))
        for a, b, verdict in sorted(pairs, key=self._order):
            if not clusters.are_one(a, b) and self._is_consistent(clusters, a, b):
                clusters.join(a, b, verdict)
        found = [*self._groups_of(clusters)]
        return tuple(sorted(found, key=lambda group: group.members))

    def _order(self, pair: tuple[int, int, Verdict]) -> tuple[float, tuple[str, ...]]:
        """Return the place of a pair: the most alike first, by content where that is equal."""
        a, b, verdict = pair
        keys = (repr(self._compared[place].key) for place in (a, b))
        return -verdict.weight, tuple(sorted(keys))

    def _duplicate_pairs(self) -> Iterator[tuple[int, int, Verdict]]:
        last = len(self._compared)
        for count, (a, b) in enumerate(candidates(self._compared)):
            if count % _REPORTED == 0:
                report(b, last, b)
            if self._fresh is not None and not self._is_fresh(a) and not self._is_fresh(b):
                continue
            verdict = self._weigh(a, b)
            if verdict.is_duplicate:
                yield a, b, verdict

    def _is_fresh(self, place: int) -> bool:
        return self._fresh is not None and any(i in self._fresh for i in self._members[place])

    def _weigh(self, a: int, b: int) -> Verdict:
        def abstracts() -> tuple[str, str]:
            first, second = (self._references[self._members[place][0]] for place in (a, b))
            return first.abstract, second.abstract

        return weigh(
            self._compared[a], self._compared[b], abstracts, with_preprints=self._with_preprints
        )

    def _is_consistent(self, clusters: _Clusters, a: int, b: int) -> bool:
        """Return whether no member of one cluster contradicts one of the other.

        A record with few values may be like an article and like the abstract of the talk about it.
        """
        return not any(
            self._contradict(*sorted((one, other)))
            for one in clusters.members(a)
            for other in clusters.members(b)
        )

    def _contradict(self, a: int, b: int) -> bool:
        verdict = self._weigh(a, b)
        against = sum(one.weight for one in verdict.evidence if one.weight < 0)
        is_against = against <= -_CONTRADICTION or not verdict.evidence
        return is_against and verdict.weight < ENOUGH - _CONTRADICTION

    def _groups_of(self, clusters: _Clusters) -> Iterator[DuplicateGroup]:
        for places, weakest in clusters.all():
            members = sorted(index for place in places for index in self._members[place])
            if len(members) < 2:
                continue
            one = self._compared[places[0]]
            verdict = weakest or weigh(one, one, _no_abstracts, with_preprints=False)
            # References that are equal are duplicates even if they have too few values.
            score = max(verdict.score, _LEAST)
            yield DuplicateGroup(tuple(members), verdict.reason, round(score, 3))


def _no_abstracts() -> tuple[str, str]:
    return "", ""


_LEAST = 0.5
"""The score of two references for which the evidence is just enough."""
_REPORTED = 4096
"""Pairs after which progress is reported."""
_CONTRADICTION = 4.0
"""How much may speak against two members of a group, and how much less for them, at most."""


class _Clusters:
    """Sets of indices that are joined pair by pair."""

    def __init__(self, size: int) -> None:
        self._cluster_of: list[int] = [*range(size)]
        self._clusters: dict[int, list[int]] = {}
        self._weakest: dict[int, Verdict] = {}

    def are_one(self, a: int, b: int) -> bool:
        return self._cluster_of[a] == self._cluster_of[b]

    def members(self, place: int) -> Sequence[int]:
        cluster = self._cluster_of[place]
        return self._clusters.get(cluster, [cluster])

    def join(self, a: int, b: int, verdict: Verdict) -> None:
        one, other = sorted((self._cluster_of[a], self._cluster_of[b]))
        joined = [*self.members(one), *self.members(other)]
        for place in joined:
            self._cluster_of[place] = one
        self._clusters[one] = joined
        self._clusters.pop(other, None)
        known = [self._weakest.pop(cluster, None) for cluster in (one, other)]
        verdicts = [verdict, *(found for found in known if found is not None)]
        self._weakest[one] = min(verdicts, key=lambda found: found.weight)

    def all(self) -> Iterator[tuple[Sequence[int], Verdict | None]]:
        for place, cluster in enumerate(self._cluster_of):
            if place == cluster:
                yield self.members(place), self._weakest.get(cluster)
