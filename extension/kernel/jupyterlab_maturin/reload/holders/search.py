"""Find what still holds something of an earlier generation.

The search starts from the user's variables, because these give the names. The counts of references tell whether that found
everything. When it did not, a second search looks through all objects that Python knows, at the speed of C.
"""

from __future__ import annotations

import contextvars
import signal
import sys
import threading
import time
import types
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jupyterlab_maturin.reload.contents.definitions import is_constant
from jupyterlab_maturin.reload.follow.generation import OlderObjects
from jupyterlab_maturin.reload.holders.advice import advice
from jupyterlab_maturin.reload.holders.elsewhere import lead_to
from jupyterlab_maturin.reload.holders.heap import direct_holders, inner_objects
from jupyterlab_maturin.reload.holders.names import name_of_path
from jupyterlab_maturin.reload.holders.references import Boundary, Wanted, parts, references
from jupyterlab_maturin.reload.report import Stale
from jupyterlab_maturin.reload.user_namespaces import UserNamespace, is_installed

#: Seconds of this thread's processor time that the search may take, so that a busy machine does not cut it short.
LONGEST = 0.05
#: How many entries a report may have: with more than that, a reader restarts the kernel rather than read on.
MOST_REPORTED = 100
#: How many names one reason may have; of the others there is only the number.
_NAMED = 20
#: After how many steps the search looks whether it has found everything.
_STRIDE = 200
_DEFINITIONS = (type, types.FunctionType, type(lru_cache(id)))


@dataclass(frozen=True, slots=True, eq=False)
class Root:
    """Where the search starts."""

    where: str
    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class _Step:
    """A value that was reached, and from where."""

    root: Root
    value: Any
    before: _Step | None

    def path(self) -> list[Any]:
        step: _Step | None = self
        values = []
        while step is not None:
            values.append(step.value)
            step = step.before
        return values[::-1]


