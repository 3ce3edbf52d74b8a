"""Small crates of every layout."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[4]

ANSWER = """use pyo3::prelude::*;

#[pymodule]
mod {module} {{
    use super::*;

    #[pyfunction]
    fn answer() -> u64 {{
        1
    }}
{more}
}}
"""


@dataclass(frozen=True)
class Crate:
    """A crate on disk that a test edits."""

    path: Path

    @property
    def source(self) -> Path:
        return self.path / "src" / "lib.rs"

    @classmethod
    def pure(
        cls, path: Path, name: str, more: str = "", pyo3: str = '"0.29"', dependencies: str = ""
    ) -> Crate:
        """Make a crate without a ``pyproject.toml``."""
        return cls.locked(
            path,
            {
                "Cargo.toml": manifest(name, pyo3, dependencies),
                "src/lib.rs": ANSWER.format(module=name, more=more),
            },
        )

    @classmethod
    def mixed(cls, path: Path, name: str) -> Crate:
        """Make a crate with Python beside the Rust, and the native module inside the package."""
        return cls.locked(
            path,
            {
                "Cargo.toml": manifest(name),
                "pyproject.toml": (
                    '[build-system]\nrequires = ["maturin>=1,<2"]\nbuild-backend = "maturin"\n'
                    f'[project]\nname = "{name}"\nversion = "0.1.0"\n'
                    f'[tool.maturin]\npython-source = "python"\nmodule-name = "{name}._native"\n'
                ),
                f"python/{name}/__init__.py": (
                    "from ._native import answer\nfrom . import shapes\n\n\ndef twice():\n    return 2 * answer()\n"
                ),
                f"python/{name}/shapes.py": "from ._native import answer\n\n\ndef corners():\n    return answer() + 3\n",
                "src/lib.rs": ANSWER.format(module="_native", more=""),
            },
        )

    @classmethod
    def locked(cls, path: Path, files: dict[str, str]) -> Crate:
        """Write ``files`` below ``path``, locked as the course is, so that PyO3 need not be compiled again."""
        lock = (REPOSITORY / "exercises" / "Cargo.lock").read_text()
        return cls.of(path, {**files, "Cargo.lock": lock})

    @classmethod
    def of(cls, path: Path, files: dict[str, str]) -> Crate:
        """Write ``files`` below ``path``."""
        for name, content in files.items():
            file = path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content)
        return cls(path)

    def edit(self, old: str, new: str, file: str = "src/lib.rs") -> None:
        """Replace ``old``, which must be there, and make the file newer than it was, so that cargo notices."""
        path = self.path / file
        text = path.read_text()
        assert old in text, f"{old!r} is not in {path}"
        before = path.stat().st_mtime_ns
        path.write_text(text.replace(old, new))
        after = max(path.stat().st_mtime_ns, before + 1)
        os.utime(path, ns=(after, after))

    def answers(self, old: int, new: int) -> None:
        """Make ``answer()`` return ``new``."""
        self.edit(f"        {old}\n", f"        {new}\n")


def manifest(name: str, pyo3: str = '"0.29"', dependencies: str = "", kind: str = "cdylib") -> str:
    """Return a ``Cargo.toml``."""
    return (
        f'[package]\nname = "{name}"\nversion = "0.1.0"\nedition = "2024"\n\n'
        f'[lib]\ncrate-type = ["{kind}"]\n\n[dependencies]\npyo3 = {pyo3}\n{dependencies}'
    )
