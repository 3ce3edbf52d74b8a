"""Make the user's variables that refer to an earlier generation refer to the new one."""

from __future__ import annotations

import types
import weakref
from typing import Any

from jupyterlab_maturin.classes import ids, is_of
from jupyterlab_maturin.reload.contents.definitions import Place, is_constant
from jupyterlab_maturin.reload.contents.namespace import is_module, namespace_of
from jupyterlab_maturin.reload.follow.generation import Defined, Definitions, OlderObjects
from jupyterlab_maturin.reload.follow.import_statements import ImportedNames
from jupyterlab_maturin.reload.report import Rebound, Stale
from jupyterlab_maturin.reload.swap import Swapped
from jupyterlab_maturin.reload.user_namespaces import UserNamespace

_METHODS = ids(types.MethodType, types.BuiltinMethodType)
_WRAPPERS = ids(staticmethod, classmethod)
#: Nothing is there.
MISSING = object()


class Successors:
    """What the new generation has in the place of something older."""

    def __init__(self, older: OlderObjects, constants: dict[Place, Any], new: Definitions) -> None:
        self._older = older
        self._constants = constants
        self._new = new

    def of(self, value: Any) -> tuple[Defined | None, Any]:
        """Return what is known of ``value`` and what takes its place.

        The first is None when no earlier generation defined it; the second is ``MISSING`` when nothing takes its place.
        """
        defined = self._older.get(value)
        if defined is not None:
            return defined, self._at(defined)
        # A class method comes out of its class as a new object each time, bound to the class.
        if is_of(value, _METHODS):
            class_ = self._older.get(value.__self__) if issubclass(type(value.__self__), type) else None
            if class_ is not None:
                owner = self._at(class_)
                method = getattr(owner, value.__name__, MISSING) if isinstance(owner, type) else MISSING
                return Defined(class_.generation, class_.places, (*class_.path, value.__name__)), method
        return None, MISSING

    def of_constant(self, places: list[Place], value: Any) -> tuple[Place | None, Any]:
        """Return where the constant ``value`` was imported from and what is there now, as :meth:`of` does."""
        for place in places:
            if self._constants.get(place, MISSING) is value:
                return place, self._at(Defined(self._new.number, [place]))
        return None, MISSING

    @property
    def constants(self) -> dict[Place, Any]:
        """The constants of the generation before."""
        return self._constants

    def _at(self, defined: Defined) -> Any:
        for place in defined.places:
            module = self._new.modules.get(place.module)
            found: Any = MISSING if module is None else namespace_of(module).get(place.attribute, MISSING)
            for attribute in defined.path:
                raw: Any = vars(found).get(attribute, MISSING) if isinstance(found, type) else MISSING
                found = raw.__func__ if is_of(raw, _WRAPPERS) else raw
            if found is not MISSING:
                return found
        return MISSING


def follow(
    namespaces: list[UserNamespace], successors: Successors, swapped: Swapped
) -> tuple[list[Rebound], list[Stale]]:
    """Make the variables in ``namespaces`` follow.

    A variable follows when its value *is* (by identity) something that an earlier generation defined; what the user calls
    it does not matter. A constant follows when an import statement set it.

    Returns:
        What followed, and the variables for which the new generation has nothing.
    """
    rebound: list[Rebound] = []
    stale: list[Stale] = []
    submodules = {id(module) for name, module in swapped.modules.items() if "." in name}
    vanished = {id(module): Place(name, "") for name, module in swapped.vanished.items()}
    constants = {id(value) for value in successors.constants.values()}
    for namespace in namespaces:
        imported = ImportedNames(namespace)
        for name, value in list(namespace.variables.items()):
            what: object = None
            successor: Any = MISSING
            if namespace.skips(name):
                continue
            if is_module(value):
                if id(value) in submodules:  # the same object as before, which has the new namespace
                    rebound.append(Rebound(name, namespace.where))
                what = vanished.get(id(value))
                if id(value) in swapped.replaced:
                    what, successor = name, swapped.replaced[id(value)]
            elif issubclass(type(value), weakref.ReferenceType):
                target, _ = successors.of(weakref.ReferenceType.__call__(value))
                if target is not None:
                    reason = f"it is a weak reference to build {target.generation}'s {target}; re-run the cell that made it"
                    stale.append(Stale(name, namespace.where, reason))
            elif not is_constant(value):
                what, successor = successors.of(value)
            elif id(value) in constants:
                places = imported.places(name, {place.module for place in successors.constants})
                what, successor = successors.of_constant(places, value)
            if what is None or successor is value:
                continue
            if isinstance(what, Defined) and what.hidden:
                reason = f"it is build {what.generation}'s {what}; re-run the cell that made it"
                stale.append(Stale(name, namespace.where, reason))
            elif successor is MISSING:
                stale.append(Stale(name, namespace.where, f"the new build has no {what}"))
            else:
                namespace.variables[name] = successor
                rebound.append(Rebound(name, namespace.where))
    return rebound, stale
