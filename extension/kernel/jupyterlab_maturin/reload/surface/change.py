"""How the public surface of one generation differs from that of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jupyterlab_maturin.reload.generation_finder import GenerationFinder
from jupyterlab_maturin.reload.surface.items import Item, Surface

#: How many differences are listed. The rest is counted.
LISTED = 24
#: Characters of one signature or value.
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class SurfaceChange:
    """What appeared, changed and vanished, each in a few words."""

    #: ``area(w, h)``
    added: list[str]
    #: ``nth(n) → nth(n, start=0)``
    changed: list[str]
    #: ``LIMIT``
    removed: list[str]
    #: How many more there are.
    omitted: int = 0


def surface_change(
    old: Surface, old_directory: Path, new: Surface, new_directory: Path
) -> SurfaceChange | None:
    """Return how ``new`` differs from ``old``; None when it does not.

    A module of Python code is only known when it was imported. What one of the two generations has on disk, but did not
    import, is left out of the comparison.

    Args:
        old: the surface of the earlier generation.
        old_directory: its folder.
        new: the surface of the later one.
        new_directory: its folder.
    """
    in_both_or_gone = _comparable(old, new, new_directory)
    in_both_or_new = _comparable(new, old, old_directory)
    before, after = dict(_public(old, in_both_or_gone)), dict(_public(new, in_both_or_new))
    added = [_shown(name, item) for name, item in after.items() if _is_news(name, after, before)]
    removed = [name for name in before if _is_news(name, before, after)]
    changed = [
        f"{_shown(name, before[name], other=item)} → {_shown(name, item, other=before[name])}"
        for name, item in after.items()
        if name in before and before[name] != item
    ]
    if not (added or changed or removed):
        return None
    # The changed ones come first, since these are what a cell that was not edited may stumble over.
    left = LISTED
    kept: list[list[str]] = []
    for names in (changed, removed, added):
        kept.append(names[:left])
        left -= len(kept[-1])
    omitted = len(added) + len(changed) + len(removed) - (LISTED - left)
    return SurfaceChange(added=kept[2], changed=kept[0], removed=kept[1], omitted=omitted)


def _comparable(one: Surface, other: Surface, other_directory: Path) -> set[str]:
    """Return the modules of ``one`` that ``other`` has imported too, or does not have at all."""
    finder = GenerationFinder(other_directory)
    return {name for name in one if name in other or not _has(finder, name)}


def _has(finder: GenerationFinder, module: str) -> bool:
    return finder.find_spec(module) is not None


def _public(surface: Surface, modules: set[str]) -> Iterator[tuple[str, Item]]:
    """Yield what people use; what is in a private module counts only when there is nothing else."""
    public = {name for name in surface if not any(part.startswith("_") for part in name.split("."))}
    wanted = public if any(surface[name] for name in public) else set(surface)
    for module in sorted(wanted & modules, key=lambda name: (name.count("."), name)):
        yield from surface[module].items()


def _is_news(name: str, here: dict[str, Item], there: dict[str, Item]) -> bool:
    """Tell whether ``name`` is only ``here``; what is in a class that is only here comes with the class."""
    owner = name.rpartition(".")[0]
    with_its_class = owner in here and here[owner][0] == "class" and owner not in there
    return name not in there and not with_its_class


def _shown(name: str, item: Item, other: Item | None = None) -> str:
    """Return ``nth(n)``, ``Wallet.total``, ``LIMIT = 10``; with the kind when ``other`` is of another one."""
    kind, text = item
    kind_shown = f"{kind} " if other is not None and other[0] != kind else ""
    if len(text) > _SHOWN:
        text = text[: _SHOWN - 1] + "…"
    return f"{kind_shown}{name} = {text}" if kind == "constant" else f"{kind_shown}{name}{text}"
