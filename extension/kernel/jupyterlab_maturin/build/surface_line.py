"""What a build changed in the public surface of its module, as one line of text."""

from __future__ import annotations

#: How many names of each kind the line has. The output's payload carries more.
_SHOWN = 4


def surface_line(added: list[str], changed: list[str], removed: list[str], omitted: int = 0) -> str:
    """Return ``new: area(w, h) · changed: nth(n) → nth(n, start=0) · gone: LIMIT``.

    Args:
        added, changed, removed: what there is to say, in a few words each.
        omitted: how many more there are, of whatever kind.
    """
    parts = []
    for label, names in (("new", added), ("changed", changed), ("gone", removed)):
        rest = len(names) - _SHOWN
        if names:
            parts.append(f"{label}: {', '.join(names[:_SHOWN])}" + (f" and {rest} more" if rest > 0 else ""))
    if omitted:
        parts.append(f"{omitted} more changes")
    return " · ".join(parts)
