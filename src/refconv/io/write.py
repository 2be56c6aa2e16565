"""Write references one by one, each with its losses."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple, Self

from refconv.clients import CLIENTS, Client
from refconv.clients.judged import Judged
from refconv.clients.judges import judge_for, judged_types
from refconv.core.arguments import check_type, unknown
from refconv.core.fields import FieldMap
from refconv.core.keys import Ids, KeyTable, make_key
from refconv.core.lens import Encoded, encode_reference, where_written
from refconv.core.losses import differences, predict_decoded
from refconv.core.model import Reference
from refconv.core.report import NO_LOSSES, Block, Loss, Losses
from refconv.core.respelled import Respelled
from refconv.formats.base import Format, Join
from refconv.formats.registry import FORMATS
from refconv.formats.style import DEFAULT, Style
from refconv.io.detection import chosen_target
from refconv.io.files import target_format, whole_file
from refconv.io.input import StrPath
from refconv.io.judged_shapes import JudgedShapes


class Keys(NamedTuple):
    """Which citation keys references get.

    ``pattern`` makes new keys, for those without one or, unless ``keeps``, for all; without it they
    are made as :func:`~refconv.core.keys.make_key` does. ``links`` are the new keys by the old, for
    the values that name other references.
    """

    pattern: str = ""
    keeps: bool = True
    links: Mapping[str, str] | None = None

    @property
    def replaces(self) -> bool:
        """Whether all references get new keys."""
        return bool(self.pattern) and not self.keeps


OWN_KEYS = Keys()
"""References keep their keys; those without one get one."""


class Naming:
    """Assigns each reference two ids: its own or a new one, and the one that the text has.

    ``taken`` returns the ids of all references, later ones included; it is called when the first
    new id is made.
    """

    def __init__(
        self,
        legal_id: Callable[[str], str],
        taken: Callable[[], KeyTable] = KeyTable,
        *,
        folds_case: bool = False,
    ) -> None:
        self._legal, self._taken, self._folds_case = legal_id, taken, folds_case
        self._written = Ids()

    @cached_property
    def _assigned(self) -> Ids:
        return Ids(self._taken(), folds_case=self._folds_case)

    def assign(self, own: str, made: str) -> tuple[str, str]:
        """Return the two ids of a reference: from its own id, or from a key made of its content."""
        assigned = own or self._assigned.assign(made)
        return assigned, self._written.assign(self._legal(assigned) or made)

    def assign_all(self, wanted: WantedIds) -> dict[int, tuple[str, str]]:
        """Return the ids of several references by index, without those that keep their own."""
        assigned: dict[int, tuple[str, str]] = {}
        for place, own in enumerate(wanted.own):
            if place in wanted.made:
                assigned[place] = self.assign(own, wanted.made[place])
            elif (written := self._written.assign(own)) != own:
                assigned[place] = own, written
        return assigned


class WantedIds(NamedTuple):
    """The ids of some references.

    ``made`` has, by index, a key for each whose own id is empty or cannot be written as it is.
    ``old`` are the ids that were read, where new ones replace them all; ``own`` is empty then.
    """

    own: list[str]
    made: dict[int, str]
    old: list[str] | None = None


class Entries:
    """Writes references by a format's table; ``name`` is the output's, for the losses.

    ``keys`` says how the keys are made of references' content, ``style`` how it is written.
    """

    def __init__(
        self,
        format: Format,
        client: Client | None,
        name: str = "",
        keys: Keys = OWN_KEYS,
        style: Style = DEFAULT,
    ) -> None:
        if client not in (None, *CLIENTS):
            raise ValueError(unknown("program", str(client), CLIENTS))
        check_type(style, Style, "style", "a Style")
        styled = format.in_style(style)
        # Shapes are judged of plain values, which a style may write otherwise.
        self._has_shapes, format = styled is format, styled
        self.join = _join_of(format, client)
        self._format, self._table, self._name = format, format.table_for(client), name
        self.legal_id = format.legal_id
        self._keys = keys
        self._make_key = _maker_of(keys.pattern)
        self._carry = format.carry_for(client)
        self._judge = judge_for(client, format.name)
        self._judged_types = judged_types(client, format.name)
        self._shapes = _shapes_for(format, client)

    def made_key(self, reference: Reference) -> str:
        """Return a key made of a reference's content; empty if its own id can be written."""
        has_own = reference.id and self._format.legal_id(reference.id)
        return "" if has_own else self._make_key(reference)

    def wanted(self, references: Iterable[Reference]) -> WantedIds:
        """Return the ids of some references, with keys for those that need one."""
        if self._keys.replaces:
            given = [*references]
            made = {place: self._make_key(one) for place, one in enumerate(given)}
            return WantedIds([""] * len(given), made, [one.id for one in given])
        wanted, legal_id = WantedIds([], {}), self._format.legal_id
        for place, reference in enumerate(references):
            own = reference.id
            wanted.own.append(own)
            if not own or legal_id(own) != own:
                wanted.made[place] = self.made_key(reference)
        return wanted

    def write(self, index: int, reference: Reference, ids: tuple[str, str]) -> tuple[str, Losses]:
        """Return the text of a reference, and its losses."""
        assigned, written = ids
        given = reference if reference.id == assigned else reference.changed(id=assigned)
        written = written if self._format.has_ids else ""
        legal = given if assigned == written else given.changed(id=written)
        encoded = encode_reference(self._table, legal, self._carry)
        if self._judge is not None and self._is_judged(encoded.record.type):
            text = self.join.entry(encoded.record)
            found = self._shapes.find(given) if given is legal and self._has_shapes else None
            if found is None:
                found = self._judge(given, self.join.of_parts([text]), is_known_type)
            return text, self._judged(index, given, found) if found else NO_LOSSES
        back = predict_decoded(self._table, self._format.table, encoded)
        text = self.join.entry(encoded.record)
        if given == back:
            return text, NO_LOSSES
        is_respelled = Respelled(given, back, is_known_type)
        losses: tuple[list[Loss], list[Loss]] = ([], [])
        for place in _losses(self._table, given, encoded, back):
            losses[is_respelled(*place[:3])].append(Loss(index, assigned, *place, self._name))
        return text, Losses(*losses)

    def _is_judged(self, native: str) -> bool:
        """Return whether the program's reader of the format is modelled for a type."""
        return self._judged_types is None or native in self._judged_types

    def _judged(self, index: int, given: Reference, found: Iterable[Judged]) -> Losses:
        """Return what a program holds otherwise as losses."""
        return Losses(
            Loss(
                index, given.id, one.path, one.value, one.kept, one.place, self._name, one.elsewhere
            )
            for one in found
        )


