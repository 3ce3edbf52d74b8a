"""After a swap: make the user's names follow the new build, and report what still refers to an older one."""

from __future__ import annotations

import weakref
from typing import Any

from jupyterlab_maturin.reload.module_contents import ModuleContents, Place
from jupyterlab_maturin.reload.reachable_values import is_plain, reachable_from
from jupyterlab_maturin.reload.report import Rebound, Stale
from jupyterlab_maturin.reload.user_namespaces import UserNamespace

#: How many entries one report may have: with more than that, a reader restarts the kernel rather than read on.
MOST_REPORTED = 100


class Lineage:
    """Everything that the generations of one module defined and that is still alive.

    A list that was filled two builds ago holds functions from two builds ago. To report them by name, what older
    generations defined must be remembered, but remembering it must not keep it alive: hence the weak references.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[weakref.ref[Any], Place]] = {}

    def add(self, generation: ModuleContents) -> dict[int, tuple[Any, Place]]:
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
                continue  # an object that allows no weak references can be followed to the next build only
        self._known = alive
        return old


def rebind(
    before: ModuleContents, after: ModuleContents, lineage: Lineage, namespaces: list[UserNamespace]
) -> tuple[list[Rebound], list[Stale]]:
    """Make the names in ``namespaces`` that refer to the old generation refer to the new one.

    A name follows when it *is* (by identity) a function, class, submodule or object that an older generation defined, and
    the new generation defines something of the same name; the user's own name for it does not matter. A constant
    cannot be recognised by identity, so it follows only under its own name. What cannot follow is reported: items of
    containers, closures, instances of an old class, names that the new build lacks.
    """
    walk = _Walk(before, after, lineage, {id(namespace.variables) for namespace in namespaces})
    for namespace in namespaces:
        for name, value in list(namespace.variables.items()):
            if not namespace.skips(name):
                walk.look_at(namespace, name, value)
    return walk.rebound, walk.report()


class _Walk:
    """One walk over the user's namespaces."""

    def __init__(
        self, before: ModuleContents, after: ModuleContents, lineage: Lineage, seen: set[int]
    ) -> None:
        self._after = after
        self._old = lineage.add(before)
        for _, value in after.definitions():
            self._old.pop(id(value), None)  # an object that both generations share is not old
        self._constants = before.constants()
        self._new_constants = after.namespaces.get("", {})
        #: What has been searched, and the namespaces, which are searched anyway (a variable may hold `globals()`).
        self._seen = seen
        self.rebound: list[Rebound] = []
        self._stale: dict[tuple[str, str, str], list[str]] = {}

    def look_at(self, namespace: UserNamespace, name: str, value: Any) -> None:
        """Make this variable follow, or note why it cannot."""
        place = self._place(value)
        if place is not None:
            exists, successor = self._after.get(place)
            if exists:
                self._follow(namespace, name, successor)
            else:
                self._note_stale(namespace, name, name, f"the new build has no {_dotted(place)}")
            return
        if name in self._constants and value is self._constants[name]:
            if name not in self._new_constants:
                self._note_stale(namespace, name, name, f"the new build has no {name}")
            elif self._new_constants[name] is not value:
                self._follow(namespace, name, self._new_constants[name])
            return
        self._search(namespace, name, value)

    def report(self) -> list[Stale]:
        """Return what could not follow, one entry for each variable and reason."""
        entries = []
        for (_, where, reason), names in self._stale.items():
            more = f" and {len(names) - 1} more" if len(names) > 1 else ""
            entries.append(Stale(names[0] + more, where, reason))
        return entries[:MOST_REPORTED]

    def _search(self, namespace: UserNamespace, root: str, value: Any) -> None:
        """Note what the value of the variable ``root`` holds of an older generation."""
        reason = self._instance(value)
        if reason:
            self._note_stale(namespace, root, root, reason)
            return
        for found in reachable_from(root, value, self._seen):
            place = self._place(found.value)
            if place is not None:
                reason = f"{found.how} the older {_dotted(place)}; {_AGAIN}"
            else:
                reason = self._instance(found.value, found.how)
            if reason:
                self._note_stale(namespace, root, found.name, reason)

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

    def _note_stale(self, namespace: UserNamespace, root: str, name: str, reason: str) -> None:
        self._stale.setdefault((root, namespace.where, reason), []).append(name)


_AGAIN = "re-run the cell that made it"


def _dotted(place: Place) -> str:
    return ".".join(part for part in place if part)
