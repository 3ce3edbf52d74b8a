"""What cannot follow by itself is named as a person would write it, with where it is; and it is left alone."""

from __future__ import annotations

import pytest
from reload_cases.edited import Edited

pytestmark = pytest.mark.every_python

HERE = "this notebook"

BESIDE = {
    "theirs.py": "import every\nfrom every import Thing, one\n\n\nclass Registry:\n    handlers = {}\n\n\n"
    "registry = Registry()\nregistry.first = Thing()\nRegistry.handlers['one'] = one\n",
}

NOTEBOOK = """
import abc, asyncio, atexit, collections, concurrent.futures, contextlib, contextvars, dataclasses, enum, functools, itertools
import json, queue, signal, sys, threading, types, typing, weakref
import every, theirs
from every import one, Thing, Base, Kind, Key, Shape, Geo, shapes, TuneError, is_thing

# In containers.
cache = {"f": one}
nested = {"deep": {"er": [one]}}
numbered = {7: one}
by_tuple = {("a", 1): one}
several = [1, one]
things = [1, Thing()]
inner_things = [[Thing()]]
many_things = [Thing(), Thing(), Thing()]
pair = (1, one)
bag = {one}
frozen = frozenset([one])
as_key = {one: "value"}
instance_as_key = {Key(3): "value"}
recent = collections.deque([one])
ordered = collections.OrderedDict(first=one)
chained = collections.ChainMap({"f": one})
counted = collections.Counter([Kind.A])
makes_things = collections.defaultdict(Thing)
class MyList(list): pass
my_list = MyList([one])
class MyDict(dict): pass
my_dict = MyDict(f=one)
Named = collections.namedtuple("Named", "f")
named = Named(one)

# In objects of the user's own.
class Holder: pass
holder = Holder()
holder.f = one
thing_holder = Holder()
thing_holder.t = Thing()
outer_holder = Holder()
outer_holder.inner = Holder()
outer_holder.inner.f = one
class Slotted:
    __slots__ = ("f",)
slotted = Slotted()
slotted.f = one
simple = types.SimpleNamespace(t=Thing())
class Worker:
    step = staticmethod(one)
    kind = Kind.A
    made = Thing.make
    thing = Thing
    @property
    def prop(self): return self._p
worker = Worker()
worker.step_of_mine = one
class Config:
    default = Thing()
    class Inner:
        f = staticmethod(one)
class Klass:
    c = classmethod(every.one)
class Meta(type): pass
class WithMeta(metaclass=Meta):
    f = one
@dataclasses.dataclass
class Data:
    t: object = dataclasses.field(default_factory=Thing)
    f: object = one
data = Data()
class E(enum.Enum):
    A = Kind.A
class Typed:
    x: Thing

# In functions.
def default(f=one): return f()
def keyword(*, f=one): return f()
def annotated(x: Thing) -> Thing: return x
def make(f): return lambda: f()
closed = make(one)
def attributed(): pass
attributed.f = one
part = functools.partial(one)
passes = functools.partial(print, one)
of_keyword = functools.partial(print, end=one)
memo = functools.lru_cache(one)
@functools.lru_cache
def remembers(n): return Thing(n)
remembers(1)
@functools.wraps(one)
def wrapped(): return None
method = Thing().v
bound = functools.partial(Thing().v)
single = functools.singledispatch(lambda x: 0)
single.register(Thing, lambda x: 1)
class Prop:
    p = property(one)
class Descriptor:
    def __init__(self, f): self.f = f
    def __get__(self, instance, owner): return self.f
class Described:
    d = Descriptor(one)
class Cached:
    @functools.cached_property
    def thing(self): return Thing()
cached = Cached()
cached.thing
mapped = map(one, [])
zipped = itertools.repeat(one)
def running():
    thing = Thing()
    yield 1
    yield thing
in_flight = running(); next(in_flight)

# Types made of types.
opt = Thing | None
many = list[Thing]
old_style = typing.Optional[Thing]

# Elsewhere.
reference = weakref.ref(Thing)
weakly = weakref.WeakValueDictionary(); kept_alive = Thing(5); weakly["t"] = kept_alive
fifo = queue.Queue(); fifo.put(one)
variable = contextvars.ContextVar("variable", default=None)
context = contextvars.Context(); context.run(variable.set, one)
stack = contextlib.ExitStack(); stack.callback(one)
local = threading.local(); local.f = one
pool = concurrent.futures.ThreadPoolExecutor(1); future = pool.submit(Thing); future.result()
called_back = concurrent.futures.Future(); called_back.add_done_callback(one)
timer = threading.Timer(3600, one)
finalized = Holder(); finalizer = weakref.finalize(finalized, one)
json.borrowed = one
@atexit.register
def at_the_end(): return one()
atexit.register(is_thing, None)
event = threading.Event()
def waiting_thread(thing):
    event.wait()
thread = threading.Thread(target=waiting_thread, args=(Thing(),), name="the waiting one", daemon=True); thread.start()
def on_signal(number, frame): return held_by_handler
signal.signal(signal.SIGUSR2, functools.partial(print, one))
future_of_loop = asyncio.get_running_loop().create_future(); future_of_loop.set_result(Thing())
async def waits_for_ever(thing): await asyncio.get_running_loop().create_future()
task = asyncio.ensure_future(waits_for_ever(Thing()))
await asyncio.sleep(0)
class Item: pass
mixed_up = [{"a": (Item(),)}]
mixed_up[0]["a"][0].f = one
cyclic = []; cyclic.append(cyclic); cyclic.append(one)

class Sub(Base): pass
sub = Sub()
exception = TuneError("x")

# Nothing old in these.
clean_list = [1, "a", None]
clean_object = Holder()
uses_the_module = lambda: every.one()
holds_the_module = {"m": every, "s": shapes}
def uses_the_name(): return one()
"""