@lru_cache(maxsize=32)
def _shapes_for(format: Format, client: Client | None) -> JudgedShapes:
    """Return what is judged of the shapes of references, found once for all files that are written.

    Each reference is judged as one that is written by itself.
    """
    judge, join = judge_for(client, format.name), _join_of(format, client)
    table, carry = format.table_for(client), format.carry_for(client)

    def judged_alone(reference: Reference) -> list[Judged]:
        if judge is None:
            return []
        record = encode_reference(table, reference, carry).record
        return judge(reference, join.of_parts([join.entry(record)]), is_known_type)

    return JudgedShapes(format.name, judged_alone)


def is_known_type(key: str, native: str, kind: str) -> bool:
    """Return whether a key of ``custom`` holds the native type of a format for a CSL type.

    >>> is_known_type("ris:TY", "RPRT", "report"), is_known_type("ris:TY", "ODD", "document")
    (True, False)
    """
    prefix, _, type_key = key.partition(":")
    return any(
        table.type_key == type_key
        and (table.read_type(native) == kind or (native, kind) in table.types)
        for table in _tables_of(prefix)
    )


@lru_cache(maxsize=64)
def _tables_of(prefix: str) -> tuple[FieldMap, ...]:
    """Return the tables of the formats whose keys have a prefix."""
    return tuple(FORMATS[name].table for name in _NAMES.get(prefix, (prefix,)) if name in FORMATS)


_NAMES = {"bibtex": ("bibtex", "biblatex")}
"""The formats whose keys have a prefix, where it is not the format's name."""


def _maker_of(pattern: str) -> Callable[[Reference], str]:
    """Return the function that makes citation keys: by a pattern, if there is one."""
    if not pattern:
        return make_key
    from refconv.library.keys.key_patterns import key_pattern  # noqa: PLC0415 (seldom needed)

    return key_pattern(pattern).key


def _join_of(format: Format, client: Client | None) -> Join:
    join = format.join_for(client)
    if join is None:
        raise ValueError(f"format {format.name!r} can only be read")
    return join


def _losses(
    table: FieldMap, reference: Reference, encoded: Encoded, back: Reference
) -> Iterator[tuple[str, Any, Any, str]]:
    """Yield path, value, kept value and output key of each loss."""
    for path, value, kept in differences(reference, back):
        where = ""
        if kept is not None:
            name = path.partition("[")[0].partition(".")[0]
            where = where_written(table, encoded.record.type).get(name, "")
        yield path, value, kept, where


