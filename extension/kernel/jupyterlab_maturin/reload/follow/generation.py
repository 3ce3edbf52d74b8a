"""One generation as this process has loaded it, and what is still alive of those before it."""

from __future__ import annotations

import sys
import sysconfig
import types
import weakref
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jupyterlab_maturin.classes import mro
from jupyterlab_maturin.reload.contents.definitions import (
    Place,
    definitions,
    is_constant,
    is_of_every_module,
    is_written_in,
    members,
)
from jupyterlab_maturin.reload.contents.native_classes import library_of, native_classes
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
    #: Whether no module shows it, so nothing can take its place by name.
    hidden: bool = False
    #: How many references there were right after the import, without those of the modules' namespaces.
    references: int = 0
    #: Whether that is known. The user had what was installed before anybody counted.
    counted: bool = True

    def __str__(self) -> str:
        return ".".join((str(self.places[0]), *self.path))

    @property
    def made_by(self) -> str:
        """What a report calls the generation: ``build 3``."""
        return "the installed version" if self.generation == INSTALLED else f"build {self.generation}"


def _generation_folder(library: str | None, directories: Container[str]) -> str:
    for folder in Path(library).parents if library is not None else ():
        if str(folder) in directories:
            return str(folder)
    return ""


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

    def add_later(self, modules: dict[str, types.ModuleType]) -> None:
        """Add what came after the generation was loaded: modules that were imported since, and what a reload made anew."""
        later = {name: module for name, module in modules.items() if name not in self.modules}
        again = {name: module for name, module in modules.items() if name in self.modules}
        self.modules = {**self.modules, **modules}
        self._add(later, frozenset())
        self._add(again, frozenset(), is_written_in)

    def forget_references(self) -> None:
        """Know nothing of how many references there were, because the user may have had some of them already."""
        for defined in self.defined.values():
            defined.references, defined.counted = 0, False

    def constants(self) -> dict[Place, Any]:
        """Return the numbers, texts and so on in the modules, which cannot be recognised by identity."""
        return {
            Place(name, attribute): value
            for name, module in self.modules.items()
            for attribute, value in list(vars(module).items())
            if is_constant(value) and not is_of_every_module(attribute)
        }

    def _add(
        self,
        modules: dict[str, types.ModuleType],
        foreign: Container[int],
        only: Callable[[Any, types.ModuleType], bool] = lambda value, module: True,
    ) -> None:
        before = len(self.objects)
        self._collect(modules, foreign, only)
        # Counted after the loop has ended, because its variables refer to the last object.
        added = self.objects[before:]
        for value, count in zip(added, [*map(sys.getrefcount, added)], strict=True):
            known = self.defined[id(value)]
            # `added` will not be there when the references are counted again, nor will the modules' namespaces.
            known.references = count - 1 - (0 if known.path else len(known.places))

    def _collect(
        self,
        modules: dict[str, types.ModuleType],
        foreign: Container[int],
        only: Callable[[Any, types.ModuleType], bool],
    ) -> None:
        for place, value in definitions(modules, self.modules, foreign, is_installed):
            known = self.defined.get(id(value))
            if known is not None:
                if place not in known.places:
                    known.places.append(place)
            elif only(value, modules[place.module]):
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
class _Remembered:
    """A way to an object of an earlier generation that does not keep it alive."""

    reference: weakref.ref[Any]
    #: The attribute of the class that `reference` refers to; a method of a native class allows no weak references itself.
    attribute: str | None
    defined: Defined


