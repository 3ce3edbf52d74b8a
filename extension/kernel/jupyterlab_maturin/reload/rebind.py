"""After a swap: make names follow to the new build, and say what still holds something of an older one."""

from __future__ import annotations

import weakref
from typing import Any

from jupyterlab_maturin.reload.holders import held_by, is_plain
from jupyterlab_maturin.reload.namespace import Place, Tree
from jupyterlab_maturin.reload.namespaces_of_user import UserNamespace
from jupyterlab_maturin.reload.report import Rebound, Stale

#: What one report may list; beyond it, a reader wants a restart and not a longer list.
MOST_REPORTED = 100


class Lineage:
    """Everything that the generations of one module defined, for as long as somebody keeps it alive.

    A list that was filled two builds ago holds functions two builds old: to name them, the older generations' names
    must be known, and to know them must not keep them alive.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[weakref.ref[Any], Place]] = {}

    def add(self, generation: Tree) -> dict[int, tuple[Any, Place]]:
        """Remember what ``generation`` defined; return everything known that is still alive, by ``id``."""
        old: dict[int, tuple[Any, Place]] = {}
        alive: dict[int, tuple[weakref.ref[Any], Place]] = {}
        for key, (reference, place) in self._known.items():
            value = reference()
            if value is not None:
                old[key] = (value, place)
                alive[key] = (reference, place)
        for place, value in generation.definitions():
            if id(value) in old:
                continue
            old[id(value)] = (value, place)
            try:
                alive[id(value)] = (weakref.ref(value), place)
            except TypeError:
                continue  # an object without weak references is followed from one build to the next only
        self._known = alive
        return old


def rebind(
    before: Tree, after: Tree, lineage: Lineage, namespaces: list[UserNamespace]
) -> tuple[list[Rebound], list[Stale]]:
    """Make the names in ``namespaces`` that point at the old generation point at the new one.

    A name follows when it *is* a function, a class, a submodule or an object that an older generation defined and the
    new one defines something of the same name, whatever the name it goes by here. A constant has no identity to go by:
    it follows only under its own name. What cannot follow (containers, closures, instances of an old class, names
    that are gone) is reported.
    """
    pass_ = _Pass(before, after, lineage, {id(namespace.variables) for namespace in namespaces})
    for namespace in namespaces:
        for name, value in list(namespace.variables.items()):
            if not namespace.skips(name):
                pass_.look_at(namespace, name, value)
    return pass_.rebound, pass_.report()


class _Pass:
    """One walk over the user's namespaces."""

    def __init__(self, before: Tree, after: Tree, lineage: Lineage, walked: set[int]) -> None:
        self._after = after
        self._old = lineage.add(before)
        for _, value in after.definitions():
            self._old.pop(id(value), None)  # the same object in both generations is not old
        self._constants = before.constants()
        self._new_constants = after.namespaces.get("", {})
        #: What was looked into, or is in its own right (`globals()` kept in a variable).
        self._seen = walked
        self.rebound: list[Rebound] = []
        self._stale: dict[tuple[str, str, str], list[str]] = {}

    def look_at(self, namespace: UserNamespace, name: str, value: Any) -> None:
        place = self._place(value)
        if place is not None:
            there, successor = self._after.get(place)
            if there:
                self._follow(namespace, name, successor)
            else:
                self._keep(namespace, name, name, f"the new build has no {_dotted(place)}")
            return
        if name in self._constants and value is self._constants[name]:
            if name not in self._new_constants:
                self._keep(namespace, name, name, f"the new build has no {name}")
            elif self._new_constants[name] is not value:
                self._follow(namespace, name, self._new_constants[name])
            return
        self._look_into(namespace, name, value)

    def report(self) -> list[Stale]:
        """Return what could not follow, one entry for each name and reason."""
        entries = []
        for (_, where, reason), names in self._stale.items():
            more = f" and {len(names) - 1} more" if len(names) > 1 else ""
            entries.append(Stale(names[0] + more, where, reason))
        return entries[:MOST_REPORTED]

    def _look_into(self, namespace: UserNamespace, root: str, value: Any) -> None:
        reason = self._instance(value)
        if reason:
            self._keep(namespace, root, root, reason)
            return
        for held in held_by(root, value, self._seen):
            place = self._place(held.value)
            if place is not None:
                reason = f"{held.how} the older {_dotted(place)}; {_AGAIN}"
            else:
                reason = self._instance(held.value, held.how)
            if reason:
                self._keep(namespace, root, held.name, reason)

    def _place(self, value: Any) -> Place | None:
        known = self._old.get(id(value))
        return known[1] if known is not None and known[0] is value else None

    def _instance(self, value: Any, how: str = "it is") -> str:
        if is_plain(value):
            return ""
        place = self._place(type(value))
        return f"{how} an instance of the older {_dotted(place)}; {_AGAIN}" if place is not None else ""

    def _follow(self, namespace: UserNamespace, name: str, successor: Any) -> None:
        namespace.variables[name] = successor
        self.rebound.append(Rebound(name, namespace.where))

    def _keep(self, namespace: UserNamespace, root: str, name: str, reason: str) -> None:
        self._stale.setdefault((root, namespace.where, reason), []).append(name)


_AGAIN = "re-run the cell that made it"


def _dotted(place: Place) -> str:
    return ".".join(part for part in place if part)