def joined(join: Join, parts: Iterable[str]) -> bytes:
    """Return entries joined and encoded as they stand in a file."""
    return join.separator.join(parts).encode("utf-8", "replace")


class Parts:
    """Writes the entries of a text to a file as they come.

    With ``is_late`` the blocks before the entries are known only at the end: the entries go to a
    temporary file until then.
    """

    def __init__(self, file: BinaryIO, join: Join, *, is_late: bool = False) -> None:
        self._file, self._join = file, join
        self._aside: BinaryIO | None = None
        if is_late:
            import tempfile  # noqa: PLC0415 (slow to import, and seldom needed)

            self._aside = tempfile.TemporaryFile()  # noqa: SIM115 (it lives as long as this)
        self._is_first = True
        if self._aside is None:
            self._put(file, join.start)

    def add(self, parts: Sequence[str]) -> None:
        """Write some entries."""
        if parts:
            self.add_joined(joined(self._join, parts))

    def add_joined(self, text: bytes) -> None:
        """Write entries that :func:`joined` has put together."""
        file = self._file if self._aside is None else self._aside
        if not self._is_first:
            self._put(file, self._join.separator)
        file.write(text)
        self._is_first = False

    def end(self, blocks: Sequence[Block] = ()) -> None:
        """Write the blocks of a file, and the end of the text."""
        if self._aside is not None:
            aside, self._aside = self._aside, None
            was_empty, self._is_first = self._is_first, True
            self._put(self._file, self._join.start)
            self.add(self._join.before(blocks))
            if not was_empty:
                self.add([""])
            aside.seek(0)
            import shutil  # noqa: PLC0415

            shutil.copyfileobj(aside, self._file)
            aside.close()
        self.add(self._join.after(blocks))
        self._put(self._file, self._join.end)

    def close(self) -> None:
        """Remove the temporary file, if the text is not ended."""
        if self._aside is not None:
            self._aside.close()

    def _put(self, file: BinaryIO, text: str) -> None:
        file.write(text.encode("utf-8", "replace"))


class Writer:
    """Write references to a file as they come, in little memory; whole or not at all.

    ::

        with refconv.Writer("refs.ris") as writer:
            for reference in refconv.iter_load("refs.bib"):
                writer.write(reference)

    The file is replaced when the block ends; if an exception ends it, nothing has changed.

    Args:
        path: The file to write.
        format: A name of :data:`refconv.FORMATS`; by default the suffix decides.
        for_: The program that will read the file: ``zotero`` or ``endnote``.
        style: How the file is written.
        blocks: What the file holds beside references, as ``Read.blocks`` of the same format.
        on_loss: Called with each :class:`Loss` as it comes; by default they are collected in
            ``losses``, and what is only spelled in another way in ``respelled``.

    Raises:
        OSError: if the file cannot be written.
        ValueError: if the format cannot be written, or the program is unknown.
    """

    def __init__(
        self,
        path: StrPath,
        format: str | None = None,
        *,
        for_: Client | None = None,
        style: Style = DEFAULT,
        blocks: Sequence[Block] = (),
        on_loss: Callable[[Loss], object] | None = None,
    ) -> None:
        chosen = chosen_target(format or target_format(path))
        self._path = path
        self._entries = Entries(chosen, for_, os.fspath(path), style=style)
        self._naming = Naming(self._entries.legal_id)
        self._blocks = blocks
        self.losses: list[Loss] = []
        self.respelled: list[Loss] = []
        self._on_loss = on_loss
        self.count = 0

    def __enter__(self) -> Self:
        self._whole = whole_file(self._path)
        self._parts = Parts(self._whole.__enter__(), self._entries.join)
        self._parts.add(self._entries.join.before(self._blocks))
        return self

    def write(self, reference: Reference) -> None:
        """Write a reference; one without an id gets an id that none before it has."""
        ids = self._naming.assign(reference.id, self._entries.made_key(reference))
        part, losses = self._entries.write(self.count, reference, ids)
        self._parts.add([part])
        self.count += 1
        if self._on_loss is None:
            self.losses += losses
            self.respelled += losses.respelled
            return
        for loss in losses:
            self._on_loss(loss)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            try:
                self._parts.end(self._blocks)
            except BaseException as failed:
                self._whole.__exit__(type(failed), failed, failed.__traceback__)
                raise
        self._whole.__exit__(kind, error, trace)