#: The name in the report, by what holds something old. A tuple begins with where it is.
NAMED: dict[str, str | tuple[str, str]] = {
    "a dict": 'cache["f"]',
    "a list in a dict in a dict": 'nested["deep"]["er"][0]',
    "a dict's number": "numbered[7]",
    "a dict's tuple": "by_tuple[('a', 1)]",
    "a list": "several[1]",
    "an instance in a list": "things[1]",
    "an instance in a list in a list": "inner_things[0][0]",
    "several instances in a list": "many_things[0] and 2 more",
    "a tuple": "pair[1]",
    "a set": "an element of bag",
    "a frozenset": "an element of frozen",
    "a dict's key": "a key of as_key",
    "an instance as a dict's key": "a key of instance_as_key",
    "a deque": "recent[0]",
    "an OrderedDict": 'ordered["first"]',
    "a ChainMap": 'chained.maps[0]["f"]',
    "a Counter": "a key of counted",
    "a defaultdict's factory": "makes_things.default_factory",
    "a subclass of list": "my_list[0]",
    "a subclass of dict": 'my_dict["f"]',
    "a namedtuple": "named[0]",
    "an attribute": "holder.f",
    "an instance in an attribute": "thing_holder.t",
    "an attribute of an attribute": "outer_holder.inner.f",
    "a slot": "slotted.f",
    "a SimpleNamespace": "simple.t",
    "an instance's attribute": "worker.step_of_mine",
    "a class's static method": "Worker.step",
    "a class's variant of an enum": "Worker.kind",
    "a class's function": "Worker.made",
    "a class's class": "Worker.thing",
    "a class's instance": "Config.default",
    "a class in a class": "Config.Inner.f",
    "a class's class method": "Klass.c",
    "a class with a metaclass": "WithMeta.f",
    "a dataclass's factory": "Data.t",
    "a dataclass's default": "Data.f",
    "a dataclass's instance": "data.t",
    "a member of an Enum": "E.A.value",
    "a class's annotation": 'Typed.__annotations__["x"]',
    "a default argument": "default",
    "a keyword's default": "keyword",
    "an annotation": "annotated",
    "a closure": "closed",
    "a function's attribute": "attributed.f",
    "a partial": "part",
    "a partial's argument": "passes",
    "a partial's keyword": "of_keyword",
    "an lru_cache of a native function": "memo",
    "what an lru_cache keeps": "remembers",
    "what functools.wraps keeps": "wrapped.__wrapped__",
    "a bound method": "method",
    "a partial of a bound method": "bound",
    "a singledispatch registry": "a key of single.registry",
    "a property": "Prop.p",
    "a descriptor of the user's": "Described.d.f",
    "a cached property": "cached.thing",
    "a map": "mapped",
    "an itertools object": "zipped",
    "a generator in flight": "in_flight",
    "a union": "opt",
    "a generic alias": "many",
    "a typing alias": "old_style",
    "an instance that a weak dictionary refers to": "kept_alive",
    "a queue": "fifo.queue[0]",
    "a weak reference": "reference",
    "a context": "context[variable]",
    "an ExitStack": "stack._exit_callbacks[0][1].__wrapped__",
    "a thread's local": "local.f",
    "a future": "future._result",
    "a callback of a future": "called_back._done_callbacks[0]",
    "a timer": "timer.function",
    "an installed module": ("json", "borrowed"),
    "a future of asyncio": "future_of_loop",
    "a task that waits": "task",
    "a thread that is to run": "thread._args[0]",
    "an argument of a function that runs in a thread": (
        "waiting_thread(), which runs in the waiting one",
        "thing",
    ),
    "a signal handler": ("this process", "the handler of SIGUSR2"),
    "an instance": "sub",
    "a subclass": "Sub",
    "an exception": "exception",
    "an attribute of an object in a tuple in a dict in a list": 'mixed_up[0]["a"][0].f',
    "a container that holds itself": "cyclic[1]",
    "an attribute in the user's module": ("theirs", "registry.first"),
    "a dict of a class in the user's module": ("theirs", 'Registry.handlers["one"]'),
}


