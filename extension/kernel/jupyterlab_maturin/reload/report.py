"""What a reload did to the user's names: which follow the new build, and what still refers to an older one."""

from __future__ import annotations

from dataclasses import dataclass, field

from jupyterlab_maturin.reload.surface.change import SurfaceChange


@dataclass(frozen=True, slots=True)
class Rebound:
    """A name that referred to an older generation and now refers to the new one."""

    #: As the user would write it: ``nth_prime``.
    name: str
    #: ``this notebook``, or the name of the module whose global it is.
    where: str


@dataclass(frozen=True, slots=True)
class Stale:
    """Something that still refers to an older generation."""

    #: As the user would write it: ``cache["f"]``.
    name: str
    #: ``this notebook``, or the name of the module whose global it is.
    where: str
    #: Why it could not follow and what to do about it, in one sentence.
    reason: str


@dataclass(frozen=True, slots=True)
class Reload:
    """What loading a generation did."""

    #: False when exactly this generation was loaded already; nothing was touched then.
    changed: bool
    rebound: list[Rebound]
    stale: list[Stale]
    #: Sentences for the user: that the search for what is still old ran out of time, for instance.
    notes: list[str] = field(default_factory=list)
    #: What the new generation offers that the one before it did not, and the reverse; None for the first one.
    surface: SurfaceChange | None = None