@dataclass(slots=True)
class Older:
    """What earlier generations of one module defined, as far as it is still alive.

    A list that was filled two builds ago holds functions from two builds ago. To name them, what they were must be
    remembered, but remembering must not keep them alive: hence the weak references.
    """

    _alive: list[_Remembered] = field(default_factory=list)

    def retire(self, generation: Definitions, directories: Mapping[str, int]) -> OlderObjects:
        """Return everything that is still alive, with what ``generation`` defined, which loses its objects by this.

        Args:
            generation: the generation that was in use until now.
            directories: the folders of all earlier generations, and their numbers.
        """
        objects = OlderObjects()
        for remembered in self._alive:
            value = remembered.reference()
            if remembered.attribute is not None and value is not None:
                value = dict(members(value)).get(remembered.attribute)
            objects.add(value, remembered.defined)
        for value in generation.objects:
            objects.add(value, generation.defined[id(value)])
        generation.objects = []
        objects.add_hidden_classes(generation, directories)
        self._alive = [*_remember(objects)]
        return objects

    def forget_all_but(self, generations: Container[int]) -> None:
        """Forget what other generations defined: nothing refers to it any more, so nothing can come to refer to it."""
        self._alive = [
            remembered for remembered in self._alive if remembered.defined.generation in generations
        ]


def _remember(objects: OlderObjects) -> Iterator[_Remembered]:
    owners = {
        id(member): (value, attribute)
        for value in objects.values
        if issubclass(type(value), type)
        for attribute, member in members(value)
    }
    for value in objects.values:
        owner, attribute = owners.get(id(value), (value, None))
        try:
            yield _Remembered(weakref.ref(owner), attribute, objects.defined[id(value)])
        except TypeError:
            continue  # an object that allows no weak references can be followed to the next build only


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

    def add_hidden_classes(self, generation: Definitions, directories: Mapping[str, int]) -> None:
        """Add the classes that the libraries in ``directories`` made without showing them in a module."""
        for class_ in native_classes():
            if id(class_) not in self.defined:
                number = directories.get(_generation_folder(library_of(class_), directories))
                if number is not None:
                    places = [Place(min(generation.modules, key=len), class_.__name__)]
                    self.add(class_, Defined(number, places, hidden=True))
                    for attribute, member in members(class_):
                        self.add(member, Defined(number, places, (attribute,), hidden=True))

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

    def base_of(self, class_: type) -> type:
        """Return the class of an earlier generation from which ``class_``, one of :attr:`classes`, is derived."""
        return next(base for base in mro(class_) if id(base) in self.defined)

    def class_of(self, value: Any) -> Defined | None:
        """Return the class of an earlier generation that ``value`` is an instance of."""
        kind = type(value)
        return self.defined[id(self.base_of(kind))] if id(kind) in self.classes else None

    def unexplained(self, explained: Mapping[int, int]) -> list[Any]:
        """Return the objects to which, by their counts of references, something else may still refer.

        Args:
            explained: how many references to an object are known, by its ``id``.
        """
        if not _COUNTS_ARE_EXACT:
            return self.values
        counts = [*map(sys.getrefcount, self.values)]
        return [
            value
            for value, count in zip(self.values, counts, strict=True)
            if count > self.defined[id(value)].references + self._known(value, explained)
        ]

    def accept_hidden_classes(self, explained: Mapping[int, int]) -> None:
        """Take the references to a hidden class that a whole search did not find for those of its library.

        Such a class was not seen before it had instances, so its own references could not be counted alone. The same is
        true of everything that was imported before the first build.
        """
        counts = [*map(sys.getrefcount, self.values)]
        for value, count in zip(self.values, counts, strict=True):
            if self.defined[id(value)].hidden or not self.defined[id(value)].counted:
                self.defined[id(value)].references = count - self._known(value, explained)

    def _known(self, value: Any, explained: Mapping[int, int]) -> int:
        return explained.get(id(value), 0) + (id(value) in self.classes)

    def held_by_their_modules(self) -> Counter[int]:
        """Count the references from the namespaces of older modules, by the object's ``id``.

        The functions of a Python file and its namespace refer to each other, so they wait for the garbage collector.
        """
        functions = [value for value in self.values if type(value) is types.FunctionType]
        namespaces = {id(function.__globals__): function.__globals__ for function in functions}
        return Counter(
            id(value)
            for namespace in namespaces.values()
            for value in list(namespace.values())
            if id(value) in self.defined
        )
