"""Explain why a library that compiled could not be imported."""

from __future__ import annotations

import re
from pathlib import Path

_NO_INITIALISER = "does not define module export function"


def explain(name: str, library: Path, error: BaseException) -> str:
    """Return a sentence on why importing ``name`` from ``library`` raised ``error``, and what to do about it."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ImportError) and _NO_INITIALISER in str(cause):
            return _name_mismatch(library)
        cause = cause.__cause__ or cause.__context__
    kind = type(error)
    what = f"{kind.__name__}: {error}" if str(error) else kind.__name__
    if kind.__name__ == "PanicException" and kind.__module__ == "pyo3_runtime":
        return f"Importing {name}: its #[pymodule] panicked ({error}); fix the initialiser and build again."
    if isinstance(error, SystemExit):
        return f"Importing {name}: it tried to end the process (SystemExit: {error}); fix the initialiser and build again."
    return f"Importing {name}: it raised {what}; fix that and build again."


def _name_mismatch(library: Path) -> str:
    wanted = library.name.partition(".")[0]
    found = _initialisers(library)
    if found:
        functions = ", ".join(f"PyInit_{name}" for name in found)
        return (
            f"Importing {library.name}: it defines {functions}, but Python looks for PyInit_{wanted}; "
            f"name the #[pymodule] `{wanted}` (or, to import `{found[0]}` instead, set module-name in [tool.maturin])."
        )
    return (
        f"Importing {library.name}: it defines no PyInit_{wanted}; "
        f"add a `#[pymodule]` named `{wanted}` to the crate."
    )


def _initialisers(library: Path) -> list[str]:
    try:
        content = library.read_bytes()
    except OSError:
        return []
    return sorted({match.decode() for match in re.findall(rb"\0PyInit_([A-Za-z0-9_]+)\0", content)})