@pytest.mark.parametrize("case", NAMED)
def test_a_holder_is_named(edited: Edited, case: str) -> None:
    named = NAMED[case]
    where, name = (HERE, named) if isinstance(named, str) else named
    assert (where, name) in edited.old, sorted(edited.old)


def test_a_finalizer_is_named(edited: Edited) -> None:
    assert [name for _, name in edited.old if "final" in name]


def test_no_more_is_named(edited: Edited) -> None:
    named = {(HERE, one) if isinstance(one, str) else one for one in NAMED.values()} | {(HERE, "data.f")}
    assert {entry for entry in edited.old if entry not in named and "final" not in entry[1]} == set()


def test_what_only_the_interpreter_holds_cannot_be_found(edited: Edited) -> None:
    """CPython keeps the functions of ``atexit`` where Python cannot look."""
    assert not [reason for reason in edited.old.values() if "is_thing" in reason]


#: What holds nothing old itself.
CLEAN = [
    "clean_list",
    "clean_object",
    "uses_the_module",
    "holds_the_module",
    "uses_the_name",
    "event",
    "Holder",
]


@pytest.mark.parametrize("name", CLEAN)
def test_what_holds_nothing_old_is_not_named(edited: Edited, name: str) -> None:
    assert edited.says_nothing_of(name)


def test_nothing_is_named_twice(edited: Edited) -> None:
    entries = [(entry["where"], entry["name"]) for entry in edited.result["stale"]]
    assert len(entries) == len(set(entries))


def test_what_is_held_is_not_changed(edited: Edited) -> None:
    assert edited.value("(cache['f'](), holder.f(), default(), part(), closed())") == (1, 1, 1, 1, 1)


def test_what_is_held_works_as_before(edited: Edited) -> None:
    assert edited.value("(thing_holder.t.v(), things[1].v(), remembers(1).v(), Data.f(), method())") == (
        1,
        1,
        1,
        1,
        1,
    )