class Search:
    """One search after a swap.

    Args:
        older: what earlier generations defined.
        namespaces: the user's.
        built: the ``id`` of each object that the new generation defined.
        explained: how many references to an older object are known before, by its ``id``.
    """

    def __init__(
        self,
        older: OlderObjects,
        namespaces: list[UserNamespace],
        built: set[int],
        explained: Counter[int],
    ) -> None:
        self._older = older
        self._wanted = Wanted(older)
        self._namespaces = namespaces
        self._deadline = time.thread_time() + LONGEST
        known = {id(namespace.variables) for namespace in namespaces} | {id(namespaces)}
        self._passed_over = known | _of_ipython(namespaces) | inner_objects(older)
        #: The ``id`` of each object that was looked at, or that is looked at in another way.
        self._seen = self._passed_over | built
        self._boundary = Boundary(self._seen)
        #: What was noted already, by the ``id`` of the holder and of what it holds.
        self._noted: set[tuple[int, int]] = set()
        #: The names with the same reason, by where the search began, the holder and the type of what it holds.
        self._alike: dict[tuple[Root, int, int], list[str]] = {}
        self._found: dict[tuple[str, str, str], list[str]] = {}
        #: How many references to each older object were found, by its ``id``.
        self._explained = explained

    def run(self) -> tuple[list[Stale], bool]:
        """Return what holds something older, and whether the search came to its end."""
        complete = self._walk(deque(self._variables())) and self._walk(deque(self._running()))
        unexplained = self._older.unexplained(self._explained)
        if unexplained:
            # The variables do not account for all references. The others are found among all objects.
            holders, all_seen = direct_holders(self._wanted, unexplained, self._passed_over, self._deadline)
            complete = complete and all_seen
            unnamed = {key: holder for key, holder in holders.items() if key not in self._seen}
            own = {namespace.variables.get("__name__"): namespace for namespace in self._namespaces}
            for module, name, path in lead_to(unnamed, self._wanted, self._boundary.modules, self._deadline):
                namespace = own.get(module)
                if namespace is None or not namespace.skips(name):
                    where = module if namespace is None else namespace.where
                    self._note(Root(where, name, path[0]), path)
        return self._report(), complete

    def _variables(self) -> Iterator[_Step]:
        """Yield the user's variables that may lead somewhere, and note those that are an instance themselves."""
        for namespace in self._namespaces:
            for name, value in list(namespace.variables.items()):
                if namespace.skips(name) or is_constant(value) or self._older.get(value) is not None:
                    continue
                yield from self._start(Root(namespace.where, name, value))

    def _running(self) -> Iterator[_Step]:
        for root in _other_roots():
            yield from self._start(root)

    def _start(self, root: Root) -> Iterator[_Step]:
        if root.value in self._wanted:
            self._note(root, [root.value])
        elif id(root.value) in self._older.classes:
            self._note(root, [root.value, self._older.base_of(root.value)])
        elif type(root.value) is contextvars.Context:
            # Not looked into elsewhere, because every task has a copy of the same context.
            for variable, value in root.value.items():
                yield from self._start(Root(root.where, f"{root.name}[{variable.name}]", value))
        else:
            yield _Step(root, root.value, None)

    def _walk(self, waiting: deque[_Step]) -> bool:
        """Go on from ``waiting`` until all is found, nearest first; return False when time was up before."""
        number = 0
        while waiting:
            number += 1
            if number % _STRIDE == 0 and not self._older.unexplained(self._explained):
                return True
            if time.thread_time() > self._deadline:
                return False
            step = waiting.popleft()
            if self._boundary.is_beyond(step.value):
                continue
            near = references(step.value)
            self._seen.update(map(id, parts(step.value)))
            if self._wanted.are_among(near):
                for value in near:
                    if value in self._wanted:
                        self._note(step.root, [*step.path(), value])
            waiting.extend(
                _Step(step.root, value, step)
                for value in near
                if not is_constant(value) and value not in self._wanted
            )
        return True

    def _note(self, root: Root, path: list[Any]) -> None:
        value = path[-1]
        # The thousandth instance in a list needs no name of its own.
        alike = self._alike.get((root, id(path[-2]), id(type(value)))) if len(path) > 1 else None
        if alike is not None and len(alike) >= _NAMED:
            self._explain(value)
            alike.append("")
            return
        name, how = name_of_path(root.name, path)
        if len(path) > 1:
            # A class or a function may hold a thing in several ways: a dataclass in its field and in its `__init__`.
            holder = next((one for one in path[:-1] if issubclass(type(one), _DEFINITIONS)), None)
            known = (id(path[-2]) if holder is None else id(holder), id(value))
            if known in self._noted and (holder is None or not _is_public(name.removeprefix(root.name))):
                return
            self._noted.add(known)
        self._explain(value)
        defined = self._older.get(value)
        what = "" if defined is not None else "an instance of "
        defined = defined or self._older.class_of(value)
        assert defined is not None
        reason = f"{how} {what}{defined.made_by}'s {defined}; {advice(root.where, path)}"
        names = self._found.setdefault((root.where, root.name, reason), [])
        if name not in names:
            names.append(name)
        if len(path) > 1:
            self._alike[root, id(path[-2]), id(type(value))] = names

    def _explain(self, value: Any) -> None:
        """Count a reference that was found."""
        if self._older.get(value) is not None:
            self._explained[id(value)] += 1
        elif id(value) not in self._seen:
            self._seen.add(id(value))
            self._explained[id(type(value))] += 1  # an instance refers to its class

    def _report(self) -> list[Stale]:
        """Return one entry for each variable and reason."""
        entries = []
        for (where, _, reason), names in self._found.items():
            more = f" and {len(names) - 1} more" if len(names) > 1 else ""
            entries.append(Stale(names[0] + more, where, reason))
        return entries[:MOST_REPORTED]


def _other_roots() -> Iterator[Root]:
    """Yield what can be called although no variable leads to it: signal handlers, functions that run in other threads."""
    for number in signal.valid_signals():
        handler = signal.getsignal(number)
        if callable(handler) and not isinstance(handler, signal.Handlers):
            yield Root("this process", f"the handler of {signal.Signals(number).name}", handler)
    for variable, value in contextvars.copy_context().items():
        yield Root("this context", f"the context variable {variable.name}", value)
    own = threading.get_ident()
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    for ident, top in sys._current_frames().items():
        frame: types.FrameType | None = top if ident != own else None
        while frame is not None:
            name = frame.f_globals.get("__name__", "")
            module = sys.modules.get(name)
            if name == "__main__" or module is None or not is_installed(module):
                where = f"{frame.f_code.co_name}(), which runs in {names.get(ident, 'another thread')}"
                yield from (Root(where, local, value) for local, value in list(frame.f_locals.items()))
            frame = frame.f_back


def _is_public(attribute: str) -> bool:
    return attribute.startswith(".") and not attribute.startswith("._")


def _of_ipython(namespaces: list[UserNamespace]) -> set[int]:
    """Return the ``id`` of the containers in which IPython keeps inputs and outputs."""
    return {
        id(value)
        for namespace in namespaces
        for name, value in namespace.variables.items()
        if namespace.skips(name) and isinstance(value, (dict, list))
    }
