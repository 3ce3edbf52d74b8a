"""What a file of source consists of, as far as a lesson can name it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jupyterlab_maturin.errors import CourseError

#: At most so many names are offered in an error.
OFFERED = 8


@dataclass(frozen=True)
class Item:
    """A function, a class, a constant: something with a name.

    Attributes:
        path: its name after the names of what it is in: ``("Wallet", "pay")``.
        first, last: its lines, counting from 0, with the comments and attributes that belong to it.
        member: whether it is in a class or an ``impl``, and not only in a module.
        addition: whether it adds to what has the name, as an ``impl`` does, wherever that is.
        aliases: other names that lead to it where nothing has one of them for its own.
    """

    path: tuple[str, ...]
    first: int
    last: int
    member: bool = False
    addition: bool = False
    aliases: frozenset[str] = frozenset()


def find_items(items: Sequence[Item], names: Iterable[str], where: str) -> list[Item]:
    """Return what the names mean, in the order of the file.

    ``pay`` is the function of that name, or the method where no function has that name and only one class has such a
    method; ``Wallet.pay`` (or ``Wallet::pay``) is the method. Some names mean several items: a struct and its ``impl``s.

    Args:
        items: all that is in the file.
        names: what was asked for.
        where: how an error calls the file.

    Raises:
        CourseError: there is no such item, or the name could mean several.
    """
    found = {item for name in names for item in _named(items, name, where)}
    return sorted(found, key=lambda item: (item.first, item.last))


def closest(name: str, names: Iterable[str]) -> str:
    """Return `` Did you mean `…`?`` with the most similar name, or nothing when none is similar."""
    similar = difflib.get_close_matches(name, list(names), n=1)
    return f" Did you mean `{similar[0]}`?" if similar else ""


def listed(names: Iterable[str]) -> str:
    """Return at most eight of the names, each once and in backticks, and how many more there are."""
    distinct = list(dict.fromkeys(names))
    more = len(distinct) - OFFERED
    return ", ".join(f"`{name}`" for name in distinct[:OFFERED]) + (f" and {more} more" if more > 0 else "")


def _named(items: Sequence[Item], name: str, where: str) -> list[Item]:
    wanted = tuple(name.replace("::", ".").removesuffix("!").split("."))
    matching = [item for item in items if item.path[-len(wanted) :] == wanted]
    matching = [item for item in matching if not item.member] or matching
    if not matching:
        matching = [item for item in items if wanted[-1] in item.aliases and len(wanted) == 1]
    if not matching:
        paths = [".".join(item.path[-2:] if item.member else item.path[-1:]) for item in items]
        similar = closest(name, [*paths, *(path.rpartition(".")[2] for path in paths)])
        raise CourseError(f"There is no `{name}` in {where}.{similar} It has {listed(paths) or 'no items'}.")
    meanings = {
        ".".join(item.path[-2:] if item.member else item.path) for item in matching if not item.addition
    }
    if len(meanings) > 1:
        raise CourseError(
            f"`{name}` could be several things in {where}: say which of {listed(sorted(meanings))}."
        )
    return matching
