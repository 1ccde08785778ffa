"""Keep a run: all of it, or what it found to be different from the last."""

import os
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Raw, Struct

from contentlint.engine.cache import store
from contentlint.engine.record.file import ID, add_note, create, seal
from contentlint.engine.record.last import Last, added
from contentlint.engine.record.model import Different, Index, Learnt, Note, State, Table
from contentlint.engine.record.tables import Rows, table_of
from contentlint.engine.stamps import Stamp

MAX_NOTES = 1_000_000
"""Bytes of notes from which the file is written anew: our choice; so much is read in two milliseconds."""

encode = partial(msgspec.msgpack.encode, enc_hook=str)
"""Texts of a kind of their own, such as those of scripts, count as texts."""


class Whole(Struct, frozen=True):
    """A run in full; see `Index`."""

    paths: Sequence[str]
    stamps: Sequence[Stamp | None]
    digests: Sequence[str]
    identities: Raw
    result: Callable[[str], bytes | Raw]
    """Gives what is known of a page, encoded."""
    others: Sequence[str]
    found: Callable[[str], bytes | Raw]
    """Gives what was found in a file, encoded."""
    state: State | None
    learned: Mapping[str, Learnt]
    tables: Mapping[str, Table]
    totals: Mapping[str, Raw]


def keep_whole(file: Path, whole: Whole) -> None:
    """Write a run in full."""
    results, found = array("I"), array("I")

    def rows() -> Iterator[bytes]:
        for path in whole.paths:
            row = seal(whole.result(path))
            results.append(len(row))
            yield row
        for path in (*whole.paths, *whole.others):
            row = seal(whole.found(path))
            found.append(len(row))
            yield row

    def index() -> bytes:
        return encode(
            Index(
                paths=list(whole.paths),
                stamps=list(whole.stamps),
                digests=list(whole.digests),
                identities=whole.identities,
                results=results.tobytes(),
                others=list(whole.others),
                found=found.tobytes(),
                state=whole.state,
                learned=dict(whole.learned),
                tables=dict(whole.tables),
                totals=dict(whole.totals),
            )
        )

    store(file, lambda target: create(target, rows(), index))


def keep_different(file: Path, last: Last, different: Different) -> None:
    """Write what is different to the last run, or all of it where that is much."""
    note = encode(Note(os.urandom(ID), last.end, different))
    if last.opened.is_tidy and sum(map(len, last.opened.notes)) + len(note) <= MAX_NOTES:
        with suppress(OSError):  # a folder that cannot be written is no problem, nor a file that is gone
            add_note(file, note)
        return
    keep_whole(file, _together(last, different))


def _together(last: Last, new: Different) -> Whole:
    """The last run with what is different."""
    pages = [new.pages.get(path) for path in last.paths]
    noted = (path for note in last.notes for path in note.different.found)
    others = dict.fromkeys((*last.index.others, *noted, *new.found))
    learned = last.learned | new.learned
    return Whole(
        paths=last.paths,
        stamps=[new_one[0] if new_one else old for new_one, old in zip(pages, last.stamps, strict=True)],
        digests=[new_one[1] if new_one else old for new_one, old in zip(pages, last.digests, strict=True)],
        identities=last.index.identities,
        result=lambda path: new.results[path] if path in new.results else last.result_row(path),
        others=sorted(others.keys() - set(last.paths)),
        found=lambda path: new.found[path] if path in new.found else last.found_row(path),
        state=new.state,
        learned={name: one for name, one in learned.items() if one is not None},
        tables={name: _table(last, name, new.keys.get(name, {})) for name in last.index.tables},
        totals={name: _total(last, name, new.totals.get(name, {})) for name in last.index.totals},
    )


def _table(last: Last, name: str, new: Mapping[str, Sequence[int]]) -> Table:
    table, changed = last.index.tables[name], last.keys(name) | dict(new)
    if not changed:
        return table
    return table_of(Rows(table).regrouped({last.number(path): keys for path, keys in changed.items()}))


def _total(last: Last, name: str, more: Mapping[str, int]) -> Raw:
    return Raw(encode(added(last.total(name) or {}, more)))
