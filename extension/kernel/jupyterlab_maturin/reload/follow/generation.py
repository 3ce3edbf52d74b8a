"""One generation as this process has loaded it, and what is still alive of those before it."""

from __future__ import annotations

import sys
import sysconfig
import types
import weakref
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from jupyterlab_maturin.reload.contents.definitions import (
    Place,
    definitions,
    is_constant,
    is_dunder,
    members,
)
from jupyterlab_maturin.reload.user_namespaces import is_installed

#: Without the GIL, the count of an object's references is spread over threads and says little.
_COUNTS_ARE_EXACT = not sysconfig.get_config_var("Py_GIL_DISABLED")


#: The number of a generation that was imported before the first build, from where the crate was installed.
INSTALLED = 0


@dataclass(slots=True)
class Defined:
    """What is known of something that a generation defined."""

    #: The generation's number.
    generation: int
    #: Where it was; first comes the place that people import it from.
    places: list[Place]
    #: The path below the place, for what belongs to a class: ``("new",)`` in ``Thing.new``.
    path: tuple[str, ...] = ()
    #: How many references there were right after the import, without those of the modules' namespaces.
    references: int = 0

    def __str__(self) -> str:
        return ".".join((str(self.places[0]), *self.path))

    @property
    def made_by(self) -> str:
        """What a report calls the generation: ``build 3``."""
        return "the installed version" if self.generation == INSTALLED else f"build {self.generation}"


class Definitions:
    """What one generation defined, in ``modules``.

    Args:
        number: the generation's number.
        modules: its modules, by name.
        foreign: the ``id`` of each object that existed before it was imported.
    """

    def __init__(self, number: int, modules: dict[str, types.ModuleType], foreign: Container[int]) -> None:
        self.number = number
        self.modules = modules
        self.objects: list[Any] = []
        self.defined: dict[int, Defined] = {}
        self._add(modules, foreign)

    def add_imported_later(self, modules: dict[str, types.ModuleType]) -> None:
        """Add the modules of this generation that were imported after it was loaded."""
        later = {name: module for name, module in modules.items() if name not in self.modules}
        self.modules = {**self.modules, **later}
        if later:
            self._add(later, frozenset())

    def forget_references(self) -> None:
        """Know nothing of how many references there were, because the user may have had some of them already."""
        for defined in self.defined.values():
            defined.references = 0

    def constants(self) -> dict[Place, Any]:
        """Return the numbers, texts and so on in the modules, which cannot be recognised by identity."""
        return {
            Place(name, attribute): value
            for name, module in self.modules.items()
            for attribute, value in list(vars(module).items())
            if is_constant(value) and not is_dunder(attribute)
        }

    def _add(self, modules: dict[str, types.ModuleType], foreign: Container[int]) -> None:
        before = len(self.objects)
        self._collect(modules, foreign)
        # Counted after the loop has ended, because its variables refer to the last object.
        added = self.objects[before:]
        for value, count in zip(added, [*map(sys.getrefcount, added)], strict=True):
            known = self.defined[id(value)]
            # `added` will not be there when the references are counted again, nor will the modules' namespaces.
            known.references = count - 1 - (0 if known.path else len(known.places))

    def _collect(self, modules: dict[str, types.ModuleType], foreign: Container[int]) -> None:
        for place, value in definitions(modules, self.modules, foreign, is_installed):
            known = self.defined.get(id(value))
            if known is not None:
                known.places.append(place)
            else:
                self._add_one(value, Defined(self.number, [place]))

    def _add_one(self, value: Any, defined: Defined) -> None:
        self.objects.append(value)
        self.defined[id(value)] = defined
        if issubclass(type(value), type):
            for attribute, member in members(value):
                if id(member) not in self.defined:
                    self._add_one(
                        member, Defined(defined.generation, defined.places, (*defined.path, attribute))
                    )


@dataclass(slots=True)
class Older:
    """What earlier generations of one module defined, as far as it is still alive.

    A list that was filled two builds ago holds functions from two builds ago. To name them, what they were must be
    remembered, but remembering must not keep them alive: hence the weak references.
    """

    _alive: list[tuple[weakref.ref[Any], Defined]] = field(default_factory=list)

    def retire(self, generation: Definitions) -> OlderObjects:
        """Return everything that is still alive, with what ``generation`` defined, which loses its objects by this."""
        objects = OlderObjects()
        for reference, defined in self._alive:
            objects.add(reference(), defined)
        for value in generation.objects:
            objects.add(value, generation.defined[id(value)])
        generation.objects = []
        self._alive = []
        for value in objects.values:
            try:
                self._alive.append((weakref.ref(value), objects.defined[id(value)]))
            except TypeError:
                continue  # an object that allows no weak references can be followed to the next build only
        return objects


class OlderObjects:
    """The objects of earlier generations, held for as long as the user's names are made to follow."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self.defined: dict[int, Defined] = {}
        #: The classes, and every class that is derived from one of them, by ``id``.
        self.classes: dict[int, type] = {}

    def add(self, value: Any, defined: Defined) -> None:
        """Add an object, unless it is there already or dead (``None``)."""
        if value is not None and id(value) not in self.defined:
            self.values.append(value)
            self.defined[id(value)] = defined

    def leave_out(self, generation: Definitions) -> None:
        """Leave out what ``generation`` has too, and find the classes that are derived from the rest."""
        self.values = [value for value in self.values if id(value) not in generation.defined]
        self.defined = {id(value): self.defined[id(value)] for value in self.values}
        waiting = [value for value in self.values if issubclass(type(value), type)]
        while waiting:
            class_ = waiting.pop()
            if id(class_) not in self.classes:
                self.classes[id(class_)] = class_
                waiting.extend(type.__subclasses__(class_))

    def get(self, value: Any) -> Defined | None:
        """Return what is known of ``value``; None when it is none of these objects."""
        return self.defined.get(id(value))

    def class_of(self, value: Any) -> Defined | None:
        """Return the class of an earlier generation that ``value`` is an instance of."""
        kind = type(value)
        if id(kind) not in self.classes:
            return None
        return next((self.defined[id(base)] for base in kind.__mro__ if id(base) in self.defined), None)

    def may_be_held(self, explained: Mapping[int, int] = MappingProxyType({})) -> bool:
        """Tell by their counts of references whether anything else may still refer to one of these objects.

        Args:
            explained: how many references to an object are known, by its ``id``.
        """
        if not _COUNTS_ARE_EXACT:
            return True
        counts = zip(map(sys.getrefcount, self.values), self.defined.items(), strict=True)
        return any(count > defined.references + explained.get(key, 0) for count, (key, defined) in counts)
